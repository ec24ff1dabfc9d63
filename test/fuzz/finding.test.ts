/** Whether the fuzzer finds faults, and makes them small: products with one rule turned round. */
import { describe, expect, test } from "vitest";
import { findMatch, type PlainStatement } from "../reference/matches-statement.ts";
import { not } from "../reference/truth.ts";
import type { Product } from "./asking.ts";
import { checkCases } from "./check-cases.ts";
import { MODES } from "./fuzz-case.ts";
import { type Disagreement, runCases } from "./run-cases.ts";
import { standIn } from "./stand-in.ts";

/** The rarest fault here shows once in about ten thousand cases; the others end their search early. */
const CASES = 10_000;

function find(product: Product, mode: (typeof MODES)[number], cases = CASES): Disagreement | undefined {
  return runCases(product, mode, 1, 1 + cases, { cases: 0, lessSure: 0 });
}

test.each(MODES)("a product that answers as the reference does has no fault in mode %s", (mode) => {
  expect(find(standIn(), mode, 400)).toBeUndefined();
});

describe("a product with a fault is found out, by a small case", () => {
  test.each<[string, (statement: PlainStatement) => PlainStatement]>([
    ["StringNotLike is StringLike", withOperators(/^StringNotLike$/, "StringLike")],
    ["IfExists is left out", withOperators(/IfExists$/, "")],
    ["ForAllValues is ForAnyValue", withOperators(/^ForAllValues:/, "ForAnyValue:")],
    ["less than is less than or equal", withOperators(/^NumericLessThan$/, "NumericLessThanEquals")],
    ["later than is later than or equal", withOperators(/^DateGreaterThan$/, "DateGreaterThanEquals")],
    ["NotAction is Action", (each) => ({ ...each, actions: { ...each.actions, negated: false } })],
    ["variables are text", (each) => ({ ...each, version: "2008-10-17" })],
    ["keys have case", (each) => ({ ...each, conditions: each.conditions.filter(({ key }) => /^[a-z]/.test(key)) })],
  ])("%s", (_name, change) => {
    const faulty = standIn((statement, request) => findMatch(change(statement), request));
    const found = find(faulty, "known");
    expect(found?.wrong).toBe("they differ");
    const { hierarchy } = JSON.parse(found?.line ?? "{}");
    expect(hierarchy).toHaveLength(1);
    expect(hierarchy[0].policies.length).toBeLessThanOrEqual(1);
    expect(found?.line.length).toBeLessThan(700);
  });

  test("a sure answer that hangs on an unknown key", () => {
    const honest = standIn();
    const rash: Product = {
      ...honest,
      decide: (levels, questions) =>
        honest
          .decide(levels, questions)
          .map((answer) =>
            answer.decision === "undetermined"
              ? { decision: "allowed", matchedStatements: [], unknownContextKeys: [] }
              : answer,
          ),
    };
    expect(find(rash, "unknown")?.wrong).toBe("not every assignment is decided so");
  });

  test("a known key among the unknown ones", () => {
    const honest = standIn();
    const chatty: Product = {
      ...honest,
      decide: (levels, questions) =>
        honest.decide(levels, questions).map((answer) => ({ ...answer, unknownContextKeys: ["aws:SourceVpc"] })),
    };
    expect(find(chatty, "known")?.wrong).toBe("they differ");
    expect(find(chatty, "unknown")?.wrong).toContain("aws:SourceVpc");
  });

  test("an impact that hides a denial", () => {
    const honest = standIn();
    const hiding: Product = {
      ...honest,
      judge: (current, proposed, questions) =>
        honest
          .judge(current, proposed, questions)
          .map((impact) => (impact === "newlyDenied" || impact === "undetermined" ? "unchanged" : impact)),
    };
    const found = find(hiding, "impact");
    expect(found?.wrong).toMatch(/^unchanged where trying gives (?:newlyDenied|undetermined)$/);
    expect(found?.line.length).toBeLessThan(900);
  });

  test("an exception", () => {
    const honest = standIn();
    const brittle: Product = {
      ...honest,
      decide(levels, questions) {
        if (questions.some(({ action }) => action.startsWith("iam:"))) throw new Error("no such service");
        return honest.decide(levels, questions);
      },
    };
    expect(find(brittle, "known")).toMatchObject({ wrong: "it throws", answer: "Error: no such service" });
  });

  test("statements that did not decide", () => {
    const honest = standIn();
    const forgetful: Product = {
      ...honest,
      decide: (levels, questions) =>
        honest
          .decide(levels, questions)
          .map((answer) => ({ ...answer, matchedStatements: answer.matchedStatements.slice(0, 1) })),
    };
    expect(find(forgetful, "known")?.wrong).toBe("they differ");
  });
});

test("a contested statement turned round is contested still, and found in no mode", () => {
  const turned = standIn((statement, request) => {
    const finding = findMatch(statement, request);
    return typeof finding === "boolean" ? finding : not(finding);
  });
  expect(find(turned, "known", 1000)).toBeUndefined();
});

test("no cases have no answers", () => {
  expect(checkCases(standIn(), [])).toEqual([]);
});

function withOperators(before: RegExp, after: string): (statement: PlainStatement) => PlainStatement {
  return (statement) => ({
    ...statement,
    conditions: statement.conditions.map((each) => ({ ...each, operator: each.operator.replace(before, after) })),
  });
}
