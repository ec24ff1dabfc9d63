/** Records that are no API call and ask for no authorization: console sign-ins and what services report by themselves. */
import type { ComposedCall } from "./events.ts";
import type { CorpusAccount } from "./organization.ts";
import { identityOf, originOf, type Principal } from "./principals.ts";
import type { Random } from "./random.ts";

function members(account: CorpusAccount, region: string, time: number, random: Random) {
  return {
    eventTime: new Date(time).toISOString().replace(/\.\d+Z$/, "Z"),
    awsRegion: region,
    eventID: random.uuid(),
    managementEvent: true,
    recipientAccountId: account.id,
    eventCategory: "Management",
  };
}

function facts(account: CorpusAccount, region: string, operation: string): ComposedCall["facts"] {
  return {
    accountId: account.id,
    region,
    fate: "notAnAuthorization",
    operation,
    actions: [],
    principalArn: undefined,
    kind: undefined,
  };
}

/** Somebody opens the console. */
export function consoleSignIn(
  account: CorpusAccount,
  principals: readonly Principal[],
  time: number,
  random: Random,
): ComposedCall {
  const region = "us-east-1";
  const principal = random.pick(principals.filter(({ kind }) => kind === "person" || kind === "root"));
  const { sourceIPAddress, userAgent } = originOf(principal, "signin", region, random);
  const record = {
    eventVersion: "1.11",
    userIdentity: identityOf(principal, time),
    eventSource: "signin.amazonaws.com",
    eventName: "ConsoleLogin",
    sourceIPAddress,
    userAgent,
    requestParameters: null,
    responseElements: { ConsoleLogin: random.chance(0.95) ? "Success" : "Failure" },
    additionalEventData: {
      LoginTo: "https://console.aws.amazon.com/console/home",
      MobileVersion: "No",
      MFAUsed: "Yes",
    },
    readOnly: false,
    eventType: "AwsConsoleSignIn",
    ...members(account, region, time, random),
  };
  return { facts: facts(account, region, `${record.eventSource} ${record.eventName}`), record };
}

/** KMS rotates a key by itself: a service event, with nobody as the caller. */
export function keyRotation(account: CorpusAccount, region: string, time: number, random: Random): ComposedCall {
  const key = `arn:aws:kms:${region}:${account.id}:key/${random.uuid()}`;
  const record = {
    eventVersion: "1.11",
    userIdentity: { accountId: account.id, invokedBy: "AWS Internal" },
    eventSource: "kms.amazonaws.com",
    eventName: "RotateKey",
    sourceIPAddress: "AWS Internal",
    userAgent: "AWS Internal",
    requestParameters: null,
    responseElements: null,
    resources: [{ accountId: account.id, type: "AWS::KMS::Key", ARN: key }],
    eventType: "AwsServiceEvent",
    serviceEventDetails: { keyId: key.slice(key.lastIndexOf("/") + 1), rotationType: "AUTOMATIC" },
    ...members(account, region, time, random),
  };
  return { facts: facts(account, region, `${record.eventSource} ${record.eventName}`), record };
}
