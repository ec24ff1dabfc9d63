/** One question to reference and product: one hierarchy, or a current and a proposed one, and one request of which keys may be unknown. */
import type { KeyState } from "../../host/domain/key-state.ts";
import { parsePolicyDocument } from "../../host/policy/parse-policy-document.ts";

export const MODES = ["known", "unknown", "impact"] as const;
export type Mode = (typeof MODES)[number];

export interface StatementJson {
  readonly Sid?: string;
  readonly Effect: "Allow" | "Deny";
  readonly Action?: readonly string[];
  readonly NotAction?: readonly string[];
  readonly Resource?: readonly string[];
  readonly NotResource?: readonly string[];
  /** Operator → key → values. */
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;
}

export interface PolicyJson {
  readonly Version?: "2012-10-17" | "2008-10-17";
  readonly Statement: readonly StatementJson[];
}

/** Levels from the root, each the policies attached to it. */
export type Levels = readonly (readonly PolicyJson[])[];

/** The same as policy texts. */
export type Documents = readonly (readonly string[])[];

export interface FuzzCase {
  readonly mode: Mode;
  readonly current: Levels;
  /** Of mode `impact`: as many levels. */
  readonly proposed: Levels | undefined;
  readonly action: string;
  /** Undefined: unknown. */
  readonly resource: string | undefined;
  /** Keys in lower case; what is missing is absent, unless an unknown pattern names it. */
  readonly keys: Readonly<Record<string, KeyState>>;
  /** Beginnings of keys, in lower case: whatever begins so and is not in `keys` is unknown. */
  readonly unknownPrefixes: readonly string[];
}

const texts = new WeakMap<PolicyJson, string>();

export function documentsOf(levels: Levels): Documents {
  return levels.map((policies) => policies.map(textOf));
}

function textOf(policy: PolicyJson): string {
  const known = texts.get(policy);
  const text = known ?? JSON.stringify(policy);
  if (known === undefined) texts.set(policy, text);
  return text;
}

/** Would the grammar take every policy? */
export function isReadable(levels: Levels): boolean {
  return documentsOf(levels)
    .flat()
    .every((text) => parsePolicyDocument(text).ok);
}
