/**
 * Whether some assignment of the unknowns exists under which the current hierarchy allows an authorization (P of R7 is
 * not empty). Needed only where the proposal denies for sure and the current hierarchy is open. Yes is sure; no means
 * "not shown", and moves the verdict to undetermined.
 */

import { matchesWildcards } from "../../authorization/catalogue/matches-wildcards.ts";
import { type Predicate, type Program, RESOURCE_KEY } from "../../domain/program.ts";
import { arnParts } from "../../policy/containment/covers-pattern.ts";
import { TRUTH } from "../../wasm/plan-layout.ts";
import type { LevelStatements } from "../plan/level-statements.ts";
import { type AuthorizationView, openPredicates, truthOfStatement } from "./statement-truths.ts";

/** Operators that answer for sure for every single value, so that an open answer comes from the key alone. */
const SURE_OPERATORS: ReadonlySet<Predicate["operator"]> = new Set(["stringEquals", "stringLike", "bool", "null"]);

/**
 * Can a key that nobody knows be given a value for which the predicate answers so, whichever way? It can for every operator whose
 * patterns never take all values or none; lists and variables hang on more than one value.
 */
function isFree({ operator, set, variables, patterns }: Predicate): boolean {
  if (set !== undefined || variables.length > 0 || patterns.some(({ certainty }) => certainty !== "sure")) return false;
  // Four digits are no time for sure, and beyond twelve there is no time.
  if (operator.startsWith("date") && patterns.some(({ text }) => /^(?:\d{4}|-?\d{12})$/.test(text))) return false;
  // Patterns of wildcards alone may together take every text; a letter or digit can be missing from one.
  const isText = operator === "stringLike" || operator === "action" || operator.startsWith("resource");
  if (isText && !patterns.every(hasLetter)) return false;
  if (operator === "bool") return new Set(patterns.map(({ text }) => text.toLowerCase())).size === 1;
  if (operator === "ipAddress") return leavesAddress(patterns.map(({ text }) => text));
  if (operator === "arnLike") return patterns.every(isNarrowArn);
  return operator !== "undocumented";
}

function hasLetter({ parts }: Predicate["patterns"][number]): boolean {
  return parts.some((part) => "literal" in part && /[\p{L}\p{N}]/u.test(part.literal));
}

/** Is there an IPv4 address outside the ranges? There is where all together have fewer addresses than there are. */
function leavesAddress(ranges: readonly string[]): boolean {
  const shares = ranges.filter((range) => !range.includes(":")).map((range) => 2 ** -Number(range.split("/")[1] ?? 32));
  return shares.reduce((sum, share) => sum + share, 0) < 1;
}

/** Six parts, so that some ARN matches for sure, and a character in the last one, so that some ARN does not. */
function isNarrowArn(pattern: Predicate["patterns"][number]): boolean {
  const parts = arnParts(pattern, [], false);
  return parts?.at(-1)?.some((symbol) => typeof symbol === "object") === true;
}

/**
 * Every open Deny must be made false and every open level be given an Allow, for all authorizations at once, by choosing values
 * for keys; two choices must not speak of the same key unless they are the same predicate with the same answer. Only predicates
 * can be chosen that are open because their key is: not those that are not understood, or whose answer AWS does not document.
 */
export function mayBeAllowedNow(
  program: Program,
  views: readonly AuthorizationView[],
  current: readonly LevelStatements[],
): boolean {
  const chosen = new Map<string, { readonly predicate: number; readonly answer: boolean }>();
  const choose = (key: string, predicate: number, answer: boolean): boolean => {
    const known = chosen.get(key);
    if (known === undefined) {
      chosen.set(key, { predicate, answer });
      return true;
    }
    return known.predicate === predicate && known.answer === answer;
  };
  return views.every((view) => canBeAllowed(program, view, current, choose));
}

type Choose = (key: string, predicate: number, answer: boolean) => boolean;

function canBeAllowed(
  program: Program,
  view: AuthorizationView,
  current: readonly LevelStatements[],
  choose: Choose,
): boolean {
  const isChoosable = (predicate: Predicate, answer: boolean): boolean => {
    const { key, operator, notUnderstood } = predicate;
    const range = view.rangeOf(key);
    if (notUnderstood !== undefined) return false;
    if (isOfSomeResource(predicate)) return answersFor(predicate, view.someResource ?? "", answer);
    if (range === "any") return isFree(predicate);
    return (
      range === "oneOrNone" && view.isOpen(key) && SURE_OPERATORS.has(operator) && predicate.variables.length === 0
    );
  };
  const isOfSomeResource = ({ key }: Predicate) => key === RESOURCE_KEY && view.someResource !== undefined;
  /** A made-up resource is one choice for all predicates. */
  const take = (predicate: Predicate & { readonly number: number }, answer: boolean): boolean =>
    isOfSomeResource(predicate) || choose(predicate.key, predicate.number, answer);

  for (const level of current) {
    const allows = level.statements.filter(({ statement }) => statement.effect === "Allow");
    if (allows.some(({ number }) => truthOfStatement(program, view, number) === TRUTH.true)) continue;
    const given = allows.some(({ number }) => {
      if (truthOfStatement(program, view, number) !== TRUTH.unknown) return false;
      const open = openPredicates(program, view, number);
      return open.every((each) => isChoosable(each, true)) && open.every((each) => take(each, true));
    });
    if (!given) return false;
  }
  for (const { statements } of current) {
    for (const { number, statement } of statements) {
      // nothing is open of one that surely matches
      if (statement.effect !== "Deny" || truthOfStatement(program, view, number) === TRUTH.false) continue;
      const choosable = openPredicates(program, view, number).filter((each) => isChoosable(each, false));
      if (!choosable.some((each) => take(each, false))) return false;
    }
  }
  return true;
}

/** Of a resource with made-up names: only that no pattern matches it, by any reading, is sure enough. */
function answersFor({ patterns, variables, negated }: Predicate, resource: string, answer: boolean): boolean {
  if (variables.length > 0 || negated !== answer) return false;
  const folded = resource.toLowerCase();
  return !patterns.some(({ text }) => matchesWildcards(text.toLowerCase(), folded));
}
