/**
 * A snapshot, a target and proposed documents → everything that is the same for all events of a preview.
 */
import type { UserMapping } from "../../authorization/actions/user-mapping.ts";
import type { SuppliedContext } from "../../authorization/keys/supplied-context.ts";
import { type Fault, failure, type Result, success } from "../../domain/fault.ts";
import type { AttachmentMode } from "../../domain/job.ts";
import type { OrganizationSnapshot } from "../../domain/organization.ts";
import type { Program } from "../../domain/program.ts";
import { createHierarchies } from "../../organization/hierarchy-of.ts";
import { decideAttachmentMode, proposeHierarchy } from "../../organization/propose.ts";
import { createProgramBuilder } from "../../policy/build-program.ts";
import type { AccountClassInput } from "../../wasm/judge-input.ts";
import { accountClassOf } from "./account-class.ts";
import { type LevelStatements, readLevels } from "./level-statements.ts";

export interface PreviewRequest {
  readonly snapshot: OrganizationSnapshot;
  readonly targetId: string;
  readonly policyDocuments: readonly string[];
  readonly attachmentMode?: AttachmentMode;
  /** Milliseconds since 1970; the window is [windowStart, windowEnd). */
  readonly windowStart: number;
  readonly windowEnd: number;
  /** Rows of the user's, which go before ours. */
  readonly mapping?: UserMapping;
  /** Values of the user's for keys that the records do not show. */
  readonly context?: SuppliedContext;
}

export interface PlannedAccount {
  readonly classIndex: number;
  readonly current: readonly LevelStatements[];
  readonly proposed: readonly LevelStatements[];
}

export interface PreviewPlan {
  readonly request: PreviewRequest;
  readonly program: Program;
  readonly attachment: { readonly mode: AttachmentMode; readonly why: string };
  /** The accounts of the target, management account excluded, by id. */
  readonly accounts: ReadonlyMap<string, PlannedAccount>;
  readonly classes: readonly AccountClassInput[];
  readonly isListed: (account: string) => boolean;
  readonly isManagementAccount: (account: string) => boolean;
  /** `aws:PrincipalOrgPaths` of a listed account; undefined where the snapshot does not tell. */
  readonly organizationPaths: (account: string) => string | undefined;
  /** Milliseconds since 1970; undefined when the snapshot does not say. */
  readonly capturedAt: number | undefined;
}

/** Fault codes that name which job error a failed plan is (design part 6). */
export const INVALID_TARGET = "invalid-target";
export const INVALID_ORGANIZATION = "invalid-organization";
export const INVALID_POLICY = "invalid-policy";

/** Faults: `invalid-target`, `invalid-organization`, `invalid-policy`. */
export function planPreview(request: PreviewRequest): Result<PreviewPlan> {
  const hierarchies = createHierarchies(request.snapshot);
  const accountIds = hierarchies.accountsUnder(request.targetId);
  const target = checkTarget(request);
  if (target !== undefined) return failure(target);
  if (request.policyDocuments.length === 0) {
    return failure({ code: INVALID_POLICY, message: "the proposal has no policy document; name at least one" });
  }
  const builder = createProgramBuilder();
  for (const [index, document] of request.policyDocuments.entries()) {
    const compiled = builder.addPolicy(document);
    if (!compiled.ok)
      return failure(
        ...compiled.faults.map((fault) => recode(fault, INVALID_POLICY, `proposed document ${index + 1}: `)),
      );
  }

  const read = new Map<string, Omit<PlannedAccount, "classIndex">>();
  const attachment = decideAttachmentMode(request.policyDocuments, request.attachmentMode);
  for (const id of accountIds) {
    const hierarchy = hierarchies.of(id);
    if (hierarchy === undefined) throw new Error(`account ${id} is under the target and has no hierarchy`);
    const proposal = proposeHierarchy(hierarchy, request.targetId, request.policyDocuments, attachment.mode);
    const current = readLevels(hierarchy, builder);
    if (!current.ok) return failure(...current.faults.map((fault) => recode(fault, INVALID_ORGANIZATION, "")));
    const proposed = readLevels(proposal.hierarchy, builder);
    if (!proposed.ok) return failure(...proposed.faults.map((fault) => recode(fault, INVALID_ORGANIZATION, "")));
    read.set(id, { current: current.value, proposed: proposed.value });
  }

  const program = builder.build();
  const { accounts, classes } = classify(program, read);
  const capturedAt = request.snapshot.CapturedAt === undefined ? undefined : Date.parse(request.snapshot.CapturedAt);
  return success({
    request,
    program,
    attachment,
    accounts,
    classes,
    isListed: (account) => hierarchies.contains(account),
    isManagementAccount: (account) => hierarchies.isManagementAccount(account),
    organizationPaths: (account) => hierarchies.organizationPaths(account),
    capturedAt,
  });
}

/** An OU without accounts is a fair target: its report says that there is nobody to look at. */
function checkTarget(request: PreviewRequest): Fault | undefined {
  const { snapshot, targetId } = request;
  if (targetId === snapshot.Organization.MasterAccountId) {
    const message = `target \`${targetId}\` is the management account, which no service control policy restricts; choose a root, OU or member account`;
    return { code: INVALID_TARGET, message };
  }
  const known = [...snapshot.Roots, ...snapshot.OrganizationalUnits, ...snapshot.Accounts].some(
    ({ Id }) => Id === targetId,
  );
  if (!known)
    return {
      code: INVALID_TARGET,
      message: `target \`${targetId}\` is not in the organization snapshot; check the id or store a newer snapshot with PUT /organization`,
    };
  return undefined;
}

function recode(fault: Fault, code: string, prefix: string): Fault {
  return { ...fault, code, message: `${prefix}${fault.message}` };
}

function classify(
  program: Program,
  read: ReadonlyMap<string, Omit<PlannedAccount, "classIndex">>,
): Pick<PreviewPlan, "accounts" | "classes"> {
  const accounts = new Map<string, PlannedAccount>();
  const classes: AccountClassInput[] = [];
  const known = new Map<string, number>();
  for (const [id, levels] of read) {
    const input = accountClassOf(program, levels.current, levels.proposed);
    const identity = JSON.stringify(input);
    const classIndex = known.get(identity) ?? classes.push(input) - 1;
    known.set(identity, classIndex);
    accounts.set(id, { ...levels, classIndex });
  }
  return { accounts, classes };
}
