/** The reference against truths written by hand, from semantics.md part 3; where it is silent, from the choices of test/cases/README.md. */
import { describe, expect, test } from "vitest";
import type { Condition } from "../../host/domain/policy-document.ts";
import { matchesStatement, type PlainStatement, type Request } from "./matches-statement.ts";
import type { Answer } from "./truth.ts";

const NOWHERE = { offset: 0, line: 1, column: 1 };
const ROLE = "arn:aws:iam::111122223333:role/ops/admin";
const GROUP = "arn:aws:logs:eu-west-1:111122223333:log-group:/app:log-stream:a";
const OBJECT = "arn:aws:s3:::ledger/may.csv";
const KEY = "aws:PrincipalTag/Team";

/** `undefined` is an absent key, a list several values. */
type Given = string | readonly string[] | undefined;

function statementOf(changes: Partial<PlainStatement>): PlainStatement {
  const everything = { negated: false, patterns: ["*"] };
  const base = { index: 0, sid: undefined, effect: "Deny", conditions: [], position: NOWHERE } as const;
  return { ...base, actions: everything, resources: everything, version: "2012-10-17", ...changes };
}

function requestOf(context: Readonly<Record<string, Given>> = {}, changes: Partial<Request> = {}): Request {
  const present = Object.entries(context).flatMap(([key, given]): [string, readonly string[]][] =>
    given === undefined ? [] : [[key.toLowerCase(), typeof given === "string" ? [given] : given]],
  );
  return { action: "s3:GetObject", resource: OBJECT, context: Object.fromEntries(present), ...changes };
}

function ask(operator: string, wanted: string | readonly string[], given: Given, others: Record<string, Given> = {}) {
  return askIn("2012-10-17", operator, wanted, given, others);
}

function askIn(
  version: PlainStatement["version"],
  operator: string,
  wanted: string | readonly string[],
  given: Given,
  others: Record<string, Given> = {},
): Answer {
  const values = typeof wanted === "string" ? [wanted] : wanted;
  const condition: Condition = { operator, key: KEY, values, position: NOWHERE };
  return matchesStatement(statementOf({ version, conditions: [condition] }), requestOf({ ...others, [KEY]: given }));
}

