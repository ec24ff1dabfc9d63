import { describe, expect, test } from "vitest";
import { JOB_KEPT_MS } from "../../host/jobs/job-object.ts";
import { MILL, NORTH, PLANTS, SHOP } from "../organization/snapshot-of.ts";
import { completedJob } from "./helpers/held-jobs.ts";
import { holdQueue, wakeAfter } from "./helpers/held-queue.ts";
import { callWorker, newTenant, type PreviewTenant, type StartChanges } from "./helpers/preview-tenant.ts";
import { readyTenant } from "./helpers/run-job.ts";

holdQueue();
interface Page {
  readonly ids: readonly string[];
  readonly nextToken: string | undefined;
}

async function page(tenant: PreviewTenant, query: Readonly<Record<string, string>> = {}): Promise<Page> {
  const { status, body } = await tenant.call({ path: "/policy/preview", query });
  expect(status).toBe(200);
  const ids = (body.analysisReports as readonly { readonly jobId: string }[]).map(({ jobId }) => jobId);
  return { ids, nextToken: body.nextToken as string | undefined };
}

/** All pages, with something happening before each but the first. */
async function allPages(
  tenant: PreviewTenant,
  query: Readonly<Record<string, string>>,
  between: () => Promise<unknown> = async () => {},
): Promise<readonly (readonly string[])[]> {
  const pages = [await page(tenant, query)];
  for (let token = pages[0]?.nextToken; token !== undefined; token = pages.at(-1)?.nextToken) {
    await between();
    pages.push(await page(tenant, { ...query, nextToken: token }));
    if (pages.length > 20) throw new Error("the pages have no end");
  }
  return pages.map(({ ids }) => ids);
}

/** Starts jobs, each in a later moment; gives their ids, newest first. */
async function startJobs(tenant: PreviewTenant, ...all: readonly StartChanges[]): Promise<readonly string[]> {
  const ids: string[] = [];
  for (const changes of all) {
    ids.unshift(await tenant.start(changes));
    await scheduler.wait(2);
  }
  return ids;
}

const times = (count: number, changes: StartChanges = {}) => Array.from({ length: count }, () => changes);

