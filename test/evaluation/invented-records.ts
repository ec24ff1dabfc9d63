/** Records and identities of Juniper Mills (test/organization/snapshot-of.ts), to be bent by each test. All invented. */
import { MANAGEMENT, MILL, SHOP } from "../organization/snapshot-of.ts";
import type { LoggedRecord } from "./chunk-of-records.ts";

export const STRANGER = "100000000099";
export const NOON = "2026-11-23T12:00:00Z";

/** A call of ida in the account mill that needs no resource; `id` numbers the event. */
export function callOf(id: number, changes: LoggedRecord = {}): LoggedRecord {
  return {
    eventTime: NOON,
    eventSource: "ec2.amazonaws.com",
    eventName: "DescribeInstances",
    awsRegion: "eu-west-1",
    sourceIPAddress: "198.51.100.7",
    userAgent: "aws-cli/2.31.0",
    eventID: uuidOf(id),
    eventType: "AwsApiCall",
    eventCategory: "Management",
    recipientAccountId: MILL,
    userIdentity: userOf("ida"),
    ...changes,
  };
}

export function uuidOf(id: number): string {
  return `5eed0000-0000-4000-8000-${id.toString(16).padStart(12, "0")}`;
}

/** Long-term credentials of a user. */
export function userOf(userName: string, accountId: string = MILL): LoggedRecord {
  return {
    type: "IAMUser",
    principalId: `AIDA${userName.toUpperCase()}`,
    arn: `arn:aws:iam::${accountId}:user/${userName}`,
    accountId,
    accessKeyId: "AKIAINVENTEDEXAMPLE",
    userName,
  };
}

/** `role` with its path, for instance `build/miller`. */
export function roleSessionOf(role: string, accountId: string = MILL): LoggedRecord {
  const roleName = role.split("/").at(-1);
  return {
    type: "AssumedRole",
    principalId: "AROAINVENTED:session",
    arn: `arn:aws:sts::${accountId}:assumed-role/${roleName}/session`,
    accountId,
    accessKeyId: "ASIAINVENTEDEXAMPLE",
    sessionContext: {
      sessionIssuer: {
        type: "Role",
        principalId: "AROAINVENTED",
        arn: `arn:aws:iam::${accountId}:role/${role}`,
        accountId,
        userName: roleName,
      },
      attributes: { creationDate: "2026-11-23T11:00:00Z", mfaAuthenticated: "false" },
    },
  };
}

/** What the log of a resource's owner says of a caller in another account (R12). */
export function callerSeenByOwner(accountId: string): LoggedRecord {
  return { type: "AWSAccount", principalId: "AIDAHIDDENNAME", accountId };
}

const OBJECT = "arn:aws:s3:::juniper-sacks/2026/rye.csv";

/** ida reads an object of a bucket that the account shop owns: as her own account logs it, and as the owner does. */
export function sharedRead(id: number): { readonly callers: LoggedRecord; readonly owners: LoggedRecord } {
  const read: LoggedRecord = {
    eventSource: "s3.amazonaws.com",
    eventName: "GetObject",
    eventCategory: "Data",
    sharedEventID: uuidOf(id + 0x500_000),
    resources: [
      { type: "AWS::S3::Object", ARN: OBJECT },
      { type: "AWS::S3::Bucket", ARN: "arn:aws:s3:::juniper-sacks", accountId: SHOP },
    ],
  };
  return {
    callers: callOf(id, read),
    owners: callOf(id + 1, { ...read, recipientAccountId: SHOP, userIdentity: callerSeenByOwner(MILL) }),
  };
}

export const managementCall = (id: number): LoggedRecord =>
  callOf(id, { recipientAccountId: MANAGEMENT, userIdentity: userOf("mo", MANAGEMENT) });
