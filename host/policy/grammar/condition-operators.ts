/**
 * The condition operators there are (semantics 3.3), and how their names are put together:
 * `[ForAllValues:|ForAnyValue:]base[IfExists]`. Says nothing of how they compare.
 */

const BASE_OPERATORS = [
  "StringEquals",
  "StringNotEquals",
  "StringEqualsIgnoreCase",
  "StringNotEqualsIgnoreCase",
  "StringLike",
  "StringNotLike",
  "NumericEquals",
  "NumericNotEquals",
  "NumericLessThan",
  "NumericLessThanEquals",
  "NumericGreaterThan",
  "NumericGreaterThanEquals",
  "DateEquals",
  "DateNotEquals",
  "DateLessThan",
  "DateLessThanEquals",
  "DateGreaterThan",
  "DateGreaterThanEquals",
  "Bool",
  "BinaryEquals",
  "IpAddress",
  "NotIpAddress",
  "ArnEquals",
  "ArnLike",
  "ArnNotEquals",
  "ArnNotLike",
  "Null",
] as const;

/** Every name that is an operator, as AWS spells it, by its lower-case form. Null asks for presence, so it has no IfExists. */
const SPELLINGS: ReadonlyMap<string, string> = new Map(
  ["", "ForAllValues:", "ForAnyValue:"]
    .flatMap((set) =>
      BASE_OPERATORS.flatMap((base) => [`${set}${base}`, ...(base === "Null" ? [] : [`${set}${base}IfExists`])]),
    )
    .map((name) => [name.toLowerCase(), name]),
);

/** AWS's spelling of an operator given in any case; undefined for what is no operator. Only the exact spelling is legal. */
export function spellOperator(name: string): string | undefined {
  return SPELLINGS.get(name.toLowerCase());
}
