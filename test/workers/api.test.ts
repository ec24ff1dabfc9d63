/// <reference types="@cloudflare/vitest-plugin/types" />
import { createExecutionContext, env, waitOnExecutionContext } from "cloudflare:test";
import { describe, expect, test } from "vitest";
import type { AccessKey } from "../../host/account/access-keys.ts";
import type { Bindings } from "../../host/account/bindings.ts";
import worker from "../../host/worker.ts";
import { ADMIN, type RequestToSign, signRequest } from "../api/sign-request.ts";

let organizations = 0;

/** The Worker as one new organization's administrator calls it. */
function newCaller() {
  organizations += 1;
  const key: AccessKey = { ...ADMIN, organizationId: `o-caller${String(organizations).padStart(6, "0")}` };
  const bindings = { ...env, ACCESS_KEYS: JSON.stringify([key]) } as unknown as Bindings;
  return async (toSign: RequestToSign) => {
    const context = createExecutionContext();
    const request = (await signRequest({ ...toSign, key })) as Request<unknown, IncomingRequestCfProperties>;
    const response = await worker.fetch(request, bindings, context);
    await waitOnExecutionContext(context);
    const text = await response.text();
    return { status: response.status, body: JSON.parse(text) as Record<string, unknown> };
  };
}

const CONFIGURATION = "/policy/preview-configuration";
const RECORD = {
  eventVersion: "1.11",
  eventTime: "2026-11-02T10:00:00Z",
  eventSource: "sqs.amazonaws.com",
  eventName: "ListQueues",
  eventID: "5d1f0b52-9a3c-4a51-8d0e-2f6f6c1f0a01",
  awsRegion: "eu-west-1",
  recipientAccountId: "111122223333",
  userIdentity: { type: "Root", accountId: "111122223333", arn: "arn:aws:iam::111122223333:root" },
};
const ORGANIZATION = {
  Organization: { Id: "o-abcdefghij", MasterAccountId: "111122223333" },
  Roots: [{ Id: "r-ab12" }],
  OrganizationalUnits: [],
  Accounts: [{ Id: "111122223333", ParentId: "r-ab12" }],
  Policies: [],
  PolicyTargets: [],
};

describe("the Worker", () => {
  test("goes through the life of a configuration", async () => {
    const call = newCaller();
    expect((await call({ path: CONFIGURATION })).status).toBe(404);
    expect(await call({ method: "PUT", path: CONFIGURATION, body: "{}" })).toEqual({
      status: 200,
      body: { status: "PENDING_CREATION" },
    });
    expect((await call({ path: CONFIGURATION })).body).toMatchObject({
      policyPreviewConfigurations: [{ scope: "GLOBAL", status: "ACTIVE" }],
    });
    expect((await call({ method: "DELETE", path: CONFIGURATION })).status).toBe(200);
    expect((await call({ path: CONFIGURATION })).status).toBe(404);
  });

  test("takes log files while it collects, once each", async () => {
    const call = newCaller();
    const upload = () => {
      const body = JSON.stringify({ Records: [RECORD, 7] });
      return call({ method: "PUT", path: "/cloudtrail/AWSLogs/x%20y.json", body });
    };
    expect((await upload()).status).toBe(409);
    await call({ method: "PUT", path: CONFIGURATION });
    const counts = { key: "AWSLogs/x y.json", records: 2, stored: 1, unreadable: 1, skipped: { unreadable: 1 } };
    expect(await upload()).toEqual({ status: 200, body: { ...counts, repeated: false } });
    expect(await upload()).toEqual({ status: 200, body: { ...counts, repeated: true } });
  });

  test("keeps an organization and gives back what it keeps", async () => {
    const call = newCaller();
    const stored = await call({ method: "PUT", path: "/organization", body: JSON.stringify(ORGANIZATION) });
    expect(stored).toMatchObject({ status: 200, body: { accounts: 1 } });
    const { body } = await call({ path: "/organization" });
    expect(body).toEqual({ ...ORGANIZATION, CapturedAt: stored.body.capturedAt });
  });

  test("starts a job once a client token, and lists and finds it for its account alone", async () => {
    const call = newCaller();
    const body = JSON.stringify({
      policyConfigurations: [
        {
          jobType: "SCP",
          targetId: "r-ab12",
          policyDocumentsList: ['{"Version":"2012-10-17","Statement":{"Effect":"Deny","Action":"*","Resource":"*"}}'],
        },
      ],
      startTime: "2026-11-01T00:00:00Z",
      endTime: "2026-11-08T00:00:00Z",
      outputS3Uri: "s3://scp-preview-reports/api-test",
      clientToken: "t",
    });
    const started = await call({ method: "PUT", path: "/policy/preview", body });
    expect(started.status).toBe(200);
    expect(await call({ method: "PUT", path: "/policy/preview", body })).toEqual(started);
    const path = `/policy/preview/${started.body.jobId}`;
    expect((await call({ path })).body).toMatchObject({
      jobId: started.body.jobId,
      jobParameters: { startTime: "2026-11-01T00:00:00.000Z", endTime: "2026-11-08T00:00:00.000Z" },
      outputS3Uri: "s3://scp-preview-reports/api-test",
    });
    const listed = await call({ path: "/policy/preview", query: { targetId: "r-ab12" } });
    expect(listed.body.analysisReports).toMatchObject([{ jobId: started.body.jobId }]);
    expect((await newCaller()({ path })).status).toBe(404);
  });

  test("refuses messages of a queue that it does not consume", async () => {
    const batch = { queue: "another", messages: [] } as unknown as MessageBatch<unknown>;
    await expect(worker.queue(batch, env as unknown as Bindings)).rejects.toThrow("another");
  });
});
