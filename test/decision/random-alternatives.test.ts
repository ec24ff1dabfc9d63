/** Operations of several authorizations against R7 by its definition: every choice of what was asked, of every resource. */
import { beforeAll, describe, expect, test } from "vitest";
import { settleVerdict } from "../../host/evaluation/explaining/settle-verdict.ts";
import { judgementOf, viewOf } from "../../host/evaluation/explaining/statement-truths.ts";
import type { Core } from "../../host/wasm/core.ts";
import { judge } from "../../host/wasm/decision.ts";
import type { Entry } from "../../host/wasm/judge-input.ts";
import { BUILDS, loadBuild } from "../build-cores.ts";
import { createRandom, type Random, RESOURCES, randomDocument } from "../differential/random-policies.ts";
import { decide, type PlainHierarchy } from "../reference/decide.ts";
import type { Request } from "../reference/matches-statement.ts";
import {
  type Asked,
  type AskedRequest,
  askedInputOf,
  type Compiled,
  compile,
  deny,
  FULL_ACCESS,
  hierarchyOf,
  namesOf,
  OBJECT,
  policyOf,
  type StatementJson,
  verdictsOf,
} from "./judge-input.ts";

const CASES = 2500;
const ANY_RESOURCE = [
  ...RESOURCES.filter((each) => each !== "*"),
  "arn:aws:s3:::other",
  "arn:aws:s3:::logs/z",
  "arn:aws:s3:::lags/a/b",
  "arn:aws:iam::111122223333:role/q/admin",
  "arn:aws:sqs:eu-west-1:111122223333:q",
];
const ACTIONS = ["s3:GetObject", "s3:PutObject", "ec2:RunInstances", "iam:CreateRole"];

/** What may be answered for less than the exact impact: towards undetermined, and never the other way (R7). */
const ACCEPTED: Readonly<Record<string, readonly string[]>> = {
  unchanged: ["undetermined"],
  undetermined: [],
  newlyDenied: ["undetermined", "deniedIfAllowedNow"],
  deniedNow: ["undetermined", "unchanged", "deniedIfAllowedNow"],
  newlyAllowed: ["undetermined", "unchanged", "deniedNow"],
};

describe.each(BUILDS)("an operation of several authorizations in %s", (build) => {
  let core: Core;
  beforeAll(async () => {
    core = await loadBuild(build);
  });

  test(`is never surer than trying everything on ${CASES} random operations`, () => {
    const seen = new Set<string>();
    const decided: string[] = [];
    for (let seed = 1; seed <= CASES; seed++) {
      const random = createRandom(seed);
      const level = () => Array.from({ length: 1 + random.below(2) }, () => withoutConditions(randomDocument(random)));
      const current = [level(), level()];
      const target = random.below(2);
      const proposed = current.map((policies, index) =>
        index === target ? [...policies.slice(1), ...level()] : policies,
      );
      const compiled = compile(hierarchyOf(...current), hierarchyOf(...proposed));
      const request = randomRequest(random);
      const [answer = ""] = verdictsOf(core, compiled, [request]);
      const expected = exactImpact(compiled, request);
      const accepted = [expected, ...(ACCEPTED[expected] ?? [])];
      expect(accepted, `seed ${seed}: ${answer} for ${expected}`).toContain(answer);
      const settled = settledOf(core, compiled, request);
      const final = [expected, ...(ACCEPTED[expected] ?? []).filter((each) => each !== "deniedIfAllowedNow")];
      expect(final, `seed ${seed}: settled as ${settled} for ${expected}`).toContain(settled);
      if (answer === "deniedIfAllowedNow") decided.push(settled);
      seen.add(expected);
    }
    expect(seen.size).toBe(5);
    expect(new Set(decided)).toEqual(new Set(["newlyDenied", "undetermined"]));
  });

  test("two that are allowed now under one value of a key each, but never together, are not shown to be", () => {
    const get = [{ action: "s3:GetObject", resource: OBJECT }];
    const pass = [{ action: "iam:PassRole", resource: "arn:aws:iam::111122223333:role/miller" }];
    const team = { StringEquals: { "aws:PrincipalTag/team": "red" } };
    const otherTeam = { StringNotEquals: { "aws:PrincipalTag/team": "red" } };
    const settled = (...denied: readonly StatementJson[]) => {
      const attached = policyOf(...denied);
      const proposed = policyOf(...denied, deny({ Action: "s3:*" }));
      const compiled = compile(hierarchyOf([FULL_ACCESS, attached]), hierarchyOf([FULL_ACCESS, proposed]));
      return settledOf(core, compiled, { certain: [get, pass], possible: [] });
    };
    const getOfOthers = deny({ Action: "s3:GetObject", Condition: otherTeam });
    expect(settled(getOfOthers)).toBe("newlyDenied");
    expect(settled(getOfOthers, deny({ Action: "iam:PassRole", Condition: otherTeam }))).toBe("newlyDenied");
    expect(settled(getOfOthers, deny({ Action: "iam:PassRole", Condition: team }))).toBe("undetermined");
  });
});

