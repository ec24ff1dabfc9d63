/**
 * What is known of a condition key of one request (design part 2: present with values, absent, or unknown), as the set
 * of what it could be. A predicate is decided only if it answers the same for every possibility (R6).
 */
export interface KeyState {
  /** The key may be missing from the request. */
  readonly mayBeAbsent: boolean;
  /** The key may be present with exactly these values; undefined when no such possibility is known. */
  readonly values: readonly string[] | undefined;
  /** The key may be present with a value that nobody knows. */
  readonly mayBeAnything: boolean;
  /** The key holds a list by its nature, also where it has one value; operators of single values say nothing of it. */
  readonly isMultivalued?: true;
}

export const ABSENT: KeyState = { mayBeAbsent: true, values: undefined, mayBeAnything: false };
export const UNKNOWN: KeyState = { mayBeAbsent: true, values: undefined, mayBeAnything: true };
/** Present for sure, with a value that the record does not show. */
export const PRESENT_UNKNOWN: KeyState = { mayBeAbsent: false, values: undefined, mayBeAnything: true };

export function present(...values: readonly string[]): KeyState {
  return { mayBeAbsent: false, values, mayBeAnything: false };
}

/** Present with a list, of a key that holds lists. */
export function presentList(...values: readonly string[]): KeyState {
  return { mayBeAbsent: false, values, mayBeAnything: false, isMultivalued: true };
}

/** Either absent or exactly these values, and the record does not say which. */
export function presentOrAbsent(...values: readonly string[]): KeyState {
  return { mayBeAbsent: true, values, mayBeAnything: false };
}
