/**
 * Whether one condition is true wherever another one is, by operator and values. "No" may also mean that it is not shown; the rows
 * say what is expected.
 */
import { describe, expect, test } from "vitest";
import { contains, type StatementJson } from "./compile-policy.ts";

/** `Operator value value …`, of one key. */
function condition(words: string): StatementJson {
  const [operator = "", ...values] = words.split(" ");
  return { Condition: { [operator]: { "aws:k": values } } };
}

type Rows = readonly (readonly [string, string, "yes" | "no"])[];

const ARN = "arn:aws:iam::111122223333:role";

describe("a condition contains another one on the same key", () => {
  const CONDITIONS: Readonly<Record<string, Rows>> = {
    texts: [
      ["StringEquals a b", "StringEquals b a", "yes"],
      ["StringEquals a b", "StringEquals a", "yes"],
      ["StringEquals a", "StringEquals a b", "no"],
      ["StringEquals a", "StringEquals A", "no"],
      ["StringEquals *", "StringEquals a", "no"],
      ["StringLike *", "StringEquals a", "yes"],
      ["StringLike a*", "StringEquals a ab", "yes"],
      ["StringLike a*", "StringEquals a b", "no"],
      ["StringLike a?c", "StringEquals abc", "yes"],
      ["StringLike a?c", "StringEquals ac", "no"],
      ["StringLike ?", "StringEquals 🦀", "yes"],
      ["StringLike a*", "StringLike ab*", "yes"],
      ["StringLike a*c", "StringLike ab*bc", "yes"],
      ["StringLike a*", "StringLike *a", "no"],
      ["StringLike ab*", "StringLike a*", "no"],
      ["StringLike ?*", "StringLike ?a", "yes"],
      ["StringLike ??", "StringLike ?*", "no"],
      ["StringLike *", "StringLike ?*", "yes"],
      ["StringLike ?", "StringLike *", "no"],
      ["StringLike a", "StringLike ?", "no"],
      ["StringEquals a", "StringLike a", "yes"],
      ["StringEquals a*", "StringLike a*", "no"],
      [`StringLike a\${*}`, "StringEquals a*", "yes"],
      [`StringLike a\${*}`, "StringEquals ab", "no"],
    ],
    "texts without regard to case": [
      ["StringEqualsIgnoreCase A", "StringEqualsIgnoreCase a", "yes"],
      ["StringEqualsIgnoreCase A b", "StringEquals a", "yes"],
      ["StringEqualsIgnoreCase A", "StringEquals b", "no"],
      ["StringEquals a", "StringEqualsIgnoreCase a", "no"],
      ["StringEqualsIgnoreCase é", "StringEqualsIgnoreCase É", "no"],
      ["StringEqualsIgnoreCase é a", "StringEqualsIgnoreCase é", "yes"],
      ["StringLike a", "StringEqualsIgnoreCase a", "no"],
    ],
    negation: [
      ["StringNotEquals a", "StringNotEquals a b", "yes"],
      ["StringNotEquals a b", "StringNotEquals a", "no"],
      ["StringNotEquals ab", "StringNotLike a*", "yes"],
      ["StringNotLike a*", "StringNotEquals ab", "no"],
      ["StringNotEquals a", "StringNotEqualsIgnoreCase A", "yes"],
      ["StringNotEqualsIgnoreCase A", "StringNotEquals a", "no"],
      ["StringNotEquals a", "StringEquals b", "yes"],
      ["StringNotEquals a", "StringEquals a", "no"],
      ["StringNotEquals a", "StringEquals b a", "no"],
      ["StringNotLike a*", "StringLike b*", "yes"],
      ["StringNotLike *a", "StringLike b*b", "yes"],
      ["StringNotLike a*b", "StringLike a*c", "yes"],
      ["StringNotLike a*", "StringLike *", "no"],
      ["StringNotLike a*", "StringLike ?b", "no"],
      ["StringNotEquals a ab", "StringLike abc*", "yes"],
      ["StringNotEquals abc", "StringEquals ab", "yes"],
      ["StringEquals a", "StringNotEquals b", "no"],
      // halves of characters, which the core can not tell apart
      ["StringNotEquals \udd80", "StringEquals \ud83e", "no"],
      ["NumericNotEquals 1", "NumericNotEquals 1.0 2", "yes"],
      ["NumericNotEquals 1", "NumericEquals 2", "no"],
      ["NotIpAddress 10.0.0.0/9", "NotIpAddress 10.0.0.0/8", "yes"],
      ["NotIpAddress 10.0.0.0/8", "NotIpAddress 10.0.0.0/9", "no"],
      [`ArnNotLike ${ARN}/a`, `ArnNotLike ${ARN}/*`, "yes"],
      [`ArnNotLike ${ARN}/*`, `ArnNotLike ${ARN}/a`, "no"],
    ],
    numbers: [
      ["NumericEquals 1", "NumericEquals 1.0", "yes"],
      ["NumericEquals 1 2", "NumericEquals 02.00", "yes"],
      ["NumericEquals 0", "NumericEquals -0", "yes"],
      ["NumericEquals 1", "NumericEquals 2", "no"],
      ["NumericLessThan 10", "NumericLessThan 9.99", "yes"],
      ["NumericLessThan 10", "NumericLessThan 10", "yes"],
      ["NumericLessThan 10", "NumericLessThanEquals 10", "no"],
      ["NumericLessThanEquals 10", "NumericLessThan 10", "yes"],
      ["NumericLessThan 10", "NumericEquals 9", "yes"],
      ["NumericLessThan 10", "NumericEquals 10", "no"],
      ["NumericGreaterThan -1", "NumericGreaterThan -0.5", "yes"],
      ["NumericGreaterThan -0.5", "NumericGreaterThan -1", "no"],
      ["NumericGreaterThanEquals 5", "NumericGreaterThan 5", "yes"],
      ["NumericGreaterThan 5", "NumericGreaterThanEquals 5", "no"],
      ["NumericGreaterThanEquals 5", "NumericEquals 5 7", "yes"],
      ["NumericGreaterThan 5", "NumericLessThan 5", "no"],
      ["NumericLessThan 5 9", "NumericEquals 7", "yes"],
      // a number between any two
      ["NumericLessThanEquals 4.99999999999999999999", "NumericLessThan 5", "no"],
      ["NumericGreaterThanEquals 5.00000000000000000001", "NumericGreaterThan 5", "no"],
      ["NumericEquals 1", "DateEquals 1", "no"],
      ["NumericLessThan 5", "StringEquals 4", "no"],
    ],
    dates: [
      ["DateEquals 2026-04-06", "DateEquals 2026-04-06T02:00+02:00", "yes"],
      ["DateLessThan 2026-05", "DateLessThan 2026-04-30", "yes"],
      ["DateLessThan 2026-04-30", "DateLessThan 2026-05", "no"],
      ["DateLessThanEquals 1775433600", "DateLessThan 2026-04-06T00:00:00.5Z", "no"],
      ["DateLessThan 2026-04-06T00:00:00.500000001Z", "DateLessThanEquals 2026-04-06T00:00:00.5Z", "yes"],
      ["DateGreaterThan 2026-04-06", "DateGreaterThanEquals 2026-04-06", "no"],
      ["DateGreaterThanEquals 2026-04-06", "DateGreaterThan 2026-04-06", "yes"],
      ["DateGreaterThan -1", "DateEquals 1970-01", "yes"],
      ["DateGreaterThan 0", "DateGreaterThan 1", "yes"],
      // a year or seconds
      ["DateLessThan 2026", "DateLessThan 2026", "yes"],
      ["DateLessThan 2027-01", "DateLessThan 2026", "no"],
      ["DateGreaterThan 2026", "DateEquals 2030-01", "no"],
    ],
    addresses: [
      ["IpAddress 10.0.0.0/8", "IpAddress 10.1.0.0/16", "yes"],
      ["IpAddress 10.1.2.3/8", "IpAddress 10.200.0.0", "yes"],
      ["IpAddress 10.1.0.0/16", "IpAddress 10.0.0.0/8", "no"],
      ["IpAddress 10.0.0.0/8", "IpAddress 11.0.0.0/16", "no"],
      ["IpAddress 0.0.0.0/0", "IpAddress 203.0.113.7", "yes"],
      ["IpAddress 10.0.0.0/8 192.0.2.0/24", "IpAddress 192.0.2.7 10.0.0.1/32", "yes"],
      ["IpAddress 10.0.0.7/32", "IpAddress 10.0.0.7", "yes"],
      ["IpAddress 2001:db8::/32", "IpAddress 2001:DB8:1::/48", "yes"],
      ["IpAddress 2001:db8::/32", "IpAddress 2001:0db8:0:0::7", "yes"],
      ["IpAddress 2001:db8::/33", "IpAddress 2001:db8::/32", "no"],
      ["IpAddress 2001:db8::/32", "IpAddress 2001:db9::/48", "no"],
      ["IpAddress 2001:db8::1.2.3.4", "IpAddress 2001:db8:0:0:0:0:102:304", "yes"],
      ["IpAddress 1:2:3:4:5:6:7::", "IpAddress 1:2:3:4:5:6:7:0/128", "yes"],
      ["IpAddress ::/0", "IpAddress ::1", "yes"],
      ["IpAddress ::/0", "IpAddress 10.0.0.1", "no"],
      ["IpAddress 0.0.0.0/0", "IpAddress ::1", "no"],
      // one family written as the other
      ["IpAddress ::/0", "IpAddress ::ffff:10.0.0.1", "no"],
      ["IpAddress 10.0.0.0/8", "IpAddress ::ffff:10.0.0.1", "no"],
    ],
    "booleans, bytes and presence": [
      ["Bool true", "Bool TRUE", "yes"],
      ["Bool true false", "Bool false", "yes"],
      ["Bool true", "Bool false", "no"],
      ["Bool true", "StringEquals true", "no"],
      ["BinaryEquals QQ== QUI=", "BinaryEquals QQ==", "yes"],
      ["BinaryEquals QQ==", "BinaryEquals QUI=", "no"],
      ["Null true", "Null TRUE", "yes"],
      ["Null true", "Null false", "no"],
      [`Bool \${aws:x}`, "Bool true", "no"],
      ["Bool true", `Bool \${aws:x}`, "no"],
    ],
    ARNs: [
      [`ArnLike ${ARN}/*`, `ArnEquals ${ARN}/ops/*`, "yes"],
      [`ArnLike ${ARN}/ops/*`, `ArnLike ${ARN}/*`, "no"],
      ["ArnLike arn:aws:iam::*:role/*", `ArnEquals ${ARN}/x`, "yes"],
      ["ArnLike arn:aws:iam::1*:role/x", "ArnLike arn:aws:iam::12*:role/x", "yes"],
      ["ArnLike arn:*:iam::*:*", `ArnLike ${ARN}/x:y:*`, "yes"],
      ["ArnLike arn:aws:iam:*:role/x", "ArnLike arn:aws:iam::1:role/x", "no"],
      [`ArnLike ${ARN}/a`, `ArnLike ${ARN}/A`, "no"],
      [`StringLike ${ARN}/*`, `ArnLike ${ARN}/a`, "no"],
      [`ArnLike ${ARN}/*`, `StringLike ${ARN}/a`, "no"],
      ["ArnLike *", `ArnLike ${ARN}/a`, "no"],
      ["ArnLike * x*", "ArnLike *", "yes"],
    ],
    variables: [
      [`StringEquals \${aws:x}`, `StringEquals \${AWS:X}`, "yes"],
      [`StringEquals \${aws:x} \${aws:y}`, `StringLike \${aws:y}`, "yes"],
      [`StringEquals \${aws:x}`, `StringEquals \${aws:y}`, "no"],
      [`StringEquals \${aws:x}`, "StringEquals x", "no"],
      ["StringLike *", `StringEquals \${aws:x}`, "yes"],
      ["StringLike a*", `StringLike a\${aws:x}b`, "yes"],
      ["StringLike a?", `StringLike a\${aws:x}`, "no"],
      [`StringLike \${aws:x}*`, `StringLike \${aws:x}/*`, "yes"],
      [`StringEqualsIgnoreCase \${aws:x}`, `StringEqualsIgnoreCase \${aws:X}`, "yes"],
      [`StringEqualsIgnoreCase \${aws:x}`, `StringEquals \${aws:x}`, "no"],
      [`StringNotEquals \${aws:x}`, "StringEquals a", "no"],
      [`StringNotEquals a\${aws:x}`, "StringEquals b", "yes"],
      [`ArnLike ${ARN}/*`, `ArnLike ${ARN}/\${aws:x}`, "yes"],
      [`ArnLike ${ARN}/\${aws:x}/*`, `ArnLike ${ARN}/\${aws:x}/y`, "yes"],
      ["ArnLike arn:aws:iam::*:role/x", `ArnLike arn:aws:iam::\${aws:x}:role/x`, "no"],
      [`ArnLike arn:aws:iam::\${aws:x}:role/*`, `ArnLike arn:aws:iam::\${aws:x}:role/x`, "no"],
    ],
    "sets and absent keys": [
      ["ForAllValues:StringLike a*", "ForAllValues:StringEquals ab", "yes"],
      ["ForAnyValue:StringLike a*", "ForAnyValue:StringEquals ab", "yes"],
      ["ForAllValues:StringNotEquals a", "ForAllValues:StringEquals b", "yes"],
      ["ForAllValues:StringEquals a", "ForAnyValue:StringEquals a", "no"],
      ["ForAnyValue:StringEquals a", "ForAllValues:StringEquals a", "no"],
      ["StringEquals a", "ForAnyValue:StringEquals a", "no"],
      ["ForAnyValue:StringEquals a", "StringEquals a", "no"],
      ["StringEqualsIfExists a b", "StringEquals a", "yes"],
      ["StringEquals a b", "StringEqualsIfExists a", "no"],
      ["StringLikeIfExists a*", "StringEqualsIfExists ab", "yes"],
      ["StringNotEquals a", "StringNotEqualsIfExists a b", "yes"],
      ["StringNotEqualsIfExists a", "StringEquals b", "yes"],
      ["ForAnyValue:NumericLessThanIfExists 9", "ForAnyValue:NumericLessThan 8", "yes"],
      ["ForAnyValue:NumericLessThan 9", "ForAnyValue:NumericLessThanIfExists 8", "no"],
    ],
  };

  describe.each(Object.entries(CONDITIONS))("%s", (_family, rows) => {
    test.each(rows)("%s, %s: %s", (wide, narrow, expected) => {
      expect(contains(condition(wide), condition(narrow))).toBe(expected === "yes");
    });
  });

  test("of another key never", () => {
    const on = (key: string) => ({ Condition: { StringLike: { [key]: "*" } } });
    expect(contains(on("aws:a"), on("aws:b"))).toBe(false);
    expect(contains(on("aws:a"), on("AWS:A"))).toBe(true);
  });
});
