import { beforeAll, describe, expect, test } from "vitest";
import { OUTCOMES, type OutcomeReason } from "../../host/domain/outcome.ts";
import type { ReportCounts } from "../../host/domain/report.ts";
import type { Core } from "../../host/wasm/core.ts";
import { loadBuild } from "../build-cores.ts";
import { MANAGEMENT, MILL, NORTH, ROOT, SHOP, snapshotOf } from "../organization/snapshot-of.ts";
import type { LoggedRecord } from "./chunk-of-records.ts";
import {
  callerSeenByOwner,
  callOf,
  managementCall,
  roleSessionOf,
  STRANGER,
  sharedRead,
  userOf,
} from "./invented-records.ts";
import { becomes, evaluate, planOf, policyOf } from "./preview-of.ts";

const DENY_ALL = policyOf({});
const LINKED_ROLE = "aws-service-role/support.amazonaws.com/AWSServiceRoleForSupport";

/** What ends before it is judged, under a proposal that would deny it otherwise. */
const ENDED: readonly (readonly [string, LoggedRecord, string, OutcomeReason])[] = [
  ["a call of the management account", managementCall(1), "outOfScope", "managementAccount"],
  [
    "its root user",
    callOf(1, { userIdentity: { type: "Root", arn: `arn:aws:iam::${MANAGEMENT}:root`, accountId: MANAGEMENT } }),
    "outOfScope",
    "managementAccount",
  ],
  ["a service-linked role", callOf(1, { userIdentity: roleSessionOf(LINKED_ROLE) }), "outOfScope", "serviceLinkedRole"],
  [
    "a service-linked role outside the target",
    callOf(1, { userIdentity: roleSessionOf(LINKED_ROLE, SHOP) }),
    "outOfScope",
    "serviceLinkedRole",
  ],
  [
    "an AWS service",
    callOf(1, { userIdentity: { type: "AWSService", invokedBy: "ec2.amazonaws.com" } }),
    "outOfScope",
    "awsService",
  ],
  [
    "an anonymous caller",
    callOf(1, { userIdentity: { type: "AWSAccount", principalId: "", accountId: "anonymous" } }),
    "outOfScope",
    "anonymous",
  ],
  [
    "another account of the organization",
    callOf(1, { userIdentity: userOf("sam", SHOP) }),
    "outOfScope",
    "outsideTarget",
  ],
  [
    "another account, in the log of the target",
    callOf(1, { userIdentity: callerSeenByOwner(SHOP) }),
    "outOfScope",
    "outsideTarget",
  ],
  [
    "an account that is not listed, before the snapshot",
    callOf(1, { userIdentity: userOf("eve", STRANGER) }),
    "outOfScope",
    "outsideOrganization",
  ],
  ["a call before the window", callOf(1, { eventTime: "2026-10-31T23:59:59Z" }), "outOfScope", "outsideWindow"],
  ["a call at the end of the window", callOf(1, { eventTime: "2026-12-01T00:00:00Z" }), "outOfScope", "outsideWindow"],
  [
    "a sign-in",
    callOf(1, { eventSource: "signin.amazonaws.com", eventName: "ConsoleLogin", eventType: "AwsConsoleSignIn" }),
    "notAnAuthorization",
    "signIn",
  ],
  [
    "a sign-in step that is logged as a call",
    callOf(1, { eventSource: "signin.amazonaws.com", eventName: "SwitchRole" }),
    "notAnAuthorization",
    "signIn",
  ],
  [
    "a service event",
    callOf(1, { eventName: "BidEvictedEvent", eventType: "AwsServiceEvent" }),
    "notAnAuthorization",
    "serviceEvent",
  ],
  [
    "an insight",
    callOf(1, { eventType: "AwsCloudTrailInsight", eventCategory: "Insight" }),
    "notAnAuthorization",
    "insight",
  ],
  [
    "network activity",
    callOf(1, { eventType: "AwsVpceEvent", eventCategory: "NetworkActivity" }),
    "notAnAuthorization",
    "networkActivity",
  ],
  [
    "a console action without an API call",
    callOf(1, { eventName: "OpenTheDashboard", eventType: "AwsConsoleAction" }),
    "notAnAuthorization",
    "consoleAction",
  ],
  [
    "sts:GetCallerIdentity",
    callOf(1, { eventSource: "sts.amazonaws.com", eventName: "GetCallerIdentity" }),
    "notAnAuthorization",
    "cannotBeDenied",
  ],
  ["a call that was denied", callOf(1, { errorCode: "AccessDenied" }), "alreadyDenied", "accessDenied"],
  [
    "a call that was denied in EC2's words",
    callOf(1, { errorCode: "Client.UnauthorizedOperation" }),
    "alreadyDenied",
    "accessDenied",
  ],
];

