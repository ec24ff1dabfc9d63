import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { IMPACTS } from "../../host/domain/impact.ts";
import { OPERATORS } from "../../host/domain/program.ts";
import { DECISIONS } from "../../host/wasm/decision.ts";
import { NO_GROUP } from "../../host/wasm/group-rows.ts";
import {
  CLASS,
  ENTRY,
  IS_FORM,
  IS_MULTIVALUED,
  PATTERN_FLAGS,
  PLAN,
  POSSIBILITIES,
  PREDICATE_FLAGS,
  TOKENS,
  TRUTH,
  VERDICTS,
} from "../../host/wasm/plan-layout.ts";

/** The constants of an assembly file, by name, that are written as plain numbers. */
function constantsOf(path: string): ReadonlyMap<string, number> {
  const text = readFileSync(new URL(`../../assembly/${path}`, import.meta.url), "utf8");
  const found = text.matchAll(/^(?:export )?const ([A-Z_]+): \w+ = ([^;]+);$/gm);
  const numbers = new Map<string, number>([["u32.MAX_VALUE", 0xffff_ffff]]);
  for (const [, name = "", value = ""] of found) {
    const operands = value.split(" | ").map((each) => numbers.get(each) ?? Number(each.replaceAll("_", "")));
    numbers.set(
      name,
      operands.reduce((bits, each) => (bits | each) >>> 0),
    );
  }
  numbers.delete("u32.MAX_VALUE");
  return numbers;
}

/** `wordsInOrder` of a host name → `WORDS_IN_ORDER` with a prefix. */
function named(prefix: string, entries: Readonly<Record<string, number>>): readonly (readonly [string, number])[] {
  return Object.entries(entries).map(([name, value]) => [
    `${prefix}${name.replace(/[A-Z]/g, "_$&").toUpperCase()}`,
    value,
  ]);
}

const { bytes, entryBytes, predicateBytes, patternBytes, subjectBytes, textBytes, columnBytes, ...offsets } = PLAN;
const { host: _ownOutcomes, ...coreVerdicts } = VERDICTS;

describe("host and assembly agree on every number of", () => {
  test("wire/plan.ts", () => {
    const host = [
      ["COLUMN_BYTES", columnBytes] as const,
      ...named("PLAN_", { ...offsets, bytes }),
      ...named("ENTRY_", { ...ENTRY, bytes: entryBytes, action: 4, target: 8 }),
      ...named("CLASS_", CLASS),
      ...named("VERDICT_", coreVerdicts),
      ...DECISIONS.flatMap((decision, code) => named("DECISION_", { [decision]: code })),
    ];
    expect(Object.fromEntries(constantsOf("wire/plan.ts"))).toEqual(Object.fromEntries(host));
  });

  test("wire/program.ts", () => {
    const host = [
      ["PREDICATE_BYTES", predicateBytes] as const,
      ["SUBJECT_BYTES", subjectBytes] as const,
      ["TEXT_BYTES", textBytes] as const,
      ["PATTERN_BYTES", patternBytes] as const,
      ["IS_MULTIVALUED", IS_MULTIVALUED] as const,
      ["IS_FORM", IS_FORM] as const,
      ["TOKEN_ANY", TOKENS.any] as const,
      ["TOKEN_ONE", TOKENS.one] as const,
      ["TOKEN_VARIABLE", TOKENS.variable] as const,
      ["VARIABLE_NUMBER_BASE", TOKENS.variableNumberBase] as const,
      ...named("PATTERN_", PATTERN_FLAGS),
      ...named("OPERATOR_", OPERATORS),
      ...named("FLAG_", PREDICATE_FLAGS),
      ...named("MAY_BE_", POSSIBILITIES),
    ];
    const own = /^(?:PREDICATE|SUBJECT)_(?!BYTES)|^PATTERN_FLAG_BITS$/;
    const assembly = [...constantsOf("wire/program.ts")].filter(([name]) => !own.test(name));
    expect(Object.fromEntries(assembly)).toEqual(Object.fromEntries(host));
  });

  test("wire/truth.ts", () => {
    const { FALSE, UNKNOWN, TRUE } = Object.fromEntries(constantsOf("wire/truth.ts"));
    expect({ false: FALSE, unknown: UNKNOWN, true: TRUE }).toEqual(TRUTH);
  });

  test("decision/group-rows.ts", () => {
    expect(constantsOf("decision/group-rows.ts").get("NO_GROUP")).toBe(NO_GROUP);
  });
});

test("the host's own verdict codes begin behind those of the core", () => {
  expect(VERDICTS.host).toBeGreaterThan(Math.max(...Object.values(coreVerdicts)));
});

test("an impact's place in its list is the core's code for it", () => {
  expect(IMPACTS.map((impact) => VERDICTS[impact])).toEqual(IMPACTS.map((_, index) => index + 1));
});
