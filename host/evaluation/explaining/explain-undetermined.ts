/** What keeps a row open, over all its authorizations: those that were asked for sure first, then what may have been. */
import type { Authorization } from "../../authorization/request/authorization.ts";
import type { Program } from "../../domain/program.ts";
import type { RequestFacts } from "../judging/chunk-facts.ts";
import type { PlannedAccount } from "../plan/plan-preview.ts";
import { type AuthorizationPlace, type Explanation, explainOpen } from "./explain-verdict.ts";
import type { RowViews } from "./settle-verdict.ts";
import type { AuthorizationView } from "./statement-truths.ts";

interface Part extends Explanation {
  /** Why it is open although its own keys and resource are known. */
  readonly why?: string;
}

export function explainUndetermined(
  program: Program,
  { certain, possible }: RowViews,
  planned: PlannedAccount,
  { authorizations, request }: RequestFacts,
): Explanation {
  const explain = (view: AuthorizationView, place: AuthorizationPlace): Explanation | undefined => {
    const open = explainOpen(program, [view], planned.proposed, planned.current);
    return open.decidedBy === undefined ? undefined : { ...open, place };
  };
  const parts: Part[] = [];
  for (const [list, alternatives] of certain.entries()) {
    const open = alternatives.map((view, alternative) => explain(view, { list, alternative }));
    const why = whyInItsPlace(authorizations.certain[list] ?? [], open);
    for (const each of open) {
      if (each !== undefined) parts.push(why === undefined ? each : { ...each, why });
    }
  }
  for (const [index, view] of possible.entries()) {
    const open = explain(view, { possible: index });
    if (open !== undefined) parts.push({ ...open, why: whyPossible(authorizations.possible[index], request.name) });
  }
  return merge(parts);
}

/** Of the alternatives some are open or denied and some are not: which of them AWS asked for would decide. */
function whyInItsPlace(
  alternatives: readonly Authorization[],
  open: readonly (Explanation | undefined)[],
): string | undefined {
  if (alternatives.length < 2) return undefined;
  const isMixed = open.includes(undefined);
  const isDenied = open.some((each) => each !== undefined && each.unknown.length === 0);
  if (!isMixed && !isDenied) return undefined;
  const actions = [...new Set(alternatives.map(({ action }) => action))];
  if (actions.length > 1) return `AWS asked for one of ${actions.join(", ")}, and the record does not tell which`;
  return `AWS asked for ${actions[0]} on one of several resources, and the record does not tell which`;
}

function whyPossible(authorization: Authorization | undefined, eventName: string): string {
  if (authorization === undefined) throw new Error("no authorization to explain");
  const { action, provenance } = authorization;
  if (provenance === "unmapped") return "the call maps to no known action";
  return `${eventName} may also have needed ${action}`;
}

function merge(parts: readonly Part[]): Explanation {
  const [first] = parts;
  const reasons = parts.flatMap(({ reason, why }) => [reason, why]).filter((each) => each !== undefined);
  return {
    ...(first?.place === undefined ? {} : { place: first.place }),
    ...(first?.decidedBy === undefined ? {} : { decidedBy: first.decidedBy }),
    unknown: [...new Set(parts.flatMap(({ unknown }) => unknown))].sort(),
    ...(reasons.length === 0 ? {} : { reason: [...new Set(reasons)].sort().join("; ") }),
  };
}
