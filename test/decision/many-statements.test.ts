import { beforeAll, describe, expect, test } from "vitest";
import type { Core } from "../../host/wasm/core.ts";
import { judge } from "../../host/wasm/decision.ts";
import type { Subject } from "../../host/wasm/judge-input.ts";
import { POSSIBILITIES } from "../../host/wasm/plan-layout.ts";
import { BUILDS, loadBuild } from "../build-cores.ts";
import { createRandom, type Random } from "../differential/random-policies.ts";
import { impactOf } from "../reference/impact.ts";
import {
  allow,
  compile,
  deny,
  FULL_ACCESS,
  hierarchyOf,
  judgeInputOf,
  namesOf,
  OBJECT,
  policyOf,
  type StatementJson,
} from "./judge-input.ts";

const KEY = "aws:PrincipalTag/number";
const ROUNDS = 4;

describe.each(BUILDS)("judgeRows() of %s", (build) => {
  let core: Core;
  beforeAll(async () => {
    core = await loadBuild(build);
  });

  // Masks are words of 64 bits: just under, at and over one and two words, and far over.
  test.each([63, 64, 65, 127, 128, 129, 200])("finds the one of %d Denies that matches a row", (count) => {
    const denies = Array.from({ length: count }, (_, number) => deny(numberIs(number)));
    const compiled = compile(
      hierarchyOf([FULL_ACCESS]),
      hierarchyOf([FULL_ACCESS, ...policiesOf(denies.filter((_, number) => number % 3 > 0))]),
    );
    // FullAWSAccess has no predicate and is a statement too.
    expect(compiled.program.statements).toHaveLength(1 + denies.filter((_, number) => number % 3 > 0).length);
    const verdicts = judgeNumbers(core, compiled, count);
    expect(verdicts).toEqual(denies.map((_, number) => (number % 3 > 0 ? "newlyDenied" : "unchanged")));
  });

  test("agrees with the reference on programs of more than 200 statements", () => {
    const seen = new Set<string>();
    for (let seed = 1; seed <= ROUNDS; seed++) {
      const random = createRandom(seed);
      const statements = Array.from({ length: 210 }, (_, number) => randomStatement(random, number));
      const some = () => statements.filter(() => random.below(3) > 0);
      const compiled = compile(levelsOf(random, some()), levelsOf(random, some()));
      expect(compiled.program.statements.length).toBeGreaterThan(128);
      const plain = [compiled.current, compiled.proposed].map((levels) =>
        levels.map(({ statements: placed }) =>
          placed.map(({ statement }) => ({ ...statement, version: "2012-10-17" as const })),
        ),
      );
      const expected = statements.map((_, number) => {
        const request = { action: "s3:GetObject", resource: OBJECT, context: { [KEY.toLowerCase()]: [`${number}`] } };
        return impactOf(plain[0] ?? [], plain[1] ?? [], [request]);
      });
      expect(judgeNumbers(core, compiled, statements.length), `seed ${seed}`).toEqual(expected);
      for (const impact of expected) seen.add(impact);
    }
    expect([...seen].sort()).toEqual(["deniedNow", "newlyAllowed", "newlyDenied", "unchanged"]);
  });
});

/** One row for every number from 0 below `count`, as the value of the key. */
function judgeNumbers(core: Core, compiled: ReturnType<typeof compile>, count: number): readonly string[] {
  const subjects = Array.from(
    { length: count },
    (_, number): Subject => ({ possibilities: POSSIBILITIES.values, texts: [`${number}`] }),
  );
  const ids = Uint16Array.from(subjects, (_, number) => number);
  const context = [{ ids, valueCount: count, subjects: new Map([[KEY.toLowerCase(), subjects]]) }];
  const input = judgeInputOf(compiled, count, { context });
  judge(core, input);
  return namesOf(input.verdicts);
}

function numberIs(...numbers: readonly number[]): StatementJson {
  return { Condition: { StringEquals: { [KEY]: numbers.map(String) } } };
}

/** Every number has a statement of its own, so all are distinct; a few match other numbers, or another action. */
function randomStatement(random: Random, number: number): StatementJson {
  const numbers = numberIs(number, ...(random.below(4) === 0 ? [random.below(210)] : []));
  const action = { Action: random.pick(["s3:Get*", "*", "s3:GetObject", "ec2:*"]) };
  return random.below(3) > 0 ? allow({ ...numbers, ...action }) : deny({ ...numbers, ...action });
}

/** Root with everything allowed, and an account that allows only what its statements do. */
function levelsOf(random: Random, statements: readonly StatementJson[]) {
  const isAtRoot = statements.map(({ Effect }) => Effect === "Deny" && random.below(2) === 0);
  const root = statements.filter((_, index) => isAtRoot[index]);
  const account = statements.filter((_, index) => !isAtRoot[index]);
  return hierarchyOf([FULL_ACCESS, ...policiesOf(root)], policiesOf(account));
}

/** As many policies as the length of a policy text asks for. */
function policiesOf(statements: readonly StatementJson[]): readonly string[] {
  const perPolicy = 40;
  return Array.from({ length: Math.ceil(statements.length / perPolicy) }, (_, index) =>
    policyOf(...statements.slice(index * perPolicy, (index + 1) * perPolicy)),
  );
}
