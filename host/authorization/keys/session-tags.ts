/**
 * Tags of sessions, from the calls that made them (semantics 4.1, row aws:PrincipalTag): a later call of the same session has
 * the same access key id. The tags of the role or user itself are in no record, so a tag that a session does not have is unknown.
 */
import { type KeyState, present } from "../../domain/key-state.ts";
import { asObject } from "../record-json.ts";
import { type CallRequest, textAt, textsAt, valuesAt } from "../request/call-request.ts";
import { isKnownText } from "../resources/known-text.ts";

export interface SessionTags {
  /** Of the session that was made. */
  readonly accessKeyId: string;
  /** By name in lower case. */
  readonly tags: ReadonlyMap<string, string>;
  /** In lower case: handed on to sessions that this one makes. */
  readonly transitiveKeys: ReadonlySet<string>;
}

const STS = "sts.amazonaws.com";
const NAMES = /^(?:AssumeRole|AssumeRoleWithSAML|AssumeRoleWithWebIdentity|GetFederationToken)$/;
const ACCESS_KEY = "credentials.accessKeyId";
const TRANSITIVE_KEYS = "transitiveTagKeys";
/**
 * Maps, or lists of key and value. The members of SAML and web identity calls [E]. Tags that came along from an earlier session
 * win over the request's own of the same name, since a request cannot change them [C IAM user guide, role chaining].
 */
const TAGS = ["tags", "principalTags", "incomingTransitiveTags"];
const INCOMING = "incomingTransitiveTags";

export const SESSION_PATHS: readonly (readonly [part: "requestParameters" | "responseElements", path: string])[] = [
  ...[...TAGS, TRANSITIVE_KEYS].map((path) => ["requestParameters", path] as const),
  ["responseElements", ACCESS_KEY],
];

/** Undefined when the call made no session, or one whose key the log does not show. */
export function sessionTagsOf(request: CallRequest): SessionTags | undefined {
  if (request.source !== STS || !NAMES.test(request.name) || request.hasFailed) return undefined;
  const accessKeyId = textAt(request.response, ACCESS_KEY);
  if (accessKeyId === undefined || !/^ASIA[A-Z0-9]{8,}$/.test(accessKeyId)) return undefined;
  const tags = new Map<string, string>();
  for (const path of TAGS) {
    for (const [name, value] of valuesAt(request.parameters, path).flatMap(tagsIn)) {
      if (isKnownText(name) && isKnownText(value)) tags.set(name.toLowerCase(), value);
    }
  }
  const incoming = valuesAt(request.parameters, INCOMING).flatMap(tagsIn);
  const transitive = [...textsAt(request.parameters, TRANSITIVE_KEYS), ...incoming.map(([name]) => name)];
  return { accessKeyId, tags, transitiveKeys: new Set(transitive.map((name) => name.toLowerCase())) };
}

function tagsIn(value: unknown): readonly (readonly [string, string])[] {
  const object = asObject(value);
  if (object === undefined) return [];
  const { key, value: text } = object;
  if (typeof key === "string" && typeof text === "string") return [[key, text]];
  return Object.entries(object).flatMap(([name, each]) => (typeof each === "string" ? [[name, each] as const] : []));
}

/** Keys in lower case; what is not in here is unknown. `sessions` by access key id. */
export function principalTagStates(
  sessions: ReadonlyMap<string, SessionTags>,
  accessKeyId: string,
): ReadonlyMap<string, KeyState> {
  const tags = sessions.get(accessKeyId)?.tags ?? [];
  return new Map([...tags].map(([name, value]) => [`aws:principaltag/${name}`, present(value)]));
}
