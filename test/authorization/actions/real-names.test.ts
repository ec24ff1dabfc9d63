/** The names of all events of `../shared`, put to the tables; skipped where those are not at hand. */
import { existsSync, globSync, readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { actionsOf, type OperationActions } from "../../../host/authorization/actions/actions-of.ts";
import { callRequest } from "../../../host/authorization/request/call-request.ts";
import { WANTED_PATHS } from "../../../host/authorization/wanted-paths.ts";
import { prunedPart } from "../../events/pruned-part.ts";
import { catalogue } from "../built-catalogue.ts";

const FOLDER = new URL("../../../../shared/data/cloudtrail/", import.meta.url).pathname;

/** Names that have no row, and why. */
const WITHOUT_ROW: Readonly<Record<string, string>> = {
  "cloudhsm.amazonaws.com ListLunaClients": "classic CloudHSM, whose actions AWS has removed",
  "macie.amazonaws.com UpdateMacieSession": "classic Macie, whose actions AWS has removed",
  "discovery-marketplace.amazonaws.com GetListingView": "of the Marketplace console, not documented",
  "s3.amazonaws.com GetStorageLensDashboardDataInternal":
    "of the S3 console; which of two actions it asks for is not documented",
  "sso.amazonaws.com DescribePermissionsPolicies": "of the Identity Center console, not documented",
  "sso.amazonaws.com https://portal.sso.us-east-1.amazonaws.com/instance/appinstances": "a page of the portal",
  "signin.amazonaws.com AssumeRole": "no name of this source",
  "undefined undefined": "an insight: neither source nor name",
  "billingconsole.amazonaws.com GetAlternateContact": "of the billing console: one of three services",
  "billingconsole.amazonaws.com GetContactInformation": "of the billing console: one of three services",
  "billingconsole.amazonaws.com SetContactAddress": "of the billing console: one of three services",
  "taxconsole.amazonaws.com CreateCustomerCase": "of the tax console, not documented",
  // written by hand into tests of rules, there are no such operations of these services
  "cloudtrail.amazonaws.com DeleteRule": "invented",
  "cloudtrail.amazonaws.com DescribeTrail": "invented",
  "cloudtrail.amazonaws.com EnableRegion": "invented",
  "ec2.amazonaws.com DeleteBucketEncryption": "invented",
  "ec2.amazonaws.com DeleteBucketPublicAccessBlock": "invented",
  "ec2.amazonaws.com DeleteBucketReplication": "invented",
  "ec2.amazonaws.com PutBucketLogging": "invented",
  "ec2.amazonaws.com PutBucketVersioning": "invented",
  "iam.amazonaws.com DescribePolicy": "invented",
  "iam.amazonaws.com DetachUserGroup": "invented",
  "iam.amazonaws.com NotCreateUser": "invented",
  "iam.amazonaws.com PutPolicy": "invented",
  "s3.amazonaws.com CreateServiceLinkedRole": "invented",
  "s3.amazonaws.com SetQueueAttributes": "invented",
};

interface Logged {
  readonly operation: string;
  readonly isCall: boolean;
  readonly actions: OperationActions;
  /** The same from what WANTED_PATHS take of the request. */
  readonly extracted: OperationActions;
}

function readLogged(): readonly Logged[] {
  const text = (value: unknown) =>
    value === undefined ? "" : typeof value === "string" ? value : JSON.stringify(value);
  const files = globSync("**/*.json.gz", { cwd: FOLDER });
  return files.flatMap((file) => {
    const json = gunzipSync(readFileSync(`${FOLDER}${file}`)).toString("utf8");
    const { Records } = JSON.parse(json) as { readonly Records: readonly Readonly<Record<string, unknown>>[] };
    return Records.map((record) => {
      const operation = `${record.eventSource} ${record.eventName}`;
      const identity = record.userIdentity as { readonly accountId?: string } | undefined;
      const columns = {
        operation,
        region: text(record.awsRegion),
        resources: text(record.resources),
        requestParameters: text(record.requestParameters),
        responseElements: text(record.responseElements),
        additionalEventData: text(record.additionalEventData),
        eventContext: text(record.eventContext),
        hasFailed: record.errorCode !== undefined,
      };
      const caller = { account: identity?.accountId, principalArn: undefined };
      const taken = prunedPart(
        record.requestParameters === undefined ? undefined : JSON.stringify(record.requestParameters),
        WANTED_PATHS,
        `${record.eventSource}`,
        `${record.eventName}`,
        "requestParameters",
      );
      return {
        operation,
        isCall: record.eventType === "AwsApiCall",
        actions: actionsOf(catalogue, callRequest(columns, caller)),
        extracted: actionsOf(catalogue, callRequest({ ...columns, requestParameters: taken }, caller)),
      };
    });
  });
}

describe.skipIf(!existsSync(FOLDER))("names of real records in ../shared", () => {
  const logged = existsSync(FOLDER) ? readLogged() : [];
  const isExplained = ({ actions }: Logged) => actions.isMapped || actions.outcome !== undefined;

  test("map, 99.5 % of the API calls", () => {
    const calls = logged.filter(({ isCall }) => isCall);
    expect(calls.length).toBeGreaterThan(4800);
    expect(calls.filter(isExplained).length / calls.length).toBeGreaterThan(0.995);
  });

  test("that do not map are in the list, and no others", () => {
    const found = new Set(logged.filter((each) => !isExplained(each)).map(({ operation }) => operation));
    expect([...found].sort()).toEqual(Object.keys(WITHOUT_ROW).sort());
  });

  test("give the same actions from the wanted parameters as from all", () => {
    for (const { operation, actions, extracted } of logged) expect(extracted, operation).toEqual(actions);
  });

  test("leave further authorizations possible of few calls", () => {
    const calls = logged.filter(({ isCall, actions }) => isCall && actions.isMapped);
    const open = calls.filter(({ actions }) => actions.possible.length > 0);
    expect(open.length / calls.length).toBeLessThan(0.07);
    expect(calls.filter(({ actions }) => actions.certain.some((list) => list.length > 1)).length).toBeLessThan(20);
  });
});
