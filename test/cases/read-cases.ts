/** Cases of this folder (grammar: README.md) as read from JSON, checked for what a slip of the pen would hide. Knows no file system. */
import {
  ABSENT,
  type KeyState,
  PRESENT_UNKNOWN,
  present,
  presentOrAbsent,
  UNKNOWN,
} from "../../host/domain/key-state.ts";
import { parsePolicyDocument } from "../../host/policy/parse-policy-document.ts";
import { type CaseJson, type KeyJson, MEMBERS, type PolicyJson, type StatementJson } from "./case-json.ts";
import { type Expected, expectedOf } from "./expected.ts";
import { keysAskedFor } from "./keys-asked-for.ts";

export interface Case {
  readonly id: string;
  readonly rule: string;
  readonly sources: readonly string[];
  readonly title: string;
  readonly file: string;
  /** Levels from the root, each a list of policy texts. */
  readonly current: readonly (readonly string[])[];
  readonly proposed: readonly (readonly string[])[];
  readonly action: string;
  /** Undefined: unknown. */
  readonly resource: string | undefined;
  /** Keys in lower case. */
  readonly keys: ReadonlyMap<string, KeyState>;
  readonly expected: Expected;
  /** Why the reference is not asked, of a case that it could be asked. */
  readonly skipReference: string | undefined;
}

const FULL_ACCESS = "FullAWSAccess";
const VERSION = "2012-10-17";
const ACTION = "s3:GetObject";
const RESOURCE = "arn:aws:s3:::ledger/2026/may.csv";
const SKIP = /^skip: (.+)$/;

/** `files` holds the parsed JSON of each file by its name. Files by name, cases in written order. */
export function readCases(files: Readonly<Record<string, unknown>>): readonly Case[] {
  return Object.entries(files)
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .flatMap(([file, entries]) => (entries as readonly CaseJson[]).map((entry) => readCase(file, entry)));
}

function readCase(file: string, entry: CaseJson): Case {
  const { id, rule, title, reference } = entry;
  const complain = (what: string): never => {
    throw new Error(`${file}, case ${id}: ${what}`);
  };
  for (const member of Object.keys(entry)) if (!MEMBERS.has(member)) complain(`no case has a member ${member}`);
  const skipReference = reference === undefined ? undefined : SKIP.exec(reference)?.[1];
  if (reference !== undefined && skipReference === undefined) complain("`reference` is `skip: reason`");

  const proposed = textsOf(proposedOf(entry, complain), entry.version);
  const current = textsOf(entry.current ?? proposed.map(() => [FULL_ACCESS]), undefined);
  if (current.length !== proposed.length) complain("both hierarchies are of one account, so of as many levels");
  const keys = new Map(Object.entries(entry.keys ?? {}).map(([key, json]) => [key.toLowerCase(), toKeyState(json)]));
  for (const text of [...current, ...proposed].flat()) {
    const parsed = parsePolicyDocument(text);
    if (!parsed.ok) return complain(parsed.faults.map(({ message }) => message).join("; "));
    for (const key of keysAskedFor(text)) if (!keys.has(key)) complain(`does not say what is known of ${key}`);
  }
  return {
    id,
    rule,
    sources: [entry.source].flat(),
    title,
    file,
    current,
    proposed,
    action: entry.action ?? ACTION,
    resource: typeof entry.resource === "object" ? undefined : (entry.resource ?? RESOURCE),
    keys,
    expected: expectedOf(entry, complain),
    skipReference,
  };
}

function proposedOf(entry: CaseJson, complain: (what: string) => never): readonly (readonly PolicyJson[])[] {
  const { deny, allow, proposed } = entry;
  if ([deny, allow, proposed].filter((each) => each !== undefined).length !== 1)
    complain("one of `deny`, `allow` and `proposed` says what is proposed");
  if (entry.current !== undefined && proposed === undefined) complain("beside `current` stands `proposed`");
  if (entry.version !== undefined && proposed !== undefined) complain("each policy of `proposed` has its own Version");
  if (deny !== undefined) return [[FULL_ACCESS], [FULL_ACCESS, { deny }]];
  return allow !== undefined ? [[FULL_ACCESS], [{ allow }]] : (proposed ?? []);
}

function textsOf(
  levels: readonly (readonly PolicyJson[])[],
  version: string | null | undefined,
): readonly (readonly string[])[] {
  return levels.map((policies) => policies.map((policy) => JSON.stringify(documentOf(policy, version))));
}

function documentOf(policy: PolicyJson, version: string | null = VERSION): object {
  if (policy === FULL_ACCESS) return documentOf({ allow: {} });
  if ("Statement" in policy) return policy;
  const [effect, statement] = "deny" in policy ? ["Deny", policy.deny] : ["Allow", policy.allow];
  return { ...(version === null ? {} : { Version: version }), Statement: [withDefaults(effect, statement)] };
}

function withDefaults(effect: string, statement: StatementJson): object {
  return {
    Effect: effect,
    ...("NotAction" in statement ? {} : { Action: "*" }),
    ...("NotResource" in statement ? {} : { Resource: "*" }),
    ...statement,
  };
}

function toKeyState(json: KeyJson): KeyState {
  if (json === null) return ABSENT;
  if (typeof json === "string") return present(json);
  if ("maybe" in json) return presentOrAbsent(...[json.maybe].flat());
  if ("unknown" in json) return json.unknown === "present" ? PRESENT_UNKNOWN : UNKNOWN;
  return present(...json);
}
