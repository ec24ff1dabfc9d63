import { beforeAll, describe, expect, test } from "vitest";
import type { Hierarchy } from "../../host/domain/organization.ts";
import { keysOf, RESOURCE_KEY } from "../../host/domain/program.ts";
import {
  type Denial,
  denialOf,
  type Explanation,
  explainOpen,
} from "../../host/evaluation/explaining/explain-verdict.ts";
import { judgementOf, viewOf } from "../../host/evaluation/explaining/statement-truths.ts";
import type { Core } from "../../host/wasm/core.ts";
import { judge } from "../../host/wasm/decision.ts";
import type { Subject } from "../../host/wasm/judge-input.ts";
import { POSSIBILITIES } from "../../host/wasm/plan-layout.ts";
import { BUILDS, loadBuild } from "../build-cores.ts";
import {
  actionSubject,
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
  UNKNOWN_KEY,
  UNKNOWN_RESOURCE,
} from "./judge-input.ts";

const TEAM = "aws:PrincipalTag/team";
const STAGE = "aws:PrincipalTag/stage";
const REGION = "aws:RequestedRegion";
const USER_NAME = "$".concat("{aws:username}");

/** A call of s3:GetObject in eu-west-1 by a principal whose tags nobody knows. */
const KEYS: ReadonlyMap<string, Subject> = new Map([
  [REGION.toLowerCase(), { possibilities: POSSIBILITIES.values, texts: ["eu-west-1"] }],
]);

const ALLOWED = [[FULL_ACCESS], [FULL_ACCESS]] as const;
const DENY = policyOf(deny({ Action: "s3:*" }));
const ALLOW_OTHER = policyOf(allow({ Action: "ec2:*" }));

function tagIs(key: string, value = "red"): StatementJson {
  return { Condition: { StringEquals: { [key]: value } } };
}

describe.each(BUILDS)("denialOf() over %s names", (build) => {
  let core: Core;
  beforeAll(async () => {
    core = await loadBuild(build);
  });

  test("a Deny at the account rather than a root that allows nothing", () => {
    const { verdict, denial } = explain(core, ALLOWED, [[ALLOW_OTHER], [FULL_ACCESS, DENY]]);
    expect(verdict).toBe("newlyDenied");
    expect(denial()?.decidedBy).toMatchObject({
      decision: "explicitDeny",
      level: "level-1",
      policy: "p-1",
      statement: 0,
    });
  });

  test("of several Denies the one nearest to the root", () => {
    const { denial } = explain(core, ALLOWED, [[FULL_ACCESS, FULL_ACCESS, DENY], [DENY]]);
    expect(denial()?.decidedBy).toMatchObject({ level: "level-0", policy: "p-2" });
  });

  test("of several Denies of a level the policy that comes first, then the statement", () => {
    const two = policyOf(
      deny({ Sid: "Other", Action: "ec2:*" }),
      deny({ Sid: "First", Action: "s3:Get*" }),
      deny({ Sid: "Second", Action: "s3:*" }),
    );
    const { denial } = explain(core, ALLOWED, [[FULL_ACCESS], [FULL_ACCESS, two, DENY]]);
    expect(denial()).toEqual({
      decidedBy: {
        decision: "explicitDeny",
        level: "level-1",
        policy: "p-1",
        policyName: "p-1",
        statement: 1,
        sid: "First",
      },
      order: [0, 1, 2],
    });
  });

  test("no Deny that only may match, nor one that does not", () => {
    const unsure = policyOf(deny(tagIs(TEAM)), deny({ Condition: { StringEquals: { [REGION]: "us-east-1" } } }));
    const { denial } = explain(core, ALLOWED, [
      [FULL_ACCESS, unsure],
      [FULL_ACCESS, DENY],
    ]);
    expect(denial()?.decidedBy).toMatchObject({ level: "level-1", policy: "p-1" });
  });

  test("of several levels that allow nothing the one nearest to the root", () => {
    const { verdict, denial } = explain(core, ALLOWED, [[FULL_ACCESS], [ALLOW_OTHER]]);
    expect([verdict, denial()]).toEqual([
      "newlyDenied",
      { decidedBy: { decision: "implicitDeny", level: "level-1" }, order: [1, 1, 0] },
    ]);
    const both = explain(core, ALLOWED, [[ALLOW_OTHER], [ALLOW_OTHER]]);
    expect(both.denial()?.decidedBy).toEqual({ decision: "implicitDeny", level: "level-0" });
  });

  test("no level that may allow", () => {
    const unsure = policyOf(allow(tagIs(TEAM)));
    const { denial } = explain(core, ALLOWED, [[unsure], [ALLOW_OTHER]]);
    expect(denial()?.decidedBy).toEqual({ decision: "implicitDeny", level: "level-1" });
  });

  test("nothing for a call that is allowed", () => {
    const { verdict, denial } = explain(core, ALLOWED, ALLOWED);
    expect(verdict).toBe("unchanged");
    expect(denial()).toBeUndefined();
  });
});

