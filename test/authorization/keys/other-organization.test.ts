import { describe, expect, test } from "vitest";
import { otherOrganization } from "../../../host/authorization/keys/other-organization.ts";
import { presentOrAbsent, UNKNOWN } from "../../../host/domain/key-state.ts";
import { createProgramBuilder } from "../../../host/policy/build-program.ts";

const OWN = "o-harbour001";
const SOME_OTHER = "o-0000000000";

function other(condition: object) {
  const builder = createProgramBuilder();
  const statement = { Effect: "Deny", Action: "*", Resource: "*", Condition: condition };
  const compiled = builder.addPolicy(JSON.stringify({ Version: "2012-10-17", Statement: [statement] }));
  if (!compiled.ok) throw new Error(compiled.faults[0]?.message);
  return otherOrganization(builder.build().predicates, OWN);
}

describe("otherOrganization()", () => {
  test.each([
    ["our own id", { StringNotEqualsIfExists: { "aws:ResourceOrgID": OWN } }, []],
    ["the caller's", { StringNotEquals: { "aws:ResourceOrgID": `\${aws:PrincipalOrgID}` } }, []],
    ["no id", { Null: { "aws:ResourceOrgID": "true" } }, []],
    ["all ids", { StringLike: { "aws:ResourceOrgID": "*" } }, []],
    ["a partner's", { StringNotEquals: { "aws:ResourceOrgID": [OWN, "o-partner001"] } }, ["o-partner001"]],
    ["other keys", { StringEquals: { "aws:PrincipalOrgID": OWN } }, []],
  ])("tries ids that policies name: %s", (_, condition, named) => {
    expect(other(condition).id).toEqual(presentOrAbsent(SOME_OTHER, ...named));
  });
  test.each([
    ["a pattern", { StringLike: { "aws:ResourceOrgID": "o-p*" } }],
    ["another variable", { StringEquals: { "aws:ResourceOrgID": `\${aws:PrincipalTag/org}` } }],
    ["the key as a variable", { StringEquals: { "aws:PrincipalTag/org": `\${aws:ResourceOrgID}` } }],
    ["an operator of another kind", { NumericEquals: { "aws:ResourceOrgID": "7" } }],
  ])("knows nothing where a policy could tell any id: %s", (_, condition) => {
    expect(other(condition).id).toEqual(UNKNOWN);
  });
  test("has paths that policies on our own never match", () => {
    const own = other({ "ForAnyValue:StringLike": { "aws:ResourceOrgPaths": `${OWN}/r-1/*` } });
    expect(own.paths).toEqual({ ...presentOrAbsent(`${SOME_OTHER}/r-0000/`), isMultivalued: true });
    const any = other({ "ForAnyValue:StringLike": { "aws:ResourceOrgPaths": "o-*/r-1/*" } });
    expect(any.paths).toEqual({ ...UNKNOWN, isMultivalued: true });
  });
});
