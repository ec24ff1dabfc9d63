/** Values of BinaryEquals: base64 in the standard alphabet, padded, each byte sequence in its one spelling. */

const BASE64 = /^[A-Za-z0-9+/]*={0,2}$/;
/** The last character before the padding carries bits that belong to no byte, and they are zero. */
const LAST_OF_ONE_BYTE = /[AQgw]==$/;
const LAST_OF_TWO_BYTES = /[AEIMQUYcgkosw048]=$/;

/** Why a text is no base64, in words that go on after "is no base64: "; undefined when it is. */
export function explainBase64(text: string): string | undefined {
  if (/^[A-Za-z0-9_-]+={0,2}$/.test(text) && /[_-]/.test(text)) return "write `+` for `-` and `/` for `_`";
  if (!BASE64.test(text)) return "only letters, digits, `+`, `/` and at the end `=` are allowed";
  if (text.length % 4 !== 0) return "its length must be a multiple of four; fill it up with `=` at the end";
  const isWhole = !text.endsWith("=") || (text.endsWith("==") ? LAST_OF_ONE_BYTE : LAST_OF_TWO_BYTES).test(text);
  return isWhole ? undefined : "its last character holds bits that belong to no byte; encode the bytes again";
}
