import { beforeAll, describe, expect, test } from "vitest";
import type { Core } from "../../host/wasm/core.ts";
import { BUILDS, loadBuild } from "../build-cores.ts";
import {
  type Asked,
  type AskedRequest,
  allow,
  compile,
  deny,
  FULL_ACCESS,
  hierarchyOf,
  OBJECT,
  policyOf,
  type StatementJson,
  verdictsOf,
} from "./judge-input.ts";

describe.each(BUILDS)("an operation of several authorizations in %s", (build) => {
  let core: Core;
  beforeAll(async () => {
    core = await loadBuild(build);
  });

  const get: Asked = { action: "s3:GetObject", resource: OBJECT };
  const of = (...certain: readonly (readonly Asked[])[]): AskedRequest => ({ certain, possible: [] });
  const GET = of([get]);
  const BESIDES: AskedRequest = { ...GET, possible: [{ action: "iam:PassRole" }] };
  const INSTEAD = of([get, { action: "s3:GetObjectAcl" }]);
  const VARIANT = of([get, { action: "s3:GetObjectAcl", resource: OBJECT }]);
  const ONLY_POSSIBLE: AskedRequest = { certain: [], possible: [{ action: "s3:*" }] };
  const PASS: Asked = { action: "iam:PassRole", resource: "arn:aws:iam::111122223333:role/miller" };
  const BOTH = of([get], [PASS]);
  const OTHER_OBJECT = "arn:aws:s3:::ledger/june.csv";

  test.each<[string, AskedRequest, readonly StatementJson[], string]>([
    ["a possible action that a Deny surely hits", BESIDES, [deny({ Action: "iam:PassRole" })], "undetermined"],
    ["a possible action that a Deny may hit", BESIDES, [deny({ NotResource: OBJECT })], "undetermined"],
    ["a possible action that no Deny hits", BESIDES, [deny({ Action: "iam:CreateRole" })], "unchanged"],
    ["a Deny of the action itself", BESIDES, [deny({ Action: "s3:*" })], "newlyDenied"],
    ["a Deny of the action and of the possible one", BESIDES, [deny()], "newlyDenied"],
    [
      "two possible actions, one of them hit",
      { ...GET, possible: [{ action: "iam:PassRole" }, { action: "kms:Decrypt" }] },
      [deny({ Action: "kms:*" })],
      "undetermined",
    ],
    [
      "some possible action of a service of which a Deny hits one",
      { ...GET, possible: [{ action: "iam:*" }] },
      [deny({ Action: "iam:PassRole" })],
      "undetermined",
    ],
    [
      "some possible action of a service that no Deny touches",
      { ...GET, possible: [{ action: "iam:*" }] },
      [deny({ Action: "ec2:*" })],
      "unchanged",
    ],
    // R9
    ["nothing for sure, and a Deny of everything", ONLY_POSSIBLE, [deny()], "undetermined"],
    ["nothing for sure, and a Deny of one name", ONLY_POSSIBLE, [deny({ Action: "s3:GetObject" })], "undetermined"],
    ["nothing for sure, and a Deny outside of the service", ONLY_POSSIBLE, [deny({ Action: "iam:*" })], "unchanged"],
    ["nothing for sure, and a Deny of all but the service", ONLY_POSSIBLE, [deny({ NotAction: "s3:*" })], "unchanged"],
    // in its place, of an unknown resource
    ["two alternatives that one Deny hits", INSTEAD, [deny({ Action: "s3:GetObject*" })], "newlyDenied"],
    ["two alternatives of which a Deny hits the first", INSTEAD, [deny({ Action: "s3:GetObject" })], "undetermined"],
    ["two alternatives of which a Deny hits the other", INSTEAD, [deny({ Action: "s3:GetObjectAcl" })], "undetermined"],
    ["two alternatives that no Deny hits", INSTEAD, [deny({ Action: "s3:Put*" })], "unchanged"],
    ["two alternatives, and a Deny of the known resource", INSTEAD, [deny({ Resource: OBJECT })], "undetermined"],
    ["two alternatives, and a Deny of another resource", INSTEAD, [deny({ Resource: OTHER_OBJECT })], "undetermined"],
    // in its place, of the same resources
    ["two variants that one Deny hits", VARIANT, [deny({ Action: "s3:GetObject*" })], "newlyDenied"],
    ["two variants of which a Deny hits one", VARIANT, [deny({ Action: "s3:GetObjectAcl" })], "undetermined"],
    ["two variants, and a Deny of their resource", VARIANT, [deny({ Resource: OBJECT })], "newlyDenied"],
    ["two variants, and a Deny of another resource", VARIANT, [deny({ Resource: OTHER_OBJECT })], "unchanged"],
    [
      "alternatives that one Deny hits, and a possible action",
      { ...INSTEAD, possible: [{ action: "iam:PassRole" }] },
      [deny({ Action: ["s3:*", "iam:*"] })],
      "newlyDenied",
    ],
    // several for sure
    ["two that are both asked, and a Deny of the second", BOTH, [deny({ Action: "iam:PassRole" })], "newlyDenied"],
    ["two that are both asked, and a Deny of neither", BOTH, [deny({ Action: "ec2:*" })], "unchanged"],
    [
      "two that are both asked, and a Deny of the other's resource",
      BOTH,
      [deny({ Action: "iam:*", Resource: OBJECT })],
      "unchanged",
    ],
    [
      "two of which one is one of two, and a Deny of that one",
      of([PASS], [get, { action: "s3:GetObjectAcl", resource: OBJECT }]),
      [deny({ Action: "s3:GetObjectAcl" })],
      "undetermined",
    ],
    [
      "two of which one is one of two, and a Deny of the other one",
      of([get, { action: "s3:GetObjectAcl", resource: OBJECT }], [PASS]),
      [deny({ Action: ["s3:GetObjectAcl", "iam:PassRole"] })],
      "newlyDenied",
    ],
  ])("%s", (_name, operation, statements, expected) => {
    const compiled = compile(hierarchyOf([FULL_ACCESS]), hierarchyOf([FULL_ACCESS, policyOf(...statements)]));
    expect(verdictsOf(core, compiled, [operation])).toEqual([expected]);
  });

  test.each<[string, AskedRequest, StatementJson, string]>([
    ["a possible action that the level does not allow", BESIDES, allow({ Action: "s3:*" }), "undetermined"],
    ["a possible action that the level allows", BESIDES, allow({ Action: ["s3:*", "iam:*"] }), "unchanged"],
    ["alternatives that one Allow covers", INSTEAD, allow({ Action: "s3:*" }), "unchanged"],
    ["alternatives of which the level allows one", INSTEAD, allow({ Action: "s3:GetObject" }), "undetermined"],
    ["alternatives of which the level allows none", INSTEAD, allow({ Action: "ec2:*" }), "newlyDenied"],
    [
      "nothing for sure, on a level that allows nothing of it",
      ONLY_POSSIBLE,
      allow({ Action: "ec2:*" }),
      "undetermined",
    ],
  ])("%s", (_name, operation, statement, expected) => {
    const compiled = compile(hierarchyOf([FULL_ACCESS]), hierarchyOf([policyOf(statement)]));
    expect(verdictsOf(core, compiled, [operation])).toEqual([expected]);
  });

  test("a possible action that is denied now too raises no alarm", () => {
    const compiled = compile(
      hierarchyOf([FULL_ACCESS, policyOf(deny({ Action: "iam:PassRole" }))]),
      hierarchyOf([FULL_ACCESS, policyOf(deny({ Action: "iam:*" }))]),
    );
    expect(verdictsOf(core, compiled, [BESIDES])).toEqual(["unchanged"]);
  });

  test("a call that is newly allowed is so only if what it may also need is allowed", () => {
    const attached = hierarchyOf([FULL_ACCESS, policyOf(deny({ Action: "s3:*" }))]);
    const freed = compile(attached, hierarchyOf([FULL_ACCESS]));
    expect(verdictsOf(core, freed, [BESIDES])).toEqual(["newlyAllowed"]);
    const partly = compile(attached, hierarchyOf([FULL_ACCESS, policyOf(deny({ Action: "iam:PassRole" }))]));
    expect(verdictsOf(core, partly, [BESIDES, GET])).toEqual(["deniedNow", "newlyAllowed"]);
  });

  test("an alternative that is denied now was not asked for", () => {
    const attached = policyOf(deny({ Action: "s3:GetObjectAcl" }));
    const added = policyOf(deny({ Action: "s3:GetObject" }));
    const other = policyOf(deny({ Action: "ec2:*" }));
    const judged = (proposed: string) =>
      verdictsOf(core, compile(hierarchyOf([FULL_ACCESS, attached]), hierarchyOf([FULL_ACCESS, proposed])), [VARIANT]);
    expect([judged(added), judged(other)]).toEqual([["newlyDenied"], ["unchanged"]]);
  });

  test("of two that are both asked, one denied now is no news, and freed both must be", () => {
    const attached = hierarchyOf([FULL_ACCESS, policyOf(deny({ Action: "iam:*" }))]);
    const verdictUnder = (proposed: string) =>
      verdictsOf(core, compile(attached, hierarchyOf([FULL_ACCESS, proposed])), [BOTH]);
    expect(verdictUnder(policyOf(deny({ Action: "iam:PassRole" })))).toEqual(["deniedNow"]);
    expect(verdictUnder(policyOf(deny({ Action: "s3:*" })))).toEqual(["deniedNow"]);
    expect(verdictUnder(policyOf(deny({ Action: "ec2:*" })))).toEqual(["newlyAllowed"]);
  });

  test("operations of one chunk do not touch each other", () => {
    const compiled = compile(
      hierarchyOf([FULL_ACCESS]),
      hierarchyOf([FULL_ACCESS, policyOf(deny({ Action: ["s3:GetObjectAcl", "iam:PassRole"] }))]),
    );
    const acl: Asked = { action: "s3:GetObjectAcl", resource: OBJECT };
    const operations = [GET, BESIDES, VARIANT, of([acl]), INSTEAD, ONLY_POSSIBLE, GET];
    expect(verdictsOf(core, compiled, operations)).toEqual([
      "unchanged",
      "undetermined",
      "undetermined",
      "newlyDenied",
      "undetermined",
      "undetermined",
      "unchanged",
    ]);
  });
});
