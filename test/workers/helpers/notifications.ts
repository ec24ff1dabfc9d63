/// <reference types="@cloudflare/vitest-plugin/types" />
/** Files that come into the bucket of raw log files from outside, and what R2 tells of them. */
import { createExecutionContext, createMessageBatch, getQueueResult } from "cloudflare:test";
import type { Bindings } from "../../../host/account/bindings.ts";
import worker from "../../../host/worker.ts";
import { bindings } from "./preview-tenant.ts";

export type Action = "PutObject" | "CopyObject" | "CompleteMultipartUpload" | "DeleteObject" | "LifecycleDeletion";

/** The body of R2's message. */
export function notificationOf(key: string, action: Action = "PutObject"): unknown {
  const object = { key, size: 1234, eTag: "c846ff7a18f28c2e262116d6e8719ef0" };
  return {
    account: "3f4b7e3dcab231cbfdaa90a6a28bd548",
    action,
    bucket: "scp-preview-cloudtrail",
    object,
    eventTime: "2026-11-24T10:05:00.000Z",
  };
}

/** What became of the messages, by position. */
export type Handling = "acknowledged" | "retried" | "left";

let sent = 0;

/** Delivers bodies in one batch to the Worker. */
export async function deliverNotifications(
  bodies: readonly unknown[],
  changes: Readonly<Record<string, unknown>> = {},
): Promise<readonly Handling[]> {
  const messages = bodies.map((body) => {
    sent += 1;
    return { id: `notification-${sent}`, timestamp: new Date(), attempts: 1, body };
  });
  const batch = createMessageBatch<unknown>("cloudtrail-files", messages);
  await worker.queue(batch, { ...bindings, ...changes } as Bindings);
  const { explicitAcks, retryMessages } = await getQueueResult(batch, createExecutionContext());
  return messages.map(({ id }) => {
    if (retryMessages.some(({ msgId }) => msgId === id)) return "retried";
    return explicitAcks.includes(id) ? "acknowledged" : "left";
  });
}

/** Puts the file into the bucket, past the service, and tells of it. */
export async function arrive(key: string, body: Uint8Array<ArrayBuffer>): Promise<Handling | undefined> {
  await bindings.CLOUDTRAIL.put(key, body);
  const [handling] = await deliverNotifications([notificationOf(key)]);
  return handling;
}
