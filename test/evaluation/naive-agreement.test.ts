import { beforeAll, describe, expect, test } from "vitest";
import { eventSourcePrefixes } from "../../host/authorization/event-source-prefixes.ts";
import { evaluatePartition } from "../../host/evaluation/judging/evaluate-partition.ts";
import { parsePolicyDocument } from "../../host/policy/parse-policy-document.ts";
import type { Core } from "../../host/wasm/core.ts";
import { catalogue } from "../authorization/built-catalogue.ts";
import { loadBuild } from "../build-cores.ts";
import { type KnownActions, naivelyDenied } from "../reference/naive-preview.ts";
import { hasShared, recordsOf, sharedFiles } from "../shared-data.ts";
import { chunkOfRecords, type LoggedRecord } from "./chunk-of-records.ts";
import { planForAccount } from "./plan-for-account.ts";

const LOGS = "data/cloudtrail/invictus-ir_aws_dataset";
const DATE_SUFFIX = /20\d\d_?\d\d_?\d\d(?:v\d+)?$/;

describe.skipIf(!hasShared)("evaluatePartition() on the 2,900 records of invictus-ir (../shared)", () => {
  let core: Core;
  let records: readonly LoggedRecord[];
  let known: KnownActions;
  let account: string;

  beforeAll(async () => {
    core = await loadBuild("core");
    records = sharedFiles(LOGS, ".gz").flatMap(recordsOf);
    known = knownActions(records);
    account = mostFrequent(
      records.map((record) => String((record.userIdentity as { accountId?: string } | undefined)?.accountId)),
    );
  });

  const policies = hasShared
    ? sharedFiles("data/scps", ".json").map(({ name, bytes }) => ({ name, text: new TextDecoder().decode(bytes) }))
    : [];
  const readable = policies.filter(({ text }) => parsePolicyDocument(text).ok);

  test("denies every event that a naive evaluation denies, for every readable policy of ../shared", () => {
    const chunks = [chunkOfRecords(records)];
    let compared = 0;
    for (const { name, text } of readable) {
      const parsed = parsePolicyDocument(text);
      if (!parsed.ok) throw new Error(name);
      const result = evaluatePartition(core, planForAccount(account, [text]), catalogue, "2023-07-10/0", chunks);
      const denied = [...new Set(result.denied.map(({ eventID }) => eventID))].sort();
      const naive = naivelyDenied(records, parsed.value, account, known);
      // the product knows irregular names and implied permissions, so it may deny more
      expect({ name, onlyNaive: subtract(naive, denied) }).toEqual({ name, onlyNaive: [] });
      compared += naive.length;
      const { outcomes, records: counted, impacts } = result.counts;
      expect(counted, name).toBe(records.length);
      expect(sum(outcomes), name).toBe(records.length);
      expect(sum(impacts), name).toBe(outcomes.judged);
    }
    expect(readable.length).toBeGreaterThan(110);
    expect(compared).toBeGreaterThan(10_000);
  });
});

/** What the naive evaluation may know of an action: AWS's list of actions, nothing of how the product maps events. */
function knownActions(records: readonly LoggedRecord[]): KnownActions {
  const actions = new Map<string, { hasResources: boolean; fits: (arn: string) => boolean }>();
  for (const record of records) {
    const [prefix = ""] = eventSourcePrefixes(String(record.eventSource)).prefixes;
    const known = catalogue.findAction(prefix, String(record.eventName).replace(DATE_SUFFIX, ""));
    if (known === undefined) continue;
    const wanted = new Set(known.resourceTypes.map(({ name }) => name));
    const fits = (arn: string) => catalogue.resourceTypesOf(prefix, arn).some((type) => wanted.has(type));
    actions.set(known.action.toLowerCase(), { hasResources: wanted.size > 0, fits });
  }
  return actions;
}

function subtract(left: readonly string[], right: readonly string[]): readonly string[] {
  const taken = new Set(right);
  return left.filter((entry) => !taken.has(entry));
}

function mostFrequent(names: readonly string[]): string {
  const counts = Map.groupBy(names, (name) => name);
  return [...counts].sort(([, left], [, right]) => right.length - left.length)[0]?.[0] ?? "";
}

function sum(counts: Readonly<Record<string, number>>): number {
  return Object.values(counts).reduce((total, count) => total + count, 0);
}
