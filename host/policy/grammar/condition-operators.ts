/**
 * The condition operators there are (semantics 3.3), how their names are put together, `[ForAllValues:|ForAnyValue:]base[IfExists]`,
 * and what values each takes. Says nothing of how they compare.
 */

/** What the values of an operator are. */
export type ValueKind = "string" | "number" | "date" | "boolean" | "binary" | "ip" | "arn" | "null";

export interface Operator {
  /** As AWS spells it; only this spelling is legal. */
  readonly name: string;
  readonly set: "" | "ForAllValues:" | "ForAnyValue:";
  readonly base: string;
  readonly kind: ValueKind;
  /** `…Not…`: true where no value matches. */
  readonly isNegated: boolean;
  readonly hasIfExists: boolean;
}

const BASE_OPERATORS: Readonly<Record<ValueKind, readonly string[]>> = {
  string: [
    ...["StringEquals", "StringNotEquals", "StringEqualsIgnoreCase", "StringNotEqualsIgnoreCase"],
    ...["StringLike", "StringNotLike"],
  ],
  number: [
    ...["NumericEquals", "NumericNotEquals", "NumericLessThan", "NumericLessThanEquals"],
    ...["NumericGreaterThan", "NumericGreaterThanEquals"],
  ],
  date: [
    ...["DateEquals", "DateNotEquals", "DateLessThan", "DateLessThanEquals"],
    ...["DateGreaterThan", "DateGreaterThanEquals"],
  ],
  boolean: ["Bool"],
  binary: ["BinaryEquals"],
  ip: ["IpAddress", "NotIpAddress"],
  arn: ["ArnEquals", "ArnLike", "ArnNotEquals", "ArnNotLike"],
  null: ["Null"],
};

const OPERATORS: readonly Operator[] = (Object.keys(BASE_OPERATORS) as ValueKind[]).flatMap((kind) =>
  BASE_OPERATORS[kind].flatMap((base) =>
    (["", "ForAllValues:", "ForAnyValue:"] as const).flatMap((set) => {
      const plain = { name: `${set}${base}`, set, base, kind, isNegated: base.includes("Not"), hasIfExists: false };
      // Null asks for presence, so it has no IfExists.
      return kind === "null" ? [plain] : [plain, { ...plain, name: `${plain.name}IfExists`, hasIfExists: true }];
    }),
  ),
);

const BY_LOWER_CASE: ReadonlyMap<string, Operator> = new Map(
  OPERATORS.map((operator) => [operator.name.toLowerCase(), operator]),
);

/** The operator whose name this is in any case; undefined for what is no operator. */
export function findOperator(name: string): Operator | undefined {
  return BY_LOWER_CASE.get(name.toLowerCase());
}
