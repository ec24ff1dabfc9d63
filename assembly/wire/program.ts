/**
 * What the host hands over to have predicates decided. All numbers little-endian u32; every pointer is 4-aligned except
 * those to bytes.
 *
 *   text       ┌ pointer ┬ bytes ┐                                          8 bytes: UTF-8, not terminated
 *   pattern    ┌ pointer ┬ bytes ┬ flags ┐                                 12 bytes: UTF-8 and TOKEN_ bytes, which UTF-8 never has
 *   predicate  ┌ operator ┬ flags ┬ patterns → pattern[] ┬ count ┬ variables ┐    20 bytes: how many variables its patterns name
 *   subject    ┌ possibilities ┬ texts → text[] ┬ count ┬ 0 ┐              16 bytes: one distinct value of one key
 *   binding    the same 16 bytes: what a policy variable could stand for, each text one alternative
 *
 * A subject is the set of what a key of a request could be (host/domain/key-state.ts); a predicate is decided only when
 * it answers the same for all of it, and for all that its variables could stand for.
 */

export const TEXT_BYTES: usize = 8;

export const PATTERN_BYTES: usize = 12;
const PATTERN_FLAG_BITS: usize = 8;

/** Sources contradict each other on whether it matches where it does: then the answer is unknown. */
export const PATTERN_CONTESTED: u32 = 1;
/** What it means is not known at all: it may match any value. */
export const PATTERN_OPAQUE: u32 = 2;
/** Holds TOKEN_VARIABLE. */
export const PATTERN_VARIABLES: u32 = 4;

/** `*`: any run of characters, also none. */
export const TOKEN_ANY: u32 = 0xff;
/** `?`: exactly one character. */
export const TOKEN_ONE: u32 = 0xfe;
/** A policy variable; the next byte is its number in the predicate + VARIABLE_NUMBER_BASE, so that it is no ASCII character. */
export const TOKEN_VARIABLE: u32 = 0xfd;
export const VARIABLE_NUMBER_BASE: u32 = 0x80;

export const PREDICATE_BYTES: usize = 20;
const PREDICATE_FLAGS: usize = 4;
const PREDICATE_PATTERNS: usize = 8;
const PREDICATE_PATTERN_COUNT: usize = 12;
const PREDICATE_VARIABLE_COUNT: usize = 16;

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
/** An operator without documented meaning: unknown for every present value. */
export const OPERATOR_UNDOCUMENTED: u32 = 10;
export const OPERATOR_NUMERIC_EQUALS: u32 = 11;
export const OPERATOR_NUMERIC_LESS_THAN: u32 = 12;
export const OPERATOR_NUMERIC_LESS_THAN_EQUALS: u32 = 13;
export const OPERATOR_NUMERIC_GREATER_THAN: u32 = 14;
export const OPERATOR_NUMERIC_GREATER_THAN_EQUALS: u32 = 15;
export const OPERATOR_DATE_EQUALS: u32 = 16;
export const OPERATOR_DATE_LESS_THAN: u32 = 17;
export const OPERATOR_DATE_LESS_THAN_EQUALS: u32 = 18;
export const OPERATOR_DATE_GREATER_THAN: u32 = 19;
export const OPERATOR_DATE_GREATER_THAN_EQUALS: u32 = 20;
export const OPERATOR_IP_ADDRESS: u32 = 21;
export const OPERATOR_BINARY_EQUALS: u32 = 22;

/** The list is a Not… list, or the operator a negated one: none of the patterns matches. */
export const FLAG_NEGATED: u32 = 1;
/** The answer for a key that the request does not have (semantics 3.3: negated, …IfExists, ForAllValues). */
export const FLAG_TRUE_WHEN_ABSENT: u32 = 2;
/** That answer is not known. */
export const FLAG_UNKNOWN_WHEN_ABSENT: u32 = 4;
/** ForAllValues: every value of the key satisfies the operator. */
export const FLAG_FOR_ALL_VALUES: u32 = 8;
/** ForAnyValue: some value of the key does. */
export const FLAG_FOR_ANY_VALUE: u32 = 16;

export const MAY_BE_ABSENT: u32 = 1;
export const MAY_BE_VALUES: u32 = 2;
export const MAY_BE_ANYTHING: u32 = 4;
/** The key holds a list by its nature, also where one value is in it. */
export const IS_MULTIVALUED: u32 = 8;
/** Of a resource: its text has TOKEN_ANY and TOKEN_ONE where nobody knows what stands there. */
export const IS_FORM: u32 = 16;

export function operatorOf(predicate: usize): u32 {
  return load<u32>(predicate);
}

export function flagsOf(predicate: usize): u32 {
  return load<u32>(predicate, PREDICATE_FLAGS);
}

export function patternAt(predicate: usize, index: u32): usize {
  return <usize>load<u32>(predicate, PREDICATE_PATTERNS) + <usize>index * PATTERN_BYTES;
}

export function patternCountOf(predicate: usize): u32 {
  return load<u32>(predicate, PREDICATE_PATTERN_COUNT);
}

export function variableCountOf(predicate: usize): u32 {
  return load<u32>(predicate, PREDICATE_VARIABLE_COUNT);
}

export function patternFlagsOf(pattern: usize): u32 {
  return load<u32>(pattern, PATTERN_FLAG_BITS);
}

export function possibilitiesOf(subject: usize): u32 {
  return load<u32>(subject);
}

export function textAt(subject: usize, index: u32): usize {
  return <usize>load<u32>(subject, SUBJECT_TEXTS) + <usize>index * TEXT_BYTES;
}

export function textCountOf(subject: usize): u32 {
  return load<u32>(subject, SUBJECT_TEXT_COUNT);
}

/** Where the bytes of a text or pattern begin. */
export function startOf(text: usize): usize {
  return load<u32>(text);
}

/** How many bytes a text or pattern has. */
export function lengthOf(text: usize): u32 {
  return load<u32>(text, 4);
}
