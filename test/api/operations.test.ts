import { describe, expect, test } from "vitest";
import { createFakeService } from "./fake-rooms.ts";
import { ADMIN, type RequestToSign, signRequest } from "./sign-request.ts";

const JOB_ID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const NO_JOB = "0a1b2c3d-4e5f-6789-abcd-ef0123456789";
const DENY = '{"Version":"2012-10-17","Statement":[{"Effect":"Deny","Action":"s3:*","Resource":"*"}]}';
const START = {
  policyConfigurations: [{ jobType: "SCP", targetId: "ou-ab12-11111111", policyDocumentsList: [DENY] }],
  startTime: "2026-08-01T00:00:00Z",
  endTime: "2026-11-02T02:00:00+02:00",
  outputS3Uri: "s3://my-out/prefix/",
};
const OTHER = { ...ADMIN, accessKeyId: "AKIDOTHEREXAMPLE", accountId: "444455556666" };
const KEYS = { ACCESS_KEYS: JSON.stringify([ADMIN]), ACCESS_KEYS_2: JSON.stringify([OTHER]) };

type Service = ReturnType<typeof createFakeService>;

async function call(service: Service, toSign: RequestToSign) {
  const response = await service.fetch(await signRequest(toSign));
  const body = (await response.json()) as Record<string, unknown>;
  return { status: response.status, error: response.headers.get("x-amzn-errortype"), body };
}

function start(service: Service, body: object = START, key = ADMIN) {
  const headers = { "content-type": "application/json" };
  return call(service, { method: "PUT", path: "/policy/preview", body: JSON.stringify(body), headers, key });
}

async function startedJob(service: Service, body: object = START): Promise<string> {
  return String((await start(service, body)).body.jobId);
}

/** Problems of a start that was refused. */
async function problems(body: object, bindings: object = {}): Promise<readonly { name: string; message: string }[]> {
  const service = createFakeService({ ...bindings });
  const { status, error, body: answer } = await start(service, body);
  expect([status, error]).toEqual([400, "ValidationException"]);
  expect(service.state.submitted).toEqual([]);
  return answer.fieldList as { name: string; message: string }[];
}

function withDocuments(...policyDocumentsList: readonly string[]) {
  return { ...START, policyConfigurations: [{ ...START.policyConfigurations[0], policyDocumentsList }] };
}

describe("StartPolicyPreviewJob", () => {
  test("submits the job with its window in UTC and answers its id", async () => {
    const service = createFakeService();
    const { status, body } = await start(service);
    expect(status).toBe(200);
    expect(body.jobId).toMatch(JOB_ID);
    expect(service.state.submitted).toEqual([
      {
        jobId: body.jobId,
        tenantId: "o-abcdefghij",
        accountId: "111122223333",
        accessKeyId: ADMIN.accessKeyId,
        submittedAt: expect.any(String),
        parameters: { ...START, startTime: "2026-08-01T00:00:00.000Z", endTime: "2026-11-02T00:00:00.000Z" },
      },
    ]);
  });

  test("takes the time of submission for a missing end", async () => {
    const service = createFakeService();
    const { endTime: _, ...withoutEnd } = START;
    await start(service, withoutEnd);
    const [job] = service.state.submitted;
    expect(job?.parameters.endTime).toBe(job?.submittedAt);
  });

  test("answers the same job for the same client token, and a conflict for another request under it", async () => {
    const service = createFakeService();
    const { endTime: _, ...withoutEnd } = START;
    const first = await startedJob(service, { ...withoutEnd, clientToken: "t" });
    expect(await startedJob(service, { ...withoutEnd, clientToken: "t" })).toBe(first);
    const conflict = await start(service, { ...START, clientToken: "t" });
    expect(conflict).toMatchObject({ status: 409, error: "ConflictException" });
    expect(conflict.body).toMatchObject({ resourceId: first, resourceType: "PolicyPreviewJob" });
    expect(service.state.submitted).toHaveLength(1);
  });

  test("submits again for a repeated request whose first submission was lost", async () => {
    const service = createFakeService();
    const first = await startedJob(service, { ...START, clientToken: "t" });
    service.state.submitted.length = 0;
    expect(await startedJob(service, { ...START, clientToken: "t" })).toBe(first);
    expect(service.state.submitted.map(({ jobId }) => jobId)).toEqual([first]);
  });

  test("takes exactly one configuration", async () => {
    const [one] = START.policyConfigurations;
    expect((await problems({ ...START, policyConfigurations: [] }))[0]?.name).toBe("policyConfigurations");
    expect((await problems({ ...START, policyConfigurations: [one, one] }))[0]?.name).toBe("policyConfigurations");
  });

  test("takes at least one document (R8)", async () => {
    const [problem] = await problems(withDocuments());
    expect(problem?.name).toBe("policyConfigurations[0].policyDocumentsList");
  });

  test("takes documents of 5,120 characters, and as many as the setting says", async () => {
    const documentOf = (characters: number) => DENY.padEnd(characters, " ");
    expect((await start(createFakeService(), withDocuments(documentOf(5_120)))).status).toBe(200);
    const [problem] = await problems(withDocuments(documentOf(5_121)));
    expect(problem).toMatchObject({ name: "policyConfigurations[0].policyDocumentsList[0]" });
    expect(problem?.message).toMatch(/5121 characters/);
    const larger = createFakeService({ POLICY_DOCUMENT_MAX_CHARACTERS: "10240" });
    expect((await start(larger, withDocuments(documentOf(10_240)))).status).toBe(200);
  });

  test("tells every fault of every document, with its place", async () => {
    const found = await problems(
      withDocuments(DENY, "{", '{"Statement":[{"Effect":"Perhaps","Action":"s3:*","Resource":"*"}]}'),
    );
    expect(new Set(found.map(({ name }) => name))).toEqual(
      new Set(["policyConfigurations[0].policyDocumentsList[1]", "policyConfigurations[0].policyDocumentsList[2]"]),
    );
    expect(found.at(-1)?.message).toMatch(/^1:\d+: .*Perhaps/);
  });

  test("takes a window that ends after it starts", async () => {
    expect((await problems({ ...START, endTime: START.startTime }))[0]?.name).toBe("endTime");
    const { endTime: _, ...withoutEnd } = START;
    const [problem] = await problems({ ...withoutEnd, startTime: "2999-01-01T00:00:00Z" });
    expect(problem?.name).toBe("startTime");
  });
});

