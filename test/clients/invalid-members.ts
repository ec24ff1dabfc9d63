/** Every way in which a member of a preview operation's request can be wrong, one at a time. */
import { randomUUID } from "node:crypto";
import { ROOT } from "../organization/snapshot-of.ts";
import { DAY, DENY_EC2, OUTPUT_URI } from "./activity.ts";
import type { RawRequest } from "./signed-request.ts";

export interface InvalidRequest {
  /** Name of the member as `fieldList` gives it; undefined when the body cannot be read at all. */
  readonly member: string | undefined;
  readonly what: string;
  readonly request: RawRequest;
}

const DOCUMENT_CHARACTERS_MAX = 5_120;
const NEXT_YEAR = new Date(Date.now() + 365 * 86_400_000).toISOString();

const CONFIGURATION = { jobType: "SCP", targetId: ROOT, policyDocumentsList: [DENY_EC2] };
const DOCUMENT = "policyConfigurations[0].policyDocumentsList[0]";

/** In order unless `members` say otherwise; a member that is undefined is absent. */
export function startRequest(members: Readonly<Record<string, unknown>> = {}): RawRequest {
  const inOrder = {
    policyConfigurations: [CONFIGURATION],
    ...DAY,
    outputS3Uri: OUTPUT_URI,
    clientToken: randomUUID(),
  };
  return { method: "PUT", path: "/policy/preview", body: { ...inOrder, ...members } };
}

export function createRequest(members: Readonly<Record<string, unknown>> = {}): RawRequest {
  const body = { scope: "GLOBAL", clientToken: randomUUID(), ...members };
  return { method: "PUT", path: "/policy/preview-configuration", body };
}

export function deleteRequest(...clientTokens: readonly string[]): RawRequest {
  const query = clientTokens.map((token) => ["clientToken", token] as const);
  return { method: "DELETE", path: "/policy/preview-configuration", query };
}

/** `jobId` escaped as in a path. */
export function jobRequest(method: "GET" | "PUT", jobId: string): RawRequest {
  return { method, path: `/policy/preview/${jobId}` };
}

export function listRequest(...query: readonly (readonly [name: string, value: string])[]): RawRequest {
  return { method: "GET", path: "/policy/preview", query };
}

function start(member: string, what: string, members: Readonly<Record<string, unknown>>): InvalidRequest {
  return { member, what, request: startRequest(members) };
}

function configuration(member: string, what: string, members: Readonly<Record<string, unknown>>): InvalidRequest {
  return start(`policyConfigurations[0].${member}`, what, { policyConfigurations: [{ ...CONFIGURATION, ...members }] });
}

function document(what: string, text: unknown): InvalidRequest {
  return { ...configuration("", what, { policyDocumentsList: [text] }), member: DOCUMENT };
}

function list(member: string, what: string, ...query: readonly (readonly [string, string])[]): InvalidRequest {
  return { member, what, request: listRequest(...query) };
}

export const INVALID_STARTS: readonly InvalidRequest[] = [
  { member: undefined, what: "no JSON", request: { ...startRequest(), body: "{" } },
  start("policyConfigurations", "absent", { policyConfigurations: undefined }),
  start("policyConfigurations", "no list", { policyConfigurations: CONFIGURATION }),
  start("policyConfigurations", "empty", { policyConfigurations: [] }),
  start("policyConfigurations", "two", { policyConfigurations: [CONFIGURATION, CONFIGURATION] }),
  configuration("jobType", "absent", { jobType: undefined }),
  configuration("jobType", "RCP", { jobType: "RCP" }),
  configuration("targetId", "absent", { targetId: undefined }),
  configuration("targetId", "zzz", { targetId: "zzz" }),
  configuration("attachmentMode", "BOTH", { attachmentMode: "BOTH" }),
  configuration("policyDocumentsList", "absent", { policyDocumentsList: undefined }),
  configuration("policyDocumentsList", "empty", { policyDocumentsList: [] }),
  document("no string", {}),
  document("5121 characters", " ".repeat(DOCUMENT_CHARACTERS_MAX + 1)),
  document("no JSON", "{"),
  document("no statements", '{"Version":"2012-10-17"}'),
  start("startTime", "absent", { startTime: undefined }),
  start("startTime", "no time", { startTime: "yesterday" }),
  start("startTime", "to come, without an end", { startTime: NEXT_YEAR, endTime: undefined }),
  start("endTime", "no time", { endTime: 1_793_577_600 }),
  start("endTime", "at the start", { endTime: DAY.startTime }),
  start("outputS3Uri", "absent", { outputS3Uri: undefined }),
  start("outputS3Uri", "nope", { outputS3Uri: "nope" }),
  start("clientToken", "no string", { clientToken: 5 }),
];

export function invalidJobRequests(method: "GET" | "PUT"): readonly InvalidRequest[] {
  const ids = { "with a slash": "BAD%2FID", empty: "", "upper case": "0A1B2C3D-4E5F-6789-ABCD-EF0123456789" };
  return Object.entries(ids).map(([what, id]) => ({ member: "jobId", what, request: jobRequest(method, id) }));
}

export const INVALID_LISTS: readonly InvalidRequest[] = [
  list("maxResults", "0", ["maxResults", "0"]),
  list("maxResults", "no number", ["maxResults", "many"]),
  list("maxResults", "twice", ["maxResults", "1"], ["maxResults", "2"]),
  list("nextToken", "not given out", ["nextToken", "zzz"]),
  list("filters", "two", ["jobStatus", "FAILED"], ["targetId", ROOT]),
  list("filters.bogus", "unknown", ["bogus", "1"]),
  list("filters.jobStatus", "DONE", ["jobStatus", "DONE"]),
  list("filters.targetId", "zzz", ["targetId", "zzz"]),
];

export const INVALID_CREATIONS: readonly InvalidRequest[] = [
  { member: undefined, what: "no JSON", request: { ...createRequest(), body: "GLOBAL" } },
  { member: "scope", what: "LOCAL", request: createRequest({ scope: "LOCAL" }) },
  { member: "clientToken", what: "no string", request: createRequest({ clientToken: 5 }) },
];

export const INVALID_DELETIONS: readonly InvalidRequest[] = [
  { member: "clientToken", what: "twice", request: deleteRequest("one", "two") },
];
