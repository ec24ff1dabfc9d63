/** Random selections and random parts of records that share few names, so that paths and members meet often and in every way. */
import { RECORD_PARTS, type WantedPath } from "../../host/domain/parameter-selection.ts";
import type { Random } from "./random.ts";
import { space, spell } from "./random-file.ts";

export const SOURCES = ["s3.amazonaws.com", "iam.amazonaws.com", "x", "é.amazonaws.com"];
export const OPERATIONS = ["GetObject", "PutObject", "A", "GetObjects"];
const NAMES = [
  "a",
  "b",
  "ab",
  "bab",
  "aab",
  "",
  "é",
  "nameé",
  "key",
  "longerName",
  "anotherName",
  "Name",
  "omitted",
  'q"',
];
const LAST_NAMES = [...NAMES.slice(0, 5), "*", "*b", "*ab", "*Name", "*é", "*bab"];
const SCALARS = [
  '"HIDDEN_DUE_TO_SECURITY_REASONS"',
  '"HIDDE"',
  '"***"',
  '"<sensitiveDataRemoved>"',
  "0",
  "null",
  "true",
  '"text"',
  '"}{\\"]["',
  "-1.5e3",
  '""',
  "[]",
  "{}",
];

export function randomSelection(random: Random): readonly WantedPath[] {
  return Array.from({ length: random.below(12) }, () => randomPath(random));
}

function randomPath(random: Random): WantedPath {
  const middle = Array.from({ length: random.below(3) }, () =>
    random.chance(0.2) ? "*" : random.pick(NAMES.filter((name) => name !== "")),
  );
  return {
    source: random.pick(["*", ...SOURCES]),
    ...(random.chance(0.5) ? { name: random.pick(OPERATIONS) } : {}),
    part: random.pick(RECORD_PARTS),
    path: [...middle, random.pick(LAST_NAMES)].join("."),
    ...(random.chance(0.25) ? { namesOnly: true as const } : {}),
  };
}

/** The JSON text of a part: mostly an object, now and then in a string, or something else. */
export function randomPart(random: Random): string {
  if (random.chance(0.05)) return random.pick(SCALARS);
  const text = randomObject(random, 4);
  return random.chance(0.1) ? spell(random, `${space(random)}${text}${random.pick(["", " ", "", "}"])}`) : text;
}

function randomObject(random: Random, depth: number): string {
  const names = Array.from({ length: random.below(6) }, () => random.pick(NAMES));
  const members = names.map((name) => {
    const value = randomValue(random, depth - 1);
    return `${space(random)}${spell(random, name)}${space(random)}:${space(random)}${value}${space(random)}`;
  });
  return `{${members.length === 0 ? space(random) : members.join(",")}}`;
}

function randomValue(random: Random, depth: number): string {
  if (depth <= 0 || random.chance(0.3)) return random.pick(SCALARS);
  if (random.chance(0.6)) return randomObject(random, depth);
  const layers = random.chance(0.02) ? 250 : 1;
  const items = Array.from({ length: random.below(4) }, () => `${space(random)}${randomValue(random, depth - 1)}`);
  return `${"[".repeat(layers)}${items.join(`${space(random)},`)}${space(random)}${"]".repeat(layers)}`;
}
