/** Previews over Juniper Mills: a plan from what a test changes, and the result of one partition under it. */
import type { UserMapping } from "../../host/authorization/actions/user-mapping.ts";
import type { SuppliedContext } from "../../host/authorization/keys/supplied-context.ts";
import type { AttachmentMode } from "../../host/domain/job.ts";
import type { OrganizationSnapshot } from "../../host/domain/organization.ts";
import type { AffectedEvent, Finding } from "../../host/domain/report.ts";
import { evaluatePartition } from "../../host/evaluation/judging/evaluate-partition.ts";
import type { PartitionResult } from "../../host/evaluation/judging/partition-result.ts";
import { type PreviewPlan, planPreview } from "../../host/evaluation/plan/plan-preview.ts";
import type { Core } from "../../host/wasm/core.ts";
import { catalogue } from "../authorization/built-catalogue.ts";
import { ALLOW_ALL, MANAGEMENT, MILL, NORTH, PLANTS, ROOT, SHOP, snapshotOf } from "../organization/snapshot-of.ts";
import { chunkOfRecords, type LoggedRecord } from "./chunk-of-records.ts";

export const PARTITION = "2026-11-23/0";

export type StatementJson = Readonly<Record<string, unknown>>;

/** A policy text; statements are Deny of everything unless they say otherwise. */
export function policyOf(...statements: readonly StatementJson[]): string {
  return JSON.stringify({
    Version: "2012-10-17",
    Statement: statements.map((statement) => ({
      Effect: "Deny",
      ...(statement.NotAction === undefined ? { Action: "*" } : {}),
      ...(statement.NotResource === undefined ? { Resource: "*" } : {}),
      ...statement,
    })),
  });
}

/** FullAWSAccess everywhere, and at the given levels these policies besides; ids are `p-<level's word>-<position>`. */
export function snapshotWith(
  attached: Readonly<Record<string, readonly string[]>>,
  changes: Partial<OrganizationSnapshot> = {},
): OrganizationSnapshot {
  const own = Object.entries(attached).flatMap(([level, documents]) =>
    documents.map((document, index) => ({ id: `p-${level}-${index}`, level, document })),
  );
  return snapshotOf({
    Policies: [
      { PolicySummary: { Id: "p-FullAWSAccess", Name: "FullAWSAccess" }, Content: ALLOW_ALL },
      ...own.map(({ id, document }) => ({ PolicySummary: { Id: id, Name: `name of ${id}` }, Content: document })),
    ],
    PolicyTargets: [
      ...[ROOT, PLANTS, NORTH, MILL, SHOP, MANAGEMENT].map((TargetId) => ({ PolicyId: "p-FullAWSAccess", TargetId })),
      ...own.map(({ id, level }) => ({ PolicyId: id, TargetId: level })),
    ],
    ...changes,
  });
}

export interface PreviewChanges {
  readonly target?: string;
  readonly snapshot?: OrganizationSnapshot;
  readonly mode?: AttachmentMode;
  readonly windowStart?: string;
  readonly windowEnd?: string;
  readonly mapping?: UserMapping;
  readonly context?: SuppliedContext;
}

/** A plan of these documents for the account mill, over all of November 2026; the snapshot is of its last day. */
export function planOf(documents: readonly string[], changes: PreviewChanges = {}): PreviewPlan {
  const planned = planPreview({
    snapshot: changes.snapshot ?? snapshotWith({}, { CapturedAt: "2026-11-30T00:00:00Z" }),
    targetId: changes.target ?? MILL,
    policyDocuments: documents,
    ...(changes.mode === undefined ? {} : { attachmentMode: changes.mode }),
    windowStart: Date.parse(changes.windowStart ?? "2026-11-01T00:00:00Z"),
    windowEnd: Date.parse(changes.windowEnd ?? "2026-12-01T00:00:00Z"),
    ...(changes.mapping === undefined ? {} : { mapping: changes.mapping }),
    ...(changes.context === undefined ? {} : { context: changes.context }),
  });
  if (!planned.ok) throw new Error(planned.faults.map(({ message }) => message).join("; "));
  return planned.value;
}

/** Every list of records is a log file, and a chunk, of its own. */
export function evaluate(
  core: Core,
  plan: PreviewPlan,
  ...files: readonly (readonly LoggedRecord[])[]
): PartitionResult {
  const chunks = files.map((records, index) => chunkOfRecords(records, `file-${index}.json`));
  return evaluatePartition(core, plan, catalogue, PARTITION, chunks);
}

/** What became of one record, in one word and its detail. */
export interface Became {
  /** Impact of a judged event, else its outcome. */
  readonly what: string;
  /** Reason of an event that was not judged. */
  readonly why?: string;
  readonly event?: AffectedEvent;
  readonly finding?: Finding;
}

/** Evaluates one record by itself. */
export function becomes(core: Core, plan: PreviewPlan, record: LoggedRecord): Became {
  const { counts, denied, undetermined, findings } = evaluate(core, plan, [record]);
  const outcome = onlyOne(counts.outcomes);
  if (outcome !== "judged") return { what: outcome, why: onlyOne(counts.reasons) };
  const [event] = [...denied, ...undetermined];
  const [finding] = findings;
  return {
    what: onlyOne(counts.impacts),
    ...(event === undefined ? {} : { event }),
    ...(finding === undefined ? {} : { finding }),
  };
}

function onlyOne(counts: Readonly<Record<string, number>>): string {
  const counted = Object.entries(counts).filter(([, events]) => events !== 0);
  const [first] = counted;
  if (counted.length !== 1 || first?.[1] !== 1) throw new Error(`one record is counted as ${JSON.stringify(counts)}`);
  return first[0];
}
