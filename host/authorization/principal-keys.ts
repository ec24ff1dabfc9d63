/**
 * The condition keys that a `userIdentity` object proves about an IAM principal and its session (semantics 4.1). Tags of the
 * principal and its organization are not in a record. Keys of services are given as if the action had them: that is the
 * action's affair.
 */
import { ABSENT, type KeyState, PRESENT_UNKNOWN, present, presentOrAbsent, UNKNOWN } from "../domain/key-state.ts";
import { booleanMember, type JsonObject, objectMember, textMember } from "./record-json.ts";

/** `rootOrRole`: an AssumeRoot session that is logged as a role. */
export type PrincipalKind = "root" | "user" | "role" | "federated" | "rootOrRole";

/** Semantics 4.1 [C IAM-VAR], row aws:PrincipalType. */
const PRINCIPAL_TYPES: Readonly<Record<PrincipalKind, string | undefined>> = {
  root: "Account",
  user: "User",
  role: "AssumedRole",
  federated: "FederatedUser",
  rootOrRole: undefined,
};

/** Takes the parsed object, what kind of principal it is, its account and `aws:PrincipalArn` where they are proven. */
export function principalKeys(
  identity: JsonObject,
  kind: PrincipalKind,
  account: string | undefined,
  principalArn: string | undefined,
): ReadonlyMap<string, KeyState> {
  return new Map<string, KeyState>([
    ["aws:principalarn", presentValue(principalArn)],
    ["aws:principalaccount", presentValue(account)],
    ["aws:principaltype", presentValue(PRINCIPAL_TYPES[kind])],
    ["aws:userid", presentValue(kind === "rootOrRole" ? undefined : textMember(identity, "principalId"))],
    ["aws:username", kind === "user" ? presentValue(userName(identity)) : ABSENT],
    // semantics 4.1: only for calls of service principals, which are no IAM principals
    ["aws:principalisawsservice", present("false")],
    ["aws:principalservicename", ABSENT],
    ["aws:principalservicenameslist", ABSENT],
    // semantics 4.3 [C IAM-KEYS]: only for calls of service principals
    ["aws:sourceaccount", ABSENT],
    ["aws:sourcearn", ABSENT],
    ["aws:sourceorgid", ABSENT],
    ["aws:sourceorgpaths", ABSENT],
    ...sessionKeys(identity, kind),
  ]);
}

function presentValue(value: string | undefined): KeyState {
  return value === undefined ? PRESENT_UNKNOWN : present(value);
}

/** `userName`, else the last part of the user's ARN, which is the name. */
function userName(identity: JsonObject): string | undefined {
  return textMember(identity, "userName") ?? /:user\/(?:.*\/)?([^/]+)$/s.exec(textMember(identity, "arn") ?? "")?.[1];
}

type Credentials = "longTerm" | "session" | "unclear";

/**
 * Temporary credentials carry a session context [C CT-UID]. Without one, a key id that is not of a session (`ASIA…`) proves
 * long-term credentials, but only for users and root: a role without session context is an abbreviated record.
 */
function credentials(identity: JsonObject, kind: PrincipalKind): Credentials {
  const keyId = textMember(identity, "accessKeyId");
  const hasSession = Object.keys(objectMember(objectMember(identity, "sessionContext"), "attributes")).length > 0;
  if (hasSession) return keyId?.startsWith("AKIA") ? "unclear" : "session";
  if (kind !== "user" && kind !== "root") return "unclear";
  const ofSession = keyId === undefined || keyId.startsWith("ASIA") || textMember(identity, "invokedBy") !== undefined;
  return ofSession ? "unclear" : "longTerm";
}

function sessionKeys(identity: JsonObject, kind: PrincipalKind): readonly (readonly [string, KeyState])[] {
  const session = objectMember(identity, "sessionContext");
  const held = credentials(identity, kind);
  const multiFactor = multiFactorPresent(identity, kind, held);
  return [
    ["aws:multifactorauthpresent", multiFactor],
    ["aws:multifactorauthage", multiFactorAge(multiFactor)],
    ["aws:tokenissuetime", tokenIssueTime(session, held)],
    ["aws:federatedprovider", federatedProvider(session, kind, held)],
    ["aws:sourceidentity", sessionMember(session, "sourceIdentity", kind, held)],
    ["aws:assumedroot", assumedRoot(session, kind, held)],
    ...instanceKeys(identity, kind),
    ...issuerKeys(identity, kind, held),
  ];
}

/** Semantics 4.1, row aws:MultiFactorAuthPresent. */
function multiFactorPresent(identity: JsonObject, kind: PrincipalKind, held: Credentials): KeyState {
  if (held === "longTerm") return ABSENT;
  const session = objectMember(identity, "sessionContext");
  const logged = booleanMember(objectMember(session, "attributes"), "mfaAuthenticated");
  if (logged === undefined) return UNKNOWN;
  if (logged) return present("true");
  if (held === "unclear") return presentOrAbsent("false");
  // console sessions and GetSessionToken [C]; how AssumeRoot sets the key is not documented
  const ofAssumeRoot = booleanMember(session, "assumedRoot") === true;
  if ((kind === "user" || kind === "root") && !ofAssumeRoot) return present("false");
  return isOfIdentityCenter(session) || hasWebIdentity(session) ? ABSENT : presentOrAbsent("false");
}

