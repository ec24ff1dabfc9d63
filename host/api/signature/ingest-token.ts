/**
 * Senders that cannot sign: EventBridge API destinations (a bearer token or Basic) and Firehose (its access key header) send an
 * ingest token, which is the secret of a key with role `ingest`, alone or as `accessKeyId:secretAccessKey`. Good for pushing
 * events, and for nothing else.
 */
import type { AccessKey } from "../../account/access-keys.ts";
import { sha256Hex } from "../../activity/sha256.ts";
import { equalInConstantTime } from "./sign-again.ts";

/** What came as a token; undefined when the request has none, or is signed. */
export function readIngestToken({ headers }: Request): string | undefined {
  const [scheme = "", value = "", ...more] = (headers.get("authorization") ?? "").trim().split(/\s+/);
  if (/^bearer$/i.test(scheme) && more.length === 0) return value;
  if (/^basic$/i.test(scheme) && more.length === 0) return decodeBase64(value);
  return scheme === "" ? (headers.get("x-amz-firehose-access-key") ?? undefined) : undefined;
}

/** The key whose token it is. Looks at every ingest key, whichever is the one. */
export async function findIngestKey(
  keys: ReadonlyMap<string, AccessKey>,
  token: string,
): Promise<AccessKey | undefined> {
  // Of hashes: texts of one length, of which the sender knows nothing in advance.
  const hash = await hashOf(token);
  let found: AccessKey | undefined;
  for (const key of keys.values()) {
    if (key.role !== "ingest") continue;
    const isSecret = equalInConstantTime(hash, await hashOf(key.secretAccessKey));
    const isPair = equalInConstantTime(hash, await hashOf(`${key.accessKeyId}:${key.secretAccessKey}`));
    if (isSecret || isPair) found = key;
  }
  return found;
}

function hashOf(text: string): Promise<string> {
  return sha256Hex(new TextEncoder().encode(text));
}

/** Empty for what is no base64: a token that nobody has. */
function decodeBase64(text: string): string {
  try {
    return new TextDecoder().decode(Uint8Array.from(atob(text), (character) => character.charCodeAt(0)));
  } catch {
    return "";
  }
}
