/** Exceptions for requests whose signature is not in order. */
import type { PlainException } from "../exceptions.ts";

/** The signature is whole, and is not this request's. */
export function invalid(message: string): PlainException {
  return { code: "InvalidSignatureException", message };
}

/** Something that belongs to a signature is missing, or has no form that can be read. */
export function incomplete(message: string): PlainException {
  return { code: "IncompleteSignatureException", message };
}
