/** The cases of this folder (grammar: README.md), checked for what a slip of the pen would hide. */
import { readdirSync, readFileSync } from "node:fs";
import { IMPACTS, type Impact } from "../../host/domain/impact.ts";
import {
  ABSENT,
  type KeyState,
  PRESENT_UNKNOWN,
  present,
  presentOrAbsent,
  UNKNOWN,
} from "../../host/domain/key-state.ts";
import { parsePolicyDocument } from "../../host/policy/parse-policy-document.ts";

export interface Case {
  readonly id: string;
  readonly rule: string;
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
  readonly impact: Impact;
  /** Why the reference is not asked, of a case that it could be asked. */
  readonly skipReference: string | undefined;
}

type KeyJson = string | null | readonly string[] | { readonly maybe: string } | { readonly unknown: true | "present" };

interface CaseJson {
  readonly id: string;
  readonly rule: string;
  readonly title: string;
  readonly current?: readonly (readonly object[])[];
  readonly proposed: readonly (readonly object[])[];
  readonly request: {
    readonly action: string;
    readonly resource?: string;
    readonly keys: Readonly<Record<string, KeyJson>>;
  };
  readonly impact: Impact;
  readonly reference?: string;
}

const FOLDER = new URL("./", import.meta.url);
const FULL_ACCESS = { Version: "2012-10-17", Statement: [{ Effect: "Allow", Action: "*", Resource: "*" }] };
const MEMBERS = new Set(["id", "rule", "title", "current", "proposed", "request", "impact", "reference"]);
const SKIP = /^skip: (.+)$/;

/** All cases of all files, files by name, cases in written order. */
export function readCases(): readonly Case[] {
  const files = readdirSync(FOLDER).filter((name) => name.endsWith(".json"));
  return files.sort().flatMap((file) => {
    const entries = JSON.parse(readFileSync(new URL(file, FOLDER), "utf8")) as readonly CaseJson[];
    return entries.map((entry) => readCase(file, entry));
  });
}

function readCase(file: string, entry: CaseJson): Case {
  const { id, rule, title, proposed, request, impact, reference } = entry;
  const complain = (what: string): never => {
    throw new Error(`${file}, case ${id}: ${what}`);
  };
  for (const member of Object.keys(entry)) if (!MEMBERS.has(member)) complain(`no case has a member ${member}`);
  if (!IMPACTS.includes(impact)) complain(`${impact} is no impact`);
  const skipReference = reference === undefined ? undefined : SKIP.exec(reference)?.[1];
  if (reference !== undefined && skipReference === undefined) complain("`reference` is `skip: reason`");

  const current = entry.current ?? proposed.map(() => [FULL_ACCESS]);
  if (current.length !== proposed.length) complain("both hierarchies are of one account, so of as many levels");
  const keys = new Map(Object.entries(request.keys).map(([key, json]) => [key.toLowerCase(), toKeyState(json)]));
  for (const key of keysAskedFor([...current, ...proposed].flat(), complain)) {
    if (!keys.has(key)) complain(`does not say what is known of ${key}`);
  }
  return {
    id,
    rule,
    title,
    file,
    current: current.map((policies) => policies.map((policy) => JSON.stringify(policy))),
    proposed: proposed.map((policies) => policies.map((policy) => JSON.stringify(policy))),
    action: request.action,
    resource: request.resource,
    keys,
    impact,
    skipReference,
  };
}

function keysAskedFor(policies: readonly object[], complain: (what: string) => never): ReadonlySet<string> {
  const keys = new Set<string>();
  for (const policy of policies) {
    const parsed = parsePolicyDocument(JSON.stringify(policy));
    if (!parsed.ok) return complain(parsed.faults.map(({ message }) => message).join("; "));
    for (const { conditions } of parsed.value.statements) for (const { key } of conditions) keys.add(key.toLowerCase());
  }
  return keys;
}

function toKeyState(json: KeyJson): KeyState {
  if (json === null) return ABSENT;
  if (typeof json === "string") return present(json);
  if ("maybe" in json) return presentOrAbsent(json.maybe);
  if ("unknown" in json) return json.unknown === "present" ? PRESENT_UNKNOWN : UNKNOWN;
  return present(...json);
}
