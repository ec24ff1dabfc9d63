/**
 * From the raw `resources` array to the resources that AWS decided on (semantics 3.2, 6.1): only entries whose ARN has the shape
 * of a resource type of the action. Derives nothing from request parameters. Whatever does not fit together is unknown.
 */
import { type KeyState, present, presentOrAbsent, UNKNOWN } from "../domain/key-state.ts";
import type { ServiceCatalogue } from "./catalogue/service-catalogue.ts";
import type { OperationFacts } from "./operation-facts.ts";
import { accountMember, asObject, parseJson, textMember } from "./record-json.ts";

export type Resources =
  /** The action supports no resource: the request's resource is exactly `*`. */
  | { readonly kind: "none" }
  | {
      readonly kind: "arns";
      /** Distinct, in the order logged; AWS decided each of them. */
      readonly arns: readonly string[];
      /** Another resource may have been decided too, and nobody knows which. */
      readonly furtherUnknown: boolean;
    }
  | { readonly kind: "unknown" };

export interface ResourceFacts {
  readonly resources: Resources;
  /** State of `aws:ResourceAccount`. */
  readonly accountKey: KeyState;
}

interface Entry {
  readonly arn: string;
  readonly accountId: string | undefined;
}
interface Entries {
  readonly whole: readonly Entry[];
  /** `ARNPrefix`: something whose ARN begins so, for instance what a listing may have shown. */
  readonly prefixes: readonly string[];
  /** An entry without a readable ARN. */
  readonly unreadable: boolean;
}

const UNKNOWN_FACTS: ResourceFacts = { resources: { kind: "unknown" }, accountKey: UNKNOWN };

/** What CloudTrail writes in place of a value it hides (semantics 6.2). */
const HIDDEN = "HIDDEN_DUE_TO_SECURITY_REASONS";

/**
 * Types that stand in for another: a request through an access point logs the access point's ARN [C S3 user guide, monitoring
 * of access points], so without such an entry they were not used.
 */
const LOGGED_WHEN_USED: Readonly<Record<string, readonly string[]>> = {
  s3: ["accesspoint", "accesspointobject", "multiregionaccesspoint", "objectlambdaaccesspoint"],
};

/** `aws:ResourceAccount` is not there for all of ebs and some of ec2 [C IAM-KEYS] (semantics 4.3). */
const MAY_LACK_RESOURCE_ACCOUNT: ReadonlySet<string> = new Set(["ebs", "ec2"]);

/** Takes the facts of the operation and a value of the `resources` column: the array as logged, or the empty string. */
export function resourceFacts(
  catalogue: ServiceCatalogue,
  operation: OperationFacts,
  resourcesJson: string,
): ResourceFacts {
  if (operation.authorization.certainty !== "exact") return UNKNOWN_FACTS;
  const { prefix, resourceTypes } = operation;
  const entries = readEntries(resourcesJson);
  const wanted = new Set(resourceTypes.map((type) => type.name));
  const arns: string[] = [];
  const covered = new Set<string>();
  for (const { arn } of entries.whole) {
    const fitting = catalogue.resourceTypesOf(prefix, arn).filter((type) => wanted.has(type));
    for (const type of fitting) covered.add(type);
    if (fitting.length > 0 && !arns.includes(arn)) arns.push(arn);
  }
  const strangers = entries.whole.some(
    ({ arn }) => catalogue.ownsArn(prefix, arn) && !arns.some((known) => isSameOrParent(arn, known)),
  );
  // a resource of the service that the action has no use for: the record and the catalogue disagree
  if (strangers) return UNKNOWN_FACTS;
  if (resourceTypes.length === 0) return { resources: { kind: "none" }, accountKey: UNKNOWN };
  if (arns.length === 0) return UNKNOWN_FACTS;

  const standIns = LOGGED_WHEN_USED[prefix] ?? [];
  const uncovered = resourceTypes.some(({ name }) => !covered.has(name) && !standIns.includes(name));
  const open = entries.prefixes.some((start) => mayBecome(catalogue, prefix, start, wanted));
  const furtherUnknown = uncovered || open || entries.unreadable;
  const resources: Resources = { kind: "arns", arns, furtherUnknown };
  return { resources, accountKey: furtherUnknown ? UNKNOWN : accountState(prefix, arns, entries.whole) };
}

/** Accepts `ARN` and `arn`: both spellings occur. */
function readEntries(resourcesJson: string): Entries {
  const parsed = parseJson(resourcesJson);
  const list: readonly unknown[] = Array.isArray(parsed) ? parsed : [];
  const whole: Entry[] = [];
  const prefixes: string[] = [];
  let unreadable = false;
  for (const item of list) {
    const entry = asObject(item) ?? {};
    const arn = textMember(entry, "ARN") ?? textMember(entry, "arn");
    const start = textMember(entry, "ARNPrefix") ?? textMember(entry, "arnPrefix");
    if (arn?.startsWith("arn:") && !arn.includes(HIDDEN))
      whole.push({ arn, accountId: accountMember(entry, "accountId") });
    else if (start !== undefined) prefixes.push(start);
    else unreadable = true;
  }
  return { whole, prefixes, unreadable };
}

/** A bucket and its object, a table and its index. */
function isSameOrParent(arn: string, of: string): boolean {
  return of === arn || of.startsWith(`${arn}/`) || of.startsWith(`${arn}:`);
}

/** Whether something that begins so can be of one of the types; one more character stands for the rest of its name. */
function mayBecome(catalogue: ServiceCatalogue, prefix: string, start: string, types: ReadonlySet<string>): boolean {
  return [start, `${start}x`].some((arn) => catalogue.resourceTypesOf(prefix, arn).some((type) => types.has(type)));
}

/** One account for all of them, said by the entry, the ARN, or the entry of what holds it (the bucket of an object). */
function accountState(prefix: string, arns: readonly string[], entries: readonly Entry[]): KeyState {
  const accounts = new Set<string | undefined>();
  for (const arn of arns) {
    const said = entries.filter((entry) => isSameOrParent(entry.arn, arn)).map((entry) => entry.accountId);
    const inArn = arn.split(":")[4];
    const all = new Set([...said, inArn !== undefined && /^\d{12}$/.test(inArn) ? inArn : undefined]);
    all.delete(undefined);
    for (const account of all.size === 0 ? [undefined] : all) accounts.add(account);
  }
  const [account] = accounts;
  if (accounts.size !== 1 || account === undefined) return UNKNOWN;
  return MAY_LACK_RESOURCE_ACCOUNT.has(prefix) ? presentOrAbsent(account) : present(account);
}
