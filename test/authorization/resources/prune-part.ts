/** What an extraction of wanted paths leaves of one part of a record, done slowly and plainly. */
export interface PlainPath {
  readonly path: string;
  readonly namesOnly?: true;
}

/** What the lead's rows take of every source at the top level, for the rule by names. */
export const OF_EVERY_SOURCE: readonly PlainPath[] = [
  ...["*Arn", "*ARN", "*Arns", "*Id", "*Ids", "*Name", "*Names", "*Identifier", "*Identifiers", "name", "id"],
].map((path) => ({ path }));

export function prunePart(value: unknown, paths: readonly PlainPath[]): unknown {
  if (Array.isArray(value)) return value.map((entry: unknown) => prunePart(entry, paths) ?? null);
  if (value === null || typeof value !== "object") return undefined;
  const kept: Record<string, unknown> = {};
  for (const [name, member] of Object.entries(value)) {
    const fitting = paths.filter(({ path }) => fits(path.split(".")[0] ?? "", name));
    if (fitting.some(({ path, namesOnly }) => !path.includes(".") && namesOnly !== true)) {
      kept[name] = member;
      continue;
    }
    const deeper = fitting.flatMap(({ path, ...rest }) => (path.includes(".") ? [{ ...rest, path: after(path) }] : []));
    const inner = prunePart(member, deeper);
    const isNamed = fitting.some(({ path }) => !path.includes(".")) && member !== null && !Array.isArray(member);
    const names = isNamed && typeof member === "object" ? Object.keys(member as object).map((key) => [key, null]) : [];
    if (inner !== undefined || names.length > 0) {
      kept[name] = names.length === 0 ? inner : { ...Object.fromEntries(names), ...(inner as object) };
    }
  }
  return kept;
}

function after(path: string): string {
  return path.slice(path.indexOf(".") + 1);
}

function fits(wanted: string, name: string): boolean {
  return wanted.startsWith("*") ? name.endsWith(wanted.slice(1)) : wanted === name;
}
