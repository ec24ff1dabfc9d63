import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { CallFacts } from "../../bench/corpus/events.ts";
import { countExpectation } from "../../bench/corpus/expectation.ts";
import { accountsUnder, createOrganization, HOME_REGIONS, WORKLOADS_OU } from "../../bench/corpus/organization.ts";
import { CORPUS_END } from "../../bench/corpus/plan.ts";
import { type CorpusSummary, writeCorpus } from "../../bench/corpus/write-corpus.ts";
import { type CorpusFile, distinctCalls, type LoggedRecord, readCorpus } from "./read-corpus.ts";

const EVENTS = 6000;
const DAYS = 3;
const KEY =
  /^AWSLogs\/(?:o-tw4freight9\/)?(\d{12})\/CloudTrail\/([a-z0-9-]+)\/(\d{4})\/(\d{2})\/(\d{2})\/\1_CloudTrail_\2_\d{8}T\d{4}Z_[A-Za-z0-9]{16}\.json\.gz$/;
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

const folder = mkdtempSync(join(tmpdir(), "scp-preview-corpus-"));
const facts: CallFacts[] = [];
let summary: CorpusSummary;
let files: readonly CorpusFile[];
let records: readonly LoggedRecord[];

const write = (name: string, seed: string, observe?: (fact: CallFacts) => void) =>
  writeCorpus({ folder: join(folder, name), seed, events: EVENTS, days: DAYS, ...(observe ? { observe } : {}) });

