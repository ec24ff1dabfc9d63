/** What a case expects to be answered. */
import { IMPACTS, type Impact } from "../../host/domain/impact.ts";
import type { Decision } from "../../host/wasm/decision.ts";
import type { CaseJson } from "./case-json.ts";

export interface Expected {
  readonly impact: Impact;
  /** Under the proposed hierarchy; of cases that have FullAWSAccess on every level now. */
  readonly decision?: Decision;
  /** The first statement that an explicit deny rests on, as far as the case names it. */
  readonly decidedBy?: Deciding;
  /** Keys in lower case, sorted. */
  readonly unknown?: readonly string[];
}

/** Positions, levels from the root. */
export interface Deciding {
  readonly level: number;
  readonly policy?: number;
  readonly statement?: number;
  readonly sid?: string;
}

/** What a decision is to a call that FullAWSAccess allows now. */
const IMPACT_OF: Readonly<Record<Decision, Impact>> = {
  allowed: "unchanged",
  explicitDeny: "newlyDenied",
  implicitDeny: "newlyDenied",
  undetermined: "undetermined",
};

export function expectedOf(entry: CaseJson, complain: (what: string) => never): Expected {
  const { current, decision, impact, decidedBy, unknown } = entry;
  if ((decision === undefined) !== (current !== undefined))
    complain("`decision` is asked where every level has FullAWSAccess now, and only there");
  if (decision === undefined && impact === undefined) complain("beside `current` stands `impact`");
  if (decision !== undefined && !Object.hasOwn(IMPACT_OF, decision)) complain(`${decision} is no decision`);
  if (impact !== undefined && !IMPACTS.includes(impact)) complain(`${impact} is no impact`);
  if (decidedBy !== undefined && decision !== "explicitDeny") complain("`decidedBy` names a Deny that matches");
  if (unknown !== undefined && decision === undefined) complain("`unknown` belongs to a decision");
  return {
    impact: impact ?? IMPACT_OF[decision ?? "allowed"],
    ...(decision === undefined ? {} : { decision }),
    ...(decidedBy === undefined ? {} : { decidedBy }),
    ...(unknown === undefined ? {} : { unknown: unknown.map((key) => key.toLowerCase()).sort() }),
  };
}
