/**
 * Expected failures are values: a code, a message for people, and where it happened.
 * Bugs are asserts (`throw new Error`), never faults.
 */
export interface Fault {
  /** Stable, kebab-case; tests and the API map on it. */
  readonly code: string;
  /** What is wrong, the value in backticks, and what to do. No full stop. */
  readonly message: string;
  readonly where?: Where;
}

/** Every member that is known; offsets are bytes from the start of the uncompressed file, lines and columns count from 1. */
export interface Where {
  readonly file?: string;
  readonly offset?: number;
  readonly line?: number;
  readonly column?: number;
  /** JSON pointer (RFC 6901). */
  readonly pointer?: string;
}

export type Result<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly faults: readonly Fault[] };

export function success<T>(value: T): Result<T> {
  return { ok: true, value };
}

export function failure(...faults: readonly Fault[]): { readonly ok: false; readonly faults: readonly Fault[] } {
  return { ok: false, faults };
}

/** One line for a person: `file:line:column: message (code)`, leaving out what is not known. */
export function describeFault(fault: Fault): string {
  const { file, offset, line, column, pointer } = fault.where ?? {};
  const place = [file, line, column].filter((part) => part !== undefined).join(":");
  // The pointer to the whole document is the empty text, which says nothing to a person.
  const detail = [offset === undefined ? undefined : `byte ${offset}`, pointer || undefined].filter(
    (part) => part !== undefined,
  );
  const suffix = detail.length > 0 ? ` at ${detail.join(", ")}` : "";
  return `${place === "" ? "" : `${place}: `}${fault.message}${suffix} (${fault.code})`;
}
