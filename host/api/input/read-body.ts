/** The body of a request as bytes, never more than a limit: what is longer is refused before it fills the memory. */
import { type Outcome, type PlainException, refuse } from "../exceptions.ts";

/** AWS operations: ten policies of 10,240 characters, each written as a JSON escape of six bytes, and room. */
export const OPERATION_BODY_MAX = 1024 * 1024;
/**
 * A mapping or a context. The texts have at most 1,000,000 characters (json-text.ts), and every task of a job parses them
 * again beside its chunks.
 */
export const SUPPLIED_BODY_MAX = 1024 * 1024;
/**
 * Log files and organization snapshots. An isolate has 128 MB: the body, twice while it is put together, must fit beside
 * a running evaluation. CloudTrail's own files are a few MB compressed.
 */
export const UPLOAD_BODY_MAX = 32 * 1024 * 1024;
/** Pushed events: a Firehose delivery is text of text, several times in memory while it is unpacked. */
export const PUSH_BODY_MAX = 16 * 1024 * 1024;

export interface BodyLimits {
  /** Bytes that are read into memory. */
  readonly heldMax: number;
  /** Bytes that may be left for a reader that does not hold them; absent where nobody reads so. */
  readonly unreadMax?: number;
  /** What a sender of too much can do, for the message. */
  readonly advice?: string;
}

/** Refuses with RequestEntityTooLargeException. */
export async function readBody(
  request: Request,
  { heldMax, unreadMax = heldMax, advice }: BodyLimits,
): Promise<Outcome<Uint8Array>> {
  const announced = Number(request.headers.get("content-length") ?? 0);
  if (announced > heldMax) return refuse(tooLarge(announced > unreadMax ? unreadMax : heldMax, unreadMax, advice));
  const parts: Uint8Array[] = [];
  let length = 0;
  // Not every body has a Content-Length, so the limit is kept while reading too.
  for await (const part of (request.body ?? []) as AsyncIterable<Uint8Array>) {
    length += part.byteLength;
    if (length > heldMax) return refuse(tooLarge(heldMax, unreadMax, advice));
    parts.push(part);
  }
  return { ok: true, value: concatenate(parts, length) };
}

function tooLarge(most: number, unreadMax: number, advice = "send less"): PlainException {
  const hint =
    most < unreadMax
      ? "a larger one must come with Content-Length and with its hash signed in x-amz-content-sha256"
      : advice;
  const message = `the body is larger than ${most} bytes, the most that is read here; ${hint}`;
  return { code: "RequestEntityTooLargeException", message };
}

function concatenate(parts: readonly Uint8Array[], length: number): Uint8Array {
  const [only] = parts;
  if (parts.length === 1 && only !== undefined) return only;
  const bytes = new Uint8Array(length);
  let offset = 0;
  for (const part of parts) {
    bytes.set(part, offset);
    offset += part.byteLength;
  }
  return bytes;
}
