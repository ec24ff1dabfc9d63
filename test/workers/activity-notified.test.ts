import { beforeEach, describe, expect, test } from "vitest";
import { tenantStub } from "../../host/account/stubs.ts";
import { MILL, SHOP } from "../organization/snapshot-of.ts";
import { type Action, arrive, deliverNotifications, notificationOf } from "./helpers/notifications.ts";
import { bindings, newTenant, type PreviewTenant, setAccessKeys } from "./helpers/preview-tenant.ts";
import { callOf, gzip, logOf, OF_SHOP, uuidOf } from "./helpers/records.ts";
import { eventsOf, summaryOf } from "./helpers/report-files.ts";
import { readyTenant, runJob } from "./helpers/run-job.ts";
import { emptyBuckets, keysIn } from "./helpers/stored-objects.ts";

beforeEach(emptyBuckets);

const FOLDER = "CloudTrail/eu-west-1/2026/11/24";
const NAME = `${MILL}_CloudTrail_eu-west-1_20261124T1005Z_Ab3dE.json.gz`;
const ACCOUNT_KEY = `AWSLogs/${MILL}/${FOLDER}/${NAME}`;
const FILE = logOf(callOf(1, "2026-11-24T10:00:00Z"), callOf(2, "2026-11-24T11:00:00Z"));

const organizationKey = ({ id }: PreviewTenant, prefix = "") => `${prefix}AWSLogs/${id}/${MILL}/${FOLDER}/${NAME}`;
const eventsOfTenant = async (tenant: PreviewTenant) => (await tenant.activity()).events;

describe("a file that came into the bucket from outside", () => {
  test.each<readonly [string, (tenant: PreviewTenant) => string]>([
    ["of an organization's trail", organizationKey],
    ["of an organization's trail with a prefix", (tenant) => organizationKey(tenant, "trails/main/")],
    ["of an account's trail", () => ACCOUNT_KEY],
    ["of an account's trail with a prefix", () => `all/${ACCOUNT_KEY}`],
    ["of Insights", (tenant) => organizationKey(tenant).replace("/CloudTrail/", "/CloudTrail-Insight/")],
    ["under a key of another layout", () => "copies/2026/log one+two.json"],
    ["with an ending in capitals", () => "copies/LOG.JSON.GZ"],
  ])("is taken in where it lies when it is %s", async (_, keyOf) => {
    const tenant = await readyTenant({});
    const key = keyOf(tenant);
    const body = await gzip(FILE);
    expect(await arrive(key, body)).toBe("acknowledged");
    expect(await tenantStub(bindings, tenant.id).findFile(key)).toMatchObject({
      key,
      rawKey: key,
      records: 2,
      compressedBytes: body.length,
    });
    expect(await keysIn("CLOUDTRAIL")).toEqual([key]);
    expect(await tenant.activity()).toMatchObject({ files: 1, events: 2, accounts: [{ accountId: MILL, events: 2 }] });
  });

  test.each<readonly [string, string]>([
    ["a digest file", `AWSLogs/${MILL}/CloudTrail-Digest/eu-west-1/2026/11/24/digest.json.gz`],
    ["of AWS Config", `AWSLogs/${MILL}/Config/eu-west-1/2026/11/24/ConfigHistory/history.json.gz`],
    ["of a load balancer", `AWSLogs/${MILL}/elasticloadbalancing/eu-west-1/2026/11/24/access.log.gz`],
    ["of a load balancer that writes JSON", `AWSLogs/${MILL}/elasticloadbalancing/eu-west-1/2026/11/24/access.json`],
    ["of VPC flow logs of the organization", `x/AWSLogs/o-abcdefghij/${MILL}/vpcflowlogs/eu-west-1/flow.json.gz`],
    ["a table in another form", `AWSLogs/${MILL}/${FOLDER}/records.parquet`],
    ["a file without an ending", `AWSLogs/${MILL}/${FOLDER}/records`],
    ["an upload of the service itself", `uploads/o-abcdefghij/${"0".repeat(64)}/file.json`],
    ["what the service tries the bucket with", "probes/0f3c.json"],
  ])("is let lie when it is %s", async (_, key) => {
    const tenant = await readyTenant({});
    expect(await arrive(key, FILE)).toBe("acknowledged");
    expect(await tenant.activity()).toMatchObject({ files: 0, damagedFiles: { count: 0 } });
    expect([await keysIn("CLOUDTRAIL"), await keysInChunks()]).toEqual([[key], []]);
  });

  test.each<readonly [Action, number]>([
    ["PutObject", 1],
    ["CopyObject", 1],
    ["CompleteMultipartUpload", 1],
    ["DeleteObject", 0],
    ["LifecycleDeletion", 0],
  ])("counts after %s: %i", async (action, files) => {
    const tenant = await readyTenant({});
    await bindings.CLOUDTRAIL.put(ACCOUNT_KEY, FILE);
    expect(await deliverNotifications([notificationOf(ACCOUNT_KEY, action)])).toEqual(["acknowledged"]);
    expect((await tenant.activity()).files).toBe(files);
  });

  test("counts once however often R2 tells of it, in one batch, later, or under two actions", async () => {
    const tenant = await readyTenant({});
    await arrive(ACCOUNT_KEY, await gzip(FILE));
    const before = [await tenant.activity(), await keysInChunks()];
    const again = [notificationOf(ACCOUNT_KEY), notificationOf(ACCOUNT_KEY, "CopyObject")];
    expect(await deliverNotifications(again)).toEqual(["acknowledged", "acknowledged"]);
    expect([await tenant.activity(), await keysInChunks()]).toEqual(before);
  });

  test("counts its events once when it comes through the API, too", async () => {
    const tenant = await readyTenant({});
    const body = await gzip(FILE);
    await arrive(ACCOUNT_KEY, body);
    expect(await tenant.upload(ACCOUNT_KEY, body)).toMatchObject({ records: 2, repeated: true });
    expect(await eventsOfTenant(tenant)).toBe(2);
  });

  test("takes the place of the file that lay there before", async () => {
    const tenant = await readyTenant({});
    await arrive(ACCOUNT_KEY, FILE);
    await arrive(ACCOUNT_KEY, logOf(callOf(3, "2026-11-25T10:00:00Z", OF_SHOP)));
    expect(await tenant.activity()).toMatchObject({ files: 1, events: 1, accounts: [{ accountId: SHOP }] });
    expect(await keysIn("CLOUDTRAIL")).toEqual([ACCOUNT_KEY]);
  });

  test("is judged by a job like any other, and reports name it", async () => {
    const tenant = await readyTenant({ "uploaded.json": logOf(callOf(3, "2026-11-24T12:00:00Z")) });
    await arrive(organizationKey(tenant), await gzip(FILE));
    const { contents } = await runJob(tenant);
    expect(summaryOf(contents).counts).toMatchObject({ records: 3, impacts: { newlyDenied: 3 } });
    const events = eventsOf(contents, "denied-events/part-00000.jsonl.gz");
    expect(events.map(({ eventID, file }) => [eventID, file])).toEqual([
      [uuidOf(1), organizationKey(tenant)],
      [uuidOf(2), organizationKey(tenant)],
      [uuidOf(3), "uploaded.json"],
    ]);
  });
});

