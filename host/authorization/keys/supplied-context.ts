/**
 * What a user says of condition keys that a log cannot tell (`--context <file>`, design part 8):
 *
 *   { "aws:PrincipalTag/team": "red", "aws:TagKeys": ["a", "b"], "aws:Referer": null,
 *     "principals": { "arn:aws:iam::*:role/ci-*": { "aws:PrincipalTag/team": "ci" } },
 *     "resources": { "arn:aws:s3:::logs-*": { "aws:ResourceTag/class": "internal" } },
 *     "vpcEndpoints": { "vpce-0a1b2c3d": { "aws:SourceVpc": "vpc-0a1b2c3d" } } }
 *
 * `null` says that the key is absent. Fills what is not known; never contradicts what a record proves.
 */
import type { Node } from "jsonc-parser";
import { createBoundedFaults } from "../../domain/bounded-faults.ts";
import { failure, type Result, success } from "../../domain/fault.ts";
import { ABSENT, type KeyState, present, presentList } from "../../domain/key-state.ts";
import { readJsonText } from "../actions/json-text.ts";
import { matchesWildcards } from "../catalogue/matches-wildcards.ts";

/** By condition key in lower case. */
type Values = ReadonlyMap<string, KeyState>;

interface PatternRow {
  readonly pattern: string;
  readonly literalCharacters: number;
  readonly values: Values;
}

export interface SuppliedContext {
  readonly general: Values;
  /** Most specific first. */
  readonly principals: readonly PatternRow[];
  readonly resources: readonly PatternRow[];
  readonly vpcEndpoints: readonly PatternRow[];
}

/** What a state is asked for; a resource known in part is a text with wildcards. */
export interface SuppliedWhere {
  readonly principalArn?: string;
  readonly resourceArn?: string;
  readonly vpcEndpoint?: string;
}

const ARN_PATTERN = /^(?:arn:[^:\s]+:[^:\s]*:\S+|\*\S*)$/;
const PATTERNS = {
  principals: { form: ARN_PATTERN, words: "an ARN, which may hold `*` and `?`" },
  resources: { form: ARN_PATTERN, words: "an ARN, which may hold `*` and `?`" },
  vpcEndpoints: { form: /^(?:vpce-[0-9a-z*?]+|\*[0-9a-z*?-]*)$/, words: "the id of a VPC endpoint, `vpce-…`" },
} as const;
type Kind = keyof typeof PATTERNS;
const KINDS: readonly Kind[] = ["principals", "resources", "vpcEndpoints"];

/** A prefix and a name; tag keys may hold anything but line breaks. */
const CONDITION_KEY = /^[^\s:]+:[^\n\r]+$/;

/** Faults: those of readJsonText, `wrong-type`, `unknown-member`, `invalid-value`, `duplicate-key`. */
export function parseSuppliedContext(text: string): Result<SuppliedContext> {
  const json = readJsonText(text);
  if (!json.ok) return json;
  const bounded = createBoundedFaults();
  const reading: Reading = {
    report: (node, code, message) => bounded.add(() => ({ code, message, where: json.value.whereOf(node) })),
  };
  const { root } = json.value;
  const rows: Record<Kind, readonly PatternRow[]> = { principals: [], resources: [], vpcEndpoints: [] };
  for (const [name, , value] of membersOf(reading, root)) {
    const kind = KINDS.find((each) => each === name);
    if (kind !== undefined) rows[kind] = readPatterns(reading, kind, value);
  }
  const general = readValues(reading, root, KINDS);
  const faults = bounded.all();
  return faults.length > 0 ? failure(...faults) : success({ general, ...rows });
}

interface Reading {
  report(node: Node, code: string, message: string): void;
}

function membersOf(reading: Reading, node: Node): readonly (readonly [string, Node, Node])[] {
  if (node.type !== "object") {
    reading.report(node, "wrong-type", `this must be an object, not ${node.type}`);
    return [];
  }
  return (node.children ?? []).flatMap(({ children: [key, value] = [] }) =>
    key === undefined || value === undefined ? [] : [[String(key.value), key, value] as const],
  );
}

