/**
 * The whole of a preview, naively: parsed records in, ids of the calls that a Deny-only policy would newly deny out. No
 * dictionaries, no masks, no three values: what a record does not show counts as not matching. Shares no code with the product
 * but the grammar's types; the mapping is "same name", the rest of semantics 4 and 5 only as far as "surely denied" needs it.
 */
import type { Condition, PolicyDocument, Statement } from "../../host/domain/policy-document.ts";
import { matchesArn } from "./arn.ts";
import { matchesResource } from "./resource.ts";
import { fillIn } from "./symbols.ts";
import { anyOf, not } from "./truth.ts";
import { matchesWildcard } from "./wildcard.ts";

// biome-ignore lint/suspicious/noExplicitAny: records are whatever JSON a log holds
type LoggedRecord = any;

/** `service:name` in lower case → whether AWS asks this action for resources. */
export type KnownActions = ReadonlyMap<
  string,
  { readonly hasResources: boolean; readonly fits: (arn: string) => boolean }
>;

const PREFIXES: Readonly<Record<string, string>> = {
  monitoring: "cloudwatch",
  email: "ses",
  tagging: "tag",
  "servicecatalog-appregistry": "servicecatalog",
};
const DENIED = /AccessDenied|Unauthorized|Forbidden|NotAuthorized|AuthorizationError/i;
const NO_CALL = /ServiceEvent|SignIn|Insight|VpceEvent/i;

/** What a key can be: one value, or several between which the record does not choose; undefined is absent. */
type Possible = readonly (string | undefined)[];

/** Keys whose value a record shows, per semantics 4; a key that is not here is not known. */
function knownKeys(record: LoggedRecord): Map<string, Possible> {
  const identity = record.userIdentity ?? {};
  const arn = identity.type === "AssumedRole" ? identity.sessionContext?.sessionIssuer?.arn : identity.arn;
  const keys = new Map<string, Possible>([
    ["aws:requestedregion", [record.awsRegion]],
    ["aws:principalaccount", [identity.accountId]],
  ]);
  if (typeof arn === "string" && arn.startsWith("arn:")) keys.set("aws:principalarn", [arn]);
  if (identity.invokedBy === undefined && /^[\d.]+$/.test(record.sourceIPAddress))
    keys.set("aws:viaawsservice", ["false"]);
  if (/^\d+\.\d+\.\d+\.\d+$/.test(record.sourceIPAddress) && record.vpcEndpointId === undefined) {
    if (!/^(10|127|192\.168|172\.(1[6-9]|2\d|3[01])|169\.254)\./.test(record.sourceIPAddress))
      keys.set("aws:sourceip", [record.sourceIPAddress]);
  }
  const mfa = identity.sessionContext?.attributes?.mfaAuthenticated;
  if (mfa === "true") keys.set("aws:multifactorauthpresent", ["true"]);
  else if (String(identity.accessKeyId).startsWith("AKIA")) keys.set("aws:multifactorauthpresent", [undefined]);
  else if (mfa === "false")
    keys.set("aws:multifactorauthpresent", identity.type === "AssumedRole" ? ["false", undefined] : ["false"]);
  if (record.tlsDetails?.tlsVersion !== undefined) keys.set("aws:securetransport", ["true"]);
  for (const key of ["aws:sourceaccount", "aws:sourcearn"]) keys.set(key, [undefined]);
  return keys;
}

/** True only if it is sure: for everything that the key can be. */
function conditionHolds(condition: Condition, keys: Map<string, Possible>): boolean {
  return keys.get(condition.key.toLowerCase())?.every((value) => holdsFor(condition, value)) === true;
}

function holdsFor({ operator, values }: Condition, value: string | undefined): boolean {
  const [, base = "", ifExists] = /^(.*?)(IfExists)?$/.exec(operator) ?? [];
  if (base === "Null") return values.some((wanted) => (wanted === "true") === (value === undefined));
  const test = { String: matchesText, Arn: matchesArn, Bool: equalsIgnoringCase }[
    /^(String|Arn|Bool)/.exec(base)?.[1] ?? ""
  ];
  const negated = base.includes("Not");
  if (test === undefined || values.some((wanted) => wanted.includes("${"))) return false;
  if (value === undefined) return ifExists !== undefined || negated;
  const matches = (wanted: string): boolean => {
    if (base.endsWith("Like") || base.startsWith("Arn")) return test(wanted, value);
    return base.endsWith("IgnoreCase") || base === "Bool" ? equalsIgnoringCase(wanted, value) : wanted === value;
  };
  return values.some(matches) !== negated;
}

const matchesText = (wanted: string, value: string): boolean => matchesWildcard(wanted, value);
const equalsIgnoringCase = (wanted: string, value: string): boolean => wanted.toLowerCase() === value.toLowerCase();

function resourceHolds({ resources }: Statement, arns: readonly string[] | undefined): boolean {
  if (!resources.negated && resources.patterns.includes("*")) return true;
  if (arns === undefined || resources.patterns.some((pattern) => pattern.includes("${"))) return false;
  // NotResource of ARNs for an action without resources: AWS does not say.
  if (resources.negated && arns.includes("*")) return false;
  return arns.some((arn) => {
    const listed = anyOf(resources.patterns.map((pattern) => matchesResource(fillIn(pattern, "2008-10-17", {}), arn)));
    return (resources.negated ? not(listed) : listed) === true;
  });
}

/** Ids of the calls of `account` that were allowed and that a Deny of `policy` surely matches, sorted. */
export function naivelyDenied(
  records: readonly LoggedRecord[],
  policy: PolicyDocument,
  account: string,
  known: KnownActions,
): readonly string[] {
  const denied = new Set<string>();
  for (const record of records) {
    const identity = record.userIdentity ?? {};
    const issuer = String(identity.sessionContext?.sessionIssuer?.arn ?? "");
    if (identity.accountId !== account || identity.type === "AWSService" || issuer.includes(":role/aws-service-role/"))
      continue;
    if (NO_CALL.test(record.eventType ?? "") || (record.errorCode !== undefined && DENIED.test(record.errorCode)))
      continue;
    const host = String(record.eventSource).replace(".amazonaws.com", "");
    const name = String(record.eventName).replace(/20\d\d_?\d\d_?\d\d(v\d+)?$/, "");
    const action = `${PREFIXES[host] ?? host}:${name}`.toLowerCase();
    const facts = known.get(action);
    if (facts === undefined || action === "sts:getcalleridentity") continue;
    const logged = (record.resources ?? [])
      .map((entry: LoggedRecord) => entry.ARN ?? entry.arn)
      .filter((arn: unknown) => typeof arn === "string" && facts.fits(arn as string));
    const arns = facts.hasResources
      ? logged.length > 0
        ? logged
        : undefined
      : logged.length === 0 && (record.resources ?? []).length === 0
        ? ["*"]
        : undefined;
    const keys = knownKeys(record);
    const hit = policy.statements.some(
      (statement) =>
        statement.effect === "Deny" &&
        statement.actions.patterns.some((pattern) => matchesWildcard(pattern.toLowerCase(), action)) !==
          statement.actions.negated &&
        resourceHolds(statement, arns) &&
        statement.conditions.every((condition) => conditionHolds(condition, keys)),
    );
    if (hit) denied.add(String(record.eventID));
  }
  return [...denied].sort();
}
