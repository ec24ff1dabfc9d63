/**
 * One invented call → its CloudTrail records: the caller's, and the resource owner's copy where the call crosses
 * accounts. Beside the record it tells what the generator itself knows of the call, to check a report against.
 */

import { consoleSignIn, keyRotation } from "./events-without-call.ts";
import type { Details, Operation, Scene } from "./operation.ts";
import { DELIVERY } from "./operations/delivery.ts";
import { IDENTITY } from "./operations/identity.ts";
import { MACHINES } from "./operations/machines.ts";
import { OVERSIGHT } from "./operations/oversight.ts";
import { LAKE_READ, STORAGE } from "./operations/storage.ts";
import { type CorpusAccount, HOME_REGIONS } from "./organization.ts";
import { identityOf, originOf, type Principal, type PrincipalKind } from "./principals.ts";
import type { Random } from "./random.ts";

export type EventRecord = { readonly [member: string]: unknown };

/** What became of a call, as the generator made it. */
export type Fate = "allowed" | "failed" | "accessDenied" | "notAnAuthorization";

/** What the generator knows of one call. */
export interface CallFacts {
  readonly accountId: string;
  readonly region: string;
  readonly fate: Fate;
  /** eventSource and eventName with one space between them. */
  readonly operation: string;
  readonly actions: readonly string[];
  /** Undefined where no record shows it. */
  readonly principalArn: string | undefined;
  /** Undefined where no record shows it. */
  readonly kind: PrincipalKind | undefined;
}

export interface ComposedCall {
  readonly facts: CallFacts;
  /** The record in the caller's log. */
  readonly record: EventRecord;
  /** The owner's copy and whose log it goes to. */
  readonly copy?: { readonly accountId: string; readonly record: EventRecord };
}

const OPERATIONS: readonly Operation[] = [...STORAGE, ...IDENTITY, ...DELIVERY, ...MACHINES, ...OVERSIGHT];
const SIGN_IN_SHARE = 0.002;
const ROTATION_SHARE = 0.0008;
const DENIED_SHARE = 0.015;
const FAILED_SHARE = 0.06;
const CONTROL_POLICY_SHARE = 0.25;

const byKind = new Map<string, readonly Operation[]>();
function operationsFor(kind: PrincipalKind, region: string): readonly Operation[] {
  const key = `${kind}/${region === "us-east-1"}`;
  const known = byKind.get(key);
  if (known !== undefined) return known;
  const fitting = OPERATIONS.filter(
    (operation) => operation.callers.includes(kind) && (operation.worldwide === undefined || region === "us-east-1"),
  );
  byKind.set(key, fitting);
  return fitting;
}

/** One event of `account` in `region` at `time` (milliseconds since 1970), made by one of `principals`. */
export function composeEvent(
  account: CorpusAccount,
  principals: readonly Principal[],
  region: string,
  time: number,
  random: Random,
): ComposedCall {
  const isHome = (HOME_REGIONS as readonly string[]).includes(region);
  const here = isHome || !account.hasTrail ? principals : principals.filter((principal) => principal.abroad);
  if (!account.hasTrail) return composeUnseen(account, principals, region, time, random);
  if (region === "us-east-1" && random.chance(SIGN_IN_SHARE)) return consoleSignIn(account, principals, time, random);
  if (random.chance(ROTATION_SHARE)) return keyRotation(account, region, time, random);
  const principal = random.weighted(here);
  const operation = random.weighted(operationsFor(principal.kind, region));
  return compose({ random, accountId: account.id, workload: account.name, region, time, principal }, operation);
}

/** A call of an account without a log: only the copy is delivered, and its caller is hardly known. */
function composeUnseen(
  account: CorpusAccount,
  principals: readonly Principal[],
  region: string,
  time: number,
  random: Random,
): ComposedCall {
  const principal = principals.find((candidate) => candidate.kind === "role");
  if (principal === undefined) throw new Error(`account ${account.id} has no role`);
  const scene: Scene = { random, accountId: account.id, workload: account.name, region, time, principal };
  const composed = compose(scene, LAKE_READ);
  return { ...composed, facts: { ...composed.facts, fate: "allowed", principalArn: undefined, kind: undefined } };
}