describe.each(BUILDS)("explainOpen() over %s", (build) => {
  let core: Core;
  beforeAll(async () => {
    core = await loadBuild(build);
  });

  test("names the Deny and the unknown key that keep a call open, and no known key", () => {
    const unsure = policyOf(
      deny({ Action: "ec2:*", ...tagIs(STAGE) }),
      deny({ Sid: "Team", Condition: { StringEquals: { [TEAM]: "red", [REGION]: "eu-west-1" } } }),
    );
    const { verdict, open } = explain(core, ALLOWED, [[FULL_ACCESS], [FULL_ACCESS, unsure]]);
    expect([verdict, open()]).toEqual([
      "undetermined",
      {
        decidedBy: {
          decision: "explicitDeny",
          level: "level-1",
          policy: "p-1",
          policyName: "p-1",
          statement: 1,
          sid: "Team",
        },
        unknown: [TEAM.toLowerCase()],
      },
    ]);
  });

  test("names no key of a Deny that a known key rules out", () => {
    const ruledOut = deny({ Condition: { StringEquals: { [STAGE]: "red", [REGION]: "us-east-1" } } });
    const { open } = explain(core, ALLOWED, [
      [FULL_ACCESS, policyOf(ruledOut)],
      [FULL_ACCESS, policyOf(deny(tagIs(TEAM)))],
    ]);
    expect(open()).toMatchObject({ decidedBy: { level: "level-1" }, unknown: [TEAM.toLowerCase()] });
  });

  test("names no key of a Deny that is attached now", () => {
    const attached = policyOf(deny(tagIs(STAGE)));
    const { verdict, open } = explain(
      core,
      [[FULL_ACCESS, attached], [FULL_ACCESS]],
      [
        [FULL_ACCESS, attached],
        [FULL_ACCESS, policyOf(deny(tagIs(TEAM)))],
      ],
    );
    expect(verdict).toBe("undetermined");
    expect(open()).toMatchObject({ decidedBy: { level: "level-1" }, unknown: [TEAM.toLowerCase()] });
  });

  test("names the keys of every Deny that keeps the call open, sorted, each once", () => {
    const both = policyOf(deny(tagIs(TEAM)), deny(tagIs(STAGE)), deny(tagIs(TEAM, "blue")));
    const { open } = explain(core, ALLOWED, [[FULL_ACCESS], [FULL_ACCESS, both]]);
    expect(open()).toMatchObject({ decidedBy: { statement: 0 }, unknown: [STAGE.toLowerCase(), TEAM.toLowerCase()] });
  });

  test("names the level whose Allows only may match, with their keys", () => {
    const unsure = policyOf(allow(tagIs(TEAM)), allow({ Action: "ec2:*", ...tagIs(STAGE) }));
    const { verdict, open } = explain(core, ALLOWED, [[FULL_ACCESS], [unsure]]);
    expect([verdict, open()]).toEqual([
      "undetermined",
      { decidedBy: { decision: "implicitDeny", level: "level-1" }, unknown: [TEAM.toLowerCase()] },
    ]);
  });

  test("passes over a level that keeps the Allows it has now", () => {
    const kept = policyOf(allow(tagIs(STAGE)));
    const { verdict, open } = explain(core, [[kept], [FULL_ACCESS]], [[kept], [policyOf(allow(tagIs(TEAM)))]]);
    expect(verdict).toBe("undetermined");
    expect(open()).toEqual({
      decidedBy: { decision: "implicitDeny", level: "level-1" },
      unknown: [TEAM.toLowerCase()],
    });
  });

  test("names the resource when that is what nobody knows", () => {
    const ofOne = policyOf(deny({ Resource: "arn:aws:s3:::ledger/*" }));
    const { verdict, open } = explain(core, ALLOWED, [[FULL_ACCESS], [FULL_ACCESS, ofOne]], UNKNOWN_RESOURCE);
    expect(verdict).toBe("undetermined");
    expect(open()).toMatchObject({ decidedBy: { policy: "p-1" }, unknown: [RESOURCE_KEY] });
  });

  test("names the key of a variable, and not the known key that is compared with it", () => {
    const variable = policyOf(deny({ Condition: { StringLike: { [REGION]: USER_NAME } } }));
    const { verdict, open } = explain(core, ALLOWED, [[FULL_ACCESS], [FULL_ACCESS, variable]]);
    expect(verdict).toBe("undetermined");
    expect(open()).toEqual({
      decidedBy: expect.objectContaining({ policy: "p-1" }),
      unknown: [USER_NAME.slice(2, -1)],
    });
  });

  test("gives a reason, and no key, for what AWS does not document of a known key", () => {
    const variable = policyOf(deny({ Condition: { Bool: { [REGION]: USER_NAME } } }));
    const { verdict, open } = explain(core, ALLOWED, [[FULL_ACCESS], [FULL_ACCESS, variable]]);
    expect(verdict).toBe("undetermined");
    expect(open()).toMatchObject({
      decidedBy: { policy: "p-1" },
      unknown: [],
      reason: expect.stringContaining("Bool"),
    });
  });

  test("has nothing to say of a call that is not open", () => {
    const { open } = explain(core, ALLOWED, ALLOWED);
    expect(open()).toEqual({ unknown: [] });
  });
});

