/**
 * An invented CloudTrail record with what AWS decides for it, worked out from AWS's documents alone (semantics parts 4 to 6,
 * service authorization reference), and builders for what the records have in common. Nothing here is copied from a real
 * record, and nothing is derived: an expectation is what its author says.
 */
import type { ExpectedEvent, ExpectedKeys, ExpectedResource } from "../expected/expected-event.ts";

export type LoggedRecord = Readonly<Record<string, unknown>>;

/** `expected-event.ts` says how resources and keys are written. Where AWS asked for one of several actions: `a or b`. */
export interface InventedEvent extends Omit<ExpectedEvent, "eventID" | "operation"> {
  readonly title: string;
  readonly record: LoggedRecord;
}

export const ACCOUNT = "210000000065";
export const LAKE_ACCOUNT = "210000000058";
export const REGION = "eu-west-1";

/** A role session without source identity or tags. */
const MILLER = {
  type: "AssumedRole",
  principalId: "AROAMILLER0000000000A:ada",
  arn: `arn:aws:sts::${ACCOUNT}:assumed-role/miller/ada`,
  accountId: ACCOUNT,
  accessKeyId: "ASIAMILLER0000000000",
  sessionContext: {
    sessionIssuer: {
      type: "Role",
      principalId: "AROAMILLER0000000000A",
      arn: `arn:aws:iam::${ACCOUNT}:role/crew/miller`,
      accountId: ACCOUNT,
      userName: "miller",
    },
    webIdFederationData: {},
    attributes: { creationDate: "2026-11-02T05:58:00Z", mfaAuthenticated: "false" },
  },
};

/** An IAM user with a long-lived access key, whose name needs its path to become an ARN. */
export const ADA = {
  type: "IAMUser",
  principalId: "AIDAADA000000000000AA",
  arn: `arn:aws:iam::${ACCOUNT}:user/crew/ada`,
  accountId: ACCOUNT,
  accessKeyId: "AKIAADA000000000000A",
  userName: "ada",
};

export interface CallDetails {
  readonly response?: unknown;
  readonly extra?: unknown;
  readonly resources?: readonly LoggedRecord[];
  readonly region?: string;
  readonly caller?: LoggedRecord;
  readonly error?: string;
  /** Members of the record that differ from what calls usually have. */
  readonly members?: LoggedRecord;
}

/** `call` is the host part of the event source and the event's name, with one space between them. */
export function called(call: string, parameters: unknown, details: CallDetails = {}): LoggedRecord {
  const [service, name] = call.split(" ");
  return {
    eventVersion: "1.11",
    userIdentity: details.caller ?? MILLER,
    eventTime: "2026-11-02T06:00:00Z",
    eventSource: `${service}.amazonaws.com`,
    eventName: name,
    awsRegion: details.region ?? REGION,
    sourceIPAddress: "198.51.100.24",
    userAgent: "aws-cli/2.31.0",
    ...(details.error === undefined ? {} : { errorCode: details.error, errorMessage: "invented" }),
    requestParameters: parameters,
    responseElements: details.response ?? null,
    ...(details.extra === undefined ? {} : { additionalEventData: details.extra }),
    ...(details.resources === undefined ? {} : { resources: details.resources }),
    eventType: "AwsApiCall",
    managementEvent: true,
    eventCategory: "Management",
    recipientAccountId: ACCOUNT,
    ...details.members,
  };
}

export function asks(
  action: string,
  resource: ExpectedResource,
  keys?: ExpectedKeys,
): ExpectedEvent["certain"][number] {
  return keys === undefined ? { action, resource } : { action, resource, keys };
}

type Rest = Partial<Omit<InventedEvent, "title" | "record" | "certain">>;

export function invented(
  title: string,
  record: LoggedRecord,
  certain: InventedEvent["certain"],
  rest: Rest = {},
): InventedEvent {
  return { title, record, certain, ...rest };
}

/** An ARN of the caller's account and region. */
export function here(service: string, rest: string): string {
  return `arn:aws:${service}:${REGION}:${ACCOUNT}:${rest}`;
}

/** What CloudTrail lists under `resources`. */
export function logged(type: string, arn: string, accountId = ACCOUNT): LoggedRecord {
  return { accountId, type: `AWS::${type}`, ARN: arn };
}

/** Some services log lists of XML elements so. */
export function contents(...values: readonly string[]): readonly LoggedRecord[] {
  return values.map((content, index) => ({ tag: index + 1, content }));
}

/** Nothing else can have been asked. */
export const NOTHING_ELSE: Rest = { possible: [] };
/** AWS's documents leave open what else was asked. */
export const AT_LEAST: Rest = { atLeast: true };
