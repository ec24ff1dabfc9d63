/** Rows of the services of identity: IAM, STS, Organizations, IAM Identity Center, Cognito. Names of IAM lack their path. */
import { globalForm, sharedGlobalForm } from "../arn-forms.ts";
import { lastSegment, onlyIf, withoutScheme } from "../readings.ts";
import { answered, type ResourceRow, read, row, type ServiceRows } from "../resource-row.ts";

/** The request has the name; the path is in it when the call makes the thing, and otherwise nobody knows it. */
function pathed(type: string, name: string, creates: RegExp): readonly ResourceRow[] {
  return [
    row(
      type,
      { Path: "path", Name: name },
      { actions: creates, needs: "path", forms: [globalForm("iam", `${type}{Path}{Name}`)] },
    ),
    row(type, { Name: name }, { actions: creates, lacks: "path", forms: [globalForm("iam", `${type}/{Name}`)] }),
    row(type, { Name: name }, { forms: [globalForm("iam", `${type}/{Name}`), globalForm("iam", `${type}/*/{Name}`)] }),
  ];
}

/** The user that the answer names; its path is not in it. */
function answeredUser(path: string, actions: RegExp): readonly ResourceRow[] {
  const forms = [globalForm("iam", "user/{Name}"), globalForm("iam", "user/*/{Name}")];
  return [row("user", { Name: answered(path) }, { actions, forms })];
}

/** Resources lie in the management account, which the record does not name. */
function ofOrganization(type: string, form: string, paths: readonly string[], id: RegExp): ResourceRow {
  const places = paths.map((path) => read(path, onlyIf(id)));
  return row(type, { Id: places }, { forms: [sharedGlobalForm("organizations", `${form}{Id}`)] });
}

const INSTANCE_ID = /^(?:sso)?ins-/;
const TARGETS = ["targetId", "parentId", "childId", "resourceId", "sourceParentId", "destinationParentId"];

