/**
 * IAM-OPS: BinaryEquals compares bytes, both sides written in base64. Reading 7: standard alphabet, padding, and no bits set behind
 * the last byte; a value that is not that is contested.
 */
import { contested, type Finding } from "./truth.ts";

const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

export function equalsBytes(wanted: string, given: string): Finding {
  const [left, right] = [readBase64(given), readBase64(wanted)];
  if (left === undefined) return contested(`the bytes ${given}`);
  if (right === undefined) return contested(`the bytes ${wanted}`);
  return left === right;
}

/** The bytes as digits of two, eight to a byte. */
function readBase64(text: string): string | undefined {
  const [, digits = "", padding = ""] = /^([A-Za-z0-9+/]*)(={0,2})$/.exec(text) ?? [];
  if (text.length % 4 !== 0 || digits.length + padding.length !== text.length) return undefined;
  const bits = [...digits].map((digit) => ALPHABET.indexOf(digit).toString(2).padStart(6, "0")).join("");
  const unused = bits.length % 8;
  if (unused !== padding.length * 2 || bits.slice(bits.length - unused).includes("1")) return undefined;
  return bits.slice(0, bits.length - unused);
}
