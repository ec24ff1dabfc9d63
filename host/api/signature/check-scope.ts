/** Is a signature for this service, and of now? Looks at what the request says; whether it is true the signature tells. */
import { type Outcome, refuse } from "../exceptions.ts";
import type { Authorization } from "./parse-authorization.ts";
import { incomplete, invalid } from "./refusals.ts";

export const SIGNING_SERVICE = "access-analyzer";
/** How far the clocks of client and service may be apart, both ways (AWS: requests must arrive within five minutes). */
export const CLOCK_SKEW_MAX_MS = 5 * 60_000;
/**
 * The longest that a presigned URL is good for, whatever it asks for. A week is S3's alone: STS, the service whose presigned URLs are
 * known best, takes them for a quarter of an hour.
 */
export const PRESIGNED_MAX_MS = 15 * 60_000;

/** Characters of what a client sent that a message repeats. */
export const QUOTED_MAX = 128;

/** The time of signing as `YYYYMMDDTHHMMSSZ`, when scope and clock are right. `now` in milliseconds. */
export function checkScope(request: Request, authorization: Authorization, now: number): Outcome<string> {
  const { service, date, signedHeaders: names, presigned } = authorization;
  if (service !== SIGNING_SERVICE) {
    return refuse(
      invalid(`the credential is for the service \`${service.slice(0, QUOTED_MAX)}\`, not \`${SIGNING_SERVICE}\``),
    );
  }
  if (!names.includes("host")) return refuse(invalid("the header `host` must be signed"));
  if (names.includes("authorization")) return refuse(incomplete("the header `authorization` cannot be signed"));
  const time = readTime(presigned === undefined ? timeOf(request.headers) : presigned.time);
  if (time === undefined) {
    const place = presigned === undefined ? "the header x-amz-date" : "the parameter X-Amz-Date";
    return refuse(incomplete(`${place} must be a time of form YYYYMMDDTHHMMSSZ`));
  }
  if (!time.text.startsWith(date)) return refuse(invalid("the date of the credential is not that of the request"));
  const lifetime = Math.min((presigned?.expires ?? 0) * 1000, PRESIGNED_MAX_MS);
  const isEarly = time.at - now > CLOCK_SKEW_MAX_MS;
  const isLate = now - time.at > Math.max(lifetime, presigned?.expires === undefined ? CLOCK_SKEW_MAX_MS : 0);
  if (!isEarly && !isLate) return { ok: true, value: time.text };
  const what = isEarly ? "Signature not yet current" : "Signature expired";
  return refuse(invalid(`${what}: signed at ${time.text}, here it is ${new Date(now).toISOString()}; set the clock`));
}

/** Clients that send no `x-amz-date` sign `date`. */
function timeOf(headers: Headers): string {
  return headers.get("x-amz-date") ?? headers.get("date") ?? "";
}

interface SigningTime {
  readonly text: string;
  /** Milliseconds since 1970. */
  readonly at: number;
}

/** Of the form AWS signs with, or of HTTP's own (`Mon, 23 Nov 2026 22:24:47 GMT`), which counts as the former. */
function readTime(text: string): SigningTime | undefined {
  const form = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(text);
  const isHttp = /^[A-Z][a-z]{2}, \d\d [A-Z][a-z]{2} \d{4} \d\d:\d\d:\d\d GMT$/.test(text);
  const at = form === null ? (isHttp ? Date.parse(text) : Number.NaN) : Date.parse(isoForm(form));
  if (Number.isNaN(at)) return undefined;
  return { text: new Date(at).toISOString().replace(/[-:]|\.\d+/g, ""), at };
}

function isoForm([, year, month, day, hour, minute, second]: readonly string[]): string {
  return `${year}-${month}-${day}T${hour}:${minute}:${second}Z`;
}