export const IDENTITY_ROWS: readonly ServiceRows[] = [
  {
    prefix: "iam",
    source: "semantics 6.2, row iam [E]; IAM API reference",
    rows: [
      // its name is made by the service; the answer has the ARN
      row(
        "role",
        { RoleNameWithPath: answered("role.arn") },
        { actions: /^createservicelinkedrole$/, needs: answered("role.arn") },
      ),
      row(
        "role",
        { Service: "aWSServiceName" },
        {
          actions: /^createservicelinkedrole$/,
          forms: [globalForm("iam", "role/aws-service-role/{Service}/*")],
        },
      ),
      row(
        "role",
        { Name: read("deletionTaskId", (text) => /^task\/(aws-service-role\/.+)\/[^/]+$/.exec(text)?.[1]) },
        { actions: /servicelinkedroledeletionstatus$/, forms: [globalForm("iam", "role/{Name}")] },
      ),
      ...pathed("role", "roleName", /^createrole$/),
      ...pathed("user", "userName", /^createuser$/),
      ...pathed("group", "groupName", /^creategroup$/),
      ...pathed("instance-profile", "instanceProfileName", /^createinstanceprofile$/),
      ...pathed("server-certificate", "serverCertificateName", /^uploadservercertificate$/),
      ...pathed("mfa", "virtualMFADeviceName", /^createvirtualmfadevice$/),
      row(
        "policy",
        { Path: "path", Name: "policyName" },
        { actions: /^createpolicy$/, needs: "path", forms: [globalForm("iam", "policy{Path}{Name}")] },
      ),
      row("policy", { PolicyNameWithPath: "policyName" }, { actions: /^createpolicy$/, lacks: "path" }),
      row("policy", { PolicyNameWithPath: "policyArn" }),
      // of requests that were not logged the answer tells
      row("role", { RoleNameWithPath: answered("role.arn") }, { actions: /^createrole$/ }),
      row("user", { UserNameWithPath: answered("user.arn") }, { actions: /^createuser$/ }),
      row("group", { GroupNameWithPath: answered("group.arn") }, { actions: /^creategroup$/ }),
      row("policy", { PolicyNameWithPath: answered("policy.arn") }, { actions: /^createpolicy$/ }),
      row(
        "instance-profile",
        { InstanceProfileNameWithPath: answered("instanceProfile.arn") },
        { actions: /^createinstanceprofile$/ },
      ),
      ...answeredUser("accessKey.userName", /^createaccesskey$/),
      ...answeredUser("loginProfile.userName", /^(?:create|get)loginprofile$/),
      row("mfa", { MfaTokenIdWithPath: "serialNumber" }),
      row("sms-mfa", { MfaTokenIdWithPath: "serialNumber" }),
      row("saml-provider", { SamlProviderName: ["sAMLProviderArn", "name"] }),
      row("oidc-provider", { OidcProviderName: ["openIDConnectProviderArn", read("url", withoutScheme)] }),
      row("access-report", { EntityPath: "entityPath" }),
    ],
  },
  {
    prefix: "sts",
    source: "semantics 6.2, row sts [E]; STS API reference",
    rows: [
      row("role", { RoleNameWithPath: "roleArn" }),
      row("federated-user", { FederatedUserName: "name" }),
      row("root-user", {}, { needs: "targetPrincipal", account: "targetPrincipal" }),
    ],
  },
  {
    prefix: "organizations",
    source: "semantics 6.2, row organizations; Organizations user guide, ARN formats",
    rows: [
      ofOrganization("account", "account/o-*/", ["accountId", ...TARGETS], /^\d{12}$/),
      ofOrganization("organizationalunit", "ou/o-*/", ["organizationalUnitId", ...TARGETS], /^ou-/),
      ofOrganization("root", "root/o-*/", ["rootId", ...TARGETS], /^r-/),
      // customers' own have organization and kind in their ARNs, AWS's have the kind
      ofOrganization("policy", "policy/*", ["policyId", "resourceId"], /^p-/),
      ofOrganization("awspolicy", "policy/*", ["policyId"], /^p-/),
      ofOrganization("handshake", "handshake/o-*/*/", ["handshakeId"], /^h-/),
    ],
  },
  {
    prefix: "sso",
    source: "semantics 6.2, row sso [E]; IAM Identity Center API reference",
    rows: [
      row("Instance", { InstanceId: ["instanceArn", read("instanceId", onlyIf(INSTANCE_ID))] }),
      row("PermissionSet", { PermissionSetId: "permissionSetArn", InstanceId: "instanceArn" }),
      row("Account", { AccountId: [read("targetId", onlyIf(/^\d{12}$/)), read("accountId", onlyIf(/^\d{12}$/))] }),
      row("Application", { ApplicationId: "applicationArn" }),
      row("ApplicationProvider", { ApplicationProviderId: "applicationProviderArn" }),
      row("TrustedTokenIssuer", { TrustedTokenIssuerId: "trustedTokenIssuerArn" }),
    ],
  },
  {
    prefix: "cognito-idp",
    source: "Cognito user pools API reference",
    rows: [row("userpool", { UserPoolId: "userPoolId" }), row("webacl", { Id: "webAclArn" })],
  },
  {
    prefix: "cognito-identity",
    source: "Cognito identity pools API reference",
    rows: [row("identitypool", { IdentityPoolId: "identityPoolId" })],
  },
  {
    prefix: "rolesanywhere",
    source: "IAM Roles Anywhere API reference [E]",
    rows: [
      row("profile", { ProfileId: "profileId" }),
      row("trust-anchor", { TrustAnchorId: "trustAnchorId" }),
      row("crl", { CrlId: "crlId" }),
      row("subject", { SubjectId: "subjectId" }),
    ],
  },
  {
    prefix: "identitystore",
    source: "Identity Store API reference",
    // an organization's store lies in its management account; a delegated administrator may call
    rows: [
      row(
        "Identitystore",
        { IdentityStoreId: read("identityStoreId", lastSegment) },
        { forms: [sharedGlobalForm("identitystore", "identitystore/{IdentityStoreId}")] },
      ),
    ],
  },
];
