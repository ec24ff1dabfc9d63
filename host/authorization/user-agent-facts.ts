/** From `userAgent` to `aws:UserAgent` (semantics 4.2). */
import { type KeyState, PRESENT_UNKNOWN, present, UNKNOWN } from "../domain/key-state.ts";

/** CloudTrail cuts the field here [C CT-REC]; text that comes near may be cut. */
const TRUNCATED_FROM_BYTES = 1000;

/** Takes a value of the `userAgent` column. */
export function userAgentFacts(userAgent: string): ReadonlyMap<string, KeyState> {
  return new Map([["aws:useragent", state(userAgent)]]);
}

function state(userAgent: string): KeyState {
  if (userAgent === "" || userAgent === "AWS Internal" || /\.amazonaws\.com(?:\.cn)?$/.test(userAgent)) return UNKNOWN;
  // S3 writes `[…]` around what the client sent [E]; a client may send brackets itself
  const mayBeWrapped = userAgent.startsWith("[") && userAgent.endsWith("]");
  const mayBeCut = new TextEncoder().encode(userAgent).length >= TRUNCATED_FROM_BYTES;
  return mayBeWrapped || mayBeCut ? PRESENT_UNKNOWN : present(userAgent);
}
