/** The host's side of `assembly/wire/plan.ts` and `assembly/wire/program.ts`: the same numbers (a test compares them). */

export const PLAN = {
  rows: 0,
  words: 4,
  scratch: 8,
  contextColumns: 12,
  contextCount: 16,
  request: 20,
  actionMasks: 32,
  targetMasks: 36,
  identity: 40,
  classes: 52,
  outcomeColumns: 56,
  outcomeCount: 60,
  times: 64,
  baseMask: 68,
  verdicts: 72,
  residualMask: 76,
  windowStart: 80,
  windowEnd: 88,
  capturedAt: 96,
  bytes: 104,
  entryBytes: 12,
  predicateBytes: 20,
  patternBytes: 12,
  subjectBytes: 16,
  textBytes: 8,
  columnBytes: 12,
} as const;

/** Kinds of the entries of a request. */
export const ENTRY = { end: 0, certain: 1, or: 2, possible: 3 } as const;

export const PREDICATE_FLAGS = {
  negated: 1,
  trueWhenAbsent: 2,
  unknownWhenAbsent: 4,
  forAllValues: 8,
  forAnyValue: 16,
} as const;

export const POSSIBILITIES = { absent: 1, values: 2, anything: 4 } as const;

/** Bit of a subject's possibilities: the key holds a list by its nature. */
export const IS_MULTIVALUED = 8;

/** Bit of a subject's possibilities: the text of the resource has wildcards where nobody knows what stands there. */
export const IS_FORM = 16;

export const PATTERN_FLAGS = { contested: 1, opaque: 2, variables: 4 } as const;

/** Bytes of a pattern that are no UTF-8. */
export const TOKENS = { any: 0xff, one: 0xfe, variable: 0xfd, variableNumberBase: 0x80 } as const;

/** Account classes that are no class. */
export const CLASS = { unlisted: 0xffff, unknown: 0xfffe } as const;

/** Verdict codes the core gives; the host's own outcomes start at `host`. */
export const VERDICTS = {
  unchanged: 1,
  deniedNow: 2,
  newlyAllowed: 3,
  newlyDenied: 4,
  undetermined: 5,
  deniedIfAllowedNow: 6,
  outsideWindow: 7,
  outsideOrganization: 8,
  residual: 9,
  host: 16,
} as const;

export const TRUTH = { false: 0, unknown: 1, true: 3 } as const;