describe("operators", () => {
  test.each<[string, string | readonly string[], Given, Answer]>([
    ["StringEquals", "red", "red", true],
    ["StringEquals", "red", "Red", false],
    ["StringEquals", "r*", "red", false],
    ["StringEquals", ["blue", "red"], "red", true],
    ["StringNotEquals", ["blue", "red"], "red", false],
    ["StringNotEquals", ["blue", "red"], "rose", true],
    ["StringEqualsIgnoreCase", "RED", "red", true],
    ["StringEqualsIgnoreCase", "É", "é", "contested"],
    ["StringEqualsIgnoreCase", "éR", "ér", true],
    ["StringEqualsIgnoreCase", ["É", "é"], "é", true],
    ["StringEqualsIgnoreCase", "kelvin", "\u212aelvin", "contested"],
    ["StringNotEqualsIgnoreCase", "É", "é", "contested"],
    ["StringLike", "r?d*", "redder", true],
    ["StringLike", "?", "日", true],
    ["StringLike", "??", "日", false],
    ["StringLike", "?", "🦀", true],
    ["StringLike", "a*c", "a:b/c", true],
    ["StringNotLike", ["b*", "r*"], "red", false],
    ["NumericEquals", "1.0", "1", true],
    ["NumericEquals", "-0", "+0.000", true],
    ["NumericEquals", "0.1", "0.10000000000000000001", false],
    ["NumericNotEquals", "1", "2", true],
    ["NumericLessThan", "10", "9.99", true],
    ["NumericLessThanEquals", "10", "10.0", true],
    ["NumericGreaterThan", "9007199254740992", "9007199254740993", true],
    ["NumericGreaterThan", "-2", "-1", true],
    ["NumericGreaterThanEquals", "007", "7", true],
    ["NumericEquals", "1000", "1e3", "contested"],
    ["NumericNotEquals", "1", "", "contested"],
    ["NumericEquals", "1", "1.", "contested"],
    ["DateEquals", "2026-05-01T00:00Z", "2026-05", true],
    ["DateEquals", "2026-05-01T02:00:00+02:00", "2026-05-01", true],
    ["DateEquals", "1970-01-01T00:01:40Z", "100", true],
    ["DateEquals", "1969-12-31T23:59:59Z", "-1", true],
    ["DateEquals", "951782400", "2000-02-29", true],
    ["DateLessThan", "2026-05-01T00:00:00.000000001Z", "2026-05-01", true],
    ["DateGreaterThan", "2026-05-01T00:00:00-14:00", "2026-05-01T13:59:59Z", false],
    ["DateGreaterThanEquals", "2026-05-01T23:59:59Z", "2026-05-02", true],
    ["DateLessThanEquals", "2026-05-01", "2026-05-01T00:00:00+00:01", true],
    ["DateEquals", "2026", "2026-01", "contested"],
    ["DateEquals", "2026-01", "2026", "contested"],
    ["DateNotEquals", "2026-02", "2026-02-30", "contested"],
    ["DateEquals", "2026-02", "2026-02-01T24:00Z", "contested"],
    ["DateEquals", "2026-02", "2026-02-01T00:00", "contested"],
    ["DateEquals", "2026-02", "2026-02-01T00:00:00.0000000001Z", "contested"],
    ["DateEquals", "2026-02", "1234567890123", "contested"],
    ["Bool", "true", "TRUE", true],
    ["Bool", "False", "true", false],
    ["Bool", "true", "yes", "contested"],
    ["Bool", "yes", "yes", "contested"],
    ["Bool", `\${${KEY}}`, "true", "contested"],
    ["Bool", ["true", "no"], "true", true],
    ["BinaryEquals", "cmVk", "cmVk", true],
    ["BinaryEquals", "cmVk", "cmVl", false],
    ["BinaryEquals", "cmU=", "cmU", "contested"],
    ["BinaryEquals", "cmU=", "cmV=", "contested"],
    ["BinaryEquals", "cmU=", "cm-_", "contested"],
    ["BinaryEquals", "", "AA==", false],
    ["IpAddress", "203.0.113.0/24", "203.0.113.255", true],
    ["IpAddress", "203.0.113.77/24", "203.0.113.0", true],
    ["IpAddress", "203.0.113.0/24", "203.0.114.0", false],
    ["IpAddress", "203.0.113.7", "203.0.113.7", true],
    ["IpAddress", "0.0.0.0/0", "255.255.255.255", true],
    ["IpAddress", "0.0.0.0/0", "2001:db8::1", false],
    ["IpAddress", "::/0", "10.0.0.1", false],
    ["IpAddress", "2001:db8::/33", "2001:db8:7fff:ffff:ffff:ffff:ffff:ffff", true],
    ["IpAddress", "2001:db8::/33", "2001:DB8:8000::", false],
    ["IpAddress", "::1", "0:0:0:0:0:0:0.0.0.1", true],
    ["NotIpAddress", ["10.0.0.0/8", "192.168.0.0/16"], "192.168.1.1", false],
    ["NotIpAddress", ["10.0.0.0/8", "192.168.0.0/16"], "172.16.0.1", true],
    ["IpAddress", "10.0.0.0/8", "::ffff:10.0.0.1", "contested"],
    ["IpAddress", "::ffff:10.0.0.0/104", "10.0.0.1", "contested"],
    ["IpAddress", "::ffff:0:0/95", "10.0.0.1", false],
    ["IpAddress", "::ffff:a00:0/104", "::ffff:10.0.0.1", true],
    ["IpAddress", "10.0.0.0/8", "10.0.0.01", "contested"],
    ["IpAddress", "10.0.0.0/8", "10.0.0.1/32", "contested"],
    ["NotIpAddress", "10.0.0.0/8", "AWS Internal", "contested"],
    ["ArnLike", "arn:aws:iam::*:role/*", ROLE, true],
    ["ArnEquals", "arn:*:iam::*:role/*", ROLE, true],
    ["ArnLike", "arn:aws:iam::*:Role/*", ROLE, false],
    ["ArnLike", "arn:aws:logs:*:*:log-group:*:a", GROUP, true],
    ["ArnLike", "arn:aws:logs:*:log-group:/app:log-stream:a", GROUP, false],
    ["ArnLike", "arn:aws:iam::111122223333:role/*", "role/ops/admin", false],
    ["ArnLike", "*", ROLE, "contested"],
    ["ArnNotLike", "arn:aws:iam*", ROLE, "contested"],
    ["ArnLike", "arn:aws:sts*", ROLE, false],
    ["ArnNotEquals", "arn:aws:iam::111122223333:user/*", ROLE, true],
    ["Null", "true", undefined, true],
    ["Null", "False", undefined, false],
    ["Null", "true", "", false],
    ["Null", "false", ["red", "blue"], true],
    ["Null", "true", [], true],
    ["Null", ["true", "false"], "red", true],
    ["ForAnyValue:Null", "true", undefined, "contested"],
    ["ForAllValues:Null", "false", "red", "contested"],
  ])("%s %s of %s is %s", (operator, wanted, given, expected) => {
    expect(ask(operator, wanted, given)).toBe(expected);
  });

  test("of another key do not ask for this one, and this one is asked for in any case", () => {
    expect(ask("StringEquals", "red", undefined, { "aws:PrincipalTag/other": "red" })).toBe(false);
    expect(ask("StringEquals", "red", undefined, { "AWS:principaltag/TEAM": "red" })).toBe(true);
  });
});

