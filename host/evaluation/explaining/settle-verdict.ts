/** Verdicts that the core leaves to a closer look at one row: whether anything is allowed now, and whether anything is taken away. */
import type { Program } from "../../domain/program.ts";
import { VERDICTS } from "../../wasm/plan-layout.ts";
import type { LevelStatements } from "../plan/level-statements.ts";
import { mayBeAllowedNow } from "./may-be-allowed-now.ts";
import { openPlaceOf } from "./open-place.ts";
import type { AuthorizationView } from "./statement-truths.ts";

/** The authorizations of a row: those asked for sure, of each list one, and those that may have been asked besides. */
export interface RowViews {
  readonly certain: readonly (readonly AuthorizationView[])[];
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
    const isShown = mayAllBeAllowedNow(program, certain, current);
    return isShown ? VERDICTS.newlyDenied : VERDICTS.undetermined;
  }
  if (verdict !== VERDICTS.undetermined) return verdict;
  const views = [...certain.flat(), ...possible];
  const isOpen = views.some((view) => openPlaceOf(program, view, proposed, current) !== undefined);
  return isOpen ? VERDICTS.undetermined : VERDICTS.unchanged;
}

/** Picks of every list the first that can be allowed together with those picked before. */
function mayAllBeAllowedNow(
  program: Program,
  certain: RowViews["certain"],
  current: readonly LevelStatements[],
): boolean {
  let picked: readonly AuthorizationView[] = [];
  for (const alternatives of certain) {
    const next = alternatives.find((view) => mayBeAllowedNow(program, [...picked, view], current));
    if (next === undefined) return false;
    picked = [...picked, next];
  }
  return true;
}
