/**
 * The shape of a snapshot: members, types, and ids that look like ids. Members it does not know are ignored, as AWS adds
 * new ones to its answers. Looks at each entry alone; whether they fit each other is not asked here.
 */
import { failure, type Result, success } from "../domain/fault.ts";
import type { OrganizationSnapshot } from "../domain/organization.ts";
import { quote } from "../policy/quote.ts";
import { createShapeReader, type IdForm, type JsonObject, type ShapeReader } from "./json-shape.ts";
import { isServiceControlPolicy } from "./service-control-policy.ts";

/**
 * What an id must look like, and what to call it. Looser than AWS's own patterns in length (AWS's printed examples break those), strict
 * where ids build paths and orders: ASCII, no slash.
 */
const IDS = {
  organization: { pattern: /^o-[0-9a-z]+$/, words: "an organization id (`o-…`)" },
  root: { pattern: /^r-[0-9a-z]+$/, words: "a root id (`r-…`)" },
  unit: { pattern: /^ou-[0-9a-z-]+$/, words: "an OU id (`ou-…`)" },
  account: { pattern: /^[0-9]{12}$/, words: "an account id (12 digits in quotes)" },
  policy: { pattern: /^p-[0-9A-Za-z_-]+$/, words: "a policy id (`p-…`)" },
} as const satisfies Readonly<Record<string, IdForm>>;

const POLICY_TYPE = /^[A-Z0-9_]+$/;

const ISO_8601 = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:\d{2})$/;

/**
 * Takes parsed JSON. Codes of its faults: `wrong-type`, `missing-member`, `too-many-entries`, `invalid-id`, `invalid-time`,
 * `invalid-policy-type`, `missing-content`, `more-faults`.
 */
export function readSnapshot(value: unknown): Result<OrganizationSnapshot> {
  const reader = createShapeReader();
  const root = reader.object(value, []);
  const organization = reader.memberObject(root, "Organization");
  const delegated = reader.optionalObjects(root, "DelegatedAdministrators");
  const capturedAt = reader.optionalText(root, "CapturedAt");
  if (capturedAt !== undefined && !(ISO_8601.test(capturedAt) && Number.isFinite(Date.parse(capturedAt)))) {
    const message = `${quote(capturedAt)} is no time; write it as \`2026-11-23T10:00:00Z\``;
    reader.report(["CapturedAt"], "invalid-time", message);
  }
  const snapshot: OrganizationSnapshot = {
    Organization: {
      Id: reader.memberId(organization, "Id", IDS.organization),
      MasterAccountId: reader.memberId(organization, "MasterAccountId", IDS.account),
    },
    Roots: reader.memberObjects(root, "Roots").map((entry) => readRoot(reader, entry)),
    OrganizationalUnits: reader
      .memberObjects(root, "OrganizationalUnits")
      .map((entry) => readChild(reader, entry, "unit")),
    Accounts: reader.memberObjects(root, "Accounts").map((entry) => readChild(reader, entry, "account")),
    Policies: reader.memberObjects(root, "Policies").map((entry) => readPolicy(reader, entry)),
    PolicyTargets: reader.memberObjects(root, "PolicyTargets").map((entry) => ({
      PolicyId: reader.memberText(entry, "PolicyId"),
      TargetId: reader.memberText(entry, "TargetId"),
    })),
    ...(delegated && {
      DelegatedAdministrators: delegated.map((entry) => ({ Id: reader.memberId(entry, "Id", IDS.account) })),
    }),
    ...(capturedAt !== undefined && { CapturedAt: capturedAt }),
  };
  const faults = reader.faults();
  return faults.length > 0 ? failure(...faults) : success(snapshot);
}

function readRoot(reader: ShapeReader, entry: JsonObject): OrganizationSnapshot["Roots"][number] {
  const types = reader.optionalObjects(entry, "PolicyTypes");
  return {
    Id: reader.memberId(entry, "Id", IDS.root),
    ...readName(reader, entry),
    ...(types && {
      PolicyTypes: types.map((type) => ({
        Type: reader.memberText(type, "Type"),
        Status: reader.memberText(type, "Status"),
      })),
    }),
  };
}

function readChild(
  reader: ShapeReader,
  entry: JsonObject,
  kind: "unit" | "account",
): OrganizationSnapshot["Accounts"][number] {
  const Id = reader.memberId(entry, "Id", IDS[kind]);
  return { Id, ...readName(reader, entry), ParentId: reader.memberText(entry, "ParentId") };
}

function readPolicy(reader: ShapeReader, entry: JsonObject): OrganizationSnapshot["Policies"][number] {
  const summary = reader.memberObject(entry, "PolicySummary");
  const type = reader.optionalText(summary, "Type");
  // In another spelling an SCP would pass for a policy of another type, and be left out without a word.
  if (type !== undefined && !POLICY_TYPE.test(type)) {
    const message = `${quote(type)} is no policy type; write it as AWS does, for instance \`SERVICE_CONTROL_POLICY\``;
    reader.report([...summary.path, "Type"], "invalid-policy-type", message);
  }
  const PolicySummary = {
    Id: reader.memberId(summary, "Id", IDS.policy),
    ...readName(reader, summary),
    ...(type !== undefined && { Type: type }),
  };
  const content = reader.optionalText(entry, "Content");
  const policy = { PolicySummary, Content: content ?? "" };
  const hasNone = entry.members !== undefined && (entry.members.Content ?? "") === "";
  if (hasNone && isServiceControlPolicy(policy)) {
    const message = `policy ${quote(PolicySummary.Id)} has no \`Content\`; add its text, as describe-policy gives it`;
    reader.report(entry.path, "missing-content", message);
  }
  return policy;
}

function readName(reader: ShapeReader, entry: JsonObject): { readonly Name?: string } {
  const name = reader.optionalText(entry, "Name");
  return name === undefined ? {} : { Name: name };
}