describe("what an absent key, an empty list and several values are", () => {
  /** Columns: absent, `[]`, `[red]`, `[red, rose]`, `[red, blue]`, `[blue]`, of the pattern red or r*. */
  test.each<[string, string, readonly Answer[]]>([
    ["StringEquals", "red", [false, false, true, "contested", "contested", false]],
    ["StringNotEquals", "red", [true, true, false, "contested", "contested", true]],
    ["StringEqualsIfExists", "red", [true, "contested", true, "contested", "contested", false]],
    ["StringNotEqualsIfExists", "red", [true, true, false, "contested", "contested", true]],
    ["ForAllValues:StringLike", "r*", [true, true, true, true, false, false]],
    ["ForAllValues:StringNotLike", "r*", [true, true, false, false, false, true]],
    ["ForAllValues:StringLikeIfExists", "r*", [true, true, true, true, false, false]],
    ["ForAnyValue:StringLike", "r*", [false, false, true, true, true, false]],
    ["ForAnyValue:StringNotLike", "r*", [false, false, false, false, true, true]],
    ["ForAnyValue:StringLikeIfExists", "r*", [true, "contested", true, true, true, false]],
    ["ForAnyValue:StringNotLikeIfExists", "r*", [true, "contested", false, false, true, true]],
  ])("to %s %s", (operator, wanted, expected) => {
    const columns = [undefined, [], ["red"], ["red", "rose"], ["red", "blue"], ["blue"]];
    expect(columns.map((given) => ask(operator, wanted, given))).toEqual(expected);
  });

  test("one contested value leaves a set operator open unless another decides", () => {
    expect(ask("ForAnyValue:NumericEquals", "1", ["x", "1"])).toBe(true);
    expect(ask("ForAnyValue:NumericEquals", "1", ["x", "2"])).toBe("contested");
    expect(ask("ForAllValues:NumericEquals", "1", ["x", "2"])).toBe(false);
    expect(ask("ForAllValues:NumericEquals", "1", ["x", "1"])).toBe("contested");
  });
});

