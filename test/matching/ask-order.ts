/** How a value stands to a pattern, as the five operators of numbers or of dates tell it together. */
import type { Core } from "../../host/wasm/core.ts";
import type { Comparison } from "../reference/order.ts";
import { answerOf, type Finding } from "../reference/truth.ts";
import { askPredicate, conditionOf, letters, valuesOf } from "./ask-predicate.ts";

export const COMPARISONS: readonly Comparison[] = [
  "Equals",
  "LessThan",
  "LessThanEquals",
  "GreaterThan",
  "GreaterThanEquals",
];

/** The answers of the five, in that order. */
const ORDERS = { TFTFT: "equal", FTTFF: "less", FFFTT: "greater", UUUUU: "unknown" } as const;
export type Order = (typeof ORDERS)[keyof typeof ORDERS];

/** Of every value to the pattern. Throws when the operators contradict each other. */
export function askOrders(
  core: Core,
  family: "numeric" | "date",
  values: readonly string[],
  pattern: string,
): readonly Order[] {
  const subjects = values.map((value) => valuesOf(value));
  const answers = COMPARISONS.map((name) => askPredicate(core, conditionOf(`${family}${name}`, [pattern]), subjects));
  return values.map((value, index) =>
    orderOf(letters(answers.map((truths) => truths[index] ?? "unknown")), `${value} against ${pattern}`),
  );
}

/** The same as the reference tells it. */
export function referenceOrder(ask: (comparison: Comparison) => Finding, where: string): Order {
  const names = { true: "T", false: "F", contested: "U" } as const;
  return orderOf(COMPARISONS.map((name) => names[`${answerOf(ask(name))}`]).join(""), where);
}

/** The order seen from the other side. */
export function turned(order: Order): Order {
  return ({ less: "greater", greater: "less", equal: "equal", unknown: "unknown" } as const)[order];
}

function orderOf(answers: string, where: string): Order {
  if (!(answers in ORDERS)) throw new Error(`${where}: ${answers} says nothing that could be`);
  return ORDERS[answers as keyof typeof ORDERS];
}
