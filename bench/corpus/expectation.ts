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
  counts(): Expectation;
}

/** Counts for `regionPolicy(regions)` attached to `targetId` of `organization`. */
export function countExpectation(
  organization: OrganizationSnapshot,
  targetId: string,
  regions: readonly string[],
): ExpectationCounter {
  const inTarget = accountsUnder(organization, targetId);
  let newlyDenied = 0;
  let undetermined = 0;
  return {
    observe(facts) {
      const isJudged = facts.fate === "allowed" || facts.fate === "failed";
      const isExempt = facts.kind === "serviceLinkedRole" || facts.kind === "awsService";
      if (!isJudged || isExempt || !inTarget.has(facts.accountId)) return;
      const denies = regionPolicyDenies(regions, facts);
      if (denies === true) newlyDenied += 1;
      if (denies === undefined) undetermined += 1;
    },
    counts: () => ({ newlyDenied, undetermined }),
  };
}
