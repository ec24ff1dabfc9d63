/** Texts of policies. */
import type { Random } from "../../../bench/corpus/random.ts";
import { MARKERS } from "../tenants.ts";
import { deepList, deepObject } from "./odd-json.ts";

const STATEMENT = { Sid: MARKERS.sent, Effect: "Deny", Action: "s3:*", Resource: "*" };

function policy(statement: unknown): string {
  return JSON.stringify({ Version: "2012-10-17", Statement: statement });
}

function withCondition(condition: unknown): string {
  return policy([{ ...STATEMENT, Condition: condition }]);
}

/** None of them is a service control policy. */
export function badPolicy(random: Random): string {
  const good = policy([STATEMENT]);
  return random.pick([
    () => "",
    () => "null",
    () => "[]",
    () => "{}",
    () => `${good}${good}`,
    () => good.slice(0, random.below(good.length)),
    () => `\ufeff${good}`,
    () => `// ${MARKERS.sent}\n${good}`,
    () => good.replace("{", '{"Version":"2012-10-17",'),
    () => policy({ ...STATEMENT, Effect: "Maybe" }),
    () => policy({ ...STATEMENT, Resource: 1 }),
    () => policy({ ...STATEMENT, Principal: "*" }),
    () => policy({ ...STATEMENT, ["x".repeat(4000)]: 1 }),
    () => policy(Array.from({ length: 90 }, () => ({ Effect: "x" }))),
    () => policy(Array.from({ length: 10_000 }, () => STATEMENT)),
    () => policy([STATEMENT, STATEMENT]),
    () => withCondition({ NoSuchOperator: { "aws:x": "y" } }),
    () => withCondition({ NumericEquals: { "aws:x": `${"9".repeat(4000)}x` } }),
    () => withCondition({ IpAddress: { "aws:SourceIp": `${"1.".repeat(1500)}1` } }),
    () => withCondition({ DateEquals: { "aws:CurrentTime": "9".repeat(4000) } }),
    () => withCondition({ BinaryEquals: { "aws:x": "=".repeat(4000) } }),
    () => withCondition({ StringEquals: { "aws:x": "\u0024{".repeat(2000) } }),
    () =>
      withCondition({
        StringEquals: Object.fromEntries(Array.from({ length: 50_000 }, (_, index) => [`aws:${index}`, "x"])),
      }),
    () => withCondition({ StringEquals: { "": "x" } }),
    () => '{"__proto__":{"Version":"2012-10-17","Statement":[]}}',
    () => deepList(random.pick([33, 2500, 100_000])),
    () => deepObject(random.pick([33, 800, 50_000])),
    () => good.replace('"*"', () => deepList(2400)),
    () => "[".repeat(5000),
    () => '"'.repeat(5000),
    () => `"${"\\".repeat(5000)}`,
    () => "\u{1f4a5}".repeat(2500),
    () => "\ud800".repeat(5000),
    () => "x".repeat(5121),
    () => `${good}${" ".repeat(300_000)}`,
  ])();
}

/** Hard to match, and perhaps policies: for somebody whose state may change. */
export function slowPolicy(random: Random): string {
  return random.pick([
    () => policy({ ...STATEMENT, Action: `s3:${"*".repeat(4000)}` }),
    () => policy({ ...STATEMENT, Action: `${"*".repeat(1000)}:x` }),
    () => policy({ ...STATEMENT, Action: Array.from({ length: 250 }, (_, index) => `s3:${"*a".repeat(3)}${index}`) }),
    () => policy({ ...STATEMENT, Resource: `arn:aws:s3:::${"*a?".repeat(1500)}` }),
    () => withCondition({ StringLike: { "aws:PrincipalArn": `${"*a".repeat(2200)}b` } }),
    () => withCondition({ StringLike: { "aws:UserAgent": Array.from({ length: 200 }, (_, index) => `*${index}*?*`) } }),
    () =>
      withCondition({ "ForAllValues:StringNotLikeIfExists": { "aws:TagKeys": ["*".repeat(2000), "?".repeat(2000)] } }),
    () =>
      withCondition({
        IpAddress: { "aws:SourceIp": Array.from({ length: 300 }, (_, index) => `10.${index % 250}.0.0/16`) },
      }),
    () => withCondition({ StringEquals: { __proto__: "x", "aws:constructor": "y" } }),
    () => policy({ ...STATEMENT, NotAction: "x:*", Action: undefined }),
    () => policy(Array.from({ length: 60 }, (_, index) => ({ Effect: "Deny", Action: "*", Resource: `*${index}` }))),
  ])();
}
