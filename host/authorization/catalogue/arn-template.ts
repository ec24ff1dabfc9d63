/**
 * One ARN template of the catalogue, `arn:${Partition}:s3:::${BucketName}/${ObjectName}`, as a test for real ARNs.
 * Knows nothing of policies: a policy's ARN patterns are matched in the core.
 */
export interface ArnTemplate {
  readonly pattern: RegExp;
  /** The service segment, `s3`. */
  readonly service: string;
  /** How much of the resource part is fixed text: of two templates that fit, the one that says more names the type. */
  readonly fixedCharacters: number;
}

const PLACEHOLDER = /\$\{[^}]+\}|\*/;
/** Segments of an ARN before the resource part: arn, partition, service, region, account. */
const HEAD_SEGMENTS = 5;

/**
 * Takes a template with `${…}` (or `*`) placeholders. In the first five segments a placeholder stands for one or more
 * characters without `:`, so that an S3 object `accesspoint/x` of the bucket `accesspoint` is no access point. In the resource
 * part the last placeholder takes everything (names hold `/` and `:`), an earlier one ends at the fixed character after it.
 */
export function compileArnTemplate(template: string): ArnTemplate {
  const segments = template.split(":");
  const head = segments.slice(0, HEAD_SEGMENTS).map((segment) => headPattern(segment));
  const resource = segments.slice(HEAD_SEGMENTS).join(":");
  const texts = resource.split(new RegExp(PLACEHOLDER, "g"));
  let source = literal(texts[0] ?? "");
  for (let index = 1; index < texts.length; index++) {
    const next = texts[index] ?? "";
    source += placeholderPattern(next, index === texts.length - 1) + literal(next);
  }
  return {
    pattern: new RegExp(`^${head.join(":")}:${source}$`, "s"),
    service: segments[2] ?? "",
    fixedCharacters: texts.join("").length,
  };
}

function headPattern(segment: string): string {
  if (segment === "*") return "[^:]*";
  return segment
    .split(new RegExp(PLACEHOLDER, "g"))
    .map((text) => literal(text))
    .join("[^:]+");
}

function placeholderPattern(next: string, last: boolean): string {
  if (last) return ".+";
  const stop = next.charAt(0);
  return stop === "/" || stop === ":" ? `[^${stop}]+` : "[^/:]+";
}

function literal(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&");
}
