/**
 * Keys of which nothing is known for any row are taken out of their dimensions and put once for all rows. So a policy variable
 * that nobody knows costs nothing: no row needs to be judged twice for it.
 */
import { RESOURCE_KEY } from "../../domain/program.ts";
import type { DimensionInput, JudgeInput, Subject } from "../../wasm/judge-input.ts";
import { POSSIBILITIES } from "../../wasm/plan-layout.ts";

export function withConstants(input: JudgeInput): JudgeInput {
  const constants = new Map(input.constants);
  const take = (subjects: DimensionInput["subjects"]): DimensionInput["subjects"] =>
    new Map(
      [...subjects].filter(([key, [first, ...others]]) => {
        if (first === undefined || key === RESOURCE_KEY || !isOpen(first)) return true;
        if (others.some((other) => !isOpen(other) || other.possibilities !== first.possibilities)) return true;
        constants.set(key, first);
        return false;
      }),
    );
  const context = input.context
    .map((dimension) => ({ ...dimension, subjects: take(dimension.subjects) }))
    .filter(({ subjects }) => subjects.size > 0);
  const { targets } = input.request;
  const request = { ...input.request, targets: { ...targets, subjects: take(targets.subjects) } };
  return { ...input, context, request, constants };
}

function isOpen({ possibilities, texts }: Subject): boolean {
  const open = POSSIBILITIES.absent | POSSIBILITIES.anything;
  return texts.length === 0 && (possibilities & open) === open && (possibilities & POSSIBILITIES.values) === 0;
}
