/** Everything that `mutate.ts` breaks. */
import { AUTHORIZATION_MUTATIONS } from "./authorization-mutations.ts";
import { DECISION_MUTATIONS } from "./decision-mutations.ts";
import type { Mutation } from "./mutation.ts";
import { OPERATOR_MUTATIONS } from "./operator-mutations.ts";
import { PATTERN_MUTATIONS } from "./pattern-mutations.ts";

export const MUTATIONS: readonly Mutation[] = [
  ...OPERATOR_MUTATIONS,
  ...PATTERN_MUTATIONS,
  ...DECISION_MUTATIONS,
  ...AUTHORIZATION_MUTATIONS,
];