describe("GetPolicyPreviewJob", () => {
  test("answers parameters and details; times that are not yet true are absent", async () => {
    const service = createFakeService();
    const jobId = await startedJob(service);
    const { status, body } = await call(service, { path: `/policy/preview/${jobId}` });
    expect(status).toBe(200);
    const { outputS3Uri, ...asked } = START;
    expect(body).toEqual({
      jobId,
      outputS3Uri,
      jobParameters: { ...asked, startTime: "2026-08-01T00:00:00.000Z", endTime: "2026-11-02T00:00:00.000Z" },
      jobDetails: { jobStatus: "SUBMITTED", submittedAt: expect.stringMatching(/Z$/) },
    });
  });

  test("answers times and error once they are true", async () => {
    const service = createFakeService();
    const jobId = await startedJob(service);
    const { rooms } = service;
    const room = rooms.job.bind(rooms);
    const error = { code: "INVALID_TARGET_ERROR", message: "choose another" } as const;
    rooms.job = (bindings, id) => ({
      ...room(bindings, id),
      async details() {
        const details = await room(bindings, id).details();
        if (details === undefined) return undefined;
        return { ...details, status: "FAILED", completedAt: "2026-11-23T00:00:00.000Z", error } as const;
      },
    });
    const { body } = await call(service, { path: `/policy/preview/${jobId}` });
    expect(body.jobDetails).toEqual({
      jobStatus: "FAILED",
      submittedAt: expect.any(String),
      completedAt: "2026-11-23T00:00:00.000Z",
      jobError: error,
    });
  });

  test.each(["GET", "PUT"])("is not there for another account (%s)", async (method) => {
    const service = createFakeService(KEYS);
    const path = `/policy/preview/${await startedJob(service)}`;
    expect((await call(service, { method, path })).status).toBe(200);
    const another = await call(service, { method, path, key: OTHER });
    expect(another).toMatchObject({ status: 404, error: "ResourceNotFoundException" });
    const none = await call(service, { method, path: `/policy/preview/${NO_JOB}` });
    expect(none.body).toMatchObject({ resourceId: NO_JOB, resourceType: "PolicyPreviewJob" });
  });

  test.each(["/policy/preview/", "/policy/preview/BAD%2FID", "/policy/preview/NOT-AN-ID"])(
    "and CancelPolicyPreviewJob refuse the id in %s and start nothing",
    async (path) => {
      const service = createFakeService();
      for (const method of ["GET", "PUT"]) {
        const { status, body } = await call(service, { method, path });
        expect(status).toBe(400);
        expect(body).toMatchObject({ reason: "fieldValidationFailed", fieldList: [{ name: "jobId" }] });
      }
      expect(service.state.started).toEqual([]);
    },
  );
});

