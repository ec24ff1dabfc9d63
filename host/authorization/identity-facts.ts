/**
 * From the raw `userIdentity` object to whose call it was: the account whose SCPs count (R4), the principal (R5), and whether
 * SCPs apply at all (semantics 1.2). Does not know the organization, so it cannot say "management account" or "outside".
 * What the object does not prove is unknown; an object that nobody can read has no account and nothing known.
 */
import type { KeyState } from "../domain/key-state.ts";
import { present } from "../domain/key-state.ts";
import type { OutcomeReason } from "../domain/outcome.ts";
import { type PrincipalKind, principalKeys } from "./principal-keys.ts";
import {
  accountMember,
  asObject,
  booleanMember,
  type JsonObject,
  objectMember,
  parseJson,
  textMember,
} from "./record-json.ts";

export interface IdentityOutOfScope {
  readonly outcome: "outOfScope";
  readonly reason: Extract<OutcomeReason, "serviceLinkedRole" | "awsService" | "anonymous">;
}

export interface IdentityFacts {
  /** Twelve digits; undefined when the record does not name the caller's account. */
  readonly account: string | undefined;
  /** Value of `aws:PrincipalArn` (R5); undefined when the record does not prove it. */
  readonly principalArn: string | undefined;
  /** Of the credentials the call was made with; undefined where the record does not show it. */
  readonly accessKeyId: string | undefined;
  /** What a person reads: the ARN, else the best description there is. Never empty. */
  readonly principal: string;
  /** Present when no SCP can apply to this caller. */
  readonly outcome: IdentityOutOfScope | undefined;
  /** Condition keys in lower case; a key that is not in here is unknown. */
  readonly keys: ReadonlyMap<string, KeyState>;
}

const NOTHING_KNOWN: ReadonlyMap<string, KeyState> = new Map();
/** What S3 and Cognito write for unsigned requests [E public records of both]. */
const ANONYMOUS = /^anonymous(?:_principal)?$/i;
/** Who logs in with a token of an identity provider is no identity of AWS, and no policies of a caller are evaluated [C IAM-ASSUME]. */
const UNSIGNED: ReadonlySet<string> = new Set(["webidentityuser", "samluser"]);
/** Semantics 1.2 [E]. */
const SERVICE_LINKED_PATH = ":role/aws-service-role/";

const ROLE_ARN = /^arn:[^:]*:iam::[^:]*:role\/./s;
const USER_ARN = /^arn:[^:]*:iam::[^:]*:user\/./s;
const ROOT_ARN = /^arn:[^:]*:iam::[^:]*:root$/;
const FEDERATED_ARN = /^arn:[^:]*:sts::[^:]*:federated-user\/./s;

/** Takes a value of the `identity` column: the `userIdentity` object as logged, or the empty string. */
export function identityFacts(userIdentityJson: string): IdentityFacts {
  const identity = asObject(parseJson(userIdentityJson));
  if (identity === undefined) {
    return {
      account: undefined,
      principalArn: undefined,
      accessKeyId: undefined,
      principal: "unknown",
      outcome: undefined,
      keys: NOTHING_KNOWN,
    };
  }
  const account = accountMember(identity, "accountId");
  const outcome = outOfScope(identity, account);
  const kind = outcome === undefined ? principalKind(identity) : undefined;
  const principalArn = kind && provenArn(identity, kind);
  return {
    account,
    principalArn,
    accessKeyId: textMember(identity, "accessKeyId"),
    principal: principalArn ?? description(identity),
    outcome,
    keys: kind === undefined ? keysOfOther(identity, account) : principalKeys(identity, kind, account, principalArn),
  };
}

function outOfScope(identity: JsonObject, account: string | undefined): IdentityOutOfScope | undefined {
  if (anyRoleArn(identity)?.includes(SERVICE_LINKED_PATH))
    return { outcome: "outOfScope", reason: "serviceLinkedRole" };
  if (account === undefined && isAnonymous(identity)) return { outcome: "outOfScope", reason: "anonymous" };
  if (isAwsService(identity)) return { outcome: "outOfScope", reason: "awsService" };
  return undefined;
}

