/** What a case says of a key, and which keys its policies ask for. */
import { ABSENT, type KeyState, UNKNOWN } from "../../host/domain/key-state.ts";
import type { PlainHierarchy } from "../reference/decide.ts";
import { findMatch, type PlainStatement } from "../reference/matches-statement.ts";
import type { Finding } from "../reference/truth.ts";
import type { FuzzCase } from "./fuzz-case.ts";

/** `key` in lower case. */
export function stateOf({ keys, unknownPrefixes }: FuzzCase, key: string): KeyState {
  const state = Object.hasOwn(keys, key) ? keys[key] : undefined;
  if (state !== undefined) return state;
  return unknownPrefixes.some((prefix) => key.startsWith(prefix)) ? UNKNOWN : ABSENT;
}

/** Is there more than one thing the key can be? */
export function isOpen({ mayBeAbsent, values, mayBeAnything }: KeyState): boolean {
  return mayBeAnything || (mayBeAbsent && values !== undefined);
}

/** Keys in lower case that a condition or a variable of the hierarchy asks for, in written order. */
export function keysAskedFor(hierarchy: PlainHierarchy): ReadonlySet<string> {
  return new Set(hierarchy.flat().flatMap(keysOfStatement));
}

const known = new WeakMap<PlainStatement, readonly string[]>();

function keysOfStatement(statement: PlainStatement): readonly string[] {
  const remembered = known.get(statement);
  if (remembered !== undefined) return remembered;
  const { conditions, resources, version } = statement;
  const patterns = [...resources.patterns, ...conditions.flatMap(({ values }) => values)];
  const variables = version === "2012-10-17" ? patterns.flatMap(variablesOf) : [];
  const keys = [...new Set([...conditions.map(({ key }) => key.toLowerCase()), ...variables])];
  known.set(statement, keys);
  return keys;
}

/** `findMatch` for requests that differ only in resource and keys, with what it said of the same resource and the same values. */
export function rememberingFinder(): typeof findMatch {
  const findings = new Map<PlainStatement, Map<string, Finding>>();
  return (statement, request) => {
    const ofStatement = findings.get(statement) ?? new Map<string, Finding>();
    findings.set(statement, ofStatement);
    const values = keysOfStatement(statement).map((key) => request.context[key] ?? null);
    const identity = JSON.stringify([request.resource, ...values]);
    const remembered = ofStatement.get(identity);
    if (remembered !== undefined) return remembered;
    const finding = findMatch(statement, request);
    ofStatement.set(identity, finding);
    return finding;
  };
}

/** Keys of the variables of a pattern, in lower case. */
export function variablesOf(pattern: string): readonly string[] {
  return [...pattern.matchAll(/\$\{([^},]{2,})(?:, '[^}]*')?\}/g)].map(([, key = ""]) => key.toLowerCase());
}
