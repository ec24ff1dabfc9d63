/** What the operators and variables of the language make of records: the way from a record to their values included. */
import { beforeAll, expect, test } from "vitest";
import type { Core } from "../../host/wasm/core.ts";
import { loadBuild } from "../build-cores.ts";
import { MILL } from "../organization/snapshot-of.ts";
import type { LoggedRecord } from "./chunk-of-records.ts";
import { context, type DenyCase } from "./deny-case.ts";
import { callOf, NOON, sharedRead } from "./invented-records.ts";
import { becomes, planOf, policyOf } from "./preview-of.ts";

const READ: LoggedRecord = sharedRead(1).callers;
/** Policy variables. */
const USER_NAME = "$".concat("{aws:username}");
const CALLER_ACCOUNT = "$".concat("{aws:PrincipalAccount}");
const CALLER_TEAM = "$".concat("{aws:PrincipalTag/team}");
const REGION_OF_CALL = "$".concat("{aws:RequestedRegion}");

const resourcesOf = (arn: string) => [{ ARN: arn, accountId: MILL, type: "AWS::S3::Object" }];

const CASES: readonly DenyCase[] = [
  // Policy variables: of the resource and the caller, who are looked at together
  {
    name: "a resource with the name of another",
    deny: { Resource: `arn:aws:s3:::${USER_NAME}/*` },
    record: READ,
    what: "unchanged",
  },
  {
    name: "a resource of the caller's",
    deny: { Resource: `arn:aws:s3:::*${CALLER_ACCOUNT}/*` },
    record: { ...READ, resources: resourcesOf(`arn:aws:s3:::bran-${MILL}/may`) },
    what: "newlyDenied",
  },
  {
    name: "a resource that is not the caller's, under NotResource",
    deny: { Action: "s3:*", NotResource: [`arn:aws:s3:::bran-${CALLER_ACCOUNT}/*`] },
    record: { ...READ, resources: resourcesOf("arn:aws:s3:::bran-100000000099/may") },
    what: "newlyDenied",
  },
  {
    name: "a resource with a tag of the caller's, which no record shows",
    deny: { Action: "s3:*", Resource: `arn:aws:s3:::${CALLER_TEAM}/*` },
    record: READ,
    what: "undetermined",
    unknown: ["aws:principaltag/team"],
  },
  {
    name: "a condition with the name of the caller",
    deny: context("StringLike", "aws:PrincipalArn", `*/${USER_NAME}`),
    record: callOf(1),
    what: "newlyDenied",
  },
  {
    name: "a condition with the region of the call, for a key of the caller",
    deny: context("StringNotEquals", "aws:PrincipalAccount", `${REGION_OF_CALL}-1`),
    record: callOf(1),
    what: "newlyDenied",
  },
  // Numbers, times, addresses, lists
  {
    name: "a number that is not smaller",
    deny: context("NumericLessThan", "aws:PrincipalAccount", "5"),
    record: callOf(1),
    what: "unchanged",
  },
  {
    name: "a number that is greater",
    deny: context("NumericGreaterThan", "aws:PrincipalAccount", "5.5"),
    record: callOf(1),
    what: "newlyDenied",
  },
  {
    name: "a time that the call came after",
    deny: context("DateGreaterThan", "aws:CurrentTime", "2020-01-01T00:00:00Z"),
    record: callOf(1),
    what: "newlyDenied",
  },
  {
    name: "a time that the call came before",
    deny: context("DateGreaterThan", "aws:CurrentTime", "2026-11-23T12:00:01Z"),
    record: callOf(1),
    what: "unchanged",
  },
  {
    name: "a number of seconds that the call came after",
    deny: context("NumericGreaterThan", "aws:EpochTime", String(Date.parse(NOON) / 1000 - 1)),
    record: callOf(1),
    what: "newlyDenied",
  },
  {
    name: "a number of seconds that the call came before",
    deny: context("NumericGreaterThan", "aws:EpochTime", String(Date.parse(NOON) / 1000 + 1)),
    record: callOf(1),
    what: "unchanged",
  },
  {
    name: "an address outside a range",
    deny: context("NotIpAddress", "aws:SourceIp", "192.0.2.0/24"),
    record: callOf(1),
    what: "newlyDenied",
  },
  {
    name: "an address inside a range",
    deny: context("NotIpAddress", "aws:SourceIp", ["192.0.2.0/24", "198.51.100.0/24"]),
    record: callOf(1),
    what: "unchanged",
  },
  {
    name: "a path of another organization",
    deny: context("ForAnyValue:StringLike", "aws:PrincipalOrgPaths", "o-x/*"),
    record: callOf(1),
    what: "unchanged",
  },
  {
    name: "a path of its organization",
    deny: context("ForAnyValue:StringLike", "aws:PrincipalOrgPaths", "o-*/r-*/*"),
    record: callOf(1),
    what: "newlyDenied",
  },
  {
    name: "the path of its organization without a set operator",
    deny: context("StringLike", "aws:PrincipalOrgPaths", "o-*"),
    record: callOf(1),
    what: "undetermined",
    reason: "does not document",
  },
];

let core: Core;
beforeAll(async () => {
  core = await loadBuild("core");
});

test.each(CASES.map((each) => [each.name, each.what, each] as const))(
  "%s is %s",
  (_, what, { deny, record, unknown, reason }) => {
    const became = becomes(core, planOf([policyOf(deny)]), record);
    expect(became.what).toBe(what);
    if (what === "undetermined") expect(became.event?.unknown).toEqual(unknown ?? []);
    if (reason !== undefined) expect(became.event?.reason).toContain(reason);
  },
);
