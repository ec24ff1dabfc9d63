import { afterEach, describe, expect, it } from "vitest";
import { operationSchema, type ServiceModel } from "../../bench/local/operation-schema.ts";
import { createPreviewClient } from "../../bench/local/preview-client.ts";
import { SERVICE_MODEL } from "../../host/api/model/service-model.ts";
import { type FakeAnswer, type FakeServer, startFakeServer } from "./fake-server.ts";

const KEY = { region: "us-east-1", accessKeyId: "AKIATESTTESTTESTTEST", secretAccessKey: "not-a-secret" };
const JOB_ID = "0a1b2c3d-4e5f-4789-abcd-ef0123456789";

/** An invented model with one of everything that the converter reads. */
const MODEL: ServiceModel = {
  operations: {
    Paint: {
      http: { method: "PUT", requestUri: "/walls/{wall}" },
      input: { shape: "PaintRequest" },
      output: { shape: "Wall" },
    },
    Odd: { http: { method: "GET", requestUri: "/odd" }, input: { shape: "OddRequest" } },
  },
  shapes: {
    PaintRequest: {
      type: "structure",
      required: ["wall", "when"],
      members: {
        token: { shape: "Text", idempotencyToken: true },
        filters: { shape: "Filters", location: "querystring" },
        limit: { shape: "Count", location: "querystring", locationName: "maxResults" },
        wall: { shape: "Text", location: "uri", locationName: "wall" },
        when: { shape: "Moment" },
      },
    },
    Wall: { type: "structure", members: { parts: { shape: "Walls" }, dry: { shape: "Flag" } } },
    Walls: { type: "list", member: { shape: "Wall" } },
    Filters: { type: "map", key: { shape: "Text" }, value: { shape: "Text" } },
    Text: { type: "string" },
    Count: { type: "integer" },
    Flag: { type: "boolean" },
    Moment: { type: "timestamp", timestampFormat: "iso8601" },
    OddRequest: { type: "structure", members: { data: { shape: "Bytes" } } },
    Bytes: { type: "blob" },
  },
};

describe("operationSchema()", () => {
  it("puts required members first and gives each member its place in the request", () => {
    const [tag, , name, traits, input] = operationSchema(MODEL, "Paint") as unknown[];
    expect([tag, name, traits]).toEqual([9, "Paint", { http: ["PUT", "/walls/{wall}", 200] }]);
    const [, , , , members, schemas, required] = (input as () => unknown[])();
    expect(members).toEqual(["wall", "when", "token", "filters", "limit"]);
    expect(required).toBe(2);
    expect(schemas).toEqual([
      [0, { httpLabel: 1 }],
      5,
      [0, { idempotencyToken: 1 }],
      [[2, expect.any(String), "Filters", 0, 0, 0], { httpQueryParams: 1 }],
      [1, { httpQuery: "maxResults" }],
    ]);
  });

  it("lets a shape contain itself", () => {
    const [, , , , , output] = operationSchema(MODEL, "Paint") as unknown[];
    const wall = (output as () => unknown[])();
    const [list] = wall[5] as unknown[][];
    expect(list?.[4]).toBe(wall);
  });

  it("refuses a shape type it does not know, and an operation that is not there", () => {
    expect(() => operationSchema(MODEL, "Odd")).toThrow("shape Bytes has type blob");
    expect(() => operationSchema(MODEL, "Sand")).toThrow("no operation Sand");
  });
});

describe("createPreviewClient() with the model of the service", () => {
  let server: FakeServer;
  afterEach(() => server.close());
  const connect = async (answer: (url: string) => FakeAnswer) => {
    server = await startFakeServer(({ url }) => answer(url));
    return createPreviewClient({ endpoint: server.endpoint, ...KEY }, SERVICE_MODEL);
  };

  it("starts a job with our attachment mode, ISO times and a token, signed for access-analyzer", async () => {
    const client = await connect(() => ({ body: { jobId: JOB_ID } }));
    const configuration = {
      jobType: "SCP",
      targetId: "r-ab12",
      policyDocumentsList: ["{}"],
      attachmentMode: "ADD",
    } as const;
    const answer = await client.startJob({
      policyConfigurations: [configuration],
      startTime: new Date("2026-08-01T00:00:00Z"),
      outputS3Uri: "s3://out/p/",
    });
    expect(answer.jobId).toBe(JOB_ID);
    const [request] = server.seen;
    expect(`${request?.method} ${request?.url}`).toBe("PUT /policy/preview");
    expect(request?.headers.authorization).toContain("/us-east-1/access-analyzer/aws4_request");
    expect(JSON.parse(String(request?.body))).toEqual({
      policyConfigurations: [configuration],
      startTime: "2026-08-01T00:00:00Z",
      outputS3Uri: "s3://out/p/",
      clientToken: expect.stringMatching(/^[0-9a-f-]{36}$/),
    });
  });

  it("reads times and job errors, and spreads filters over the query", async () => {
    const details = {
      jobStatus: "FAILED",
      submittedAt: "2026-08-01T00:00:00Z",
      jobError: { code: "SERVICE_ERROR", message: "m" },
    };
    const client = await connect((url) => ({
      body: url.startsWith("/policy/preview/")
        ? { jobId: JOB_ID, outputS3Uri: "s3://o", jobDetails: details }
        : { analysisReports: [] },
    }));
    const job = await client.getJob({ jobId: JOB_ID });
    expect(job.jobDetails).toEqual({ ...details, submittedAt: new Date("2026-08-01T00:00:00Z") });
    await client.listJobs({ filters: { jobStatus: "FAILED" }, maxResults: 3 });
    expect(server.seen.map(({ url }) => url)).toEqual([
      `/policy/preview/${JOB_ID}`,
      "/policy/preview?jobStatus=FAILED&maxResults=3",
    ]);
  });

  it("calls the other four operations by their methods and paths", async () => {
    const client = await connect(() => ({}));
    await client.cancelJob({ jobId: JOB_ID });
    await client.createConfiguration({ scope: "GLOBAL" });
    await client.getConfiguration();
    await client.deleteConfiguration();
    expect(server.seen.map(({ method, url }) => `${method} ${url.replace(/[0-9a-f-]{36}$/, "*")}`)).toEqual([
      "PUT /policy/preview/*",
      "PUT /policy/preview-configuration",
      "GET /policy/preview-configuration",
      "DELETE /policy/preview-configuration?clientToken=*",
    ]);
  });

  it("rejects with the modelled exception", async () => {
    const body = { message: "no such job", resourceId: JOB_ID, resourceType: "PolicyPreviewJob" };
    const headers = { "x-amzn-errortype": "ResourceNotFoundException" };
    const client = await connect(() => ({ status: 404, headers, body }));
    await expect(client.getJob({ jobId: JOB_ID })).rejects.toMatchObject({
      name: "ResourceNotFoundException",
      ...body,
    });
  });
});
