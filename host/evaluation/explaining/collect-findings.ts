/** Affected events → findings: grouped by account, principal, action and what decided. */
import { compareCodePoints } from "../../domain/compare-code-points.ts";
import type { AffectedEvent, Finding } from "../../domain/report.ts";
import { compareTimes } from "./affected-events.ts";

/** Event ids a finding names; the parts have all. */
const SAMPLES_MAX = 3;

export interface FindingInput {
  readonly impact: Finding["impact"];
  readonly event: AffectedEvent;
  readonly failed: boolean;
}

/** Takes events in the order of time, then event id; the samples are the first of each finding. */
export function collectFindings(inputs: Iterable<FindingInput>): readonly Finding[] {
  const findings = new Map<string, Finding>();
  for (const { impact, event, failed } of inputs) {
    const { account, principal, action, mapping, decidedBy, unknown, reason } = event;
    const single: Finding = {
      impact,
      account,
      principal,
      action,
      ...(mapping === undefined ? {} : { mapping }),
      ...(decidedBy === undefined ? {} : { decidedBy }),
      unknown,
      ...(reason === undefined ? {} : { reason }),
      events: 1,
      failedEvents: failed ? 1 : 0,
      firstSeen: event.eventTime,
      lastSeen: event.eventTime,
      regions: event.region === "" ? [] : [event.region],
      sampleEventIds: event.eventID === "" ? [] : [event.eventID],
    };
    const identity = identifyFinding(single);
    const known = findings.get(identity);
    findings.set(identity, known === undefined ? single : mergeFindings(known, single));
  }
  return [...findings.values()];
}

/** Findings are one when this text is the same. */
export function identifyFinding({
  impact,
  account,
  principal,
  action,
  mapping,
  decidedBy,
  unknown,
  reason,
}: Finding): string {
  return JSON.stringify([impact, account, principal, action, mapping, decidedBy, unknown, reason]);
}

/** `earlier` was seen before `later`, or the two are of different partitions in order. */
export function mergeFindings(earlier: Finding, later: Finding): Finding {
  return {
    ...earlier,
    events: earlier.events + later.events,
    failedEvents: earlier.failedEvents + later.failedEvents,
    firstSeen: compareTimes(earlier.firstSeen, later.firstSeen) <= 0 ? earlier.firstSeen : later.firstSeen,
    lastSeen: compareTimes(earlier.lastSeen, later.lastSeen) >= 0 ? earlier.lastSeen : later.lastSeen,
    regions: mergeSorted(earlier.regions, later.regions),
    sampleEventIds: [...earlier.sampleEventIds, ...later.sampleEventIds].slice(0, SAMPLES_MAX),
  };
}

/** Newly denied first, then most events, then by text, so that there is one order. */
export function compareFindings(left: Finding, right: Finding): number {
  if (left.impact !== right.impact) return left.impact === "newlyDenied" ? -1 : 1;
  return right.events - left.events || compareCodePoints(identifyFinding(left), identifyFinding(right));
}

function mergeSorted(left: readonly string[], right: readonly string[]): readonly string[] {
  if (right.every((entry) => left.includes(entry))) return left;
  return [...new Set([...left, ...right])].sort(compareCodePoints);
}