describe("policy variables", () => {
  const named = (name: Given) => ({ "aws:username": name });

  test.each<[string, string, string, Given, Answer]>([
    ["StringEquals", `\${aws:username}`, "eve", "eve", true],
    ["StringEquals", `\${AWS:UserName}-x`, "eve-x", "eve", true],
    ["StringEquals", `\${aws:username}`, "eve", undefined, false],
    ["StringNotEquals", `\${aws:username}`, "eve", undefined, true],
    ["StringNotEquals", `\${aws:username}`, "eve", [], true],
    ["StringEquals", `\${aws:username, 'nobody'}`, "nobody", undefined, true],
    ["StringEquals", `\${aws:username, 'nobody'}`, "nobody", [], true],
    ["StringEquals", `\${aws:username, 'nobody'}`, "nobody", "eve", false],
    ["StringLike", `\${aws:username}*`, "a*b", "a*", true],
    ["StringLike", `\${aws:username}`, "axb", "a*b", false],
    ["StringLike", `\${aws:username, '*'}`, "axb", undefined, false],
    ["StringLike", `a\${*}\${?}\${$}*`, "a*?$x", undefined, true],
    ["StringLike", `a\${*}`, "ab", undefined, false],
    ["StringEquals", `a\${*}`, "a*", undefined, true],
    ["StringEqualsIgnoreCase", `\${aws:username}`, "EVE", "eve", true],
    ["StringEquals", `a\${aws:username}`, "abc", ["x", "y"], "contested"],
    ["StringNotEquals", `a\${aws:username}`, "abc", ["x", "y"], "contested"],
    ["StringEquals", `x\${aws:username}`, "abc", ["x", "y"], false],
    ["ArnLike", `arn:aws:iam::*:role/\${aws:username}/*`, ROLE, "ops", true],
    ["ArnLike", `arn:aws:iam::*:role/\${aws:username}`, ROLE, "o*", false],
    ["ArnLike", `arn:aws:logs:*:*:\${aws:username}`, GROUP, "log-group:/app:log-stream:a", true],
    ["ArnLike", `arn:aws:iam:\${aws:username}:role/ops/admin`, ROLE, ":111122223333", true],
    ["ArnLike", `arn:aws:iam::\${aws:username}:role/ops/admin`, ROLE, "1:2", "contested"],
    ["ArnLike", `\${aws:username}`, ROLE, ROLE, true],
    ["ArnLike", `\${aws:username}`, ROLE, "arn:aws:iam::*:role/ops/admin", false],
    ["ArnLike", `\${aws:username}:*`, ROLE, "arn:aws", "contested"],
    ["ArnLike", `\${aws:username}`, ROLE, ["a", "b"], "contested"],
  ])("%s %s of %s, the name being %s, is %s", (operator, wanted, given, name, expected) => {
    expect(ask(operator, wanted, given, named(name))).toBe(expected);
  });

  test("are their own text before Version 2012-10-17", () => {
    expect(askIn("2008-10-17", "StringEquals", `\${aws:username}`, "eve", named("eve"))).toBe(false);
    expect(askIn("2008-10-17", "StringEquals", `\${aws:username}`, `\${aws:username}`)).toBe(true);
    expect(askIn("2008-10-17", "StringLike", `a\${*}`, `a\${bcd}`)).toBe(true);
  });
});

