/**
 * A case as one line of JSON: of a decision as `scp-preview decide` reads it (design part 8), of an impact as an entry of test/cases.
 */
import type { KeyState } from "../../host/domain/key-state.ts";
import { levelName, policyName } from "./asking.ts";
import type { FuzzCase } from "./fuzz-case.ts";

export function caseLine(each: FuzzCase, id: string, expected: string): string {
  return JSON.stringify(each.mode === "impact" ? impactCase(each, id, expected) : decideCase(each, id));
}

function decideCase({ current, action, resource, keys, unknownPrefixes }: FuzzCase, id: string): object {
  const hierarchy = current.map((policies, level) => ({
    id: levelName(level),
    policies: policies.map((policy, index) => ({ name: policyName(index), document: JSON.stringify(policy) })),
  }));
  const entries = Object.entries(keys);
  const known = entries.filter(([, { mayBeAnything }]) => !mayBeAnything);
  const context = Object.fromEntries(known.map(([key, { values = [] }]) => [key, values]));
  const unknownKeys = [
    ...entries.filter(([, { mayBeAnything }]) => mayBeAnything).map(([key]) => key),
    ...unknownPrefixes.map((prefix) => `${prefix}*`),
  ];
  // The command line cannot say these of a key.
  const states = entries.filter(([, state]) => state.mayBeAbsent !== state.mayBeAnything);
  const principal = keys["aws:principalarn"]?.values?.[0] ?? "arn:aws:iam::111122223333:role/ops/admin";
  const request = { principal, action, resource: resource ?? null, context, unknownKeys };
  return { id, hierarchy, request, ...(states.length === 0 ? {} : { states: Object.fromEntries(states) }) };
}

function impactCase(
  { current, proposed, action, resource, keys, unknownPrefixes }: FuzzCase,
  id: string,
  impact: string,
) {
  const names = Object.entries(keys).map(([key, state]) => [key, keyJson(state)] as const);
  const prefixes = unknownPrefixes.map((prefix) => [`${prefix}*`, { unknown: true }] as const);
  const request = {
    action,
    ...(resource === undefined ? {} : { resource }),
    keys: Object.fromEntries([...names, ...prefixes]),
  };
  return { id, rule: "fuzz", title: "found by the fuzzer", current, proposed, request, impact };
}

function keyJson({ mayBeAbsent, values, mayBeAnything }: KeyState): unknown {
  if (mayBeAnything) return { unknown: mayBeAbsent ? true : "present" };
  if (values === undefined) return null;
  const text = values.length === 1 ? values[0] : values;
  return mayBeAbsent ? { maybe: text } : text;
}
