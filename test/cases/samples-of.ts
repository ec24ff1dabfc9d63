/** Some of what an unknown key or resource of a case could be: values that its policies ask for, values beside them, and others. */
import type { Case } from "./read-cases.ts";

const OTHER = "else";
const VARIABLE = /\$\{[^},]*(?:, '([^']*)')?\}/g;
const RESOURCES = ["*", "arn:aws:s3:::ledger/2026/may.csv", "arn:aws:sqs:eu-west-1:111122223333:orders"];

/** Values of the kind that an operator compares, so that they are not contested. */
const FAMILIES: readonly (readonly [RegExp, readonly string[], (asked: string) => readonly string[]])[] = [
  [/Numeric/, ["1", "1000000"], (asked) => [asked, `${asked}${asked.includes(".") ? "" : "."}${"0".repeat(30)}1`]],
  [/Date/, ["2020-01-01", "2030-01-01T00:00:00Z"], (asked) => [asked]],
  [/IpAddress/, ["192.0.2.1", "2001:db8::1"], (asked) => [asked.replace(/\/\d+$/, "")]],
  [/Binary/, ["cmVk", "Ymx1"], (asked) => [asked]],
  [/Bool/, ["true", "false"], (asked) => [asked]],
];

interface Statement {
  readonly Resource?: string | readonly string[];
  readonly NotResource?: string | readonly string[];
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

/** Lists of values of a present key. */
export function samplesOf(each: Case, key: string): readonly (readonly string[])[] {
  const asked = statementsOf(each).flatMap(({ Condition = {} }) =>
    Object.entries(Condition).flatMap(([operator, keys]) =>
      Object.entries(keys).flatMap(([name, values]) =>
        name.toLowerCase() === key ? [{ operator, values: [values].flat().map(String) }] : [],
      ),
    ),
  );
  const texts = new Set(asked.flatMap(({ operator, values }) => valuesFor(operator, values)));
  if (texts.size === 0) for (const text of [OTHER, ...partsOf(each)]) texts.add(text);
  const singles = [...texts].map((text) => [text]);
  const isSet = asked.some(({ operator }) => operator.startsWith("For"));
  return isSet ? [...singles, [...texts].slice(0, 2), [...texts].slice(-2)] : singles;
}

export function resourceSamplesOf(each: Case): readonly string[] {
  const asked = statementsOf(each).flatMap(({ Resource = [], NotResource = [] }) => [Resource, NotResource].flat());
  return [...new Set([...asked.flatMap(fill), ...RESOURCES])];
}

function statementsOf({ current, proposed }: Case): readonly Statement[] {
  return [...current, ...proposed].flat().flatMap((text) => [JSON.parse(text).Statement].flat());
}

function valuesFor(operator: string, values: readonly string[]): readonly string[] {
  const [, others, from] = FAMILIES.find(([name]) => name.test(operator)) ?? [/./, [OTHER], fill];
  return [...values.flatMap(from), ...others];
}

/** Texts that the pattern matches, or would if its star went over a colon, or if it had no regard to case. */
function fill(pattern: string): readonly string[] {
  const plain = pattern.replace(VARIABLE, (_variable, fallback = OTHER) => fallback);
  const texts = ["x", "x:x"].map((text) => plain.replaceAll("*", text).replaceAll("?", "x"));
  return [...texts, plain.toUpperCase()];
}

/** For a key that is only a variable: what could stand in its place. */
function partsOf({ resource = "", keys }: Case): readonly string[] {
  const given = [...keys.values()].flatMap(({ values = [] }) => values);
  return [...given, ...[resource, ...given].flatMap((text) => text.split(/[:/-]/))].filter((text) => text !== "");
}
