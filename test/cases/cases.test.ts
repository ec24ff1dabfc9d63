import { existsSync, readFileSync } from "node:fs";
import { beforeAll, describe, expect, test } from "vitest";
import { parsePolicyDocument } from "../../host/policy/parse-policy-document.ts";
import type { Core } from "../../host/wasm/core.ts";
import { BUILDS, loadBuild } from "../build-cores.ts";
import { type Documents, judgeRequest } from "../differential/judge-request.ts";
import { impactOf, type PlainHierarchy } from "../reference/impact.ts";
import type { Request } from "../reference/matches-statement.ts";
import { type Case, readCases } from "./read-cases.ts";

const CASES = readCases();
const REPOSITORY = new URL("../../", import.meta.url);

const named = (cases: readonly Case[]) => cases.map((each) => [each.id, each.title, each] as const);

describe.each(BUILDS)("judge of %s", (build) => {
  let core: Core;
  beforeAll(async () => {
    core = await loadBuild(build);
  });

  test.each(named(CASES))("%s: %s", (_id, _title, { current, proposed, impact, ...request }) => {
    expect(judgeRequest(core, current, proposed, request)).toBe(impact);
  });
});

describe("the reference", () => {
  const asked = CASES.filter((each) => canAskReference(each) && each.skipReference === undefined);

  test.each(named(asked))("agrees on %s: %s", (_id, _title, each) => {
    expect(impactOf(read(each.current), read(each.proposed), assignmentsOf(each))).toBe(each.impact);
  });

  test("is skipped by name only where it could be asked", () => {
    const idle = CASES.filter((each) => each.skipReference !== undefined && !canAskReference(each));
    expect(idle.map(({ id }) => id)).toEqual([]);
  });
});

describe("README.md", () => {
  /** Rule id → files its row names. */
  const rules = new Map(
    [...readFileSync(new URL("README.md", import.meta.url), "utf8").matchAll(/^\| `([^`]+)` +\|.*\|([^|]+)\|$/gm)].map(
      ([, id = "", files = ""]) => [id, [...files.matchAll(/`([^`]+)`/g)].map(([, file = ""]) => file)] as const,
    ),
  );

  test("has a row for the rule of every case, and the row names the file of the case", () => {
    const missing = CASES.filter(({ rule, file }) => rules.get(rule)?.includes(file) !== true);
    expect(missing.map(({ id, rule, file }) => `${file}: ${id} of ${rule}`)).toEqual([]);
  });

  test("names files that exist, and in every file of cases there is one of the rule", () => {
    expect(rules.size).toBeGreaterThan(50);
    for (const [rule, files] of rules) {
      expect(files, rule).not.toEqual([]);
      for (const file of files) {
        const holds = file.endsWith(".json")
          ? CASES.some((each) => each.rule === rule && each.file === file)
          : existsSync(new URL(file, REPOSITORY));
        expect(holds, `${rule} in ${file}`).toBe(true);
      }
    }
  });

  test("belongs to cases whose ids are used once", () => {
    expect(new Set(CASES.map(({ id }) => id)).size).toBe(CASES.length);
  });
});

/** The reference knows requests of one value a key. */
function canAskReference({ resource, keys }: Case): boolean {
  return (
    resource !== undefined &&
    [...keys.values()].every(({ mayBeAnything, values = [] }) => !mayBeAnything && values.length < 2)
  );
}

/** Every combination of what the keys can be. */
function assignmentsOf({ action, resource = "", keys }: Case): readonly Request[] {
  let contexts: Record<string, string>[] = [{}];
  for (const [key, { mayBeAbsent, values }] of keys) {
    const choices = [...(mayBeAbsent ? [undefined] : []), ...(values ?? [])];
    contexts = contexts.flatMap((context) =>
      choices.map((value) => (value === undefined ? context : { ...context, [key]: value })),
    );
  }
  return contexts.map((context) => ({ action, resource, context }));
}

function read(documents: Documents): PlainHierarchy {
  return documents.map((policies) =>
    policies.flatMap((text) => {
      const parsed = parsePolicyDocument(text);
      if (!parsed.ok) throw new Error(JSON.stringify(parsed.faults));
      return parsed.value.statements;
    }),
  );
}