describe("ListPolicyPreviewJobs", () => {
  test("gives all jobs, newest first, page by page", async () => {
    const tenant = await readyTenant({});
    const ids = await startJobs(tenant, ...times(7));
    expect(await allPages(tenant, { maxResults: "3" })).toEqual([ids.slice(0, 3), ids.slice(3, 6), ids.slice(6)]);
    expect(await allPages(tenant, { maxResults: "7" })).toEqual([ids]);
    expect(await allPages(tenant, {})).toEqual([ids]);
  });

  test("gives each job once while others are added", async () => {
    const tenant = await readyTenant({});
    const ids = await startJobs(tenant, ...times(6));
    const pages = await allPages(tenant, { maxResults: "2" }, () => tenant.start());
    expect(pages).toEqual([ids.slice(0, 2), ids.slice(2, 4), ids.slice(4)]);
    expect((await page(tenant)).ids).toHaveLength(8);
  });

  test("gives each of the jobs once that were started at the same time", async () => {
    const tenant = await readyTenant({});
    const ids = await Promise.all(times(6).map(() => tenant.start()));
    const whole = await page(tenant);
    const pages = await allPages(tenant, { maxResults: "2" }, () => tenant.start());
    expect(whole.ids.toSorted()).toEqual(ids.toSorted());
    expect(pages.flat()).toEqual(whole.ids);
  });

  test("filters by target on every page, also while jobs for it are added", async () => {
    const tenant = await readyTenant({});
    const ids = await startJobs(
      tenant,
      ...[PLANTS, NORTH, PLANTS, MILL, PLANTS, NORTH].map((targetId) => ({ targetId })),
    );
    const plants = [1, 3, 5].map((index) => ids[index]);
    expect(await allPages(tenant, { targetId: PLANTS, maxResults: "1" }, () => tenant.start())).toEqual(
      plants.map((id) => [id]),
    );
    expect(await allPages(tenant, { targetId: SHOP })).toEqual([[]]);
  });

  test("filters by status on every page, also when jobs before the page change theirs", async () => {
    const tenant = await readyTenant({});
    const ids = await startJobs(tenant, ...times(6));
    for (const id of ids.slice(1)) await tenant.cancel(id);
    const pages = await allPages(tenant, { jobStatus: "CANCELED", maxResults: "2" }, () => tenant.cancel(ids[0] ?? ""));
    expect(pages).toEqual([ids.slice(1, 3), ids.slice(3, 5), ids.slice(5)]);
    expect((await page(tenant, { jobStatus: "CANCELED" })).ids).toEqual(ids);
  });

  test.each([
    ["no base64", "not a token"],
    ["base64 of something else", btoa("{}")],
    ["a place without a job", btoa(JSON.stringify([Date.now(), null]))],
    ["a place that is no time", btoa(JSON.stringify(["now", crypto.randomUUID()]))],
  ])("refuses a token that is %s", async (_, nextToken) => {
    const tenant = await readyTenant({});
    await expectRefused(tenant, nextToken);
  });

  async function expectRefused(tenant: PreviewTenant, nextToken: string): Promise<void> {
    const { status, body } = await tenant.call({ path: "/policy/preview", query: { nextToken } });
    expect([status, body.reason]).toEqual([400, "fieldValidationFailed"]);
    expect(body.fieldList).toMatchObject([{ name: "nextToken" }]);
  }

  test("refuses a token that another tenant was given", async () => {
    const tenant = await readyTenant({});
    await startJobs(tenant, ...times(2));
    const { nextToken = "" } = await page(tenant, { maxResults: "1" });
    await expectRefused(newTenant(), nextToken);
    expect((await page(tenant, { maxResults: "1", nextToken })).ids).toHaveLength(1);
  });

  test("refuses a token that another account of the organization was given", async () => {
    const tenant = await readyTenant({});
    await startJobs(tenant, ...times(2));
    const { nextToken = "" } = await page(tenant, { maxResults: "1" });
    const key = { ...tenant.key, accessKeyId: "AKIDOFSHOP", accountId: SHOP };
    const { status } = await callWorker({ path: "/policy/preview", query: { nextToken }, key });
    expect(status).toBe(400);
  });
});

describe("a job that was submitted more than 14 days ago", () => {
  test("is gone from everything that told of it", async () => {
    const { tenant, jobId } = await completedJob();
    const paths = ["", "/progress", "/findings", "/report/summary.json"].map(
      (rest) => `/policy/preview/${jobId}${rest}`,
    );
    for (const path of paths) expect((await tenant.call({ path })).status, path).toBe(200);
    await wakeAfter(jobId, JOB_KEPT_MS);
    for (const path of paths) expect((await tenant.call({ path })).status, path).toBe(404);
    expect((await page(tenant)).ids).toEqual([]);
    expect((await page(tenant, { jobStatus: "COMPLETED" })).ids).toEqual([]);
  });

  test("leaves the others in the list, which goes on behind it", async () => {
    const tenant = await readyTenant({});
    const ids = await startJobs(tenant, ...times(3));
    for (const id of ids) await tenant.cancel(id);
    const { nextToken = "" } = await page(tenant, { maxResults: "2" });
    await wakeAfter(ids[1] ?? "", JOB_KEPT_MS + 10_000);
    expect((await page(tenant, { nextToken })).ids).toEqual([ids[2]]);
    expect((await page(tenant)).ids).toEqual([ids[0], ids[2]]);
  });

  test("sets its client token free", async () => {
    const tenant = await readyTenant({});
    const clientToken = crypto.randomUUID();
    const jobId = await tenant.start({ clientToken });
    await tenant.cancel(jobId);
    expect((await tenant.call(tenant.startRequest({ clientToken, targetId: MILL }))).status).toBe(409);
    await wakeAfter(jobId, JOB_KEPT_MS);
    expect(await tenant.start({ clientToken, targetId: MILL })).not.toBe(jobId);
  });
});