describe("resources", () => {
  test.each<[string, string, Answer]>([
    ["*", OBJECT, true],
    ["**", "*", true],
    ["arn:aws:s3:::*", "*", false],
    ["arn:aws:s3:::ledger/*", OBJECT, true],
    ["arn:aws:s3:::l?dger/*.csv", OBJECT, true],
    ["arn:aws:s3:::*/may.csv", OBJECT, true],
    ["arn:aws:s3:::Ledger/*", OBJECT, false],
    ["arn:aws:iam::*:role/*", ROLE, true],
    ["arn:aws:logs:*:*:*", GROUP, true],
    ["arn:aws:logs:*:*:log-group:/app", GROUP, false],
    ["arn:aws:iam::111122223333:role/*", "role/ops/admin", false],
    // fewer parts
    ["arn:*", ROLE, true],
    ["arn:aws:*", ROLE, true],
    ["arn:aws:iam:*", ROLE, true],
    ["arn:aws:iam::1111*", ROLE, true],
    ["arn:aws:iam::2222*", ROLE, false],
    ["arn:aws:i*", ROLE, "contested"],
    ["arn:aws:s*", ROLE, false],
    // the case of the first five parts, a star over a colon, both
    ["arn:AWS:iam::*:role/*", ROLE, "contested"],
    ["arn:AWS:iam::*:Role/*", ROLE, false],
    ["arn:aws:iam:*role*", ROLE, "contested"],
    ["arn:aws:iam:*user*", ROLE, false],
    ["arn:aws:logs:*:log-group:/app:log-stream:a", GROUP, "contested"],
    ["arn:aws:logs:e*1:1*3:log-stream:a", GROUP, false],
    ["arn:AWS:iam:*role*", ROLE, "contested"],
    // the type
    ["arn:aws:iam::*:*/admin", ROLE, "contested"],
    ["arn:aws:iam::*:r?le/*", ROLE, "contested"],
    ["arn:aws:iam::*:user*/admin", ROLE, false],
    ["arn:aws:iam::*:r*", ROLE, true],
    ["arn:aws:logs:*:*:log-*:/app:*", GROUP, "contested"],
  ])("%s of %s is %s", (pattern, resource, expected) => {
    expect(ofResource([pattern], resource)).toBe(expected);
    const opposite = { true: false, false: true, contested: "contested" } as const;
    const negated = resource === "*" && expected === false ? "contested" : opposite[`${expected}`];
    expect(ofResource([pattern], resource, true)).toBe(negated);
  });

  test("with a variable", () => {
    const home = [`arn:aws:s3:::home/\${aws:username}/*`];
    const mine = "arn:aws:s3:::home/eve/x";
    expect(ofResource(home, mine, false, { "aws:username": "eve" })).toBe(true);
    expect(ofResource(home, mine, false, { "aws:username": "*" })).toBe(false);
    expect(ofResource(home, mine)).toBe(false);
    expect(ofResource(home, mine, true)).toBe(true);
    expect(ofResource([...home, "arn:aws:s3:::home/*"], mine)).toBe(true);
    expect(ofResource(home, mine, false, { "aws:username": ["a", "b"] })).toBe("contested");
    expect(ofResource(home, OBJECT, false, { "aws:username": ["a", "b"] })).toBe(false);
    expect(ofResource([`arn:aws:iam::*:role\${*}*/x`], "arn:aws:iam::1:role*ops/x")).toBe("contested");
    expect(ofResource([`arn:aws:iam::*:role\${*}/x`], "arn:aws:iam::1:role*/x")).toBe(true);
  });

  function ofResource(patterns: readonly string[], resource: string, negated = false, context = {}): Answer {
    return matchesStatement(statementOf({ resources: { negated, patterns } }), requestOf(context, { resource }));
  }
});

describe("actions", () => {
  test.each<[readonly string[], boolean, Answer]>([
    [["*"], false, true],
    [["S3:getobject"], false, true],
    [["s3:*Object"], false, true],
    [["s3:?et*"], false, true],
    [["s3:GetObjectAcl"], false, false],
    [["*:Get*"], false, true],
    [["s*:Get*"], false, "contested"],
    [["e*:Get*"], false, false],
    [["s*:Get*", "s3:*"], false, true],
    [["ec2:*", "s3:Put*"], true, true],
    [["ec2:*", "s3:Get*"], true, false],
    [["s*:Get*"], true, "contested"],
  ])("%s, negated: %s, is %s", (patterns, negated, expected) => {
    expect(matchesStatement(statementOf({ actions: { negated, patterns } }), requestOf())).toBe(expected);
  });
});
