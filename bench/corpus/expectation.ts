/**
 * What a preview of the region policy must answer on the corpus, counted from the generator's own knowledge of each call
 * while it is made: an answer to check the service against that shares no code with it.
 */
import type { OrganizationSnapshot } from "../../host/domain/organization.ts";
import type { CallFacts } from "./events.ts";
import { accountsUnder } from "./organization.ts";
import { regionPolicyDenies } from "./policy.ts";

export interface Expectation {
  readonly newlyDenied: number;
  readonly undetermined: number;
}

export interface ExpectationCounter {
  observe(facts: CallFacts): void;
  /**
   * `unmapped` are the operations (eventSource, space, eventName) that the service says it knows no action of: of these
   * it may only answer for the whole service (R9).
   */
  counts(unmapped?: readonly string[]): Expectation;
}

/** Counts for `regionPolicy(regions)` attached to `targetId` of `organization`. */
export function countExpectation(
  organization: OrganizationSnapshot,
  targetId: string,
  regions: readonly string[],
): ExpectationCounter {
  const inTarget = accountsUnder(organization, targetId);
  const whenMapped = new Map<string, Expectation>();
  const whenUnmapped = new Map<string, Expectation>();
  return {
    observe(facts) {
      const isJudged = facts.fate === "allowed" || facts.fate === "failed";
      const isExempt = facts.kind === "serviceLinkedRole" || facts.kind === "awsService";
      if (!isJudged || isExempt || !inTarget.has(facts.accountId)) return;
      add(whenMapped, facts.operation, regionPolicyDenies(regions, facts));
      const actions = facts.actions.slice(0, 1).map((action) => `${action.slice(0, action.indexOf(":"))}:*`);
      const ofAny = regionPolicyDenies(regions, { ...facts, actions });
      add(whenUnmapped, facts.operation, ofAny === true ? undefined : ofAny);
    },
    counts(unmapped = []) {
      let [newlyDenied, undetermined] = [0, 0];
      for (const [operation, mapped] of whenMapped) {
        const expected = unmapped.includes(operation) ? whenUnmapped.get(operation) : mapped;
        newlyDenied += expected?.newlyDenied ?? 0;
        undetermined += expected?.undetermined ?? 0;
      }
      return { newlyDenied, undetermined };
    },
  };
}

/** `denies` undefined: the answer stays open. */
function add(table: Map<string, Expectation>, operation: string, denies: boolean | undefined): void {
  const { newlyDenied, undetermined } = table.get(operation) ?? { newlyDenied: 0, undetermined: 0 };
  table.set(operation, {
    newlyDenied: newlyDenied + (denies === true ? 1 : 0),
    undetermined: undetermined + (denies === undefined ? 1 : 0),
  });
}