function compose(scene: Scene, operation: Operation): ComposedCall {
  const { random, principal, accountId, region } = scene;
  const details = operation.details(scene);
  const actions = [...operation.actions, ...(details.alsoActions ?? [])];
  const mayFail =
    operation.cannotBeDenied === undefined && principal.kind !== "awsService" && details.owner === undefined;
  const draw = random.next();
  const isDenied = mayFail && draw < DENIED_SHARE;
  const failure = mayFail && draw < DENIED_SHARE + FAILED_SHARE ? operation.failures?.[0] : undefined;
  const error = isDenied ? denial(scene, operation) : failure;
  const fate: Fate = isDenied
    ? "accessDenied"
    : failure
      ? "failed"
      : operation.cannotBeDenied
        ? "notAnAuthorization"
        : "allowed";
  const record = recordOf(scene, operation, details, error);
  const called = `${operation.service}.amazonaws.com ${operation.name}`;
  const facts: CallFacts = {
    accountId,
    region,
    fate,
    operation: called,
    actions,
    principalArn: principal.arn,
    kind: principal.kind,
  };
  if (details.owner === undefined || principal.arn === undefined) return { facts, record };
  return withCopy(facts, record, details.owner, scene, random);
}

/** The owner's log has the call too, with its own event id and little of the caller; `sharedEventID` joins the two. */
function withCopy(facts: CallFacts, record: EventRecord, owner: string, scene: Scene, random: Random): ComposedCall {
  const sharedEventID = random.uuid();
  const userIdentity = { type: "AWSAccount", principalId: principalIdOf(record), accountId: scene.accountId };
  return {
    facts,
    record: { ...record, sharedEventID },
    copy: {
      accountId: owner,
      record: { ...record, userIdentity, eventID: random.uuid(), recipientAccountId: owner, sharedEventID },
    },
  };
}

function principalIdOf(record: EventRecord): string {
  return (record.userIdentity as { principalId: string }).principalId;
}

function denial(scene: Scene, operation: Operation): readonly [string, string] {
  const { principal, random } = scene;
  const [action] = operation.actions;
  const why = random.chance(CONTROL_POLICY_SHARE)
    ? "with an explicit deny in a service control policy"
    : `because no identity-based policy allows the ${action} action`;
  const message = `User: ${principal.arn} is not authorized to perform: ${action} on resource: * ${why}`;
  if (operation.service === "ec2") return ["Client.UnauthorizedOperation", message];
  return [["s3", "iam", "sts"].includes(operation.service) ? "AccessDenied" : "AccessDeniedException", message];
}

function recordOf(
  scene: Scene,
  operation: Operation,
  details: Details,
  error: readonly [string, string] | undefined,
): EventRecord {
  const { random, principal, region, time, accountId } = scene;
  const { service, name, readOnly, data } = operation;
  const origin = originOf(principal, service, region, random);
  const host = operation.worldwide ? `${service}.amazonaws.com` : `${service}.${region}.amazonaws.com`;
  const tls = { tlsVersion: "TLSv1.3", cipherSuite: "TLS_AES_128_GCM_SHA256", clientProvidedHostHeader: host };
  return {
    eventVersion: "1.11",
    userIdentity: identityOf(principal, time),
    eventTime: new Date(time).toISOString().replace(/\.\d+Z$/, "Z"),
    eventSource: `${service}.amazonaws.com`,
    eventName: name,
    awsRegion: region,
    sourceIPAddress: origin.sourceIPAddress,
    userAgent: service === "s3" ? `[${origin.userAgent}]` : origin.userAgent,
    ...(error === undefined ? {} : { errorCode: error[0], errorMessage: error[1] }),
    requestParameters: details.request,
    responseElements: error === undefined && !readOnly ? (details.response ?? null) : null,
    ...(details.additional === undefined ? {} : { additionalEventData: details.additional }),
    requestID: service === "s3" ? random.hex(16).toUpperCase() : random.uuid(),
    eventID: random.uuid(),
    readOnly,
    ...(details.resources === undefined ? {} : { resources: details.resources }),
    eventType: "AwsApiCall",
    managementEvent: data === undefined,
    recipientAccountId: accountId,
    ...(origin.vpcEndpointId === undefined
      ? {}
      : { vpcEndpointId: origin.vpcEndpointId, vpcEndpointAccountId: accountId }),
    eventCategory: data ? "Data" : "Management",
    ...(origin.showsTls ? { tlsDetails: tls } : {}),
  };
}
