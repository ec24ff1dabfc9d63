/** Every policy × every record: a preview of each policy over all records, whoever's they are. */
import type { UserMapping } from "../../host/authorization/actions/user-mapping.ts";
import type { SuppliedContext } from "../../host/authorization/keys/supplied-context.ts";
import { describeFault } from "../../host/domain/fault.ts";
import type { OrganizationSnapshot } from "../../host/domain/organization.ts";
import type { Finding, ReportCounts } from "../../host/domain/report.ts";
import { evaluatePartition } from "../../host/evaluation/judging/evaluate-partition.ts";
import { planPreview } from "../../host/evaluation/plan/plan-preview.ts";
import { createMinimalOrganization } from "../local/minimal-organization.ts";
import type { PolicyFile } from "./coverage-arguments.ts";
import type { Activity } from "./load-activity.ts";

export interface JudgedPolicy {
  readonly name: string;
  readonly counts: ReportCounts;
  readonly findings: readonly Finding[];
}

export interface JudgedPolicies {
  readonly judged: readonly JudgedPolicy[];
  /** Policies that the grammar refuses, with the first fault. */
  readonly refused: readonly { readonly name: string; readonly fault: string }[];
}

/** Later than any record. */
const WINDOW_END = Date.UTC(2100, 0, 1);

export function judgeAllPolicies(
  { core, catalogue, chunks }: Activity,
  policies: readonly PolicyFile[],
  supplied: { readonly mapping: UserMapping | undefined; readonly context: SuppliedContext | undefined },
): JudgedPolicies {
  const accounts = new Set(chunks.flatMap(({ columns }) => columns.identity.values.flatMap(accountsIn)));
  const snapshot = organizationOf(accounts);
  const targetId = snapshot.Roots[0]?.Id ?? "";
  const judged: JudgedPolicy[] = [];
  const refused: { name: string; fault: string }[] = [];
  for (const { name, text } of policies) {
    const plan = planPreview({
      snapshot,
      targetId,
      policyDocuments: [text],
      windowStart: Date.UTC(1970, 0, 1),
      windowEnd: WINDOW_END,
      ...(supplied.mapping === undefined ? {} : { mapping: supplied.mapping }),
      ...(supplied.context === undefined ? {} : { context: supplied.context }),
    });
    if (!plan.ok) {
      const [fault] = plan.faults;
      refused.push({ name, fault: fault === undefined ? "" : describeFault(fault) });
      continue;
    }
    const { counts, findings } = evaluatePartition(core, plan.value, catalogue, "all/0", chunks);
    judged.push({ name, counts, findings });
  }
  return { judged, refused };
}

/** All accounts below one root, everything allowed; the management account is none of them. */
function organizationOf(accounts: ReadonlySet<string>): OrganizationSnapshot {
  const [first = "000000000001", ...others] = accounts;
  const minimal = createMinimalOrganization(first, accounts);
  const [policy] = minimal.PolicyTargets;
  const root = minimal.Roots[0]?.Id ?? "";
  return {
    ...minimal,
    Accounts: [...minimal.Accounts, ...others.map((Id) => ({ Id, Name: Id, ParentId: root }))],
    PolicyTargets: [
      ...minimal.PolicyTargets,
      ...others.map((TargetId) => ({ PolicyId: policy?.PolicyId ?? "", TargetId })),
    ],
  };
}

function accountsIn(identity: string): readonly string[] {
  return [...identity.matchAll(/"accountId"\s*:\s*"(\d{12})"/gi)].map(([, id = ""]) => id);
}
