import { beforeEach, describe, expect, test } from "vitest";
import type { AccessKey } from "../../host/account/access-keys.ts";
import { ORIGIN } from "../api/sign-request.ts";
import { MILL, ROOT, SHOP } from "../organization/snapshot-of.ts";
import { type Answer, answerOf, newTenant, type PreviewTenant } from "./helpers/preview-tenant.ts";
import { callOf, gzip, type LoggedRecord, logOf, OF_SHOP, uuidOf } from "./helpers/records.ts";
import { eventsOf, summaryOf } from "./helpers/report-files.ts";
import { readyTenant, runJob } from "./helpers/run-job.ts";
import { allObjects, emptyBuckets, eventsIn } from "./helpers/stored-objects.ts";

beforeEach(emptyBuckets);

const OF_MILL = callOf(1, "2026-11-24T10:00:00Z");
const SHOPS = callOf(2, "2026-11-25T10:00:00Z", OF_SHOP);
const BOTH = [OF_MILL, SHOPS];

const bytesOf = (text: string) => new TextEncoder().encode(text);
const base64 = (bytes: Uint8Array) => btoa(String.fromCharCode(...bytes));

/** What EventBridge makes of a record. */
const envelopeOf = (record: LoggedRecord) => ({
  version: "0",
  id: crypto.randomUUID(),
  "detail-type": "AWS API Call via CloudTrail",
  source: "aws.ec2",
  account: record.recipientAccountId,
  time: record.eventTime,
  region: record.awsRegion,
  resources: [],
  detail: record,
});
/** What a subscription of CloudWatch Logs makes of records. */
const subscriptionOf = (records: readonly LoggedRecord[]) => ({
  messageType: "DATA_MESSAGE",
  owner: MILL,
  logGroup: "trail",
  logStream: `${MILL}_CloudTrail_eu-west-1`,
  subscriptionFilters: ["to-preview"],
  logEvents: records.map((record, index) => ({ id: String(index), timestamp: 1, message: JSON.stringify(record) })),
});
const deliveryOf = (...records: readonly Uint8Array[]) =>
  bytesOf(JSON.stringify({ requestId: "r-1", timestamp: 1, records: records.map((data) => ({ data: base64(data) })) }));

type Form = readonly [string, () => Uint8Array<ArrayBuffer> | Promise<Uint8Array<ArrayBuffer>>, readonly number[]];
const FORMS: readonly Form[] = [
  ["a record", () => bytesOf(JSON.stringify(OF_MILL)), [1]],
  ["an array of records", () => bytesOf(JSON.stringify(BOTH)), [1, 2]],
  ["a log file", () => logOf(...BOTH), [1, 2]],
  ["a log file in gzip", () => gzip(logOf(...BOTH)), [1, 2]],
  ["an envelope of EventBridge", () => bytesOf(JSON.stringify(envelopeOf(OF_MILL))), [1]],
  ["an array of envelopes", () => bytesOf(JSON.stringify(BOTH.map(envelopeOf))), [1, 2]],
  ["lines of records", () => bytesOf(BOTH.map((record) => `${JSON.stringify(record)}\n`).join("")), [1, 2]],
  ["lines of envelopes", () => bytesOf(BOTH.map((record) => JSON.stringify(envelopeOf(record))).join("\n")), [1, 2]],
];
const DELIVERIES: readonly Form[] = [
  ["envelopes", () => deliveryOf(...BOTH.map((record) => bytesOf(JSON.stringify(envelopeOf(record))))), [1, 2]],
  ["records, several in one", () => deliveryOf(bytesOf(BOTH.map((record) => JSON.stringify(record)).join(""))), [1, 2]],
  ["a subscription", async () => deliveryOf(await gzip(bytesOf(JSON.stringify(subscriptionOf(BOTH))))), [1, 2]],
  [
    "two subscriptions, packed as a whole",
    async () => {
      const parts = BOTH.map((record) => gzip(bytesOf(JSON.stringify(subscriptionOf([record])))));
      return gzip(deliveryOf(...(await Promise.all(parts))));
    },
    [1, 2],
  ],
];

function ingestKeyOf({ id, key }: PreviewTenant): AccessKey {
  return { ...key, role: "ingest", accessKeyId: `${key.accessKeyId}INGEST`, secretAccessKey: `token-of-${id}` };
}

/** As a sender that cannot sign. */
function pushWithToken(
  body: Uint8Array<ArrayBuffer>,
  keys: readonly AccessKey[],
  headers: Readonly<Record<string, string>>,
): Promise<Answer> {
  return answerOf(new Request(`${ORIGIN}/cloudtrail`, { method: "POST", headers, body }), keys);
}

const bearer = ({ secretAccessKey }: AccessKey) => ({ authorization: `Bearer ${secretAccessKey}` });

