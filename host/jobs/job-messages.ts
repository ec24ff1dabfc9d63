/** What goes through the queue `preview-tasks`: keys, never data (128 KB a message). */
export interface TaskMessage {
  readonly kind: "task";
  readonly jobId: string;
  /** Index of the task. */
  readonly task: number;
}

/** All tasks are done: write the report. */
export interface ReportMessage {
  readonly kind: "report";
  readonly jobId: string;
}

export type JobMessage = TaskMessage | ReportMessage;

/** A message of ours, or undefined for anything else that found its way into the queue. */
export function readJobMessage(body: unknown): JobMessage | undefined {
  if (typeof body !== "object" || body === null) return undefined;
  const { kind, jobId, task } = body as Record<string, unknown>;
  if (typeof jobId !== "string") return undefined;
  if (kind === "report") return { kind, jobId };
  return kind === "task" && typeof task === "number" ? { kind, jobId, task } : undefined;
}
