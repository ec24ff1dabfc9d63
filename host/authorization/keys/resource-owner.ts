/**
 * Whose a resource is (semantics 4.3, row aws:ResourceAccount), and what a snapshot says of that account. The account of a
 * resource that may be shared, or that is AWS's own, is unknown unless the record says it.
 */
import {
  type KeyState,
  PRESENT_UNKNOWN,
  present,
  presentList,
  presentOrAbsent,
  UNKNOWN,
} from "../../domain/key-state.ts";
import { accountMember, textMember } from "../record-json.ts";
import { type Authorization, resourceText } from "../request/authorization.ts";
import type { CallRequest } from "../request/call-request.ts";
import type { OtherOrganization } from "./other-organization.ts";

export interface OrganizationView {
  readonly id: string;
  pathsOf(account: string): string | undefined;
  isListed(account: string): boolean;
  /** What the keys can be of accounts that are not listed, where it is sure that they are in another organization, or in none. */
  readonly other: OtherOrganization | undefined;
}

/** Actions that lack the key [C IAM-KEYS, row aws:ResourceAccount]; the same of OpenSearch and Directory Service [S data perimeter]. */
const WITHOUT_KEY: ReadonlySet<string> = new Set(
  [
    "ec2:AcceptTransitGatewayPeeringAttachment ec2:AcceptVpcEndpointConnections ec2:AcceptVpcPeeringConnection",
    "ec2:CopyImage ec2:CopySnapshot ec2:CreateTransitGatewayPeeringAttachment ec2:CreateVolume ec2:CreateVpcEndpoint",
    "ec2:CreateVpcPeeringConnection ec2:DeleteTransitGatewayPeeringAttachment ec2:DeleteVpcPeeringConnection",
    "ec2:RejectTransitGatewayPeeringAttachment ec2:RejectVpcEndpointConnections ec2:RejectVpcPeeringConnection",
    "events:PutEvents guardduty:AcceptAdministratorInvitation macie2:AcceptAdministratorInvitation",
    "macie2:AcceptInvitation securityhub:AcceptAdministratorInvitation es:AcceptInboundConnection",
    "route53:AssociateVPCWithHostedZone route53:CreateVPCAssociationAuthorization route53:ListHostedZonesByVPC",
    "route53:DeleteVPCAssociationAuthorization route53:DisassociateVPCFromHostedZone ds:AcceptSharedDirectory",
    "auditmanager:UpdateAssessmentFrameworkShare detective:AcceptInvitation",
  ]
    .join(" ")
    .toLowerCase()
    .split(" "),
);
/** Services that lack it for all, or for some of, their actions [C IAM-KEYS]. */
const MAY_LACK_KEY: ReadonlySet<string> = new Set(["ebs", "aoss", "workspaces"]);
/** Resources of EC2 that belong to EBS, and actions on them, some of which ask for no resource. */
const OF_EBS = /:(?:volume|snapshot)\//;
const ACTIONS_OF_EBS = /^ec2:.*(?:ebs|snapshot|volume)/;
/** ARNs without account, whose resources are always the caller's own. */
const ALWAYS_LOCAL: ReadonlySet<string> = new Set(["apigateway", "route53"]);

/** Only the owner can do these, or they make what is the caller's [C S3 and EC2 API references]; known of calls that worked. */
const OWNERS_ACTIONS =
  /^(?:s3:createbucket|ec2:(?:modifysnapshotattribute|resetsnapshotattribute|modifyimageattribute|resetimageattribute|deletesnapshot|deregisterimage))$/;

/** Of `aws:ResourceAccount` and `s3:ResourceAccount`. */
export function resourceAccountState(request: CallRequest, authorization: Authorization): KeyState {
  const action = authorization.action.toLowerCase();
  const [prefix = ""] = action.split(":");
  const account = ownerOf(request, authorization, prefix);
  const { resource } = authorization;
  const isOfEbs =
    prefix === "ec2" && (resource.kind === "none" ? ACTIONS_OF_EBS.test(action) : OF_EBS.test(resourceText(resource)));
  const mayLack = isOfEbs || MAY_LACK_KEY.has(prefix) || WITHOUT_KEY.has(action);
  if (account === undefined) return mayLack || action.includes("*") ? UNKNOWN : PRESENT_UNKNOWN;
  return mayLack ? presentOrAbsent(account) : present(account);
}

function ownerOf(request: CallRequest, { resource, action }: Authorization, prefix: string): string | undefined {
  if (resource.kind === "none") return request.account;
  if (resource.kind === "unknown" || action.includes("*")) return undefined;
  const text = resourceText(resource);
  const inArn = text.split(":")[4] ?? "";
  const said = new Set(
    request.resources.flatMap((entry) => {
      const arn = textMember(entry, "ARN") ?? textMember(entry, "arn");
      const account = accountMember(entry, "accountId");
      return arn !== undefined && account !== undefined && isSameOrParent(arn, text) ? [account] : [];
    }),
  );
  if (/^\d{12}$/.test(inArn)) said.add(inArn);
  if (said.size > 1) return undefined;
  const [account] = said;
  if (account !== undefined) return account;
  const isOwn = ALWAYS_LOCAL.has(prefix) || (!request.hasFailed && OWNERS_ACTIONS.test(action.toLowerCase()));
  return isOwn && inArn === "" ? request.account : undefined;
}

/** A bucket and its object, a table and its index. */
function isSameOrParent(arn: string, of: string): boolean {
  return of === arn || of.startsWith(`${arn}/`) || of.startsWith(`${arn}:`);
}

/** Of `aws:ResourceOrgID` (`isPath`: of `aws:ResourceOrgPaths`): accounts in no organization do not have it. */
export function resourceOrganizationState(
  request: CallRequest,
  authorization: Authorization,
  organization: OrganizationView | undefined,
  isPath: boolean,
): KeyState {
  const { values, mayBeAbsent, mayBeAnything } = resourceAccountState(request, authorization);
  const [account] = values ?? [];
  const open: KeyState = isPath ? { ...UNKNOWN, isMultivalued: true } : UNKNOWN;
  if (organization === undefined || account === undefined || mayBeAnything) return open;
  if (!organization.isListed(account)) return (isPath ? organization.other?.paths : organization.other?.id) ?? open;
  if (!isPath) return { ...present(organization.id), mayBeAbsent };
  const path = organization.pathsOf(account);
  return path === undefined ? { ...open, mayBeAbsent } : { ...presentList(path), mayBeAbsent };
}