interface Explained {
  readonly verdict: string;
  readonly denial: () => Denial | undefined;
  readonly open: () => Explanation;
}

const ENTRY = { action: 0, target: 0 };

type Levels = readonly (readonly string[])[];

function explain(core: Core, current: Levels, proposed: Levels, resource?: Subject): Explained {
  const [now, then]: Hierarchy[] = [hierarchyOf(...current), hierarchyOf(...proposed)];
  const compiled = compile(now ?? [], then ?? []);
  const { program } = compiled;
  const keys = program.predicates.flatMap(keysOf).filter((key) => key.includes(":"));
  const constants = new Map(keys.map((key) => [key, KEYS.get(key) ?? UNKNOWN_KEY] as const));
  const object = resource ?? { possibilities: POSSIBILITIES.values, texts: [OBJECT] };
  const input = judgeInputOf(compiled, 1, {
    constants,
    request: {
      ids: new Uint8Array(1),
      requests: [{ certain: [[ENTRY]], possible: [] }],
      actions: [actionSubject("s3:GetObject")],
      targets: { valueCount: 1, subjects: new Map([[RESOURCE_KEY, [object]]]) },
    },
  });
  const view = viewOf(program, judgementOf(judge(core, input), input), 0, ENTRY);
  return {
    verdict: namesOf(input.verdicts)[0] ?? "",
    denial: () => denialOf(program, view, compiled.proposed),
    open: () => explainOpen(program, [view], compiled.proposed, compiled.current),
  };
}
