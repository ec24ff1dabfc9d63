/** Parts of reports, to be bent by each test. All invented. */
import { IMPACTS, type Impact } from "../../host/domain/impact.ts";
import { OUTCOMES, type Outcome } from "../../host/domain/outcome.ts";
import type { AffectedEvent, Finding, ReportCounts, ReportSummary } from "../../host/domain/report.ts";
import type { PartitionResult } from "../../host/evaluation/judging/partition-result.ts";
import { MANAGEMENT, MILL } from "../organization/snapshot-of.ts";

export function countsOf(changes: {
  readonly outcomes?: Partial<Record<Outcome, number>>;
  readonly reasons?: Readonly<Record<string, number>>;
  readonly impacts?: Partial<Record<Impact, number>>;
  readonly failed?: Partial<Record<Impact, number>>;
}): ReportCounts {
  const impacts = zeros(IMPACTS, changes.impacts);
  const judged = Object.values(impacts).reduce((sum, events) => sum + events, 0);
  const outcomes = zeros(OUTCOMES, { judged, ...changes.outcomes });
  return {
    records: Object.values(outcomes).reduce((sum, events) => sum + events, 0),
    outcomes,
    reasons: changes.reasons ?? {},
    impacts,
    failed: zeros(IMPACTS, changes.failed),
  };
}

function zeros<K extends string>(names: readonly K[], changes: Partial<Record<K, number>> = {}): Record<K, number> {
  return Object.fromEntries(names.map((name) => [name, changes[name] ?? 0])) as Record<K, number>;
}

export function eventOf(changes: Partial<AffectedEvent> = {}): AffectedEvent {
  return {
    eventID: "5eed0000-0000-4000-8000-000000000001",
    eventTime: "2026-11-23T12:00:00Z",
    account: MILL,
    principal: `arn:aws:iam::${MILL}:user/ida`,
    action: "ec2:DescribeInstances",
    resources: [],
    region: "eu-west-1",
    sourceIPAddress: "198.51.100.7",
    userAgent: "aws-cli/2.31.0",
    eventSource: "ec2.amazonaws.com",
    eventName: "DescribeInstances",
    decidedBy: { decision: "explicitDeny", level: MILL, policy: "proposed-1", policyName: "proposed-1", statement: 0 },
    unknown: [],
    file: "file.json",
    offset: 0,
    ...changes,
  };
}

export function findingOf(changes: Partial<Finding> = {}): Finding {
  return {
    impact: "newlyDenied",
    account: MILL,
    principal: `arn:aws:iam::${MILL}:user/ida`,
    action: "ec2:DescribeInstances",
    decidedBy: { decision: "explicitDeny", level: MILL, policy: "proposed-1", policyName: "proposed-1", statement: 0 },
    unknown: [],
    events: 1,
    failedEvents: 0,
    firstSeen: "2026-11-23T12:00:00Z",
    lastSeen: "2026-11-23T12:00:00Z",
    regions: ["eu-west-1"],
    sampleEventIds: ["5eed0000-0000-4000-8000-000000000001"],
    ...changes,
  };
}

export function resultOf(partition: string, changes: Partial<PartitionResult> = {}): PartitionResult {
  return {
    partition,
    counts: countsOf({}),
    findings: [],
    denied: [],
    undetermined: [],
    activity: [],
    dataEventServices: [],
    unmapped: [],
    ...changes,
  };
}

export function summaryOf(changes: Partial<ReportSummary> = {}): ReportSummary {
  return {
    formatVersion: 3,
    warnings: [],
    engineVersion: "1",
    parameters: {
      targetId: MILL,
      startTime: "2026-11-01T00:00:00.000Z",
      endTime: "2026-12-01T00:00:00.000Z",
      policyDocuments: ["{}"],
      mappingRows: 0,
      contextKeys: [],
    },
    attachment: { mode: "ADD", why: "the request asks for it" },
    organization: { id: "o-junipermil", managementAccount: MANAGEMENT },
    counts: countsOf({ impacts: { unchanged: 3 } }),
    affected: { accounts: 0, principals: 0, actions: 0 },
    coverage: {
      window: { firstDay: "2026-11-01", lastDay: "2026-11-30", days: 30 },
      accounts: [{ account: MILL, events: 3, daysWithoutLog: ["2026-11-01"], regionsWithoutLog: [] }],
      dataEvents: [],
      damagedFiles: { count: 0, first: [] },
      undeterminedShare: 0,
      snapshot: { capturedAt: "2026-11-20T08:00:00Z", daysBeforeWindowEnd: 11 },
      unmapped: [],
      unknownResources: [],
      unknownKeys: [],
    },
    undeterminedBecause: [],
    unreadable: [],
    topFindings: [],
    findings: 0,
    ...changes,
  };
}
