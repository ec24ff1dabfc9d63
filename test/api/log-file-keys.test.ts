import { describe, expect, test } from "vitest";
import { createFakeService } from "./fake-rooms.ts";
import { send } from "./send.ts";
import { keyWithRole } from "./sign-request.ts";

const INGEST = keyWithRole("ingest");

function createService() {
  const service = createFakeService({ ACCESS_KEYS: JSON.stringify([INGEST]) });
  service.state.configuration = { scope: "GLOBAL", status: "ACTIVE", createdAt: "2026-11-23T00:00:00.000Z" };
  return service;
}

/** `rest` as it stands in the URL behind `/cloudtrail/`. */
async function put(rest: string) {
  const service = createService();
  const answer = await send(service, { method: "PUT", path: `/cloudtrail/${rest}`, body: "x", key: INGEST });
  return { ...answer, keys: service.state.ingested.map(({ key }) => key) };
}

describe("PUT /cloudtrail/{key} takes the key decoded", () => {
  const LOG = "AWSLogs/o-abcdefghij/111122223333/CloudTrail/eu-west-1/2026/11/23/";
  const DIGEST = "AWSLogs/o-abcdefghij/111122223333/CloudTrail-Digest/eu-west-1/2026/11/23/";
  test.each([
    [`${LOG}111122223333_CloudTrail_eu-west-1_20261123T2225Z_a.json.gz`, undefined],
    [`${DIGEST}111122223333_CloudTrail-Digest_eu-west-1_t_eu-west-1_20261123T222500Z.json.gz`, undefined],
    [encodeURIComponent(`${LOG}x.json`), `${LOG}x.json`],
    ["a%20b%2Bc%25d%C3%BC.json", "a b+c%dü.json"],
    ["a%252Fb", "a%2Fb"],
    ["a%252e%252e", "a%2e%2e"],
    ["...", "..."],
    [".hidden", ".hidden"],
    ["a..b/.c./..d", "a..b/.c./..d"],
    ["a%3Fb%23c", "a?b#c"],
  ])("%s", async (rest, key) => {
    const { status, keys } = await put(rest);
    expect([status, keys]).toEqual([200, [key ?? rest]]);
  });

  test.each([
    ["x".repeat(896), 896],
    ["%C3%BC".repeat(448), 448],
    [`${"%F0%9F%98%80".repeat(224)}`, 448],
  ])("of 896 bytes", async (rest, characters) => {
    const { status, keys } = await put(rest);
    expect([status, keys[0]?.length]).toEqual([200, characters]);
  });
});

describe("PUT /cloudtrail/{key} refuses", () => {
  test.each([
    ["x".repeat(897), 897],
    [`${"%C3%BC".repeat(448)}x`, 897],
    ["%C3%BC".repeat(449), 898],
    ["", 0],
  ])("a key of too many bytes, or of none", async (rest, bytes) => {
    const { status, error, body, keys } = await put(rest);
    expect([status, error, keys]).toEqual([400, "ValidationException", []]);
    expect(body.fieldList).toEqual([{ name: "key", message: `must have 1 to 896 bytes, not ${bytes}` }]);
  });

  // Signature Version 4 signs the path without them: the signature of one key would fit another.
  test.each([
    "/a",
    "a/",
    "a//b",
    "%2Fa",
    "a%2F%2Fb",
    "a%2F/b",
    "a%2F",
    ".%2Fa",
    "..%2Fa",
    "a%2F..%2Fb",
    "a%2F.%2Fb",
    "a%2F%2E%2E%2Fb",
    "%2E%2E%2Fb",
    "a%2F..",
    "a%2f.",
  ])("the key %s, whose segments are empty, `.` or `..`", async (rest) => {
    const { status, error, body, keys } = await put(rest);
    expect([status, error, keys]).toEqual([400, "ValidationException", []]);
    expect(body.fieldList).toEqual([{ name: "key", message: expect.stringContaining("no empty segment") }]);
  });

  // The URL itself is without them before anybody sees it, and another one than the one that was signed.
  test.each(["a/%2E%2E/b", "a/%2e/b", "a/.%2E/b", "%2E%2E/organization", "a/%2E"])("the path %s", async (rest) => {
    const { status, keys } = await put(rest);
    expect([status, keys]).toEqual([403, []]);
  });

  test.each(["%FF", "a/%C3", "%ED%A0%80"])("the escape %s, which is not UTF-8", async (rest) => {
    const { status, error, body, keys } = await put(rest);
    expect([status, error, body.reason, keys]).toEqual([400, "ValidationException", "cannotParse", []]);
  });

  test("a path without a key", async () => {
    const service = createService();
    const { status } = await send(service, { method: "PUT", path: "/cloudtrail", body: "x", key: INGEST });
    expect([status, service.state.ingested]).toEqual([400, []]);
  });
});