/** Also of an issuer that does not say what it is: the path of service-linked roles is AWS's own. */
function anyRoleArn(identity: JsonObject): string | undefined {
  return roleArn(identity) ?? textMember(issuerOf(identity), "arn");
}

function roleArn(identity: JsonObject): string | undefined {
  if (typeOf(identity) === "role") return textMember(identity, "arn");
  const issuer = issuerOf(identity);
  return textMember(issuer, "type") === "Role" ? textMember(issuer, "arn") : undefined;
}

function issuerOf(identity: JsonObject): JsonObject {
  return objectMember(objectMember(identity, "sessionContext"), "sessionIssuer");
}

function isAnonymous(identity: JsonObject): boolean {
  if (textMember(identity, "arn") !== undefined) return false;
  if (UNSIGNED.has(typeOf(identity))) return true;
  return (
    ANONYMOUS.test(textMember(identity, "accountId") ?? "") || ANONYMOUS.test(textMember(identity, "principalId") ?? "")
  );
}

/** Type `AWSService`, or only `invokedBy` (and an account that is not a principal), and no trace of an account's principal. */
function isAwsService(identity: JsonObject): boolean {
  const hasPrincipal =
    textMember(identity, "arn") !== undefined ||
    textMember(identity, "principalId") !== undefined ||
    textMember(identity, "accessKeyId") !== undefined ||
    asObject(identity.sessionContext) !== undefined;
  if (hasPrincipal) return false;
  const type = typeOf(identity);
  return type === "awsservice" || (type === "" && textMember(identity, "invokedBy") !== undefined);
}

function typeOf(identity: JsonObject): string {
  return (textMember(identity, "type") ?? "").toLowerCase();
}

/** Undefined for identities of which the record proves no more than the account: AWSAccount, Unknown, Directory … */
function principalKind(identity: JsonObject): PrincipalKind | undefined {
  const assumedRoot = booleanMember(objectMember(identity, "sessionContext"), "assumedRoot") === true;
  switch (typeOf(identity)) {
    case "root":
      return "root";
    case "iamuser":
      return "user";
    case "assumedrole":
    case "role":
      // AssumeRoot sessions count as the root user (semantics 1.2 [U]); whether one that is logged as a role shows policies
      // the root's ARN or the role's is not known
      return assumedRoot ? "rootOrRole" : "role";
    case "federateduser":
      return "federated";
    default:
      return undefined;
  }
}

/** Semantics 4.1, row aws:PrincipalArn. */
function provenArn(identity: JsonObject, kind: PrincipalKind): string | undefined {
  const arn = textMember(identity, "arn");
  switch (kind) {
    case "root":
      return matching(arn, ROOT_ARN);
    case "user":
      return matching(arn, USER_ARN);
    case "role":
      return matching(roleArn(identity), ROLE_ARN);
    case "federated":
      return matching(arn, FEDERATED_ARN);
    case "rootOrRole":
      return undefined;
  }
}

function matching(text: string | undefined, pattern: RegExp): string | undefined {
  return text !== undefined && pattern.test(text) ? text : undefined;
}

/** A resource owner's copy names the caller's account and no more (R12); of other identities not even that is certain. */
function keysOfOther(identity: JsonObject, account: string | undefined): ReadonlyMap<string, KeyState> {
  if (typeOf(identity) !== "awsaccount" || account === undefined) return NOTHING_KNOWN;
  return new Map([["aws:principalaccount", present(account)]]);
}

function description(identity: JsonObject): string {
  for (const member of ["arn", "userName", "principalId", "invokedBy", "accountId", "type"]) {
    const text = textMember(identity, member);
    if (text !== undefined) return text;
  }
  return "unknown";
}
