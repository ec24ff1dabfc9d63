/** Jobs that must end FAILED, and what is true of each of them. */
import { expect, vi } from "vitest";
import type { JobErrorCode } from "../../../host/domain/job.ts";
import { PATIENCE } from "./held-queue.ts";
import { newTenant, type PreviewTenant, type StartChanges, setAccessKeys } from "./preview-tenant.ts";
import { objectsUnder } from "./report-files.ts";

/** How many characters a message needs at least to say what is wrong and what to do. */
const MESSAGE_MIN = 40;

/** Its key is the only one that job objects know. */
export function knownTenant(options: Parameters<typeof newTenant>[0] = {}): PreviewTenant {
  const tenant = newTenant(options);
  setAccessKeys(tenant.key);
  return tenant;
}

/** Starts a job that must end FAILED with this error and without a report; gives the message. */
export async function failsWith(
  tenant: PreviewTenant,
  code: JobErrorCode,
  changes: StartChanges = {},
): Promise<string> {
  const jobId = await tenant.start(changes);
  return endsWith(tenant, jobId, code);
}

export async function endsWith(tenant: PreviewTenant, jobId: string, code: JobErrorCode): Promise<string> {
  const { jobStatus, jobError, completedAt } = await tenant.until(jobId);
  expect({ jobStatus, code: jobError?.code }).toEqual({ jobStatus: "FAILED", code });
  expect(completedAt).toMatch(/Z$/);
  expect((await objectsUnder(`${tenant.id}/${jobId}/`)).size).toBe(0);
  const { status, report } = await tenant.progress(jobId);
  expect([status, report]).toEqual(["FAILED", undefined]);
  const listed = await vi.waitFor(async () => {
    const { body } = await tenant.call({ path: "/policy/preview", query: { jobStatus: "FAILED" } });
    expect(body.analysisReports).toHaveLength(1);
    return body;
  }, PATIENCE);
  expect(listed.analysisReports).toMatchObject([{ jobId, status: "FAILED" }]);
  const message = jobError?.message ?? "";
  expect(message.length).toBeGreaterThan(MESSAGE_MIN);
  return message;
}
