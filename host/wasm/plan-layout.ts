/** The host's side of `assembly/wire/plan.ts` and `assembly/wire/program.ts`: the same numbers (a test compares them). */

export const PLAN = {
  rows: 0,
  words: 4,
  scratch: 8,
  contextColumns: 12,
  contextCount: 16,
  operation: 20,
  possibleMasks: 32,
  operationFlags: 36,
  resource: 40,
  identity: 52,
  classes: 64,
  outcomeColumns: 68,
  outcomeCount: 72,
  times: 76,
  baseMask: 80,
  verdicts: 84,
  windowStart: 88,
  windowEnd: 96,
  capturedAt: 104,
  alternativeMasks: 112,
  residualMask: 116,
  bytes: 120,
  predicateBytes: 20,
  patternBytes: 12,
  subjectBytes: 16,
  textBytes: 8,
  columnBytes: 12,
} as const;

export const OPERATION_FLAGS = { certain: 1, possible: 2, alternatives: 4 } as const;

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