/** What is judged, though something about it is odd: under a Deny of everything it must never look unaffected. */
const JUDGED: readonly (readonly [string, LoggedRecord, string])[] = [
  ["a user", callOf(1), "newlyDenied"],
  ["a role session", callOf(1, { userIdentity: roleSessionOf("build/miller") }), "newlyDenied"],
  [
    "the root user of a member account",
    callOf(1, { userIdentity: { type: "Root", arn: `arn:aws:iam::${MILL}:root`, accountId: MILL } }),
    "newlyDenied",
  ],
  [
    "a role on a path that only begins like a service-linked one",
    callOf(1, { userIdentity: roleSessionOf("aws-service-rolex/r") }),
    "newlyDenied",
  ],
  [
    "an account that is not listed, at the very time of the snapshot",
    callOf(1, { userIdentity: userOf("new", STRANGER), eventTime: "2026-11-30T00:00:00Z" }),
    "undetermined",
  ],
  [
    "an account that is not listed, after the snapshot",
    callOf(1, { userIdentity: userOf("new", STRANGER), eventTime: "2026-11-30T00:00:01Z" }),
    "undetermined",
  ],
  ["a record without an identity", callOf(1, { userIdentity: undefined }), "undetermined"],
  [
    "an identity without an account",
    callOf(1, { userIdentity: { type: "Unknown", principalId: "X" } }),
    "undetermined",
  ],
  [
    "an identity with a hidden account",
    callOf(1, { userIdentity: { ...userOf("ida"), accountId: "HIDDEN" } }),
    "undetermined",
  ],
  ["the first moment of the window", callOf(1, { eventTime: "2026-11-01T00:00:00Z" }), "newlyDenied"],
  ["the last second of the window", callOf(1, { eventTime: "2026-11-30T23:59:59Z" }), "newlyDenied"],
  [
    "a console action that shares its name with an API call",
    callOf(1, { eventType: "AwsConsoleAction" }),
    "newlyDenied",
  ],
  ["a type of event that nobody knows", callOf(1, { eventType: "AwsBrandNewEvent" }), "newlyDenied"],
  ["a call that failed", callOf(1, { errorCode: "ThrottlingException" }), "newlyDenied"],
  ["a call that a dependency denied", callOf(1, { errorCode: "KMS.AccessDeniedException" }), "newlyDenied"],
];

