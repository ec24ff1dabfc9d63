/** Random hierarchies and requests over few names, so that patterns meet values often. Everything comes from the seed. */

export interface Random {
  /** Integer from 0 up to, not including, `below`. */
  below(below: number): number;
  pick<T>(list: readonly T[]): T;
}

/** mulberry32 */
export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (limit: number) => Math.floor(next() * limit);
  return {
    below,
    pick(list) {
      const entry = list[below(list.length)];
      if (entry === undefined) throw new Error("nothing to pick from");
      return entry;
    },
  };
}

const ACTION_PATTERNS = ["*", "s3:*", "S3:getobject", "s3:?etObject", "ec2:Run*", "iam:*Role", "s3:*Object", "sqs:*"];
export const RESOURCES = ["arn:aws:s3:::logs/a/b", "arn:aws:s3:::data", "arn:aws:iam::111122223333:role/x/admin", "*"];
const RESOURCE_PATTERNS = [
  "*",
  "*",
  "arn:aws:s3:::logs/*",
  "arn:aws:s3:::*",
  "arn:aws:iam::111122223333:role/*/admin",
  "arn:aws:s3:::l?gs/a/b",
];

/** Per key: values it takes, and patterns policies ask for. */
export const KEYS: Readonly<
  Record<
    string,
    { readonly values: readonly string[]; readonly patterns: readonly string[]; readonly operators: readonly string[] }
  >
> = {
  "aws:RequestedRegion": {
    values: ["eu-west-1", "us-east-1"],
    patterns: ["eu-west-1", "EU-WEST-1", "eu-*", "us-east-1", "*"],
    operators: [
      "StringEquals",
      "StringNotEquals",
      "StringLike",
      "StringNotLike",
      "StringEqualsIgnoreCase",
      "StringNotEqualsIgnoreCase",
      "StringEqualsIfExists",
      "StringNotLikeIfExists",
    ],
  },
  "aws:PrincipalArn": {
    values: ["arn:aws:iam::111122223333:role/ops/admin", "arn:aws:iam::111122223333:user/eve"],
    patterns: ["arn:aws:iam::*:role/*", "arn:aws:iam::111122223333:user/eve", "arn:*:iam::*:role/ops/?dmin"],
    operators: [
      "ArnLike",
      "ArnNotLike",
      "ArnEquals",
      "ArnNotEquals",
      "ArnNotLikeIfExists",
      "StringLike",
      "StringNotLike",
    ],
  },
  "aws:PrincipalTag/team": {
    values: ["red", "blue"],
    patterns: ["red", "blue", "r*", "*"],
    operators: [
      "StringEquals",
      "StringNotEquals",
      "StringLike",
      "StringNotLikeIfExists",
      "StringEqualsIfExists",
      "Null",
    ],
  },
  "aws:MultiFactorAuthPresent": {
    values: ["true", "false"],
    patterns: ["true", "false"],
    operators: ["Bool", "BoolIfExists", "Null"],
  },
};

export function randomStatement(random: Random, effect: "Allow" | "Deny"): object {
  const condition: Record<string, Record<string, string[]>> = {};
  for (let count = random.below(3); count > 0; count--) {
    const key = random.pick(Object.keys(KEYS));
    const { operators, patterns } = KEYS[key] ?? { operators: [], patterns: [] };
    const operator = random.pick(operators);
    const values = operator === "Null" ? [random.pick(["true", "false"])] : someOf(random, patterns, 2);
    condition[operator] = { ...condition[operator], [key]: values };
  }
  return {
    Effect: effect,
    [random.below(4) === 0 ? "NotAction" : "Action"]: someOf(random, ACTION_PATTERNS, 2),
    [random.below(6) === 0 ? "NotResource" : "Resource"]: someOf(random, RESOURCE_PATTERNS, 2),
    ...(Object.keys(condition).length === 0 ? {} : { Condition: condition }),
  };
}

export function randomDocument(random: Random): string {
  const statements: object[] = [];
  if (random.below(3) > 0) statements.push({ Effect: "Allow", Action: "*", Resource: "*" });
  for (let count = random.below(3); count > 0 || statements.length === 0; count--) {
    statements.push(randomStatement(random, random.below(3) === 0 ? "Allow" : "Deny"));
  }
  return JSON.stringify({ Version: "2012-10-17", Statement: statements });
}

function someOf<T>(random: Random, list: readonly T[], most: number): T[] {
  return Array.from({ length: 1 + random.below(most) }, () => random.pick(list));
}