function readPatterns(reading: Reading, kind: Kind, node: Node): readonly PatternRow[] {
  const { form, words } = PATTERNS[kind];
  const rows = membersOf(reading, node).map(([pattern, key, value]) => {
    if (!form.test(pattern)) reading.report(key, "invalid-value", `\`${pattern.slice(0, 100)}\` is not ${words}`);
    const values = readValues(reading, value, []);
    return { pattern, literalCharacters: pattern.replace(/[*?]/g, "").length, values };
  });
  return rows.sort((left, right) => right.literalCharacters - left.literalCharacters);
}

/** `others`: members that are no condition keys. */
function readValues(reading: Reading, node: Node, others: readonly string[]): Values {
  const values = new Map<string, KeyState>();
  // of the root it is reported once, by who reads the other members
  for (const [name, key, value] of others.length > 0 && node.type !== "object" ? [] : membersOf(reading, node)) {
    if (others.includes(name)) continue;
    const folded = name.toLowerCase();
    if (!CONDITION_KEY.test(name)) {
      const known = ["a condition key such as `aws:SourceVpc`", ...others.map((other) => `\`${other}\``)].join(", ");
      reading.report(key, "unknown-member", `\`${name.slice(0, 100)}\` is no member here; known are ${known}`);
    } else if (values.has(folded)) {
      const message = `\`${name.slice(0, 100)}\` is given twice in the same object, in another case; keep one`;
      reading.report(key, "duplicate-key", message);
    } else values.set(folded, readState(reading, value));
  }
  return values;
}

function readState(reading: Reading, node: Node): KeyState {
  if (node.type === "null") return ABSENT;
  if (node.type !== "array") return present(...readText(reading, node));
  const entries = node.children ?? [];
  if (entries.length === 0)
    reading.report(node, "invalid-value", "the list is empty; for a key that is absent say `null`");
  return presentList(...entries.flatMap((entry) => readText(reading, entry)));
}

function readText(reading: Reading, node: Node): readonly string[] {
  if (node.type === "string" || node.type === "number" || node.type === "boolean") return [String(node.value)];
  reading.report(node, "wrong-type", `this must be a text, number, boolean, or a list of them, not ${node.type}`);
  return [];
}

/** `key` in lower case; gives `known` where that is settled, or where the user says nothing that agrees with it. */
export function suppliedState(context: SuppliedContext, known: KeyState, key: string, where: SuppliedWhere): KeyState {
  const possibilities = [known.mayBeAbsent, known.values !== undefined, known.mayBeAnything];
  if (possibilities.filter(Boolean).length < 2 && !known.mayBeAnything) return known;
  const supplied = find(context, key, where);
  if (supplied === undefined || !agrees(supplied, known)) return known;
  return known.isMultivalued === true && supplied.values !== undefined
    ? { ...supplied, isMultivalued: true }
    : supplied;
}

function agrees(supplied: KeyState, known: KeyState): boolean {
  if (supplied.values === undefined) return known.mayBeAbsent;
  if (known.mayBeAnything) return true;
  const values = new Set(known.values);
  return values.size === new Set(supplied.values).size && supplied.values.every((value) => values.has(value));
}

/** Undefined also where a row may or may not be of the one that is asked for. */
function find(context: SuppliedContext, key: string, where: SuppliedWhere): KeyState | undefined {
  const asked: readonly (readonly [readonly PatternRow[], string | undefined])[] = [
    [context.principals, where.principalArn],
    [context.resources, where.resourceArn],
    [context.vpcEndpoints, where.vpcEndpoint],
  ];
  let best: PatternRow | undefined;
  for (const [rows, text] of asked) {
    for (const row of rows) {
      if (!row.values.has(key) || (best !== undefined && best.literalCharacters >= row.literalCharacters)) continue;
      if (text === undefined) return undefined;
      if (matchesWildcards(row.pattern, text)) best = row;
      else if (mayOverlap(row.pattern, text)) return undefined;
    }
  }
  return (best?.values ?? context.general).get(key);
}

/** Of a text that is a pattern itself: up to the first wildcard of either both say the same. */
function mayOverlap(pattern: string, text: string): boolean {
  const wildcard = text.search(/[*?]/);
  if (wildcard < 0) return false;
  const first = pattern.search(/[*?]/);
  const length = Math.min(wildcard, first < 0 ? pattern.length : first);
  return pattern.slice(0, length) === text.slice(0, length);
}
