/** Passes every real CloudTrail record of `../shared` through the functions of this folder; skipped where it is not at hand. */
import { existsSync, globSync, readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { errorFacts } from "../../host/authorization/error-facts.ts";
import { identityFacts } from "../../host/authorization/identity-facts.ts";
import { networkFacts } from "../../host/authorization/network-facts.ts";
import { derive, type LoggedRecord } from "./compare-authorizations.ts";

const FOLDER = new URL("../../../shared/data/cloudtrail/", import.meta.url).pathname;

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

describe.skipIf(!existsSync(FOLDER))("real records of ../shared", () => {
  const records = existsSync(FOLDER) ? readRecords() : [];

  const calls = records.map(derive).filter(({ outcome }) => outcome === undefined);

  test("of the calls that a policy may decide at least 99 % map to actions", () => {
    const mapped = calls.filter(({ authorizations }) => authorizations.isMapped);
    expect(calls.length).toBeGreaterThan(4800);
    expect(mapped.length / calls.length).toBeGreaterThan(0.99);
  });

  test("at least 94 % of them map to exactly one action by their name", () => {
    const named = calls.filter(({ authorizations }) => {
      const own = authorizations.certain.filter((list) => list.every(({ provenance }) => provenance !== "implied"));
      const provenances = own.flat().map(({ provenance }) => provenance);
      const actions = new Set(own.flat().map(({ action }) => action));
      return actions.size === 1 && provenances.every((each) => each === "sameName" || each === "dateSuffixRemoved");
    });
    expect(named.length / calls.length).toBeGreaterThan(0.94);
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
      SAMLUser: { anonymous: 3 },
      WebIdentityUser: { anonymous: 2 },
      User: { unclear: 2 },
    });
  });

  test("most resources that records of mapped calls list are resources of the action", () => {
    const listed = calls.filter(
      ({ request, authorizations }) => request.resources.length > 0 && authorizations.certain.length > 0,
    );
    const taken = listed.filter(({ request, authorizations }) => {
      const arns = new Set(request.resources.map((entry) => entry.ARN ?? entry.arn));
      return authorizations.certain.flat().some(({ resource }) => resource.kind === "arn" && arns.has(resource.arn));
    });
    expect(listed.length).toBeGreaterThan(1300);
    expect(taken.length / listed.length).toBeGreaterThan(0.95);
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