describe("ListPolicyPreviewJobs", () => {
  test("answers the caller's jobs, filtered, with a token while there are more", async () => {
    const service = createFakeService(KEYS);
    const first = await startedJob(service);
    const second = await startedJob(service, {
      ...START,
      policyConfigurations: [{ ...START.policyConfigurations[0], targetId: "r-ab12" }],
    });
    await start(service, START, OTHER);
    const list = (query: Readonly<Record<string, string>>) => call(service, { path: "/policy/preview", query });
    const ids = ({ body }: Awaited<ReturnType<typeof list>>) =>
      (body.analysisReports as { jobId: string }[]).map(({ jobId }) => jobId);
    expect(ids(await list({}))).toEqual([first, second]);
    expect(ids(await list({ targetId: "r-ab12" }))).toEqual([second]);
    const page = await list({ maxResults: "1" });
    expect(page.body).toEqual({
      nextToken: "more",
      analysisReports: [
        { jobId: first, status: "SUBMITTED", submittedAt: expect.any(String), outputS3Uri: START.outputS3Uri },
      ],
    });
  });

  test.each([
    [{ jobStatus: "DONE" }, "filters.jobStatus"],
    [{ targetId: "zzz" }, "filters.targetId"],
    [{ bogus: "1" }, "filters.bogus"],
    [{ nextToken: "bad" }, "nextToken"],
    [{ maxResults: "0" }, "maxResults"],
  ])("refuses %o", async (query, name) => {
    const { status, body } = await call(createFakeService(), {
      path: "/policy/preview",
      query: query as unknown as Record<string, string>,
    });
    expect(status).toBe(400);
    expect(body.fieldList).toMatchObject([{ name }]);
  });
});

describe("CancelPolicyPreviewJob", () => {
  test("cancels, and refuses to cancel what has ended", async () => {
    const service = createFakeService();
    const jobId = await startedJob(service);
    const cancel = () => call(service, { method: "PUT", path: `/policy/preview/${jobId}`, body: "{}" });
    expect(await cancel()).toEqual({ status: 200, error: null, body: {} });
    service.state.failed.push(jobId);
    expect(await cancel()).toMatchObject({ status: 400, error: "ValidationException" });
  });
});

describe("the policy preview configuration", () => {
  const path = "/policy/preview-configuration";

  test("is created once, read and deleted", async () => {
    const service = createFakeService();
    expect(await call(service, { path })).toMatchObject({ status: 404, error: "ResourceNotFoundException" });
    const create = () => call(service, { method: "PUT", path, body: '{"scope":"GLOBAL","clientToken":"t"}' });
    expect(await create()).toEqual({ status: 200, error: null, body: { status: "PENDING_CREATION" } });
    expect(await create()).toMatchObject({ status: 409, body: { resourceType: "PolicyPreviewConfiguration" } });
    expect((await call(service, { path })).body).toEqual({
      policyPreviewConfigurations: [{ scope: "GLOBAL", status: "ACTIVE", createdAt: expect.any(String) }],
    });
    const remove = () => call(service, { method: "DELETE", path, query: { clientToken: "d" } });
    expect(await remove()).toEqual({ status: 200, error: null, body: {} });
    expect(await remove()).toMatchObject({ status: 404 });
  });

  test("takes the running jobs of all the tenant's accounts with it", async () => {
    const service = createFakeService(KEYS);
    await call(service, { method: "PUT", path });
    const mine = await startedJob(service);
    const others = (await start(service, START, OTHER)).body.jobId;
    await call(service, { method: "DELETE", path });
    expect(service.state.failed).toEqual([mine, others]);
  });

  test("when deleted again by a late copy of the request, leaves jobs of a newer one alone", async () => {
    const service = createFakeService();
    await startedJob(service);
    await call(service, { method: "PUT", path });
    const { rooms } = service;
    const room = rooms.tenant.bind(rooms);
    rooms.tenant = (...place) => ({ ...room(...place), deleteConfiguration: async () => ({ kind: "repeated" }) });
    expect((await call(service, { method: "DELETE", path })).status).toBe(200);
    expect(service.state.failed).toEqual([]);
    service.state.configuration = undefined;
    await call(service, { method: "DELETE", path });
    expect(service.state.failed).toHaveLength(1);
  });
});

describe("the policy generation operations", () => {
  test.each([
    ["PUT", "/policy/generation", '{"policyGenerationDetails":{"principalArn":"arn:aws:iam::111122223333:role/x"}}'],
    ["GET", "/policy/generation", undefined],
    ["GET", "/policy/generation/j", undefined],
    ["PUT", "/policy/generation/j", undefined],
  ])("are unknown operations: %s %s", async (method, path, body) => {
    const answer = await call(createFakeService(), { method, path, ...(body === undefined ? {} : { body }) });
    expect(answer).toMatchObject({ status: 400, error: "ValidationException", body: { reason: "unknownOperation" } });
  });
});
