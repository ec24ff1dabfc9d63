import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createMinimalOrganization } from "../../bench/local/minimal-organization.ts";
import { runPreview } from "../../bench/local/run-preview.ts";
import { SERVICE_MODEL } from "../../host/api/model/service-model.ts";
import { type FakeAnswer, type FakeServer, type SeenRequest, startFakeServer } from "./fake-server.ts";

const KEY = { region: "us-east-1", accessKeyId: "AKIATESTTESTTESTTEST", secretAccessKey: "not-a-secret" };
const JOB_ID = "0a1b2c3d-4e5f-4789-abcd-ef0123456789";
const SUMMARY = { counts: { records: 2 } };
const listener = { step: () => undefined, progress: () => undefined };

let folder: string;
let server: FakeServer;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "scp-preview-run-"));
});
afterEach(async () => {
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});

/** A service that does nothing but answer; a job ends at the second look with `status`. */
async function startFakeService(status: string, sha256: string): Promise<void> {
  let looks = 0;
  const jobDetails = { jobStatus: status, submittedAt: "2026-10-19T00:00:00Z" };
  const jobError = { code: "INVALID_TARGET_ERROR", message: "the target is not in the snapshot" };
  const bodies: Readonly<Record<string, () => unknown>> = {
    "GET /service-model": () => SERVICE_MODEL,
    "GET /policy/preview-configuration": () => ({
      policyPreviewConfigurations: [
        { scope: "GLOBAL", status: looks++ === 0 ? "PENDING_CREATION" : "ACTIVE", createdAt: "2026-10-19T00:00:00Z" },
      ],
    }),
    "PUT /policy/preview": () => ({ jobId: JOB_ID }),
    [`GET /policy/preview/${JOB_ID}`]: () => ({
      jobId: JOB_ID,
      outputS3Uri: "s3://o",
      jobDetails: status === "FAILED" ? { ...jobDetails, jobError } : jobDetails,
    }),
    [`GET /policy/preview/${JOB_ID}/progress`]: () => ({
      status,
      tasksDone: 1,
      tasksTotal: 1,
      events: 2,
      newlyDenied: 0,
    }),
    [`GET /policy/preview/${JOB_ID}/report/manifest.json`]: () => ({ files: [{ name: "summary.json", sha256 }] }),
    [`GET /policy/preview/${JOB_ID}/report/summary.json`]: () => SUMMARY,
  };
  const answer = ({ method, url }: SeenRequest): FakeAnswer => ({
    body:
      bodies[`${method} ${url}`]?.() ??
      (url.startsWith("/cloudtrail/") ? { records: 1 } : { status: "PENDING_CREATION" }),
  });
  server = await startFakeServer(answer);
}

function run() {
  const files = ["a.json", "b.json"].map((key) => ({ key: `logs/${key}`, path: join(folder, key) }));
  for (const { path } of files) writeFileSync(path, '{"Records":[]}');
  const plan = {
    organization: createMinimalOrganization("111122223333", new Set()),
    files,
    targetId: "111122223333",
    policyDocuments: ["{}"],
    attachmentMode: "REPLACE",
    startTime: new Date("2026-10-12T00:00:00Z"),
    endTime: new Date("2026-10-19T00:00:00Z"),
    reportFolder: join(folder, "report"),
  } as const;
  return runPreview({ endpoint: server.endpoint, ...KEY }, plan, listener);
}

describe("runPreview()", () => {
  const hashOf = (value: unknown) => createHash("sha256").update(JSON.stringify(value)).digest("hex");

  it("uploads every file once the configuration is active, follows the job, and keeps the report", async () => {
    await startFakeService("COMPLETED", hashOf(SUMMARY));
    const output = await run();
    expect(output).toMatchObject({ jobId: JOB_ID, summary: SUMMARY, uploaded: { files: 2, records: 2 } });
    expect(JSON.parse(readFileSync(join(folder, "report/summary.json"), "utf8"))).toEqual(SUMMARY);
    const asked = server.seen.map(({ method, url }) => `${method} ${url}`);
    const upload = asked.indexOf("PUT /cloudtrail/logs/a.json");
    expect(asked.slice(0, 2)).toEqual(["GET /service-model", "PUT /organization"]);
    expect(asked.lastIndexOf("GET /policy/preview-configuration")).toBeLessThan(upload);
    expect(upload).toBeLessThan(asked.indexOf("PUT /policy/preview"));
    const start = server.seen.find(({ url, method }) => method === "PUT" && url === "/policy/preview");
    expect(JSON.parse(String(start?.body)).policyConfigurations[0]).toMatchObject({ attachmentMode: "REPLACE" });
  });

  it("rejects with the job's error when it fails", async () => {
    await startFakeService("FAILED", "");
    await expect(run()).rejects.toThrow("ended FAILED: the target is not in the snapshot (INVALID_TARGET_ERROR)");
  });

  it("rejects when a report file is not what the manifest says", async () => {
    await startFakeService("COMPLETED", "0".repeat(64));
    await expect(run()).rejects.toThrow("summary.json has hash");
  });
});
