/**
 * What the product derives from a record against what somebody worked out by hand: every difference as a line of text. The two
 * write what is known in part in their own ways; both are brought to one.
 */
import { dimensionOfKey } from "../../host/authorization/context-keys.ts";
import { errorFacts, errorInResponse } from "../../host/authorization/error-facts.ts";
import { identityFacts } from "../../host/authorization/identity-facts.ts";
import { requestKeyState } from "../../host/authorization/keys/request-key-state.ts";
import { kindFacts } from "../../host/authorization/kind-facts.ts";
import { type Authorization, resourceText } from "../../host/authorization/request/authorization.ts";
import { authorizationsOf, type RequestAuthorizations } from "../../host/authorization/request/authorizations-of.ts";
import { actsOnCaller, type CallRequest, callRequest } from "../../host/authorization/request/call-request.ts";
import type { KeyState } from "../../host/domain/key-state.ts";
import { catalogue } from "./built-catalogue.ts";
import type { ExpectedAuthorization, ExpectedEvent, ExpectedKeys } from "./expected/expected-event.ts";

export type LoggedRecord = Readonly<Record<string, unknown>>;

export interface Derived {
  readonly request: CallRequest;
  readonly authorizations: RequestAuthorizations;
  /** Why no policy decides the call, and why none applies to the caller. */
  readonly outcome: string | undefined;
  readonly identity: string | undefined;
}

/** The authorizations of a record as a chunk would hold it, with all of its parameters. */
export function derive(record: LoggedRecord): Derived {
  const text = (name: string) => (typeof record[name] === "string" ? (record[name] as string) : "");
  const json = (name: string) => (record[name] === undefined ? "" : JSON.stringify(record[name]));
  const part = (name: string) => (record[name] === null ? "null" : json(name));
  const operation = `${text("eventSource")} ${text("eventName")}`;
  const identity = identityFacts(json("userIdentity"));
  const { failed, alreadyDenied } = errorFacts(text("errorCode") || errorInResponse(part("responseElements")));
  const request = callRequest(
    {
      operation,
      region: text("awsRegion"),
      resources: json("resources"),
      requestParameters: part("requestParameters"),
      responseElements: part("responseElements"),
      additionalEventData: part("additionalEventData"),
      eventContext: record.eventContext === undefined ? "" : json("eventContext"),
      hasFailed: failed || alreadyDenied,
    },
    { account: identity.account, principalArn: actsOnCaller(operation) ? identity.principalArn : undefined },
  );
  const authorizations = authorizationsOf(catalogue, request);
  const kind = kindFacts(`${text("eventType")} ${text("eventCategory")}`);
  const byKind = kind.outcome !== undefined && !(kind.unlessMapped && authorizations.isMapped);
  const outcome = byKind ? kind.outcome : authorizations.outcome;
  return { request, authorizations, outcome: outcome?.reason, identity: identity.outcome?.reason };
}

type Expectation = Omit<ExpectedEvent, "eventID" | "operation">;

/** One line for each difference; none when all agrees. */
export function differences(record: LoggedRecord, expected: Expectation): readonly string[] {
  const { request, authorizations, outcome, identity } = derive(record);
  if (expected.outcome !== undefined && (outcome ?? identity) === expected.outcome) return [];
  if (outcome !== expected.outcome) return [`outcome ${outcome ?? identity} instead of ${expected.outcome}`];
  if (expected.isUnmapped === true) return authorizations.isMapped ? ["is mapped"] : [];
  const lines: string[] = [];
  const derived = authorizations.certain.map((list) => listText(list)).map(withoutOwnerOfNetwork);
  const wanted = expected.certain.map(expectedText).map(withoutOwnerOfNetwork);
  for (const each of wanted) if (!derived.includes(each)) lines.push(`not derived as certain: ${each}`);
  if (expected.atLeast !== true)
    for (const each of derived) if (!wanted.includes(each)) lines.push(`derived as certain: ${each}`);
  const possible = authorizations.possible.map((each) => listText([each]));
  if (expected.possible?.length === 0 && possible.length > 0)
    lines.push(`derived as possible: ${possible.join(" | ")}`);
  for (const each of expected.possible ?? []) {
    const actions = [...authorizations.possible, ...authorizations.certain.flat()].map(({ action }) => action);
    if (!actions.includes(each.action)) lines.push(`not derived as possible: ${each.action}`);
  }
  for (const [index, each] of expected.certain.entries()) {
    const list = authorizations.certain[derived.indexOf(wanted[index] ?? "")];
    const keys = { ...expected.keys, ...each.keys };
    if (list !== undefined) lines.push(...keyDifferences(request, list, keys));
  }
  return lines;
}

/** A key that is not the same for all alternatives is open. */
function keyDifferences(
  request: CallRequest,
  alternatives: readonly Authorization[],
  keys: ExpectedKeys,
): readonly string[] {
  return Object.entries(keys).flatMap(([key, expected]) => {
    if (dimensionOfKey(key) !== "request") return [`${key} hangs on no request`];
    const states = alternatives.map((each) => requestKeyState(catalogue, request, each, key));
    const texts = [...new Set(states.map(stateText))];
    const found = texts.join(" or ");
    const wanted = expected === null ? "absent" : expected === "?" ? "open" : JSON.stringify([expected].flat().sort());
    const isOpen =
      texts.length > 1 || states.some(({ mayBeAnything }) => mayBeAnything) || found.startsWith("absent or");
    if (found === wanted || (wanted === "open" && isOpen)) return [];
    return [`${key} of ${alternatives.map(({ action }) => action).join(" or ")} is ${found} instead of ${wanted}`];
  });
}

function stateText({ mayBeAbsent, values, mayBeAnything }: KeyState): string {
  if (mayBeAnything) return mayBeAbsent ? "open" : "present, open";
  const known = values === undefined ? [] : [JSON.stringify([...values].sort())];
  return [...(mayBeAbsent ? ["absent"] : []), ...known].join(" or ");
}

function listText(list: readonly Authorization[]): string {
  const actions = [...new Set(list.map(({ action }) => action))].sort();
  return `${actions.join(" or ")} on ${textOf(list.flatMap(({ resource }) => markedText(resource)))}`;
}

function expectedText({ action, resource }: ExpectedAuthorization): string {
  return `${action} on ${textOf([resource].flat().flatMap(withOrWithoutPath))}`;
}

/** A name whose path is not known: `~…:role/*miller` says the same as one of `…:role/miller` and `~…:role/*\/miller`, less exactly. */
function withOrWithoutPath(resource: string): readonly string[] {
  const found = /^~(arn:[^:]*:iam::[^:]*:[a-z-]+\/)\*([^/*?]+)$/.exec(resource);
  return found === null ? [resource] : [`${found[1]}${found[2]}`, `~${found[1]}*/${found[2]}`];
}

/** Subnets, VPCs and security groups may be shared from another account: whose they are is left open. */
function withoutOwnerOfNetwork(text: string): string {
  return text.replace(/~?(arn:[^:]*:ec2:[^:]*:)(?:\d+|\*)(:(?:vpc|subnet|security-group)\/[^*]+)$/, "~$1*$2");
}

function textOf(resources: readonly string[]): string {
  return [...new Set(resources)].sort().join(" or ");
}

function markedText(resource: Authorization["resource"]): readonly string[] {
  if (resource.kind === "unknown") return ["?"];
  return resource.kind === "pattern" ? withOrWithoutPath(`~${resourceText(resource)}`) : [resourceText(resource)];
}
