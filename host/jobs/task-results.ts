/**
 * What tasks leave in R2 until the report is written: one object of counts and findings, and one gzip object for each
 * kind of affected events. Keys hold the hash of the content, so running a task twice leaves one copy.
 */
import type { Bindings } from "../account/bindings.ts";
import { sha256Hex } from "../activity/sha256.ts";
import type { PartitionResult } from "../evaluation/judging/partition-result.ts";
import { gzip } from "./gzip.ts";

/** R2 lists and deletes at most this many at once. */
const LIST_MAX = 1000;

/** Events of one kind of one partition: where they lie, and what is in there uncompressed. */
export interface StoredPart {
  readonly key: string;
  readonly bytes: number;
  readonly storedBytes: number;
  readonly sha256: string;
}

export interface StoredResult {
  readonly result: Omit<PartitionResult, "denied" | "undetermined">;
  readonly denied?: StoredPart;
  readonly undetermined?: StoredPart;
}

/** Gives the key of the stored result. */
export async function storeTaskResult(
  bindings: Bindings,
  jobId: string,
  task: number,
  partition: PartitionResult,
): Promise<string> {
  const { denied, undetermined, ...result } = partition;
  const folder = `jobs/${jobId}/tasks/${task}`;
  const deniedPart = await storePart(bindings, `${folder}/denied`, denied);
  const undeterminedPart = await storePart(bindings, `${folder}/undetermined`, undetermined);
  const stored: StoredResult = {
    result,
    ...(deniedPart === undefined ? {} : { denied: deniedPart }),
    ...(undeterminedPart === undefined ? {} : { undetermined: undeterminedPart }),
  };
  const bytes = new TextEncoder().encode(JSON.stringify(stored));
  const key = `${folder}/result-${await sha256Hex(bytes)}.json`;
  await bindings.ACTIVITY.put(key, bytes);
  return key;
}

export async function loadTaskResult(bindings: Bindings, key: string): Promise<StoredResult> {
  const object = await bindings.ACTIVITY.get(key);
  if (object === null) throw new Error(`task result ${key} is gone`);
  return object.json<StoredResult>();
}

export async function deleteTaskResults(bindings: Bindings, jobId: string): Promise<void> {
  for (;;) {
    const { objects } = await bindings.ACTIVITY.list({ prefix: `jobs/${jobId}/`, limit: LIST_MAX });
    if (objects.length === 0) return;
    await bindings.ACTIVITY.delete(objects.map(({ key }) => key));
  }
}

/** Lines of JSON; nothing is stored for no events. */
async function storePart(
  bindings: Bindings,
  prefix: string,
  events: readonly object[],
): Promise<StoredPart | undefined> {
  if (events.length === 0) return undefined;
  const bytes = new TextEncoder().encode(events.map((event) => `${JSON.stringify(event)}\n`).join(""));
  const sha256 = await sha256Hex(bytes);
  const packed = await gzip(bytes);
  const key = `${prefix}-${sha256}.jsonl.gz`;
  await bindings.ACTIVITY.put(key, packed);
  return { key, bytes: bytes.length, storedBytes: packed.length, sha256 };
}
