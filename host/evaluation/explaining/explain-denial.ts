/** A sure denial of a row: which of its authorizations is denied, and by what (R10). */
import type { Program } from "../../domain/program.ts";
import type { PlannedAccount } from "../plan/plan-preview.ts";
import { compareDenials, type Denial, denialOf, type Explanation } from "./explain-verdict.ts";
import type { RowViews } from "./settle-verdict.ts";

/**
 * Of the authorizations asked for sure the one whose denial comes first in the order of R10. Where AWS asked for one of several,
 * every one that is allowed now is denied; the first of them stands for all.
 */
export function explainCertainDenial(program: Program, { certain }: RowViews, planned: PlannedAccount): Explanation {
  let first: { readonly denial: Denial; readonly place: Explanation["place"] } | undefined;
  const consider = (isWhole: boolean) => {
    for (const [list, alternatives] of certain.entries()) {
      const denials = alternatives.map((view) => denialOf(program, view, planned.proposed));
      const alternative = denials.findIndex((denial) => denial !== undefined);
      const denial = denials[alternative];
      if (denial === undefined || (isWhole && denials.includes(undefined))) continue;
      if (first === undefined || compareDenials(denial, first.denial) < 0)
        first = { denial, place: { list, alternative } };
    }
  };
  consider(true);
  // an alternative without denial was denied before, and so was not asked for
  if (first === undefined) consider(false);
  if (first === undefined) throw new Error("a denied row has neither a Deny nor a level without Allow");
  const { denial, place } = first;
  return { ...(place === undefined ? {} : { place }), decidedBy: denial.decidedBy, unknown: [] };
}