/** The age is there only if a second factor was used; the record shows it only roughly. */
function multiFactorAge(multiFactor: KeyState): KeyState {
  if (multiFactor.mayBeAnything) return UNKNOWN;
  return multiFactor.values?.[0] === "true" ? PRESENT_UNKNOWN : ABSENT;
}

function tokenIssueTime(session: JsonObject, held: Credentials): KeyState {
  if (held === "longTerm") return ABSENT;
  if (held === "unclear") return UNKNOWN;
  const created = textMember(objectMember(session, "attributes"), "creationDate");
  const isTime = created !== undefined && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z$/.test(created);
  return isTime ? present(created) : PRESENT_UNKNOWN;
}

/** Only Identity Center makes sessions of its roles, and only for people [C IAM Identity Center user guide]. */
function isOfIdentityCenter(session: JsonObject): boolean {
  const issuer = textMember(objectMember(session, "sessionIssuer"), "arn") ?? "";
  return issuer.includes(":role/aws-reserved/sso.amazonaws.com/");
}

function hasWebIdentity(session: JsonObject): boolean {
  return Object.keys(objectMember(session, "webIdFederationData")).length > 0;
}

function federatedProvider(session: JsonObject, kind: PrincipalKind, held: Credentials): KeyState {
  // nor were credentials federated that an instance got from its metadata
  if (kind === "user" || kind === "root" || textMember(session, "ec2RoleDelivery") !== undefined) return ABSENT;
  const provider = textMember(objectMember(session, "webIdFederationData"), "federatedProvider");
  if (provider !== undefined) return present(provider);
  // [C IAM-KEYS] of roles' sessions only those that a web identity was given have the key, and they show the provider
  return kind === "federated" || (kind === "role" && held === "session") ? ABSENT : UNKNOWN;
}

/** A member that a session either shows or does not have. */
function sessionMember(session: JsonObject, name: string, kind: PrincipalKind, held: Credentials): KeyState {
  const value = textMember(session, name);
  if (value !== undefined) return present(value);
  const isRole = kind === "role" || kind === "rootOrRole";
  return isRole && held !== "session" ? UNKNOWN : ABSENT;
}

/** [C CT-HIST] for the member; the key is there only with credentials of AssumeRoot [C IAM-KEYS]. */
function assumedRoot(session: JsonObject, kind: PrincipalKind, held: Credentials): KeyState {
  if (booleanMember(session, "assumedRoot") === true) return present("true");
  return kind === "role" && held !== "session" ? UNKNOWN : ABSENT;
}

/**
 * Keys that only credentials of an EC2 instance's role have; the session of such a role is named for the instance. They have
 * all of them [C IAM-KEYS]; the ARN needs the instance's region, the others are not in a record.
 */
function instanceKeys(identity: JsonObject, kind: PrincipalKind): readonly (readonly [string, KeyState])[] {
  const session = objectMember(identity, "sessionContext");
  const delivery = textMember(session, "ec2RoleDelivery");
  const sessionName = /:assumed-role\/[^/]+\/(.+)$/s.exec(textMember(identity, "arn") ?? "")?.[1];
  const isNoInstance =
    kind !== "role"
      ? kind !== "rootOrRole"
      : isOfIdentityCenter(session) || (sessionName !== undefined && !/^i-/.test(sessionName));
  const undelivered = isNoInstance ? ABSENT : UNKNOWN;
  const other = delivery === undefined ? undelivered : PRESENT_UNKNOWN;
  return [
    ["ec2:roledelivery", delivery === undefined ? undelivered : present(delivery)],
    ["ec2:sourceinstancearn", other],
    ["aws:ec2instancesourcevpc", other],
    ["aws:ec2instancesourceprivateipv4", other],
  ];
}

/** Keys that only sessions of roles have, made by the service the key is of (semantics 4.1). */
const ROLE_KEYS = [
  "codebuild:buildarn",
  "codebuild:projectarn",
  "glue:roleassumedby",
  "glue:credentialissuingservice",
  "ssm:sourceinstancearn",
] as const;

/** What the credentials were issued to: a function, a build, a job, a chat or a sign-in session. */
function issuerKeys(
  identity: JsonObject,
  kind: PrincipalKind,
  held: Credentials,
): readonly (readonly [string, KeyState])[] {
  const session = objectMember(identity, "sessionContext");
  const mayBeService = (kind === "role" || kind === "rootOrRole") && !isOfIdentityCenter(session);
  const ofService = mayBeService ? UNKNOWN : ABSENT;
  const ofPerson = held === "longTerm" ? ABSENT : UNKNOWN;
  // [C CT-HIST] for the member, record version 1.11
  const scope = objectMember(identity, "inScopeOf");
  const source =
    textMember(scope, "issuerType") === "AWS::Lambda::Function" ? textMember(scope, "sourceArn") : undefined;
  return [
    ...ROLE_KEYS.map((key) => [key, ofService] as const),
    ["lambda:sourcefunctionarn", source === undefined ? ofService : present(source)],
    ["aws:chatbotsourcearn", mayBeService ? UNKNOWN : ABSENT],
    ["aws:signinsessionarn", ofPerson],
  ];
}
