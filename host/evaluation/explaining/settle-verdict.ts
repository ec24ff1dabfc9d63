/** Verdicts that the core leaves to a closer look at one row: whether anything is allowed now, and whether anything is taken away. */
import type { Program } from "../../domain/program.ts";
import { VERDICTS } from "../../wasm/plan-layout.ts";
import type { LevelStatements } from "../plan/level-statements.ts";
import { mayBeAllowedNow } from "./may-be-allowed-now.ts";
import { openPlaceOf } from "./open-place.ts";
import type { AuthorizationView } from "./statement-truths.ts";

/** The authorizations of a row: those of which one was asked for sure, and those that may have been asked besides. */
export interface RowViews {
  readonly certain: readonly AuthorizationView[];
  readonly possible: readonly AuthorizationView[];
}

/** Takes the core's verdict; gives the one that counts. */
export function settleVerdict(
  program: Program,
  verdict: number,
  { certain, possible }: RowViews,
  current: readonly LevelStatements[],
  proposed: readonly LevelStatements[],
): number {
  if (verdict === VERDICTS.deniedIfAllowedNow) {
    const isShown = certain.every((view) => mayBeAllowedNow(program, view, current));
    return isShown ? VERDICTS.newlyDenied : VERDICTS.undetermined;
  }
  if (verdict !== VERDICTS.undetermined) return verdict;
  const views = [...certain, ...possible];
  const isOpen = views.some((view) => openPlaceOf(program, view, proposed, current) !== undefined);
  return isOpen ? VERDICTS.undetermined : VERDICTS.unchanged;
}
