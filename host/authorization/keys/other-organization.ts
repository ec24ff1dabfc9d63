/**
 * The organization of an account that is surely in none of ours: which one is not known, but it is another (semantics 4.3, row
 * aws:ResourceOrgID). Policies can tell organizations apart only by the ids they name, so the ids to try are those and one
 * that none of them names; no facts of AWS here.
 */
import { type KeyState, presentList, presentOrAbsent, UNKNOWN } from "../../domain/key-state.ts";
import { isAllStars, keysOf, type Pattern, type Predicate } from "../../domain/program.ts";

/** What the keys of the resource's organization can be. */
export interface OtherOrganization {
  readonly id: KeyState;
  readonly paths: KeyState;
}

const ID = "aws:resourceorgid";
const PATHS = "aws:resourceorgpaths";
/** An id of the form of AWS's that no policy names by chance; one that does is tried besides. */
const SOME_OTHER = "o-0000000000";
const OPERATORS: ReadonlySet<string> = new Set(["stringEquals", "stringEqualsIgnoreCase", "stringLike", "null"]);

/** Takes all that the policies ask, and the id of the organization that the account is not in. */
export function otherOrganization(predicates: readonly Predicate[], own: string): OtherOrganization {
  const onId = predicates.filter((predicate) => keysOf(predicate).includes(ID));
  const onPaths = predicates.filter((predicate) => keysOf(predicate).includes(PATHS));
  const named = onId.map((predicate) => idsNamed(predicate, own));
  const isOwnPathsOnly = onPaths.every(
    ({ key, operator, patterns, variables }) =>
      key === PATHS && OPERATORS.has(operator) && variables.length === 0 && patterns.every((each) => liesIn(own, each)),
  );
  return {
    id: named.includes(undefined)
      ? UNKNOWN
      : presentOrAbsent(...new Set([SOME_OTHER, ...named.flatMap((ids) => ids ?? [])])),
    paths: isOwnPathsOnly
      ? { ...presentList(`${SOME_OTHER}/r-0000/`), mayBeAbsent: true }
      : { ...UNKNOWN, isMultivalued: true },
  };
}

/** Ids but our own that a predicate can tell from others; undefined where it could tell any. */
function idsNamed({ key, operator, patterns, variables }: Predicate, own: string): readonly string[] | undefined {
  if (key !== ID || !OPERATORS.has(operator)) return undefined;
  const ids: string[] = [];
  for (const pattern of operator === "null" ? [] : patterns) {
    const [part, ...others] = pattern.parts;
    if (isAllStars(pattern) || (part !== undefined && "variable" in part && others.length === 0)) {
      // the variable for the caller's organization stands for our own id
      const variable = part !== undefined && "variable" in part ? variables[part.variable] : undefined;
      if (variable !== undefined && variable.key !== "aws:principalorgid") return undefined;
      continue;
    }
    if (part === undefined || !("literal" in part) || others.length > 0 || pattern.certainty !== "sure")
      return undefined;
    if (part.literal.toLowerCase() !== own.toLowerCase()) ids.push(part.literal);
  }
  return ids;
}

/** Does the pattern match paths of this organization only? */
function liesIn(own: string, { parts, certainty }: Pattern): boolean {
  const [part] = parts;
  return certainty === "sure" && part !== undefined && "literal" in part && part.literal.startsWith(`${own}/`);
}
