/**
 * What the host hands over to have predicates decided. All numbers little-endian u32; every pointer is 4-aligned except
 * those to text bytes.
 *
 *   text       ┌ pointer ┬ bytes │ OPAQUE ┐                           8 bytes: UTF-8, not terminated
 *   predicate  ┌ operator ┬ flags ┬ patterns → text[] ┬ count ┐     16 bytes
 *   subject    ┌ possibilities ┬ texts → text[] ┬ count ┬ 0 ┐       16 bytes: one distinct value of one key
 *
 * A subject is the set of what a key of a request could be (host/domain/key-state.ts); a predicate is decided only when
 * it answers the same for all of it.
 */

export const TEXT_BYTES: usize = 8;
/** Bit of a text's length: a pattern whose meaning is not known (a policy variable): it may match any value. */
export const OPAQUE: u32 = 0x8000_0000;

export const PREDICATE_BYTES: usize = 16;
const PREDICATE_FLAGS: usize = 4;
const PREDICATE_PATTERNS: usize = 8;
const PREDICATE_PATTERN_COUNT: usize = 12;

export const SUBJECT_BYTES: usize = 16;
const SUBJECT_TEXTS: usize = 4;
const SUBJECT_TEXT_COUNT: usize = 8;

export const OPERATOR_ACTION: u32 = 1;
/** One of the request's resources matches: the sense of a Deny, which is asked once per resource. */
export const OPERATOR_RESOURCE_ANY: u32 = 2;
/** Every resource of the request matches: the sense of an Allow. */
export const OPERATOR_RESOURCE_ALL: u32 = 3;
export const OPERATOR_STRING_EQUALS: u32 = 4;
export const OPERATOR_STRING_EQUALS_IGNORE_CASE: u32 = 5;
export const OPERATOR_STRING_LIKE: u32 = 6;
export const OPERATOR_ARN_LIKE: u32 = 7;
export const OPERATOR_BOOL: u32 = 8;
export const OPERATOR_NULL: u32 = 9;
/** An operator that is not evaluated yet: unknown for every present value. */
export const OPERATOR_UNSUPPORTED: u32 = 10;

/** The list is a Not… list, or the operator a negated one: none of the patterns matches. */
export const FLAG_NEGATED: u32 = 1;
/** The answer for a key that the request does not have (semantics 3.3: negated, …IfExists, ForAllValues). */
export const FLAG_TRUE_WHEN_ABSENT: u32 = 2;
/** That answer is not known. */
export const FLAG_UNKNOWN_WHEN_ABSENT: u32 = 4;

export const MAY_BE_ABSENT: u32 = 1;
export const MAY_BE_VALUES: u32 = 2;
export const MAY_BE_ANYTHING: u32 = 4;

export function operatorOf(predicate: usize): u32 {
  return load<u32>(predicate);
}

export function flagsOf(predicate: usize): u32 {
  return load<u32>(predicate, PREDICATE_FLAGS);
}

export function patternsOf(predicate: usize): usize {
  return load<u32>(predicate, PREDICATE_PATTERNS);
}

export function patternCountOf(predicate: usize): u32 {
  return load<u32>(predicate, PREDICATE_PATTERN_COUNT);
}

export function possibilitiesOf(subject: usize): u32 {
  return load<u32>(subject);
}

export function textsOf(subject: usize): usize {
  return load<u32>(subject, SUBJECT_TEXTS);
}

export function textCountOf(subject: usize): u32 {
  return load<u32>(subject, SUBJECT_TEXT_COUNT);
}

/** Where the bytes of a text begin. */
export function startOf(text: usize): usize {
  return load<u32>(text);
}

/** How many bytes a text has. */
export function lengthOf(text: usize): u32 {
  return load<u32>(text, 4) & ~OPAQUE;
}

export function isOpaque(text: usize): bool {
  return (load<u32>(text, 4) & OPAQUE) !== 0;
}