describe("the tenant of a file from outside", () => {
  async function twoTenants() {
    const [first, second] = [await readyTenant({}), newTenant({ accountId: SHOP })];
    setAccessKeys(first.key, second.key);
    await second.prepare();
    return { first, second };
  }

  test("is the organization that its key names", async () => {
    const { first, second } = await twoTenants();
    await arrive(organizationKey(second), FILE);
    expect([await eventsOfTenant(first), await eventsOfTenant(second)]).toEqual([0, 2]);
    await arrive(organizationKey(first), FILE);
    expect([await eventsOfTenant(first), await eventsOfTenant(second)]).toEqual([2, 2]);
  });

  test("is that of the access key of the account that its key names", async () => {
    const { first, second } = await twoTenants();
    await arrive(ACCOUNT_KEY.replaceAll(MILL, SHOP), FILE);
    expect([await eventsOfTenant(first), await eventsOfTenant(second)]).toEqual([0, 2]);
  });

  test("is nobody when two tenants could be meant", async () => {
    const { first, second } = await twoTenants();
    expect(await arrive(ACCOUNT_KEY, FILE)).toBe("acknowledged");
    expect(await arrive("copies/log.json", FILE)).toBe("acknowledged");
    expect([await eventsOfTenant(first), await eventsOfTenant(second)]).toEqual([0, 0]);
    expect(await keysInChunks()).toEqual([]);
  });

  test("is nobody when the organization is another, though there is only one tenant", async () => {
    const tenant = await readyTenant({});
    expect(await arrive(organizationKey(tenant).replace(tenant.id, "o-another0001"), FILE)).toBe("acknowledged");
    // Nor does an account's own key take the file of an organization.
    expect(await arrive(`AWSLogs/o-another0001/${tenant.key.accountId}/${FOLDER}/${NAME}`, FILE)).toBe("acknowledged");
    expect(await eventsOfTenant(tenant)).toBe(0);
  });

  test("is the only one for files of member accounts, which have no key", async () => {
    const tenant = await readyTenant({});
    await arrive(ACCOUNT_KEY, FILE);
    expect(await eventsOfTenant(tenant)).toBe(2);
  });

  test("is the only one, an account, for files of an organization, too", async () => {
    const { organizationId: _, ...key } = { ...newTenant({ accountId: "100000000042" }).key };
    setAccessKeys(key);
    const stub = tenantStub(bindings, key.accountId);
    await stub.createConfiguration({ scope: "GLOBAL", clientToken: "t", now: Date.now() });
    await arrive(`AWSLogs/o-another0001/${MILL}/${FOLDER}/${NAME}`, FILE);
    expect((await stub.describeActivity()).events).toBe(2);
  });
});

const keysInChunks = async () => (await keysIn("ACTIVITY")).filter((key) => key.startsWith("chunks/"));
