import { describe, expect, test } from "vitest";
import { createFakeService } from "./fake-rooms.ts";
import { ADMIN, ORIGIN, presignRequest } from "./sign-request.ts";

const MINE = "0a1b2c3d-4e5f-6789-abcd-ef0123456789";
const OTHER = "0b1b2c3d-4e5f-6789-abcd-ef0123456789";

/**
 * workerd gives the URL as it came, dot segments and all (tried with workerd alone); Node's Request takes them out at once, so
 * they are put in again here.
 */
function asItCame(request: Request, path: string): Request {
  const url = `${ORIGIN}${path}${new URL(request.url).search}`;
  return Object.defineProperty(request, "url", { value: url });
}

function createService() {
  const service = createFakeService();
  for (const jobId of [MINE, OTHER]) {
    service.state.submitted.push({
      jobId,
      tenantId: service.tenantId,
      accountId: ADMIN.accountId,
      accessKeyId: ADMIN.accessKeyId,
      parameters: { policyConfigurations: [], startTime: "", endTime: "", outputS3Uri: "s3://out" },
      submittedAt: "2026-11-23T00:00:00.000Z",
    });
  }
  const read: string[] = [];
  const { readReportFile } = service.rooms;
  Object.assign(service.rooms, {
    readReportFile: (...args: Parameters<typeof readReportFile>) => {
      read.push(`${args[1]} ${args[2]}`);
      return readReportFile(...args);
    },
  });
  return { ...service, read };
}

// Signature Version 4 takes dot segments out of the path before it signs.
describe("the route that answers is that of the path that was signed", () => {
  test("also when somebody puts dot segments into a presigned URL of a report: no other job's report opens", async () => {
    const signedPath = `/policy/preview/${MINE}/report/manifest.json`;
    const paths = [
      `/policy/preview/${OTHER}/report/../../${MINE}/report/manifest.json`,
      `/policy/preview/${OTHER}/report/%2e%2E/../${MINE}/report/manifest.json`,
      `/policy/preview/${OTHER}/report/x/..\\..\\..\\${MINE}/report/manifest.json`,
    ];
    for (const path of paths) {
      const { fetch, read } = createService();
      await fetch(asItCame(await presignRequest({ path: signedPath }), path));
      expect([path, read.filter((one) => one.startsWith(OTHER))]).toEqual([path, []]);
    }
    const { fetch, read } = createService();
    expect((await fetch(await presignRequest({ path: signedPath }))).status).toBe(200);
    expect(read).toEqual([`${MINE} manifest.json`]);
  });

  test("also when the body of another operation would become a log file", async () => {
    const service = createService();
    service.state.configuration = { scope: "GLOBAL", status: "ACTIVE", createdAt: "2026-11-23T00:00:00.000Z" };
    const signed = await presignRequest({ method: "PUT", path: "/organization", body: "{}" });
    await service.fetch(asItCame(signed, "/cloudtrail/../organization"));
    expect(service.state.ingested).toEqual([]);
  });
});
