/** Invented CloudTrail records of Juniper Mills (test/organization/snapshot-of.ts), and log files of them. */
import { MANAGEMENT, MILL, SHOP } from "../../organization/snapshot-of.ts";

export type LoggedRecord = Readonly<Record<string, unknown>>;

/** A call of ida in the account mill; `id` numbers the event, `time` is ISO-8601. */
export function callOf(id: number, time: string, changes: LoggedRecord = {}): LoggedRecord {
  return {
    eventVersion: "1.11",
    eventTime: time,
    eventSource: "ec2.amazonaws.com",
    eventName: "DescribeInstances",
    awsRegion: "eu-west-1",
    sourceIPAddress: "198.51.100.7",
    userAgent: "aws-cli/2.31.0",
    eventID: uuidOf(id),
    eventType: "AwsApiCall",
    eventCategory: "Management",
    recipientAccountId: MILL,
    userIdentity: userOf("ida", MILL),
    ...changes,
  };
}

export function uuidOf(id: number): string {
  return `5eed0000-0000-4000-8000-${id.toString(16).padStart(12, "0")}`;
}

/** Long-term credentials of a user. */
export function userOf(userName: string, accountId: string): LoggedRecord {
  const arn = `arn:aws:iam::${accountId}:user/${userName}`;
  return { type: "IAMUser", principalId: `AIDA${userName.toUpperCase()}`, arn, accountId, userName };
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
