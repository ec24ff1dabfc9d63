import { beforeAll, describe, expect, test } from "vitest";
import { partitionChunk } from "../../host/evaluation/chunks/partition-chunk.ts";
import { evaluatePartition } from "../../host/evaluation/judging/evaluate-partition.ts";
import type { PartitionResult } from "../../host/evaluation/judging/partition-result.ts";
import type { PreviewPlan } from "../../host/evaluation/plan/plan-preview.ts";
import { mergeResults } from "../../host/evaluation/report/merge-results.ts";
import { summarize } from "../../host/evaluation/report/summarize.ts";
import type { Core } from "../../host/wasm/core.ts";
import { catalogue } from "../authorization/built-catalogue.ts";
import { BUILDS, loadBuild } from "../build-cores.ts";
import { createRandom, type Random } from "../events/random.ts";
import { MILL, PLANTS, ROOT, SHOP } from "../organization/snapshot-of.ts";
import { chunkOfRecords, type LoggedRecord } from "./chunk-of-records.ts";
import { callOf, managementCall, roleSessionOf, STRANGER, sharedRead, userOf, uuidOf } from "./invented-records.ts";
import { PARTITION, planOf, policyOf, snapshotWith } from "./preview-of.ts";

const RECORDS = 1500;

describe("The result of a partition", () => {
  const records = inventedDay(17);
  const plan = planOf(
    [
      policyOf(
        { Sid: "Regions", NotAction: "iam:*", Condition: { StringNotEquals: { "aws:RequestedRegion": "eu-west-1" } } },
        {
          Sid: "Builders",
          Action: ["s3:*", "lambda:*"],
          Condition: { ArnNotLike: { "aws:PrincipalArn": "*:role/build/*" } },
        },
        { Sid: "Roles", Action: "iam:PassRole" },
        { Sid: "Tags", Action: "ec2:Run*", Condition: { StringEquals: { "aws:PrincipalTag/team": "oats" } } },
      ),
    ],
    {
      target: ROOT,
      snapshot: snapshotWith(
        {
          [PLANTS]: [policyOf({ Action: "rds:*" })],
        },
        { CapturedAt: "2026-11-23T12:00:00Z" },
      ),
    },
  );
  let core: Core;
  let expected: PartitionResult;
  beforeAll(async () => {
    core = await loadBuild("core");
    expected = evaluateFiles(core, plan, [records]);
  });

  test("holds every outcome and impact that the day was invented for", () => {
    const { outcomes, impacts } = expected.counts;
    expect(Object.entries(outcomes).filter(([, events]) => events === 0)).toEqual([["unreadable", 0]]);
    for (const impact of ["unchanged", "deniedNow", "newlyDenied", "undetermined"] as const)
      expect(impacts[impact], impact).toBeGreaterThan(0);
  });

  test.each(BUILDS)("is the same from the build %s", async (build) => {
    expect(evaluateFiles(await loadBuild(build), plan, [records])).toEqual(expected);
  });

  test("is the same however the records are cut into chunks, and in whatever order chunks and rows come", () => {
    const random = createRandom(3);
    for (let round = 0; round < 12; round++) {
      const cut = random.shuffle(cutIntoChunks(random, random.shuffle(records)));
      expect(withoutFindingOrder(evaluateFiles(core, plan, cut)), `round ${round}`).toEqual(
        withoutFindingOrder(expected),
      );
    }
  });

  test("is the same after its chunk was packed anew by day", () => {
    const [part, ...others] = partitionChunk(chunkOf(records));
    if (part === undefined) throw new Error("no part");
    expect(others).toEqual([]);
    const result = evaluatePartition(core, plan, catalogue, PARTITION, [part.chunk]);
    expect(withoutFindingOrder(result)).toEqual(withoutFindingOrder(expected));
  });

  test("is the same when one instance evaluates it again after another partition", () => {
    evaluateFiles(core, plan, [inventedDay(99)]);
    expect(evaluateFiles(core, plan, [records])).toEqual(expected);
  });

  test("gives the same bytes of a summary for every cut", () => {
    const random = createRandom(8);
    const texts = Array.from({ length: 4 }, () => {
      const result = evaluateFiles(core, plan, cutIntoChunks(random, random.shuffle(records)));
      return JSON.stringify(
        summarize(
          plan,
          mergeResults([result]),
          {
            unreadable: 0,
            unreadableSamples: [],
            damagedFiles: { count: 0, first: [] },
          },
          catalogue,
        ),
      );
    });
    expect(new Set(texts).size).toBe(1);
  });
});

/** A place of its own for every record, so that it does not hang on the chunk it comes in. */
interface Placed extends LoggedRecord {
  readonly place: number;
}

function inventedDay(seed: number): readonly Placed[] {
  const random = createRandom(seed);
  return Array.from({ length: RECORDS }, (_, place) => ({ ...inventedCall(random, place), place }));
}

function inventedCall(random: Random, place: number): LoggedRecord {
  const { callers, owners } = sharedRead(1_000_000 + random.below(60) * 2);
  const accounts = [MILL, MILL, SHOP, STRANGER];
  const account = random.pick(accounts);
  const eventTime = new Date(Date.parse("2026-11-23T00:00:00Z") + random.below(1440) * 60_000).toISOString();
  const call = callOf(place, {
    eventTime,
    userIdentity: random.pick([
      userOf("ida", account),
      roleSessionOf("build/miller", account),
      roleSessionOf("ops", account),
    ]),
    awsRegion: random.pick(["eu-west-1", "eu-west-1", "us-east-1"]),
    recipientAccountId: account,
    ...random.pick([
      {},
      { eventName: "RunInstances" },
      { eventSource: "rds.amazonaws.com", eventName: "DescribeDBInstances" },
      { eventSource: "iam.amazonaws.com", eventName: "ListRoles" },
      { eventSource: "lambda.amazonaws.com", eventName: "CreateFunction20150331" },
      { eventSource: "glue.amazonaws.com", eventName: "InventedOperation" },
      { eventSource: "sts.amazonaws.com", eventName: "GetCallerIdentity" },
    ]),
    ...random.pick([
      {},
      {},
      {},
      { errorCode: "AccessDenied" },
      { errorCode: "ThrottlingException" },
      { eventID: undefined },
    ]),
  });
  return random.pick([
    call,
    call,
    call,
    callers,
    owners,
    managementCall(place),
    { ...call, eventID: uuidOf(place - 1), eventTime: "2026-11-23T05:00:00Z" },
  ]);
}

function cutIntoChunks(random: Random, records: readonly Placed[]): readonly (readonly Placed[])[] {
  const chunks: Placed[][] = [[], [], [], [], []];
  for (const record of records) random.pick(chunks).push(record);
  return chunks;
}

function chunkOf(records: readonly Placed[]) {
  return { ...chunkOfRecords(records), offset: Uint32Array.from(records, ({ place }) => place) };
}

function evaluateFiles(core: Core, plan: PreviewPlan, files: readonly (readonly Placed[])[]): PartitionResult {
  return evaluatePartition(core, plan, catalogue, PARTITION, files.map(chunkOf));
}

/** A partition's findings are in no particular order (partition-result.ts). */
function withoutFindingOrder(result: PartitionResult): PartitionResult {
  const text = (finding: unknown) => JSON.stringify(finding);
  return { ...result, findings: result.findings.toSorted((left, right) => (text(left) < text(right) ? -1 : 1)) };
}
