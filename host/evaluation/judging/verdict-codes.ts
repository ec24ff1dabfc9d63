/** Verdict bytes of rows ↔ outcomes and impacts. The core's own codes are in host/wasm/plan-layout.ts; the others are numbered here. */
import type { Impact } from "../../domain/impact.ts";
import type { Outcome, OutcomeReason } from "../../domain/outcome.ts";
import { VERDICTS } from "../../wasm/plan-layout.ts";

export interface Ending {
  readonly outcome: Exclude<Outcome, "judged" | "unreadable">;
  readonly reason: OutcomeReason;
}

const ENDINGS: readonly Ending[] = [
  { outcome: "duplicate", reason: "copy" },
  { outcome: "alreadyDenied", reason: "accessDenied" },
  { outcome: "outOfScope", reason: "managementAccount" },
  { outcome: "outOfScope", reason: "serviceLinkedRole" },
  { outcome: "outOfScope", reason: "awsService" },
  { outcome: "outOfScope", reason: "anonymous" },
  { outcome: "outOfScope", reason: "outsideTarget" },
  { outcome: "notAnAuthorization", reason: "signIn" },
  { outcome: "notAnAuthorization", reason: "serviceEvent" },
  { outcome: "notAnAuthorization", reason: "insight" },
  { outcome: "notAnAuthorization", reason: "networkActivity" },
  { outcome: "notAnAuthorization", reason: "consoleAction" },
  { outcome: "notAnAuthorization", reason: "cannotBeDenied" },
  { outcome: "notAnAuthorization", reason: "userMapping" },
];

const IMPACT_OF: Readonly<Record<number, Impact>> = {
  [VERDICTS.unchanged]: "unchanged",
  [VERDICTS.deniedNow]: "deniedNow",
  [VERDICTS.newlyAllowed]: "newlyAllowed",
  [VERDICTS.newlyDenied]: "newlyDenied",
  [VERDICTS.undetermined]: "undetermined",
};

export const DUPLICATE_CODE = VERDICTS.host;

/** The code of an outcome that ends a row. Throws for one that no row can have: that would be a bug. */
export function codeOfEnding(reason: OutcomeReason): number {
  const index = ENDINGS.findIndex((ending) => ending.reason === reason);
  if (index < 0) throw new Error(`no verdict code for ${reason}`);
  return VERDICTS.host + index;
}

/** What a verdict byte means. Throws for a code that nobody gives. */
export function meaningOf(code: number): Ending | { readonly outcome: "judged"; readonly impact: Impact } {
  const impact = IMPACT_OF[code];
  if (impact !== undefined) return { outcome: "judged", impact };
  if (code === VERDICTS.outsideWindow) return { outcome: "outOfScope", reason: "outsideWindow" };
  if (code === VERDICTS.outsideOrganization) return { outcome: "outOfScope", reason: "outsideOrganization" };
  const ending = ENDINGS[code - VERDICTS.host];
  if (ending === undefined) throw new Error(`unknown verdict code ${code}`);
  return ending;
}
