/**
 * A current hierarchy and a proposed one, that differ at one level: replaced, added to, with policies taken over, or with statements
 * that are a little narrower or wider than they were, so that one contains the other (R7).
 */
import type { Random } from "../../events/random.ts";
import { type FuzzCase, isReadable, type Levels, type PolicyJson, type StatementJson } from "../fuzz-case.ts";
import { ALLOW_ALL, EVEN, OPEN, randomLevel, randomLevels, randomPolicy } from "./random-hierarchy.ts";
import { joinConditions, randomCondition, randomStatement } from "./random-statement.ts";
import { slightChange } from "./slight-change.ts";

type Change = Pick<FuzzCase, "current" | "proposed">;

export function randomChange(random: Random): Change {
  return random.chance(0.4) ? randomProposal(random, randomLevels(random, OPEN)) : randomNeighbours(random);
}

function randomProposal(random: Random, current: Levels): Change {
  const target = random.below(current.length);
  const proposed = current.map((policies, index) => (index === target ? changeLevel(random, policies) : policies));
  return { current, proposed };
}

function changeLevel(random: Random, policies: readonly PolicyJson[]): readonly PolicyJson[] {
  if (random.chance(0.12)) return randomLevel(random, EVEN);
  if (random.chance(0.12)) return [...policies, randomPolicy(random, EVEN)];
  if (random.chance(0.1)) return [randomPolicy(random, EVEN), random.pick(policies)];
  const changed = policies.map((policy) => (random.chance(0.8) ? changePolicy(random, policy) : policy));
  return random.chance(0.1) ? [...changed, randomPolicy(random, EVEN)] : changed;
}

/** Statements are changed or, more seldom, taken out. What the grammar would refuse stays as it was. */
function changePolicy(random: Random, policy: PolicyJson): PolicyJson {
  const statements = policy.Statement.filter(() => random.chance(0.9)).map((statement) =>
    random.chance(0.7) ? slightChange(random, statement) : statement,
  );
  const changed = { ...policy, Statement: statements.length === 0 ? policy.Statement : statements };
  return isReadable([[changed]]) ? changed : policy;
}

/** One statement decides, and what becomes of it is all there is to see. */
function randomNeighbours(random: Random): Change {
  const [narrow, wide] = random.shuffle(readablePair(random, random.chance(0.7) ? "Deny" : "Allow"));
  if (narrow === undefined || wide === undefined) throw new Error("a pair");
  const open = policyOf(ALLOW_ALL);
  if (narrow.Effect === "Allow") {
    const more = random.chance(0.2) ? [policyOf(randomStatement(random, "Allow"))] : [];
    const other = more.every((policy) => isReadable([[policy]])) ? more : [];
    return { current: [[open], [policyOf(wide)]], proposed: [[open], [policyOf(narrow), ...other]] };
  }
  if (random.chance(0.12)) return { current: [[open, policyOf(wide)]], proposed: [[open]] };
  if (random.chance(0.3)) {
    // The one that is attached stands on another level.
    const root = [open, policyOf(wide)];
    return { current: [root, [open]], proposed: [root, [open, policyOf(narrow)]] };
  }
  return { current: [[open, policyOf(wide)]], proposed: [[open, policyOf(narrow)]] };
}

function policyOf(statement: StatementJson): PolicyJson {
  return { Version: "2012-10-17", Statement: [statement] };
}

/** A statement that mostly hangs on its conditions, and the same with a change or two. */
function readablePair(random: Random, effect: "Allow" | "Deny"): readonly StatementJson[] {
  for (;;) {
    const { Condition: _, ...whole } = randomStatement(random, effect);
    const simple = random.chance(0.6) ? { Effect: effect, Action: ["*"], Resource: ["*"] } : whole;
    const conditions = Array.from({ length: random.pick([1, 1, 1, 2]) }, () => randomCondition(random));
    const first: StatementJson = { ...simple, Condition: joinConditions(conditions) };
    const second = slightChange(random, random.chance(0.3) ? slightChange(random, first) : first);
    if (isReadable([[policyOf(first), policyOf(second)]])) return [first, second];
  }
}
