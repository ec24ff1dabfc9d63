/** Patterns of every family, as the grammar takes them. */
import type { Random } from "../../events/random.ts";
import { randomRange } from "./addresses.ts";
import { randomNumber } from "./numbers.ts";
import { nearMiss, respell, withMiddle, withWildcards } from "./texts.ts";
import { randomTime } from "./times.ts";
import { ARNS, BASE64, type Family, STRINGS, VARIABLE_KEYS } from "./vocabulary.ts";

export function randomPattern(random: Random, family: Family): string {
  switch (family) {
    case "string":
      return randomStringPattern(random);
    case "arn":
      return randomArnPattern(random);
    case "number":
      return randomNumber(random);
    case "date":
      return randomTime(random);
    case "address":
      return randomRange(random);
    case "bool":
      return random.pick(["true", "false", "true", "false", "TRUE", "False"]);
    case "bytes":
      return random.pick(BASE64);
  }
}

function randomStringPattern(random: Random): string {
  let text = random.pick(STRINGS) + (random.chance(0.2) ? random.pick(["-", "/", ""]) + random.pick(STRINGS) : "");
  if (random.chance(0.1)) text = nearMiss(random, text);
  if (random.chance(0.5)) text = withWildcards(random, text);
  if (random.chance(0.25)) text = withMiddle(random, text, randomVariable(random));
  return random.chance(0.04) ? "*" : text;
}

/** `${key}`, with a default, or one of the three characters. */
export function randomVariable(random: Random): string {
  if (random.chance(0.25)) return `\${${random.pick(["*", "?", "$"])}}`;
  const key = respell(random, random.pick(VARIABLE_KEYS));
  if (random.chance(0.65)) return `\${${key}}`;
  return `\${${key}, '${random.pick(["none", "red", "*", "a:b", "", "é"])}'}`;
}

function randomArnPattern(random: Random): string {
  if (random.chance(0.06)) return random.pick(["*", "arn:aws:iam*", "arn:*", "*admin", "arn:aws:iam::*"]);
  const parts = partsOf(random.pick(ARNS)).map((part) => changePart(random, part, random.chance(0.35)));
  const text = parts.join(":");
  if (!random.chance(0.2)) return text;
  // A variable anywhere, also for whole parts with their colons.
  return random.chance(0.15)
    ? withMiddle(random, text, randomVariable(random))
    : [...parts.slice(0, 5), withMiddle(random, parts[5] ?? "", randomVariable(random))].join(":");
}

/** Of Resource and NotResource: variables in the sixth part only, no wildcard in the service of a whole ARN. */
export function randomResourcePattern(random: Random): string {
  if (random.chance(0.3)) return random.chance(0.95) ? "*" : "***";
  if (random.chance(0.08))
    return random.pick(["arn:*", "arn:aws:*", "arn:aws:i*", "arn:aws:s3*", "arn:aws:iam:*role*", "arn:aws:*:*"]);
  const [arn = "", partition = "", service = "", ...rest] = partsOf(random.pick(ARNS));
  const head = [
    changePart(random, partition, random.chance(0.15)),
    random.chance(0.04) ? service.toUpperCase() : service,
  ];
  let [region = "", account = "", last = ""] = rest.map((part) => changePart(random, part, random.chance(0.4)));
  if (random.chance(0.2)) last = withMiddle(random, last, randomVariable(random));
  if (random.chance(0.1)) last = `${random.pick(["*", "r*", "t?ble", "?"])}/${last}`;
  if (random.chance(0.06)) region = region.toUpperCase();
  if (random.chance(0.08)) account = random.pick(["*", "1*"]);
  const text = [arn, ...head, region, account, last].join(":");
  if (random.chance(0.12)) return shortened(random, text);
  return random.chance(0.12) ? overColons(random, text) : text;
}

/** Fewer than six parts, the last of which ends in a star. */
function shortened(random: Random, text: string): string {
  const parts = text.replace(/\$\{[^}]*\}/g, "").split(":");
  const kept = parts.slice(0, 3 + random.below(3)).join(":");
  return random.chance(0.5) ? `${kept}:*` : `${kept}*`;
}

/** A star in place of the fourth or fifth part and its colon; what is left has its six parts or ends in a star. */
function overColons(random: Random, text: string): string {
  const parts = text.split(":");
  parts.splice(3, random.chance(0.5) ? 2 : 1);
  const replaced = [...parts.slice(0, 3), `${random.pick(["", "eu-"])}*`, ...parts.slice(random.chance(0.5) ? 3 : 4)];
  const left = replaced.join(":");
  return left.replace(/\$\{[^}]*\}/g, "").split(":").length >= 6 || left.endsWith("*") ? left : `${left}*`;
}

function changePart(random: Random, part: string, isChanged: boolean): string {
  if (!isChanged) return part;
  return random.chance(0.85) ? withWildcards(random, part) : nearMiss(random, part).replaceAll(":", "/");
}

/** The sixth keeps its colons. */
export function partsOf(arn: string): readonly string[] {
  const parts = arn.split(":");
  return [...parts.slice(0, 5), parts.slice(5).join(":")];
}
