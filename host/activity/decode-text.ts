/** Bytes of a text that a user sends → the text. */
import type { Fault } from "../domain/fault.ts";

export const NOT_UTF8: Fault = { code: "not-utf-8", message: "this is not UTF-8; save the file as UTF-8" };

/** Undefined for what is not UTF-8: bytes that are no character would become another text, which the user never wrote. */
export function decodeText(body: Uint8Array): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(body);
  } catch {
    return undefined;
  }
}