beforeAll(async () => {
  summary = await write("first", "one", (fact) => facts.push(fact));
  files = await readCorpus(join(folder, "first"));
  records = files.flatMap((file) => file.records);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("writeCorpus()", () => {
  it("writes the same bytes under the same keys for the same seed", async () => {
    expect(await write("second", "one")).toEqual(summary);
    const again = await readCorpus(join(folder, "second"));
    expect(again.map((file) => file.key)).toEqual(files.map((file) => file.key));
    expect(again.every((file, index) => file.bytes.equals(files[index]!.bytes))).toBe(true);
  });

  it("writes other events for another seed", async () => {
    await write("other", "two");
    const ids = new Set(records.map((record) => record.eventID));
    const others = (await readCorpus(join(folder, "other"))).flatMap((file) => file.records);
    expect(others.filter((record) => ids.has(record.eventID))).toEqual([]);
  });

  it("counts what lies in the files", () => {
    expect(summary.files).toBe(files.length);
    expect(summary.records).toBe(records.length);
    expect(summary.bytes).toBe(files.reduce((sum, file) => sum + file.bytes.length, 0));
    const accounts: Record<string, number> = {};
    for (const { recipientAccountId: id } of records) accounts[id] = (accounts[id] ?? 0) + 1;
    expect(summary.accounts).toEqual(accounts);
  });

  it("makes exactly as many distinct calls as asked, and counts the rest as duplicates", () => {
    expect(distinctCalls(files)).toHaveLength(EVENTS);
    expect(facts).toHaveLength(EVENTS);
    expect(summary).toMatchObject({ events: EVENTS, duplicates: records.length - EVENTS, unreadable: 0 });
  });

  it("delivers a small share twice, by a second trail and to the owners of resources", () => {
    const second = files.filter((file) => !file.key.startsWith("AWSLogs/o-")).flatMap((file) => file.records);
    const copies = records.filter((record) => record.userIdentity.type === "AWSAccount");
    expect(second.length).toBeGreaterThan(EVENTS * 0.005);
    expect(copies.length).toBeGreaterThan(EVENTS * 0.002);
    expect(summary.duplicates).toBeLessThan(EVENTS * 0.1);
  });

  it("lays files out as CloudTrail does, each with records of one account, region and day", () => {
    for (const { key, records: inside } of files) {
      const [, account, region, year, month, day] = KEY.exec(key) ?? [];
      expect(account, key).toBeDefined();
      const places = new Set(inside.map((r) => `${r.recipientAccountId} ${r.awsRegion} ${r.eventTime.slice(0, 10)}`));
      expect([...places]).toEqual([`${account} ${region} ${year}-${month}-${day}`]);
    }
  });

  it("gives every record the members that CloudTrail always writes, in the window", () => {
    for (const record of records) {
      expect(record.eventID).toMatch(UUID);
      expect(record.eventTime).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
      expect(record.eventSource).toMatch(/^[a-z0-9]+\.amazonaws\.com$/);
      expect(record.eventName).not.toBe("");
      const at = Date.parse(record.eventTime);
      expect(at >= Date.parse(summary.start) && at < CORPUS_END).toBe(true);
    }
  });

  it("shows identities, services, errors and places of every sort", () => {
    const distinct = (of: (record: LoggedRecord) => string | undefined) => new Set(records.map(of)).size;
    expect(distinct((r) => `${r.eventSource} ${r.eventName}`)).toBeGreaterThan(45);
    expect(distinct((r) => r.eventSource)).toBeGreaterThan(20);
    const types = new Set(records.map((r) => r.userIdentity.type));
    const expected = ["AWSAccount", "AWSService", "AssumedRole", "FederatedUser", "IAMUser", "Root", undefined];
    expect([...types].sort()).toEqual(expected.sort());
    const roles = new Set(records.map((r) => r.userIdentity.sessionContext?.sessionIssuer?.arn ?? ""));
    for (const path of ["aws-reserved/sso", "aws-service-role/", "role/service-role/", "role/delivery/"]) {
      expect(
        [...roles].some((arn) => arn.includes(path)),
        path,
      ).toBe(true);
    }
    for (const type of ["AwsConsoleSignIn", "AwsServiceEvent"])
      expect(records.some((r) => r.eventType === type)).toBe(true);
    expect(records.filter((r) => r.errorCode !== undefined).length).toBeGreaterThan(EVENTS * 0.01);
    expect(records.filter((r) => r.vpcEndpointId !== undefined).length).toBeGreaterThan(EVENTS * 0.05);
    expect(records.filter((r) => r.tlsDetails !== undefined).length).toBeGreaterThan(EVENTS * 0.3);
  });

  it("has resources only where CloudTrail has them", () => {
    const without = /^(ec2|iam|rds|secretsmanager|cloudtrail|monitoring|organizations|elasticloadbalancing|logs)\./;
    const apiCalls = records.filter((record) => record.eventType === "AwsApiCall");
    expect(apiCalls.filter((record) => without.test(record.eventSource) && record.resources)).toEqual([]);
    const objects = apiCalls.filter((r) => r.eventSource === "s3.amazonaws.com" && r.eventName === "GetObject");
    expect(objects.length).toBeGreaterThan(0);
    expect(objects.every((r) => r.resources?.length === 2)).toBe(true);
    expect(apiCalls.some((r) => r.resources?.some((resource) => resource.ARNPrefix !== undefined))).toBe(true);
  });

  it("writes records of a realistic size", () => {
    const bytes = files.reduce((sum, file) => sum + file.text.length, 0);
    expect(bytes / records.length).toBeGreaterThan(1100);
    expect(bytes / records.length).toBeLessThan(2000);
  });
});

describe("countExpectation()", () => {
  const worldwideSources = ["iam", "organizations", "sts", "health"].map((service) => `${service}.amazonaws.com`);
  const worldwideNames = ["ListBuckets", "GetBucketLocation"];
  const denials = ["AccessDenied", "AccessDeniedException", "Client.UnauthorizedOperation"];

  /** The region policy read off the records alone. */
  function isTouched(record: LoggedRecord): boolean {
    return (
      record.eventType === "AwsApiCall" &&
      !denials.includes(record.errorCode ?? "") &&
      !(HOME_REGIONS as readonly string[]).includes(record.awsRegion) &&
      !worldwideSources.includes(record.eventSource) &&
      !worldwideNames.includes(record.eventName)
    );
  }

  it("agrees with a count over the records", () => {
    const organization = createOrganization(summary.end);
    const counter = countExpectation(organization, WORKLOADS_OU, HOME_REGIONS);
    for (const fact of facts) counter.observe(fact);
    const inTarget = accountsUnder(organization, WORKLOADS_OU);
    const touched = distinctCalls(files).filter(
      (record) => isTouched(record) && inTarget.has(record.userIdentity.accountId ?? ""),
    );
    const unseen = touched.filter((record) => record.userIdentity.type === "AWSAccount");
    const denied = touched.filter((record) => {
      const role = record.userIdentity.sessionContext?.sessionIssuer?.arn ?? "";
      const isSpared = role.includes(":role/emergency/") || role.includes(":role/aws-service-role/");
      return record.userIdentity.type !== "AWSAccount" && !isSpared;
    });
    expect(denied.length).toBeGreaterThan(0);
    expect(unseen.length).toBeGreaterThan(0);
    expect(counter.counts()).toEqual({ newlyDenied: denied.length, undetermined: unseen.length });
  });

  it("leaves calls open whose action the service does not know, unless the policy spares the whole service", () => {
    const counter = countExpectation(createOrganization(summary.end), WORKLOADS_OU, HOME_REGIONS);
    const call = {
      ...facts[0]!,
      accountId: "210000000065",
      region: "eu-central-1",
      fate: "allowed",
      kind: "role",
    } as const;
    const role = "arn:aws:iam::210000000065:role/delivery/ci-deploy";
    counter.observe({ ...call, operation: "s3 Get", actions: ["s3:GetObject"], principalArn: role });
    counter.observe({ ...call, operation: "s3 List", actions: ["s3:ListAllMyBuckets"], principalArn: role });
    counter.observe({ ...call, operation: "sts Assume", actions: ["sts:AssumeRole"], principalArn: role });
    expect(counter.counts()).toEqual({ newlyDenied: 1, undetermined: 0 });
    expect(counter.counts(["s3 List"])).toEqual({ newlyDenied: 1, undetermined: 1 });
    expect(counter.counts(["s3 Get", "s3 List", "sts Assume"])).toEqual({ newlyDenied: 0, undetermined: 2 });
  });
});
