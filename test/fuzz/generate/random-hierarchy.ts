/** A hierarchy of one to four levels, each with one to three policies, all of which the grammar takes. */
import type { Random } from "../../events/random.ts";
import { isReadable, type Levels, type PolicyJson, type StatementJson } from "../fuzz-case.ts";
import { randomStatement } from "./random-statement.ts";

export const ALLOW_ALL: StatementJson = { Effect: "Allow", Action: ["*"], Resource: ["*"] };

/** Policies that the grammar refused and that were made anew, of all that were made: the generator is to make few of them. */
export const made = { policies: 0, refused: 0 };

/** How often a policy allows everything, and how often its other statements deny. */
export interface Leaning {
  readonly open: number;
  readonly deny: number;
}

export const EVEN: Leaning = { open: 0.4, deny: 0.5 };
/** So that most requests are allowed before a change. */
export const OPEN: Leaning = { open: 0.75, deny: 0.6 };

export function randomLevels(random: Random, leaning: Leaning): Levels {
  return Array.from({ length: random.pick([1, 1, 2, 2, 2, 3, 4]) }, () => randomLevel(random, leaning));
}

export function randomLevel(random: Random, leaning: Leaning): readonly PolicyJson[] {
  return Array.from({ length: random.pick([1, 1, 1, 2, 2, 3]) }, () => randomPolicy(random, leaning));
}

export function randomPolicy(random: Random, leaning: Leaning): PolicyJson {
  for (;;) {
    const policy = makePolicy(random, leaning);
    made.policies++;
    if (isReadable([[policy]])) return policy;
    made.refused++;
  }
}

function makePolicy(random: Random, { open, deny }: Leaning): PolicyJson {
  const statements: StatementJson[] = random.chance(open) ? [ALLOW_ALL] : [];
  for (let count = random.below(3); count > 0 || statements.length === 0; count--) {
    statements.push(randomStatement(random, random.chance(deny) ? "Deny" : "Allow"));
  }
  const named = statements.map((statement, index) =>
    random.chance(0.3) ? { Sid: `S${index}`, ...statement } : statement,
  );
  return { ...randomVersion(random), Statement: named };
}

function randomVersion(random: Random): Pick<PolicyJson, "Version"> {
  if (random.chance(0.08)) return {};
  return { Version: random.chance(0.9) ? "2012-10-17" : "2008-10-17" };
}
