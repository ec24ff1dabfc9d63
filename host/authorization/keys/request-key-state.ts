/** STUB of the lead until helper K writes it: overwrite. */
import { type KeyState, UNKNOWN } from "../../domain/key-state.ts";
export function requestKeyState(..._: readonly unknown[]): KeyState {
  return UNKNOWN;
}
