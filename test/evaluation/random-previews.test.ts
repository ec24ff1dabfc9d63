import { beforeAll, describe, expect, test } from "vitest";
import type { AffectedEvent } from "../../host/domain/report.ts";
import type { PreviewPlan } from "../../host/evaluation/plan/plan-preview.ts";
import type { Core } from "../../host/wasm/core.ts";
import { loadBuild } from "../build-cores.ts";
import { KEYS, randomDocument } from "../differential/random-policies.ts";
import { createRandom, type Random } from "../events/random.ts";
import { MILL, NORTH, PLANTS, ROOT, SHOP } from "../organization/snapshot-of.ts";
import type { LoggedRecord } from "./chunk-of-records.ts";
import { callerSeenByOwner, callOf, roleSessionOf, sharedRead, userOf } from "./invented-records.ts";
import { evaluate, planOf, snapshotWith } from "./preview-of.ts";

const ROUNDS = 400;
const UNKNOWN_NAMES = new Set([...Object.keys(KEYS).map((key) => key.toLowerCase()), "action", "resource"]);

describe(`evaluatePartition() on ${ROUNDS} random previews`, () => {
  const records = everyKindOfCall();
  let core: Core;
  beforeAll(async () => {
    core = await loadBuild("core-debug");
  });

  test("explains every affected event by what the proposal holds, and counts them all", () => {
    const seen = { newlyDenied: 0, undetermined: 0, deniedNow: 0, newlyAllowed: 0, unchanged: 0 };
    for (let seed = 1; seed <= ROUNDS; seed++) {
      const plan = randomPlan(createRandom(seed));
      const { counts, denied, undetermined, findings } = evaluate(core, plan, records);
      expect([denied.length, undetermined.length], `seed ${seed}`).toEqual([
        counts.impacts.newlyDenied,
        counts.impacts.undetermined,
      ]);
      expect(findings.reduce((sum, { events }) => sum + events, 0)).toBe(denied.length + undetermined.length);
      const faults = [
        ...denied.flatMap((event) => faultsOfDenied(plan, event)),
        ...undetermined.flatMap((event) => faultsOfUndetermined(plan, event)),
      ];
      expect(faults, `seed ${seed}`).toEqual([]);
      for (const impact of Object.keys(seen) as (keyof typeof seen)[]) seen[impact] += counts.impacts[impact];
    }
    expect(Math.min(...Object.values(seen))).toBeGreaterThan(50);
  });
});

function faultsOfDenied(plan: PreviewPlan, event: AffectedEvent): readonly string[] {
  const { decidedBy, unknown } = event;
  if (decidedBy === undefined) return [`${event.action} is denied by nothing`];
  return [
    ...(unknown.length > 0 ? [`${event.action} is denied though ${unknown.join(", ")} is unknown`] : []),
    ...faultsOfPlace(plan, event),
  ];
}

function faultsOfUndetermined(plan: PreviewPlan, event: AffectedEvent): readonly string[] {
  const strange = event.unknown.filter((name) => !UNKNOWN_NAMES.has(name));
  return [
    ...(event.unknown.length === 0 && event.reason === undefined
      ? [`${event.action} is undetermined without a reason`]
      : []),
    ...(event.decidedBy === undefined ? [`${event.action} is kept open by nothing`] : []),
    ...(strange.length > 0 ? [`${strange.join(", ")} is asked for by no policy`] : []),
    ...faultsOfPlace(plan, event),
  ];
}

/** What decides must be there: a Deny at its place in the proposed hierarchy of the account, or a level of it. */
function faultsOfPlace(plan: PreviewPlan, { account, decidedBy }: AffectedEvent): readonly string[] {
  const level = plan.accounts.get(account)?.proposed.find((each) => each.level === decidedBy?.level);
  if (level === undefined) return [`${decidedBy?.level} is no level of ${account}`];
  if (decidedBy?.decision === "implicitDeny") return [];
  const placed = level.statements.find(
    ({ policy, statement }) => policy.id === decidedBy?.policy && statement.index === decidedBy?.statement,
  );
  return placed?.statement.effect === "Deny" ? [] : [`${decidedBy?.policy} has no Deny at ${decidedBy?.statement}`];
}

function randomPlan(random: Random): PreviewPlan {
  const documents = (most: number) => Array.from({ length: random.below(most + 1) }, () => randomDocument(random));
  const attached = Object.fromEntries([ROOT, PLANTS, MILL].map((level) => [level, documents(1)]));
  const changes = random.chance(0.5) ? {} : { mode: random.pick(["ADD", "REPLACE"] as const) };
  return planOf([randomDocument(random), ...documents(1)], {
    target: random.pick([ROOT, NORTH, MILL]),
    snapshot: snapshotWith(attached),
    ...changes,
  });
}

/** Callers of every sort × calls with known, unknown, alternative and further actions. */
function everyKindOfCall(): readonly LoggedRecord[] {
  const callers = [
    userOf("eve"),
    roleSessionOf("ops/admin"),
    roleSessionOf("admin", SHOP),
    callerSeenByOwner(MILL),
    { type: "Root", arn: `arn:aws:iam::${MILL}:root`, accountId: MILL, accessKeyId: "ASIAINVENTED" },
  ];
  const read = sharedRead(1).callers;
  const calls: readonly LoggedRecord[] = [
    {},
    { eventName: "RunInstances" },
    { eventName: "InventedOperation", awsRegion: "us-east-1" },
    { eventSource: "iam.amazonaws.com", eventName: "CreateRole", awsRegion: "us-east-1" },
    {
      eventSource: "s3.amazonaws.com",
      eventName: "PutObject",
      resources: [{ ARN: "arn:aws:s3:::logs/a/b" }, { ARN: "arn:aws:s3:::logs" }],
    },
    { eventSource: "s3.amazonaws.com", eventName: "GetObject", resources: read.resources },
    { eventSource: "lambda.amazonaws.com", eventName: "CreateFunction20150331" },
    { eventSource: "sqs.amazonaws.com", eventName: "SendMessage", awsRegion: "HIDDEN" },
  ];
  return callers.flatMap((userIdentity, caller) =>
    calls.map((call, index) => callOf(caller * 100 + index, { ...call, userIdentity })),
  );
}
