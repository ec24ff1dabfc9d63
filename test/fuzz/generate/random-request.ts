/** A request that meets the policies it is asked of: action, resource and values come from their patterns, filled in or just missed. */
import type { PolicyDocument } from "../../../host/domain/policy-document.ts";
import type { Random } from "../../events/random.ts";
import type { PlainHierarchy } from "../../reference/decide.ts";
import type { Request } from "../../reference/matches-statement.ts";
import { keysAskedFor } from "../states.ts";
import { familyValue, fillPattern, valueFor } from "./fill-pattern.ts";
import { nearMiss } from "./texts.ts";
import { ACTIONS, ARNS, type Family, KEYS, LIST_KEYS, VARIABLE_KEYS } from "./vocabulary.ts";

const FAMILY_OF = new Map<string, Family>(Object.entries(KEYS).map(([key, family]) => [key.toLowerCase(), family]));

/** Those that variables name first: other values are made with them. */
const FIRST = new Set(VARIABLE_KEYS.map((key) => key.toLowerCase()));

export function randomRequest(random: Random, hierarchy: PlainHierarchy): Request {
  const context: Record<string, readonly string[]> = {};
  const asked = [...keysAskedFor(hierarchy)];
  const others = random.chance(0.3) ? [random.pick([...FAMILY_OF.keys()])] : [];
  const keys = [...new Set([...asked, ...others])].sort(
    (left, right) => Number(FIRST.has(right)) - Number(FIRST.has(left)),
  );
  for (const key of keys) {
    const values = randomValues(random, hierarchy, key, context);
    if (values !== undefined) context[key] = values;
  }
  const statement = random.pick(hierarchy.flat());
  const resource = randomResource(random, statement.resources.patterns, statement.version, context);
  return { action: randomAction(random, statement.actions.patterns), resource, context };
}

function randomValues(
  random: Random,
  hierarchy: PlainHierarchy,
  key: string,
  context: Request["context"],
): readonly string[] | undefined {
  const isList = LIST_KEYS.has(key);
  if (random.chance(0.18)) return undefined;
  if (random.chance(isList ? 0.12 : 0.03)) return [];
  const count = isList ? random.pick([1, 1, 2, 2, 3]) : random.chance(0.03) ? 2 : 1;
  return Array.from({ length: count }, () => randomValue(random, hierarchy, key, context));
}

/** A value near a pattern of some condition on the key, or any value of its family. */
export function randomValue(
  random: Random,
  hierarchy: PlainHierarchy,
  key: string,
  context: Request["context"],
): string {
  const family = FAMILY_OF.get(key) ?? "string";
  const patterns = patternsOn(hierarchy, key);
  if (patterns.length === 0 || random.chance(0.2)) return familyValue(random, family);
  const { pattern, version, operator } = random.pick(patterns);
  return valueFor(random, familyOfOperator(operator) ?? family, pattern, version, context);
}

interface PatternOn {
  readonly pattern: string;
  readonly operator: string;
  readonly version: PolicyDocument["version"];
}

/** The patterns of all conditions on a key; those of Null are none. */
export function patternsOn(hierarchy: PlainHierarchy, key: string): readonly PatternOn[] {
  return hierarchy
    .flat()
    .flatMap(({ conditions, version }) =>
      conditions
        .filter((condition) => condition.key.toLowerCase() === key && !condition.operator.endsWith("Null"))
        .flatMap(({ values, operator }) => values.map((pattern) => ({ pattern, operator, version }))),
    );
}

export function familyOfOperator(operator: string): Family | undefined {
  if (operator.includes("Numeric")) return "number";
  if (operator.includes("Date")) return "date";
  if (operator.includes("IpAddress")) return "address";
  if (operator.includes("Bool")) return "bool";
  if (operator.includes("Binary")) return "bytes";
  return operator.includes("Arn") ? "arn" : "string";
}

/** An action has one colon, and a name of letters. */
function randomAction(random: Random, patterns: readonly string[]): string {
  if (random.chance(0.35)) return random.pick(ACTIONS);
  const pattern = random.pick(patterns);
  if (/^\*+$/.test(pattern)) return random.pick(ACTIONS);
  const filled = pattern.replace(/[*?]/g, (wildcard) => {
    if (wildcard === "?") return random.pick(["G", "s", "t", "o"]);
    return random.pick(["", "", "Object", "Get", "x"]);
  });
  const [service = "", name = ""] = filled.split(":");
  const action = `${service === "" ? "s3" : service}:${name === "" ? "GetObject" : name}`;
  return random.chance(0.2) ? action.toUpperCase() : action;
}

function randomResource(
  random: Random,
  patterns: readonly string[],
  version: PolicyDocument["version"],
  context: Request["context"],
): string {
  if (random.chance(0.07)) return "*";
  if (random.chance(0.25)) return random.pick(ARNS);
  const pattern = random.pick(patterns);
  if (/^\*+$/.test(pattern)) return random.pick(ARNS);
  const filled = fillPattern(random, pattern, version, context);
  const near = random.chance(0.3) ? nearMiss(random, filled) : filled;
  // A short pattern leaves parts open.
  return near + ":x".repeat(Math.max(0, 6 - near.split(":").length));
}
