/** The smallest organization: a root, a management account that is not in the logs, and one member account. */
import type { AttachmentMode } from "../../host/domain/job.ts";
import type { OrganizationSnapshot } from "../../host/domain/organization.ts";
import { type PreviewPlan, planPreview } from "../../host/evaluation/plan/plan-preview.ts";

export const FULL_ACCESS = JSON.stringify({
  Version: "2012-10-17",
  Statement: { Effect: "Allow", Action: "*", Resource: "*" },
});

export function snapshotFor(account: string): OrganizationSnapshot {
  return {
    Organization: { Id: "o-exampleorgid", MasterAccountId: "000000000001" },
    Roots: [{ Id: "r-ab12" }],
    OrganizationalUnits: [],
    Accounts: [
      { Id: "000000000001", ParentId: "r-ab12" },
      { Id: account, ParentId: "r-ab12" },
    ],
    Policies: [
      {
        PolicySummary: { Id: "p-FullAWSAccess", Name: "FullAWSAccess", Type: "SERVICE_CONTROL_POLICY" },
        Content: FULL_ACCESS,
      },
    ],
    PolicyTargets: ["r-ab12", "000000000001", account].map((TargetId) => ({ PolicyId: "p-FullAWSAccess", TargetId })),
    CapturedAt: "2026-11-01T00:00:00Z",
  };
}

export function planForAccount(
  account: string,
  documents: readonly string[],
  attachmentMode: AttachmentMode = "ADD",
): PreviewPlan {
  const planned = planPreview({
    snapshot: snapshotFor(account),
    targetId: account,
    policyDocuments: documents,
    attachmentMode,
    windowStart: 0,
    windowEnd: Date.parse("2100-01-01"),
  });
  if (!planned.ok) throw new Error(planned.faults.map(({ message }) => message).join("; "));
  return planned.value;
}
