import { existsSync } from "node:fs";
import { beforeAll, describe, expect, test } from "vitest";
import type { Core } from "../../host/wasm/core.ts";
import { BUILDS, loadBuild } from "../build-cores.ts";
import { answersOf } from "./answers-of.ts";
import { readCaseFiles } from "./case-files.ts";
import type { Case } from "./read-cases.ts";
import { readRuleRows, readSources, readTotal } from "./readme-rows.ts";
import { isOpen, referenceAnswers, refutationsOf } from "./reference-answers.ts";

const CASES = readCaseFiles();
const REPOSITORY = new URL("../../", import.meta.url);

const named = (cases: readonly Case[]) => cases.map((each) => [each.id, each.title, each] as const);

describe.each(BUILDS)("%s", (build) => {
  let core: Core;
  beforeAll(async () => {
    core = await loadBuild(build);
  });

  test.each(named(CASES))("%s: %s", (_id, _title, each) => {
    expect(answersOf(core, each)).toEqual(each.expected);
  });
});

describe("the reference", () => {
  const asked = CASES.filter(({ skipReference }) => skipReference === undefined);
  const isUndetermined = ({ expected: { impact, decision } }: Case) => (decision ?? impact) === "undetermined";
  const hasVerdict = ({ expected: { impact } }: Case) => impact !== "undetermined";

  test.each(named(asked.filter((each) => !isOpen(each) || isUndetermined(each))))(
    "agrees on %s: %s",
    (_id, _title, each) => {
      const { impact, decision } = each.expected;
      expect(referenceAnswers(each)).toEqual(decision === undefined ? { impact } : { impact, decision });
    },
  );

  test.each(named(asked.filter((each) => isOpen(each) && hasVerdict(each))))(
    "does not refute %s: %s",
    (_id, _title, each) => {
      expect(refutationsOf(each)).toEqual([]);
    },
  );
});

describe("README.md", () => {
  const rows = readRuleRows();
  const casesOf = (rule: string) => CASES.filter((each) => each.rule === rule);

  test("says how many cases there are", () => {
    expect(readTotal()).toBe(CASES.length);
  });

  test("has a row for the rule of every case", () => {
    expect(CASES.filter(({ rule }) => !rows.has(rule)).map(({ id, rule }) => `${id} of ${rule}`)).toEqual([]);
  });

  test("says of every rule how many cases hold us to it, and which engines run them", () => {
    for (const { id, cases, engines } of rows.values()) {
      expect({ id, cases, engines }).toEqual({ id, ...countsOf(casesOf(id)) });
    }
  });

  test("names for every rule exactly the sources of its cases, each of them a known one", () => {
    const known = readSources();
    for (const { id, sources } of rows.values()) {
      const keys = sources.map((source) => source.replace(/ \(.*\)$/, ""));
      expect(
        keys.filter((key) => !known.has(key)),
        id,
      ).toEqual([]);
      const used = new Set(casesOf(id).flatMap((each) => each.sources));
      if (used.size > 0) expect([...used].sort(), id).toEqual(keys.toSorted());
    }
  });

  test("names for every rule the files of its cases, and other files that exist", () => {
    for (const { id, files } of rows.values()) {
      const own = new Set(casesOf(id).map(({ file }) => file));
      expect(files.filter((file) => file.endsWith(".json")).sort(), id).toEqual([...own].sort());
      const others = files.filter((file) => !file.endsWith(".json"));
      expect(files.length, id).toBeGreaterThan(0);
      for (const file of others) expect(existsSync(new URL(file, REPOSITORY)), `${id} in ${file}`).toBe(true);
    }
  });

  test("belongs to cases whose ids are used once", () => {
    expect(new Set(CASES.map(({ id }) => id)).size).toBe(CASES.length);
  });
});

function countsOf(cases: readonly Case[]): { readonly cases: string; readonly engines: string } {
  if (cases.length === 0) return { cases: "–", engines: "–" };
  const reference = cases.filter(({ skipReference }) => skipReference === undefined).length;
  const engines = reference === cases.length ? "all" : `all, reference ${reference}`;
  return { cases: String(cases.length), engines };
}
