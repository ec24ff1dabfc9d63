/** Condition keys of IAM, STS, Organizations, RAM and Account Management in requests. Data only. */
import { keyOf, type ServiceKeyRows } from "../key-row.ts";

const iam = keyOf("iam");
const sts = keyOf("sts");
const organizations = keyOf("organizations");
const ram = keyOf("ram");
const account = keyOf("account");

export const IDENTITY_KEYS: readonly ServiceKeyRows[] = [
  {
    prefix: "iam",
    source: "semantics 4.3 [C IAM SAR and user guide]",
    rows: [
      iam("PolicyARN", "policyArn"),
      // of a user or role that exists it is the boundary it has
      iam("PermissionsBoundary", "permissionsBoundary", { missing: "absent", actions: /^create(?:user|role)$/ }),
      iam("PermissionsBoundary", "permissionsBoundary", { actions: /^put(?:user|role)permissionsboundary$/ }),
      iam("AWSServiceName", "aWSServiceName", { actions: /^createservicelinkedrole$/ }),
      iam("ServiceSpecificCredentialServiceName", "serviceName"),
      iam("ServiceSpecificCredentialAgeDays", "credentialAgeDays", { missing: "absent" }),
      iam("OrganizationsPolicyId", "organizationsPolicyId", { missing: "absent" }),
    ],
  },
  {
    prefix: "sts",
    source: "semantics 4.1 [C IAM user guide, keys of STS]",
    rows: [
      sts("ExternalId", "externalId", { missing: "absent" }),
      sts("RoleSessionName", "roleSessionName"),
      sts("SourceIdentity", "sourceIdentity", { missing: "absent" }),
      sts("TransitiveTagKeys", "transitiveTagKeys", { isList: true, missing: "absent" }),
      sts("DurationSeconds", "durationSeconds"),
      sts("TaskPolicyArn", "taskPolicyArn.arn"),
    ],
  },
  {
    prefix: "organizations",
    source: "[C Organizations SAR; API models]",
    rows: [
      organizations("ServicePrincipal", "servicePrincipal"),
      organizations("PolicyType", "type", { actions: /^createpolicy$/ }),
      organizations("PolicyType", "policyType", { actions: /policytype$/ }),
      organizations("PolicyType", "filter", { actions: /^listpolicies/ }),
    ],
  },
  {
    prefix: "ram",
    source: "[C RAM SAR and user guide; API models]; sharing outside is allowed unless the request says no",
    rows: [
      ram("RequestedAllowsExternalPrincipals", "allowExternalPrincipals", {
        missing: { orDefault: "true" },
        actions: /^createresourceshare$/,
      }),
      ram("RequestedAllowsExternalPrincipals", "allowExternalPrincipals", { missing: "absent" }),
      ram("Principal", "principals", { isList: true, missing: "absent" }),
      ram("ResourceArn", "resourceArns", { isList: true, missing: "absent" }),
      ram("PermissionArn", "permissionArn permissionArns", { missing: "absent" }),
    ],
  },
  {
    prefix: "account",
    source: "[C Account Management SAR; API models]",
    rows: [
      account("TargetRegion", "regionName"),
      account("AlternateContactTypes", "alternateContactType", { isList: true }),
    ],
  },
];
