/** The condition keys of the time of a call (semantics 4.3): CloudTrail logs when the call was done. Knows no other key. */
import { type KeyState, present, UNKNOWN } from "../../domain/key-state.ts";

const MILLISECONDS_PER_SECOND = 1000;
/** Farthest that a date can be from 1970. */
const MILLISECONDS_MAX = 8.64e15;

/** `key` in lower case; `time` in milliseconds since 1970. Of a key of another kind, or a time that is no date, nothing is known. */
export function timeKeyState(key: string, time: number): KeyState {
  if (!(Math.abs(time) <= MILLISECONDS_MAX)) return UNKNOWN;
  // the log has whole seconds, and so has the key
  if (key === "aws:currenttime") return present(new Date(time).toISOString().replace(/\.\d+Z$/, "Z"));
  if (key === "aws:epochtime") return present(String(Math.floor(time / MILLISECONDS_PER_SECOND)));
  return UNKNOWN;
}
