import { describe, expect, test } from "vitest";
import { type JobMessage, readJobMessage } from "../../host/jobs/job-messages.ts";

describe("readJobMessage()", () => {
  test.each<JobMessage>([
    { kind: "task", jobId: "job-1", task: 0 },
    { kind: "task", jobId: "job-1", task: 4096 },
    { kind: "report", jobId: "job-1" },
  ])("reads %j as it was sent, also after JSON", (message) => {
    expect(readJobMessage(message)).toEqual(message);
    expect(readJobMessage(JSON.parse(JSON.stringify(message)))).toEqual(message);
  });

  test("takes nothing else from a message than it names", () => {
    expect(readJobMessage({ kind: "report", jobId: "job-1", task: 3, more: "x" })).toEqual({
      kind: "report",
      jobId: "job-1",
    });
    expect(readJobMessage({ kind: "task", jobId: "job-1", task: 3, more: "x" })).toEqual({
      kind: "task",
      jobId: "job-1",
      task: 3,
    });
  });

  test.each([
    undefined,
    null,
    "report",
    7,
    [],
    {},
    { kind: "report" },
    { kind: "report", jobId: 7 },
    { kind: "task", jobId: "job-1" },
    { kind: "task", jobId: "job-1", task: "0" },
    { kind: "task", jobId: "job-1", task: null },
    { kind: "task", task: 0 },
    { kind: "other", jobId: "job-1", task: 0 },
    { jobId: "job-1", task: 0 },
  ])("gives nothing for %j", (body) => {
    expect(readJobMessage(body)).toBeUndefined();
  });
});
