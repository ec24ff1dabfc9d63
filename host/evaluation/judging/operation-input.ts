/** Facts of operations → what the core is asked about actions. */
import type { OperationFacts } from "../../authorization/operation-facts.ts";
import type { OperationInput, Subject } from "../../wasm/judge-input.ts";
import { POSSIBILITIES } from "../../wasm/plan-layout.ts";
import type { FactColumn } from "./chunk-facts.ts";

/**
 * The first subjects are the operations' own actions, in their order. An operation without an action for sure refers to
 * its own subject as a possible one (R9).
 */
export function operationInput(column: FactColumn<OperationFacts>): OperationInput {
  const patterns = column.facts.map(({ authorization }) =>
    authorization.certainty === "exact" ? authorization.action : authorization.pattern,
  );
  const actions: Subject[] = patterns.map(actionSubject);
  const known = new Map<string, number>();
  const indexOf = (pattern: string): number => {
    const index = known.get(pattern) ?? actions.push(actionSubject(pattern)) - 1;
    known.set(pattern, index);
    return index;
  };
  const isCertain = ({ authorization }: OperationFacts) => authorization.certainty === "exact";
  return {
    ids: column.ids,
    actions,
    certain: column.facts.map(isCertain),
    variants: column.facts.map((facts) => (isCertain(facts) ? facts.insteadOfSameResources.map(indexOf) : [])),
    alternatives: column.facts.map((facts) => {
      const others = facts.instead.filter((pattern) => !facts.insteadOfSameResources.includes(pattern));
      return isCertain(facts) ? others.map(indexOf) : [];
    }),
    possible: column.facts.map((facts, own) => {
      const beside = facts.alsoPossible.filter((pattern) => !isCertain(facts) || !facts.instead.includes(pattern));
      return [...(isCertain(facts) ? [] : [own]), ...beside.map(indexOf)];
    }),
  };
}

/** `prefix:Name` is one action, `prefix:*` some action of a service, `*` anything; the core wants lower case. */
function actionSubject(pattern: string): Subject {
  if (pattern === "*") return { possibilities: POSSIBILITIES.anything, texts: [""] };
  if (pattern.endsWith(":*"))
    return { possibilities: POSSIBILITIES.anything, texts: [pattern.slice(0, -1).toLowerCase()] };
  if (pattern.includes("*")) throw new Error(`action pattern ${pattern} is neither one action nor a whole service`);
  return { possibilities: POSSIBILITIES.values, texts: [pattern.toLowerCase()] };
}
