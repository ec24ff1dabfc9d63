/** Invented CloudTrail records of Juniper Mills (test/organization/snapshot-of.ts), and log files of them. */
import type { LoggedRecord } from "../../evaluation/chunk-of-records.ts";
import { callOf as callAtNoon, userOf, uuidOf } from "../../evaluation/invented-records.ts";
import { MANAGEMENT, SHOP } from "../../organization/snapshot-of.ts";

export type { LoggedRecord };
export { uuidOf };

/** A call of ida in the account mill; `id` numbers the event, `time` is ISO-8601. */
export function callOf(id: number, time: string, changes: LoggedRecord = {}): LoggedRecord {
  return callAtNoon(id, { eventTime: time, ...changes });
}

/** Nothing that a policy on ec2 touches. */
export const LIST_QUEUES: LoggedRecord = { eventSource: "sqs.amazonaws.com", eventName: "ListQueues" };
export const OF_SHOP: LoggedRecord = { recipientAccountId: SHOP, userIdentity: userOf("sam", SHOP) };
export const OF_MANAGEMENT: LoggedRecord = { recipientAccountId: MANAGEMENT, userIdentity: userOf("mo", MANAGEMENT) };

/** As CloudTrail delivers it, before compression. */
export function logOf(...records: readonly unknown[]): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(JSON.stringify({ Records: records }));
}

export async function gzip(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  const packed = new Blob([bytes]).stream().pipeThrough(new CompressionStream("gzip"));
  return new Uint8Array(await new Response(packed).arrayBuffer());
}

export async function gunzip(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  const content = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Uint8Array(await new Response(content).arrayBuffer());
}