/** Stored, judged, and erased by account: in whatever form they came, they are events like all others. */
async function expectLikeAllOthers(tenant: PreviewTenant, events: readonly number[]): Promise<void> {
  const days = [
    { accountId: MILL, events: 1, firstDay: "2026-11-24", lastDay: "2026-11-24" },
    { accountId: SHOP, events: 1, firstDay: "2026-11-25", lastDay: "2026-11-25" },
  ].slice(0, events.length);
  const counts = { events: events.length, files: 1, unreadable: 0, damagedFiles: { count: 0 } };
  expect(await tenant.activity()).toMatchObject({ ...counts, accounts: days });
  const { contents } = await runJob(tenant, { targetId: ROOT });
  expect(summaryOf(contents).counts).toMatchObject({ records: events.length, impacts: { newlyDenied: events.length } });
  const parts = events.map((_, index) => eventsOf(contents, `denied-events/part-0000${index}.jsonl.gz`));
  expect(parts.flat().map(({ eventID }) => eventID)).toEqual(events.map(uuidOf));
  expect(parts.flat().map(({ file }) => file)).toEqual(
    events.map(() => expect.stringMatching(/^pushed\/[0-9a-f]{64}\.json$/)),
  );
  await tenant.erase({ accountId: MILL });
  expect(await eventsIn(await allObjects())).toEqual(events.filter((id) => id !== 1));
  expect((await tenant.activity()).events).toBe(events.length - 1);
}

describe("POST /cloudtrail", () => {
  test.each(FORMS)("takes %s, once, and a job judges it", async (_, make, events) => {
    const tenant = await readyTenant({});
    const body = await make();
    const push = () => tenant.call({ method: "POST", path: "/cloudtrail", body });
    const counts = { records: events.length, stored: events.length, unreadable: 0, skipped: {} };
    const first = await push();
    expect(first).toMatchObject({ status: 200, body: { ...counts, repeated: false } });
    expect(await push()).toEqual({ status: 200, body: { ...first.body, repeated: true } });
    await expectLikeAllOthers(tenant, events);
  });

  test("counts what it cannot read, and takes the rest", async () => {
    const tenant = await readyTenant({});
    const body = JSON.stringify([OF_MILL, { eventName: "NoSource" }, 7]);
    const { body: answer } = await tenant.call({ method: "POST", path: "/cloudtrail", body });
    expect(answer).toMatchObject({ records: 3, stored: 1, unreadable: 2, skipped: { unreadable: 2 } });
    expect(await tenant.activity()).toMatchObject({ events: 1, unreadable: 2 });
  });

  test("refuses what is none of these, and keeps nothing of it", async () => {
    const tenant = await readyTenant({});
    const { status, body } = await tenant.call({ method: "POST", path: "/cloudtrail", body: "hello" });
    expect([status, body.reason]).toEqual([400, "fieldValidationFailed"]);
    expect(await tenant.activity()).toMatchObject({ files: 0 });
  });
});

describe("POST /cloudtrail with the token of an ingest key", () => {
  test("stores the events for the key's tenant alone", async () => {
    const [tenant, other] = [await readyTenant({}), newTenant()];
    await other.prepare();
    const keys = [ingestKeyOf(tenant), ingestKeyOf(other)];
    const pushed = await pushWithToken(logOf(...BOTH), keys, bearer(ingestKeyOf(tenant)));
    expect(pushed).toMatchObject({ status: 200, body: { stored: 2 } });
    expect((await other.activity()).events).toBe(0);
    await expectLikeAllOthers(tenant, [1, 2]);
  });

  test("stores nothing with the secret of a key that has another role, and nothing with none", async () => {
    const tenant = await readyTenant({});
    const admin = { ...tenant.key, secretAccessKey: "in-one-word" };
    const refused = await pushWithToken(logOf(...BOTH), [admin], bearer(admin));
    expect(refused.status).toBe(403);
    expect((await pushWithToken(logOf(...BOTH), [tenant.key], {})).status).toBe(403);
    expect((await tenant.activity()).files).toBe(0);
  });

  test.each(DELIVERIES)("takes a delivery of Firehose with %s, once", async (_, make, events) => {
    const tenant = await readyTenant({});
    const key = ingestKeyOf(tenant);
    const headers = { "x-amz-firehose-request-id": "r-1", "x-amz-firehose-access-key": key.secretAccessKey };
    const body = await make();
    for (const _time of ["first", "again"]) {
      expect(await pushWithToken(body, [key], headers)).toEqual({
        status: 200,
        body: { requestId: "r-1", timestamp: expect.any(Number) },
      });
    }
    await expectLikeAllOthers(tenant, events);
  });

  test("acknowledges the message with which CloudWatch Logs tries a subscription", async () => {
    const tenant = await readyTenant({});
    const key = ingestKeyOf(tenant);
    const message = { messageType: "CONTROL_MESSAGE", owner: "CloudwatchLogs", logGroup: "", logStream: "" };
    const logEvents = [
      { id: "", timestamp: 1, message: "CWL CONTROL MESSAGE: Checking health of destination Firehose." },
    ];
    const body = deliveryOf(await gzip(bytesOf(JSON.stringify({ ...message, logEvents }))));
    const headers = { "x-amz-firehose-request-id": "r-3", "x-amz-firehose-access-key": key.secretAccessKey };
    expect((await pushWithToken(body, [key], headers)).status).toBe(200);
    expect(await tenant.activity()).toMatchObject({ events: 0, damagedFiles: { count: 0 } });
  });

  test("refuses a delivery in Firehose's form while nothing is collected", async () => {
    const tenant = newTenant();
    const key = ingestKeyOf(tenant);
    const headers = { "x-amz-firehose-request-id": "r-2", "x-amz-firehose-access-key": key.secretAccessKey };
    const { status, body } = await pushWithToken(deliveryOf(bytesOf(JSON.stringify(OF_MILL))), [key], headers);
    expect([status, body.requestId]).toEqual([409, "r-2"]);
    expect(body.errorMessage).toContain("CreatePolicyPreviewConfiguration");
  });
});
