/** Passes every real CloudTrail record of `../shared` through the functions of this folder; skipped where it is not at hand. */
import { existsSync, globSync, readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { errorFacts } from "../../host/authorization/error-facts.ts";
import { identityFacts } from "../../host/authorization/identity-facts.ts";
import { kindFacts } from "../../host/authorization/kind-facts.ts";
import { networkFacts } from "../../host/authorization/network-facts.ts";
import { type OperationFacts, operationFacts } from "../../host/authorization/operation-facts.ts";
import { resourceFacts } from "../../host/authorization/resource-facts.ts";
import { catalogue } from "./built-catalogue.ts";

const FOLDER = new URL("../../../shared/data/cloudtrail/", import.meta.url).pathname;

type LoggedRecord = Readonly<Record<string, unknown>>;

function readRecords(): readonly LoggedRecord[] {
  return globSync("**/*.json.gz", { cwd: FOLDER }).flatMap((name) => {
    const text = gunzipSync(readFileSync(`${FOLDER}${name}`)).toString("utf8");
    return (JSON.parse(text) as { Records: LoggedRecord[] }).Records;
  });
}

/** As the extractor writes a column: text as it is, objects as JSON, nothing as the empty string. */
function column(value: unknown): string {
  if (value === undefined || value === null) return "";
  return typeof value === "string" ? value : JSON.stringify(value);
}

function operationOf(record: LoggedRecord): OperationFacts {
  return operationFacts(catalogue, `${column(record.eventSource)} ${column(record.eventName)}`);
}

function isNoAuthorization(record: LoggedRecord, operation: OperationFacts): boolean {
  const kind = kindFacts(`${column(record.eventType)} ${column(record.eventCategory)}`);
  if (operation.outcome !== undefined) return true;
  return kind.outcome !== undefined && !(kind.unlessMapped && operation.provenance !== "unmapped");
}

describe.skipIf(!existsSync(FOLDER))("real records of ../shared", () => {
  const records = existsSync(FOLDER) ? readRecords() : [];

  test("at least 94 % of the calls map to exactly one action by their name", () => {
    const calls = records.map(operationOf).filter((operation, index) => !isNoAuthorization(records[index]!, operation));
    const mapped = calls.filter((operation) => operation.provenance !== "unmapped");
    expect(calls.length).toBeGreaterThan(4800);
    expect(mapped.length / calls.length).toBeGreaterThan(0.94);
  });

  test("every identity type is understood as what it is", () => {
    const found: Record<string, Record<string, number>> = {};
    for (const record of records) {
      const facts = identityFacts(column(record.userIdentity));
      const type = (record.userIdentity as { type?: string } | undefined)?.type ?? "none";
      const kind = facts.outcome?.reason ?? (facts.keys.has("aws:principalarn") ? "principal" : "unclear");
      found[type] = { ...found[type], [kind]: (found[type]?.[kind] ?? 0) + 1 };
    }
    expect(found).toEqual({
      IAMUser: { principal: 3476 },
      AssumedRole: { principal: 549, serviceLinkedRole: 755 },
      AWSService: { awsService: 116 },
      Root: { principal: 54 },
      none: { awsService: 47, unclear: 4 },
      Unknown: { unclear: 17 },
      AWSAccount: { unclear: 7 },
      FederatedUser: { principal: 3 },
      SAMLUser: { unclear: 3 },
      WebIdentityUser: { unclear: 2 },
      User: { unclear: 2 },
    });
  });

  test("most resources that records of mapped calls list are resources of the action", () => {
    const listed = records.filter(
      (record) => column(record.resources).startsWith("[{") && operationOf(record).authorization.certainty === "exact",
    );
    const kinds = listed.map((record) => {
      const { resources } = resourceFacts(catalogue, operationOf(record), column(record.resources));
      return resources.kind === "arns" && !resources.furtherUnknown;
    });
    expect(listed.length).toBeGreaterThan(1300);
    expect(kinds.filter(Boolean).length / listed.length).toBeGreaterThan(0.95);
  });

  test("every record's network and error columns give an answer", () => {
    for (const record of records) {
      const network = networkFacts(
        column(record.sourceIPAddress),
        column(record.vpcEndpointId),
        column(record.vpcEndpointAccountId),
      );
      expect(network.keys.size).toBe(8);
      const error = errorFacts(column(record.errorCode));
      if (column(record.errorCode) === "AccessDenied") expect(error.alreadyDenied).toBe(true);
    }
  });
});
