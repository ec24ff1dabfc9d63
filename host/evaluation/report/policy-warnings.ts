/** What the authors of the proposed policies surely did not mean: a Deny of a misspelt action hits nobody, and that zero says nothing. */
import type { Fault } from "../../domain/fault.ts";
import type { PolicyWarning } from "../../domain/report.ts";
import { validatePolicy } from "../../policy/validate-policy.ts";
import { warnAboutAttachments } from "../../policy/warnings/attachments.ts";
import type { KnownNames } from "../../policy/warnings/known-names.ts";
import type { PreviewPlan } from "../plan/plan-preview.ts";

/** Warnings of the documents, in their order, then of the target. */
export function policyWarnings(plan: PreviewPlan, names: KnownNames): readonly PolicyWarning[] {
  const { policyDocuments, targetId } = plan.request;
  const ofDocuments = policyDocuments.flatMap((text, index) =>
    validatePolicy(text, names).warnings.map((warning) => describe(warning, index + 1)),
  );
  const ofTarget = warnAboutAttachments(attachedTo(plan, targetId), targetId);
  return ofTarget === undefined ? ofDocuments : [...ofDocuments, describe(ofTarget)];
}

/** How many policies the target has as proposed; none when no account is below it, whose hierarchy would tell. */
function attachedTo(plan: PreviewPlan, targetId: string): number {
  const [account] = plan.accounts.values();
  const level = account?.proposed.find(({ level: id }) => id === targetId);
  return new Set(level?.statements.map(({ policy }) => policy.id)).size;
}

function describe({ code, message, where }: Fault, document?: number): PolicyWarning {
  return {
    ...(document === undefined ? {} : { document }),
    ...(where?.line === undefined ? {} : { line: where.line }),
    ...(where?.column === undefined ? {} : { column: where.column }),
    code,
    message,
  };
}