/** The verdict of one request after the closer look that the host takes. */
function settledOf(core: Core, compiled: Compiled, asked: AskedRequest): string {
  const { program, current, proposed } = compiled;
  const input = askedInputOf(compiled, [asked]);
  const judgement = judgementOf(judge(core, input), input);
  const [entries] = input.request.requests;
  const view = (entry: Entry) => viewOf(program, judgement, 0, entry);
  const views = {
    certain: entries?.certain.map((list) => list.map(view)) ?? [],
    possible: entries?.possible.map(view) ?? [],
  };
  const verdict = settleVerdict(program, input.verdicts[0] ?? 0, views, current, proposed);
  return namesOf(Uint8Array.of(verdict))[0] ?? "";
}

function randomRequest(random: Random): AskedRequest {
  const known = RESOURCES.filter((each) => each !== "*");
  const some = (count: number, make: () => Asked) => Array.from({ length: random.below(count + 1) }, make);
  const asked = (): Asked => ({ action: random.pick(ACTIONS), resource: random.pick(known) });
  const unknown = (): Asked => ({ action: random.pick(ACTIONS) });
  const certain = some(2, asked).map((first) => [first, ...some(1, asked), ...some(1, unknown)]);
  return { certain, possible: some(1, random.below(2) === 0 ? asked : unknown) };
}

/** Conditions are tested elsewhere; without them everything there is to try is actions and resources. */
function withoutConditions(document: string): string {
  return JSON.stringify(JSON.parse(document), (name, value) => (name === "Condition" ? undefined : value));
}

/** R7 by its definition: every choice of what was asked, of every resource that the policies can tell apart. */
function exactImpact({ current, proposed }: Compiled, { certain, possible }: AskedRequest): string {
  const [now, then] = [current, proposed].map(
    (levels): PlainHierarchy =>
      levels.map(({ statements }) => statements.map(({ statement }) => ({ ...statement, version: "2012-10-17" }))),
  );
  const choicesOf = ({ action, resource }: Asked): readonly Request[] =>
    (resource === undefined ? ANY_RESOURCE : [resource]).map((each) => ({ action, resource: each, context: {} }));
  let assignments: readonly (readonly Request[])[] = [[]];
  for (const list of certain) {
    assignments = assignments.flatMap((each) => list.flatMap(choicesOf).map((request) => [...each, request]));
  }
  for (const asked of possible) {
    assignments = assignments.flatMap((each) => [each, ...choicesOf(asked).map((request) => [...each, request])]);
  }
  const allows = (hierarchy: PlainHierarchy = [], requests: readonly Request[]) =>
    requests.every((request) => decide(hierarchy, request) === "allowed");
  const allowedNow = assignments.filter((requests) => allows(now, requests));
  if (allowedNow.length === 0)
    return assignments.every((requests) => allows(then, requests)) ? "newlyAllowed" : "deniedNow";
  const denied = allowedNow.filter((requests) => !allows(then, requests)).length;
  if (denied === 0) return "unchanged";
  return denied === allowedNow.length ? "newlyDenied" : "undetermined";
}
