/** Good content: what tenants have stored, and what hostile content is made from. All of it holds the marker it is given. */
import { gzipSync } from "node:zlib";
import { MEMBER_ACCOUNT, NEIGHBOUR_ACCOUNT, VICTIM_ACCOUNT } from "../tenants.ts";

export const ROOT_ID = "r-vict";
const SERVICE_CONTROL_POLICY = "SERVICE_CONTROL_POLICY";
const DAY = "2026-08-01";

/** The window holds the day of `logFile`, and nothing of what else is sent. */
export const WINDOW = { startTime: `${DAY}T00:00:00Z`, endTime: `${DAY}T12:00:00Z` } as const;
export const OUTPUT_URI = "s3://scp-preview-reports/hostile/";

/** Denies what the logs hold. */
export function policyDocument(marker: string): string {
  return JSON.stringify({
    Version: "2012-10-17",
    Statement: [{ Sid: marker, Effect: "Deny", Action: "s3:*", Resource: "*" }],
  });
}

/** A whole snapshot; accounts of jobs are management account and delegated administrator. */
export function organizationSnapshot(marker: string) {
  const fullAccess = { Version: "2012-10-17", Statement: [{ Effect: "Allow", Action: "*", Resource: "*" }] };
  const accounts = [VICTIM_ACCOUNT, NEIGHBOUR_ACCOUNT, MEMBER_ACCOUNT];
  const policies = [
    { id: "p-FullAWSAccess", content: JSON.stringify(fullAccess) },
    { id: "p-12345678", content: policyDocument(marker).replaceAll("s3:*", "iam:*") },
  ];
  return {
    Organization: { Id: "o-victimtenant", MasterAccountId: VICTIM_ACCOUNT },
    Roots: [{ Id: ROOT_ID, Name: "Root", PolicyTypes: [{ Type: SERVICE_CONTROL_POLICY, Status: "ENABLED" }] }],
    OrganizationalUnits: [{ Id: "ou-vict-11111111", Name: marker, ParentId: ROOT_ID }],
    Accounts: accounts.map((Id) => ({ Id, Name: `${marker}-${Id}`, ParentId: ROOT_ID })),
    Policies: policies.map(({ id, content }) => ({
      PolicySummary: { Id: id, Name: id, Type: SERVICE_CONTROL_POLICY },
      Content: content,
    })),
    PolicyTargets: [
      ...[ROOT_ID, "ou-vict-11111111", ...accounts].map((TargetId) => ({ PolicyId: "p-FullAWSAccess", TargetId })),
      { PolicyId: "p-12345678", TargetId: MEMBER_ACCOUNT },
    ],
    DelegatedAdministrators: [{ Id: NEIGHBOUR_ACCOUNT }],
    CapturedAt: "2026-08-02T00:00:00Z",
  };
}

export function userMapping(marker: string) {
  return { mappings: [{ eventSource: "x.amazonaws.com", eventName: "*", noAuthorization: true, note: marker }] };
}

export function suppliedContext(marker: string) {
  return { "aws:PrincipalTag/team": marker, principals: { "arn:aws:iam::*:role/ci-*": { "aws:SourceVpc": "vpc-1" } } };
}

/** `number` makes it another call; without a day it is one of the window. */
export function logRecord(marker: string, number: number, day = DAY) {
  const id = String(number).padStart(12, "0");
  return {
    eventVersion: "1.11",
    eventID: `00000000-0000-4000-8000-${id}`,
    eventTime: `${day}T08:00:00Z`,
    eventSource: "s3.amazonaws.com",
    eventName: "CreateBucket",
    eventType: "AwsApiCall",
    awsRegion: "eu-west-1",
    sourceIPAddress: "198.51.100.7",
    userAgent: `agent/${marker}`,
    recipientAccountId: MEMBER_ACCOUNT,
    requestParameters: { bucketName: `bucket-${id}` },
    userIdentity: {
      type: "IAMUser",
      accountId: MEMBER_ACCOUNT,
      principalId: "AIDAEXAMPLE",
      userName: `user-${marker}`,
      arn: `arn:aws:iam::${MEMBER_ACCOUNT}:user/user-${marker}`,
    },
  };
}

/** As CloudTrail delivers it. */
export function logFile(marker: string, first: number, count: number): Buffer {
  const Records = Array.from({ length: count }, (_, index) => logRecord(marker, first + index));
  return gzipSync(JSON.stringify({ Records }));
}

/** The body of StartPolicyPreviewJob. */
export function previewJob(marker: string) {
  return {
    policyConfigurations: [{ jobType: "SCP", targetId: ROOT_ID, policyDocumentsList: [policyDocument(marker)] }],
    ...WINDOW,
    outputS3Uri: OUTPUT_URI,
  };
}