describe("evaluatePartition()", () => {
  let core: Core;
  beforeAll(async () => {
    core = await loadBuild("core");
  });

  test.each(ENDED)("does not judge %s", (_, record, outcome, reason) => {
    expect(becomes(core, planOf([DENY_ALL]), record)).toEqual({ what: outcome, why: reason });
  });

  test.each(JUDGED)("judges %s", (_, record, impact) => {
    expect(becomes(core, planOf([DENY_ALL]), record).what).toBe(impact);
  });

  test("judges an account that is not listed when the snapshot does not say of when it is", () => {
    const plan = planOf([DENY_ALL], { snapshot: withoutTime() });
    const became = becomes(
      core,
      plan,
      callOf(1, { userIdentity: userOf("eve", STRANGER), eventTime: "2026-11-02T00:00:00Z" }),
    );
    expect(became.what).toBe("undetermined");
    expect(became.event?.reason).toContain(STRANGER);
  });

  test.each([
    ["names no account", callOf(1, { userIdentity: undefined }), "names no account"],
    [
      "names an account nobody lists",
      callOf(1, { userIdentity: userOf("new", STRANGER), eventTime: "2026-11-30T12:00:00Z" }),
      STRANGER,
    ],
  ])("gives the reason when a record %s", (_, record, words) => {
    expect(becomes(core, planOf([DENY_ALL]), record).event?.reason).toContain(words);
  });

  test.each([
    ["the root", ROOT, [MILL, SHOP]],
    ["an OU", NORTH, [MILL]],
    ["an account", SHOP, [SHOP]],
  ] as const)("judges the accounts under %s and no other", (_, target, expected) => {
    const records = [MILL, SHOP, MANAGEMENT].map((account, index) =>
      callOf(index + 1, { userIdentity: userOf("u", account) }),
    );
    const { denied } = evaluate(core, planOf([DENY_ALL], { target, mode: "ADD" }), records);
    expect(denied.map(({ account }) => account).sort()).toEqual([...expected]);
  });

  test("counts copies as such, whatever else they are", () => {
    const { callers, owners } = sharedRead(1);
    const { counts } = evaluate(
      core,
      planOf([DENY_ALL]),
      [callers, owners, callOf(9)],
      [callOf(9), managementCall(10)],
      [managementCall(10)],
    );
    expect(counts.outcomes).toMatchObject({ judged: 2, duplicate: 3, outOfScope: 1 });
    expect(counts.reasons).toEqual({ copy: 3, managementAccount: 1 });
  });

  test("counts every record exactly once, by outcome, reason and impact", () => {
    const records = [...ENDED, ...JUDGED].map(([, record], index) => ({ ...record, eventID: `id-${index}` }));
    const copies = records.slice(3, 10);
    const { counts } = evaluate(core, planOf([DENY_ALL]), records, copies);
    expect(counts.records).toBe(records.length + copies.length);
    expectSums(counts);
    expect(counts.outcomes.judged).toBe(JUDGED.length);
    expect(counts.outcomes.duplicate).toBe(copies.length);
    const expected: Record<string, number> = { copy: copies.length };
    for (const [, , , reason] of ENDED) expected[reason] = (expected[reason] ?? 0) + 1;
    expect(counts.reasons).toEqual(expected);
  });

  test("counts failed calls and calls that a dependency denied apart, in the impact they have", () => {
    const plan = planOf([policyOf({ Action: "ec2:*" })]);
    const { counts, findings } = evaluate(core, plan, [
      callOf(1),
      callOf(2, { errorCode: "Client.InvalidParameterValue" }),
      callOf(3, { errorCode: "KMS.AccessDeniedException" }),
      callOf(4, { errorCode: "Client.DryRunOperation" }),
      callOf(5, {
        eventSource: "rds.amazonaws.com",
        eventName: "DescribeDBInstances",
        errorCode: "ThrottlingException",
      }),
      callOf(6, { errorCode: "AccessDenied" }),
    ]);
    expect(counts.impacts).toEqual({ unchanged: 1, deniedNow: 0, newlyAllowed: 0, newlyDenied: 4, undetermined: 0 });
    expect(counts.failed).toEqual({ unchanged: 1, deniedNow: 0, newlyAllowed: 0, newlyDenied: 2, undetermined: 0 });
    expect(findings).toMatchObject([{ events: 4, failedEvents: 2 }]);
    expectSums(counts);
  });

  test("gives zeros for a partition without records", () => {
    for (const chunks of [[], [[]]]) {
      const result = evaluate(core, planOf([DENY_ALL]), ...chunks);
      expect(result.counts.records).toBe(0);
      expectSums(result.counts);
      expect([result.findings, result.denied, result.undetermined, result.activity, result.unmapped]).toEqual([
        [],
        [],
        [],
        [],
        [],
      ]);
    }
  });
});

function expectSums({ records, outcomes, reasons, impacts, failed }: ReportCounts): void {
  const sum = (counts: Readonly<Record<string, number>>) =>
    Object.values(counts).reduce((total, count) => total + count, 0);
  expect(Object.keys(outcomes).sort()).toEqual([...OUTCOMES].sort());
  expect(sum(outcomes)).toBe(records);
  expect(sum(impacts)).toBe(outcomes.judged);
  expect(sum(reasons)).toBe(records - outcomes.judged - outcomes.unreadable);
  expect(sum(failed)).toBeLessThanOrEqual(outcomes.judged);
}

function withoutTime() {
  const { CapturedAt: _, ...snapshot } = snapshotOf();
  return snapshot;
}
