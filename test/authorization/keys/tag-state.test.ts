import { describe, expect, test } from "vitest";
import {
  ABSENT,
  type KeyState,
  PRESENT_UNKNOWN,
  present,
  presentList,
  presentOrAbsent,
  UNKNOWN,
} from "../../../host/domain/key-state.ts";
import { type Call, IMAGE, INSTANCE, ROLE, run, SECRET, stateOf, VOLUME } from "./state-of.ts";

describe("tags of requests", () => {
  const tag = (key: string, value?: string) => ({ key, ...(value === undefined ? {} : { value }) });
  const specified = run({
    tagSpecificationSet: { items: [{ resourceType: "instance", tags: [tag("Team", "red"), tag("Cost", "7")] }] },
  });
  test("count on the type they are for", () => {
    expect(stateOf(specified, "ec2:RunInstances", INSTANCE, "aws:requesttag/team")).toEqual(present("red"));
    expect(stateOf(specified, "ec2:RunInstances", INSTANCE, "aws:requesttag/x")).toEqual(ABSENT);
    expect(stateOf(specified, "ec2:RunInstances", INSTANCE, "aws:tagkeys")).toEqual(presentList("Team", "Cost"));
    expect(stateOf(specified, "ec2:RunInstances", VOLUME, "aws:requesttag/team")).toEqual(ABSENT);
    expect(stateOf(specified, "ec2:RunInstances", VOLUME, "aws:tagkeys")).toEqual(ABSENT);
    expect(stateOf(specified, "ec2:RunInstances", IMAGE, "aws:requesttag/team")).toEqual(ABSENT);
    expect(stateOf(specified, "ec2:CreateTags", INSTANCE, "aws:requesttag/team")).toEqual(present("red"));
  });
  test("a launch template may have more", () => {
    const call = run({ launchTemplate: { launchTemplateId: "lt-1" } });
    expect(stateOf(call, "ec2:RunInstances", INSTANCE, "aws:requesttag/team")).toEqual(UNKNOWN);
  });
  const secret = (parameters: unknown, name = "CreateSecret"): Call => ({
    event: `secretsmanager.amazonaws.com ${name}`,
    parameters,
  });
  test.each<[string, unknown, KeyState]>([
    ["a list", { tags: [tag("team", "red")] }, present("red")],
    ["a list with capital letters", { tags: [{ Key: "TEAM", Value: "Red" }] }, present("Red")],
    ["a map", { tags: { Team: "red" } }, present("red")],
    ["a wrapped list", { tags: { items: [tag("team", "red")] } }, present("red")],
    ["another member", { tagsList: [tag("team", "red")] }, present("red")],
    ["an empty value", { tags: [tag("team", "")] }, present("")],
    ["no value", { tags: [tag("team")] }, PRESENT_UNKNOWN],
    ["twice", { tags: [tag("team", "red"), tag("Team", "blue")] }, PRESENT_UNKNOWN],
    ["hidden", { tags: "HIDDEN_DUE_TO_SECURITY_REASONS" }, UNKNOWN],
    ["a hidden name", { tags: [tag("HIDDEN_DUE_TO_SECURITY_REASONS", "x")] }, UNKNOWN],
    ["an empty list", { tags: [] }, ABSENT],
    ["none", { name: "db" }, ABSENT],
  ])("%s", (_, parameters, expected) => {
    const state = stateOf(secret(parameters), "secretsmanager:CreateSecret", SECRET, "aws:requesttag/team");
    expect(state).toEqual(expected);
  });
  test("tags that are taken off have names only", () => {
    const call = secret({ tagKeys: ["Team"] }, "UntagResource");
    expect(stateOf(call, "secretsmanager:UntagResource", SECRET, "aws:tagkeys")).toEqual(presentList("Team"));
    expect(stateOf(call, "secretsmanager:UntagResource", SECRET, "aws:requesttag/other")).toEqual(ABSENT);
  });
  test("an action that takes no tags has none", () => {
    const call = { event: "iam.amazonaws.com GetRole" };
    expect(stateOf(call, "iam:GetRole", ROLE, "aws:requesttag/team")).toEqual(ABSENT);
    expect(stateOf(call, "iam:GetRole", ROLE, "aws:tagkeys")).toEqual(ABSENT);
    expect(stateOf(specified, "iam:PassRole", ROLE, "aws:requesttag/team")).toEqual(ABSENT);
  });
  test("parameters that were not logged may have had tags, and anything else", () => {
    const call = { event: "iam.amazonaws.com CreateRole" };
    expect(stateOf(call, "iam:CreateRole", ROLE, "aws:requesttag/team")).toEqual(UNKNOWN);
    expect(stateOf(call, "iam:CreateRole", ROLE, "iam:permissionsboundary")).toEqual(UNKNOWN);
    expect(stateOf({ ...call, parameters: {} }, "iam:CreateRole", ROLE, "iam:permissionsboundary")).toEqual(ABSENT);
  });
  test("services have the same under names of their own", () => {
    const parameters = { tags: [tag("team", "red")] };
    const call = { event: "rds.amazonaws.com CreateDBInstance", parameters };
    const arn = "arn:aws:rds:eu-west-1:111122223333:db:shop";
    expect(stateOf(call, "rds:CreateDBInstance", arn, "rds:req-tag/team")).toEqual(present("red"));
  });
});

describe("tags of resources", () => {
  test("only an enriched record tells those of what exists", () => {
    const arn = `${INSTANCE.slice(0, -1)}i-1`;
    const resourceTags = [{ arn, tags: { Team: "red" } }];
    const more = { eventContext: JSON.stringify({ tagContext: { resourceTags } }) };
    const call: Call = { event: "ec2.amazonaws.com TerminateInstances", parameters: {}, more };
    expect(stateOf(call, "ec2:TerminateInstances", arn, "aws:resourcetag/team")).toEqual(present("red"));
    expect(stateOf(call, "ec2:TerminateInstances", arn, "ec2:resourcetag/team")).toEqual(present("red"));
    expect(stateOf(call, "ec2:TerminateInstances", arn, "aws:resourcetag/other")).toEqual(UNKNOWN);
    expect(stateOf(call, "ec2:TerminateInstances", INSTANCE, "aws:resourcetag/team")).toEqual(UNKNOWN);
  });
  test("what is being made has those of the request, or none yet", () => {
    const call = { event: "iam.amazonaws.com CreateRole", parameters: { tags: [{ key: "team", value: "red" }] } };
    expect(stateOf(call, "iam:CreateRole", ROLE, "aws:resourcetag/team")).toEqual(presentOrAbsent("red"));
    expect(stateOf(call, "iam:CreateRole", ROLE, "aws:resourcetag/x")).toEqual(ABSENT);
    const failed = { ...call, more: { hasFailed: true } };
    expect(stateOf(failed, "iam:CreateRole", ROLE, "aws:resourcetag/x")).toEqual(UNKNOWN);
  });
  test("any instance, known in part, is not the one being made", () => {
    const key = "aws:resourcetag/team";
    expect(stateOf(run({}), "ec2:RunInstances", INSTANCE, key)).toEqual(UNKNOWN);
    const making = { arn: INSTANCE, kind: "arn" } as const;
    expect(stateOf(run({}), "ec2:RunInstances", making, key)).toEqual(ABSENT);
  });
  test("without a resource there are none", () => {
    expect(stateOf({ event: "iam.amazonaws.com ListRoles" }, "iam:ListRoles", "*", "aws:resourcetag/x")).toEqual(
      ABSENT,
    );
  });
});
