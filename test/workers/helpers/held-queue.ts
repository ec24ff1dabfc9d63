/// <reference types="@cloudflare/vitest-plugin/types" />
/**
 * In place of the queue `preview-tasks`, which the runtime delivers by itself: messages stay here until a test delivers
 * them, as often and in whatever order it likes, or never.
 */
import { createMessageBatch, runDurableObjectAlarm } from "cloudflare:test";
import { afterEach, beforeEach, vi } from "vitest";
import type { Bindings } from "../../../host/account/bindings.ts";
import type { JobMessage } from "../../../host/jobs/job-messages.ts";
import { jobStub } from "../../../host/jobs/job-stub.ts";
import { consumeTasks } from "../../../host/jobs/task-consumer.ts";
import { bindings, rebind } from "./preview-tenant.ts";

/** Messages that Cloudflare takes in one call. */
const BATCH_MAX = 100;

/** For what takes a moment, on a machine that has other things to do. */
export const PATIENCE = { timeout: 15_000, interval: 10 };

let held: JobMessage[] = [];
let failures = 0;

/** From now on, for all objects of this test file. What goes wrong on purpose is told in the Worker's log, too: that is kept still. */
export function holdQueue(): void {
  rebind({ PREVIEW_TASKS: { sendBatch } });
  beforeEach(() => {
    vi.spyOn(console, "error").mockImplementation(() => {});
  });
  afterEach(() => {
    vi.restoreAllMocks();
    dropMessages();
  });
}

async function sendBatch(messages: Iterable<{ readonly body: JobMessage }>): Promise<void> {
  const bodies = [...messages].map(({ body }) => body);
  if (bodies.length > BATCH_MAX) throw new Error(`the queue takes ${BATCH_MAX} messages at once, not ${bodies.length}`);
  if (failures > 0) {
    failures -= 1;
    throw new Error("the queue is down");
  }
  held.push(...bodies);
}

/** The next sending fails. */
export function failNextSending(): void {
  failures = 1;
}

/** Takes the messages that were sent and not taken yet, or those of one job: exactly so many. */
export function takeMessages(count: number, jobId?: string): readonly JobMessage[] {
  const isWanted = (message: JobMessage) => jobId === undefined || message.jobId === jobId;
  const taken = held.filter(isWanted);
  if (taken.length !== count) throw new Error(`${taken.length} messages, not ${count}: ${JSON.stringify(taken)}`);
  held = held.filter((message) => !isWanted(message));
  return taken;
}

/** The same of a job once it has sent so many: planning happens in its own time. */
export function untilSent(count: number, jobId: string): Promise<readonly JobMessage[]> {
  return vi.waitFor(() => takeMessages(count, jobId), PATIENCE);
}

/** Takes whatever there is. */
export function dropMessages(): readonly JobMessage[] {
  const taken = held;
  held = [];
  return taken;
}

let delivered = 0;

/** Delivers each message by itself, one after the other, to a consumer with these bindings. */
export async function deliver(messages: readonly unknown[], consumers: Bindings = bindings): Promise<void> {
  for (const body of messages) {
    delivered += 1;
    const message = { id: `message-${delivered}`, timestamp: new Date(), attempts: 1, body };
    await consumeTasks(createMessageBatch<unknown>("preview-tasks", [message]), consumers);
  }
}

/** Runs the job's alarm as if so many milliseconds had gone by. */
export async function wakeAfter(jobId: string, milliseconds: number): Promise<void> {
  vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + milliseconds });
  try {
    if (!(await runDurableObjectAlarm(jobStub(bindings, jobId)))) throw new Error(`job ${jobId} has no alarm`);
  } finally {
    vi.useRealTimers();
  }
}

/** The bindings with one bucket in which some calls go another way. */
export function withBucket(
  name: "ACTIVITY" | "REPORTS",
  changes: Partial<Record<"get" | "put", (key: string) => Promise<void>>>,
): Bindings {
  const bucket = bindings[name] as R2Bucket;
  const changed = new Proxy(bucket, {
    get(target, method: string) {
      const own = target[method as keyof R2Bucket] as unknown as (...values: unknown[]) => Promise<unknown>;
      const before = changes[method as "get" | "put"];
      if (before === undefined) return own.bind(target);
      return async (key: string, ...rest: unknown[]) => {
        await before(key);
        return own.call(target, key, ...rest);
      };
    },
  });
  return { ...bindings, [name]: changed };
}
