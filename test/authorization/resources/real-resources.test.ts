/** Resources of every real API call of `../shared`; skipped where it is not at hand. */
import { existsSync, globSync, readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { eventSourcePrefixes } from "../../../host/authorization/event-source-prefixes.ts";
import { callRequest } from "../../../host/authorization/request/call-request.ts";
import { RESOURCE_PATHS } from "../../../host/authorization/resources/resource-paths.ts";
import { ALL_ROWS } from "../../../host/authorization/resources/resource-rows.ts";
import { type RequestResources, resourcesOf } from "../../../host/authorization/resources/resources-of.ts";
import type { RecordPart } from "../../../host/domain/parameter-selection.ts";
import { catalogue } from "../built-catalogue.ts";
import { OF_EVERY_SOURCE, prunePart } from "./prune-part.ts";

const FOLDER = new URL("../../../../shared/data/cloudtrail/", import.meta.url).pathname;

interface LoggedRecord {
  readonly eventSource?: string;
  readonly eventName?: string;
  readonly eventType?: string;
  readonly awsRegion?: string;
  readonly errorCode?: string;
  readonly userIdentity?: { readonly accountId?: string; readonly arn?: string };
  readonly [part: string]: unknown;
}

function readRecords(): readonly LoggedRecord[] {
  return globSync("**/*.json.gz", { cwd: FOLDER }).flatMap((name) => {
    const text = gunzipSync(readFileSync(`${FOLDER}${name}`)).toString("utf8");
    return (JSON.parse(text) as { Records: LoggedRecord[] }).Records;
  });
}

/** Without a date at its end, as 5.3 of the semantics says. */
const DATE_SUFFIX = /20\d\d_?\d\d_?\d\d(?:v\d+)?$/;

function prefixOf(record: LoggedRecord): string {
  return eventSourcePrefixes(record.eventSource ?? "").prefixes[0] ?? "";
}

/** The action of the event's own name; of others nothing is asked here. */
function actionOf(record: LoggedRecord): string | undefined {
  return catalogue.findAction(prefixOf(record), (record.eventName ?? "").replace(DATE_SUFFIX, ""))?.action;
}

/** The record as an extraction of the wanted paths leaves it. */
function pruned(record: LoggedRecord): LoggedRecord {
  const of = (part: RecordPart) => {
    const wanted = RESOURCE_PATHS.filter((each) => each.source === record.eventSource && each.part === part);
    const paths = part === "requestParameters" ? [...wanted, ...OF_EVERY_SOURCE] : wanted;
    const value = record[part];
    return value === null || typeof value !== "object" ? value : prunePart(value, paths);
  };
  return { ...record, requestParameters: of("requestParameters"), responseElements: of("responseElements") };
}

function answerOf(record: LoggedRecord): RequestResources | undefined {
  const operation = `${record.eventSource ?? ""} ${record.eventName ?? ""}`;
  const action = actionOf(record);
  if (action === undefined || (record.eventType ?? "AwsApiCall") !== "AwsApiCall") return undefined;
  const part = (value: unknown) => (value === undefined ? "" : JSON.stringify(value));
  const { arn, accountId } = record.userIdentity ?? {};
  const request = callRequest(
    {
      operation,
      region: record.awsRegion ?? "",
      resources: part(record.resources),
      requestParameters: part(record.requestParameters),
      responseElements: part(record.responseElements),
      additionalEventData: part(record.additionalEventData),
      eventContext: part(record.eventContext),
      hasFailed: record.errorCode !== undefined,
    },
    { account: accountId, principalArn: arn?.includes(":user/") === true ? arn : undefined },
  );
  return resourcesOf(catalogue, request, action);
}

describe.skipIf(!existsSync(FOLDER))("real records of ../shared", () => {
  test("answer the same when only the wanted paths are there", () => {
    const rows = new Set(ALL_ROWS.map(({ prefix }) => prefix));
    for (const record of readRecords()) {
      if (rows.has(prefixOf(record))) expect(answerOf(pruned(record)), record.eventName).toEqual(answerOf(record));
    }
  });

  test("have a resource that is exact, known in part, or rightly none", () => {
    const answers = readRecords().flatMap((record) => answerOf(record) ?? []);
    const certain = answers.flatMap((answer) => answer.certain);
    const known = certain.filter((alternatives) => alternatives.every((resource) => resource.kind !== "unknown"));
    const firm = certain.filter((alternatives) => alternatives.length === 1 && alternatives[0]?.kind !== "pattern");
    expect(answers.length).toBeGreaterThan(4_000);
    expect(known.length / certain.length).toBeGreaterThanOrEqual(0.95);
    expect(firm.length / certain.length).toBeGreaterThanOrEqual(0.75);
  });
});
