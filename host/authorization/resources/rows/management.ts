/** Rows of management and observation: Systems Manager, CloudWatch, Logs, CloudFormation, Service Quotas, X-Ray, Synthetics, RAM. */
import { regionalForm, sharedForm } from "../arn-forms.ts";
import { accountNumber, onlyIf, withoutLeadingSlash } from "../readings.ts";
import { read, row, type ServiceRows } from "../resource-row.ts";

const INSTANCE = onlyIf(/^i-/);
const MANAGED = onlyIf(/^mi-/);
const INSTANCES = ["instanceId", "instanceIds", "target", "targets.values", "resourceId"];
/** Of the kinds of `AddTagsToResource`, whose id alone does not say what it is. */
const parameterName = (text: string) =>
  text.startsWith("arn:") ? text : withoutLeadingSlash(text.replace(/^(.+?):[^/:]+$/, "$1"));
/** Denials name a group with and without what follows `:*` stands for [I, public denial messages]. */
const GROUP = [regionalForm("logs", "log-group:{Group}"), regionalForm("logs", "log-group:{Group}:*")];
const DOCUMENT = ["documentName", "name"];
/** AWS's own have no account, or any [S Systems Manager user guide, policy examples]. */
const OF_AWS = onlyIf(/^(?:AWS|Amazon)[A-Za-z]*-/);
/** Public parameters, of AWS's own [E denials: no account]. */
const PUBLIC = (text: string) => (/^\/?aws\/(?:service|reference)\//.test(text) ? parameterName(text) : undefined);
const OWN_PARAMETER = (text: string) => (PUBLIC(text) === undefined ? parameterName(text) : undefined);
const OWN = (text: string) => (OF_AWS(text) === undefined ? text : undefined);
/** Actions on documents whose parameter is just `name`. */
const DOCUMENT_ACTIONS =
  /document|association|^(?:sendcommand|startsession|startautomationexecution|startchangerequestexecution)$/;

export const MANAGEMENT_ROWS: readonly ServiceRows[] = [
  {
    // the id in the ARN is none of the request
    prefix: "application-autoscaling",
    source: "Application Auto Scaling user guide, resource ARNs",
    rows: [row("ScalableTarget", {}, { forms: [regionalForm("application-autoscaling", "scalable-target/*")] })],
  },
  {
    prefix: "ssm",
    source: "semantics 6.2, row ssm [E]; Systems Manager API reference",
    rows: [
      row(
        "parameter",
        { Name: read("path", withoutLeadingSlash) },
        {
          actions: /^getparametersbypath$/,
          forms: [regionalForm("ssm", "parameter/{Name}"), regionalForm("ssm", "parameter/{Name}*")],
        },
      ),
      row(
        "parameter",
        { Name: [read("name", PUBLIC), read("names", PUBLIC)] },
        { actions: /^get/, forms: [sharedForm("ssm", "parameter/{Name}")] },
      ),
      row("parameter", {
        ParameterNameWithoutLeadingSlash: [read("name", OWN_PARAMETER), read("names", OWN_PARAMETER)],
      }),
      row(
        "parameter",
        { ParameterNameWithoutLeadingSlash: read("resourceId", parameterName) },
        { needs: read("resourceType", onlyIf(/^Parameter$/)) },
      ),
      row(
        "document",
        { DocumentName: DOCUMENT.map((path) => read(path, OF_AWS)) },
        { actions: DOCUMENT_ACTIONS, forms: [sharedForm("ssm", "document/{DocumentName}")] },
      ),
      row("document", { DocumentName: DOCUMENT.map((path) => read(path, OWN)) }, { actions: DOCUMENT_ACTIONS }),
      row("document", { DocumentName: ["documentName"] }),
      // a session without a document has the one of Session Manager's preferences [E denials]
      row(
        "document",
        {},
        {
          lacks: "documentName",
          actions: /^startsession$/,
          forms: [regionalForm("ssm", "document/SSM-SessionManagerRunShell")],
          isPerhaps: true,
        },
      ),
      row("document", { DocumentName: "resourceId" }, { needs: read("resourceType", onlyIf(/^Document$/)) }),
      row(
        "automation-definition",
        { AutomationDefinitionName: read("documentName", OF_AWS) },
        { forms: [sharedForm("ssm", "automation-definition/{AutomationDefinitionName}:*")] },
      ),
      row("automation-definition", { AutomationDefinitionName: read("documentName", OWN) }),
      row("automation-execution", {
        AutomationExecutionId: ["automationExecutionId", read("resourceId", onlyIf(/^[0-9a-f-]{36}$/))],
      }),
      row("instance", { InstanceId: INSTANCES.map((path) => read(path, INSTANCE)) }),
      row("managed-instance", { InstanceId: INSTANCES.map((path) => read(path, MANAGED)) }),
      row("task", {}, { forms: [regionalForm("ecs", "task/*")], needs: read("target", onlyIf(/^ecs:/)) }),
      row("association", { AssociationId: ["associationId", "associationIds"] }),
      row("session", { SessionId: "sessionId" }),
      row("maintenancewindow", { ResourceId: ["windowId", read("resourceId", onlyIf(/^mw-/))] }),
      row("windowtarget", { WindowTargetId: "windowTargetId" }),
      row("windowtask", { WindowTaskId: "windowTaskId" }),
      row("patchbaseline", { PatchBaselineIdResourceId: ["baselineId", read("resourceId", onlyIf(/^pb-/))] }),
      row("opsitem", { ResourceId: ["opsItemId", read("resourceId", onlyIf(/^oi-/))] }),
      row("opsmetadata", { ResourceId: "opsMetadataArn" }),
      row("resourcedatasync", { SyncName: "syncName" }),
      row("servicesetting", { ResourceId: read("settingId", withoutLeadingSlash) }),
      row("bucket", { BucketName: "outputS3BucketName" }),
      row("iam-role", { RoleName: "iamRole" }),
    ],
  },
  {
    prefix: "logs",
    source: "semantics 6.2, row logs [E]; CloudWatch Logs API reference",
    rows: [
      row(
        "log-group",
        {
          Group: [
            "logGroupName",
            "logGroupIdentifier",
            "resourceArn",
            "logGroupNames",
            "logGroupIdentifiers",
            "logGroupArn",
          ],
        },
        { forms: GROUP },
      ),
      row(
        "log-group",
        { Group: "logGroupNamePrefix" },
        { forms: [regionalForm("logs", "log-group:*")], actions: /^describeloggroups$/ },
      ),
      row("log-stream", { LogGroupName: "logGroupName", LogStreamName: ["logStreamName", "logStreamNames"] }),
      row("destination", { DestinationName: ["destinationName", "destinationArn"] }),
      row("delivery-source", { DeliverySourceName: ["deliverySourceName", "name"] }),
      row("delivery-destination", {
        DeliveryDestinationName: ["deliveryDestinationName", "deliveryDestinationArn", "name"],
      }),
      row("delivery", { DeliveryName: "id" }),
      row("anomaly-detector", { DetectorId: "anomalyDetectorArn" }),
    ],
  },
  {
    prefix: "cloudwatch",
    source: "semantics 6.2, row cloudwatch [E]; CloudWatch API reference",
    rows: [
      row("alarm", { AlarmName: ["alarmName", "alarmNames", "resourceARN"] }),
      row("dashboard", { DashboardName: ["dashboardName", "dashboardNames"] }),
      row("insight-rule", { InsightRuleName: ["ruleName", "ruleNames"] }),
      row("metric-stream", { MetricStreamName: ["name", "names"] }),
    ],
  },
  {
    prefix: "cloudformation",
    source: "semantics 6.2, row cloudformation [E]; CloudFormation API reference",
    rows: [
      row("stack", { StackName: ["stackName", "stackId", "stackARN"] }),
      row("stackset", { StackSetName: "stackSetName" }),
      row("changeset", { ChangeSetName: "changeSetName" }),
      row("type", { Type: ["typeName", "arn", "typeArn"] }),
      row("generatedtemplate", { Id: "generatedTemplateName" }),
      row("resourcescan", { Id: "resourceScanId" }),
      row("stackset-target", {}),
    ],
  },
  {
    prefix: "budgets",
    source: "Budgets API reference",
    rows: [row("budget", { BudgetName: ["budgetName", "budget.budgetName", "newBudget.budgetName"] })],
  },
  {
    // without an account the caller's own is meant, which has another form [C Account Management API reference]
    prefix: "account",
    source: "Account Management API reference",
    rows: [
      row("account", {}, { lacks: "accountId" }),
      row("accountInOrganization", { MemberAccountId: read("accountId", accountNumber) }, { needs: "accountId" }),
    ],
  },
  {
    prefix: "servicequotas",
    source: "Service Quotas API reference [E]",
    rows: [row("quota", { ServiceCode: "serviceCode", QuotaCode: "quotaCode" })],
  },
  {
    prefix: "xray",
    source: "X-Ray API reference",
    rows: [
      row("group", { GroupName: "groupName" }),
      row("group", { Id: "groupARN" }),
      row("sampling-rule", { SamplingRuleName: ["ruleName", "samplingRule.ruleName", "samplingRuleUpdate.ruleName"] }),
    ],
  },
  {
    prefix: "synthetics",
    source: "Synthetics API reference [E]",
    rows: [row("canary", { CanaryName: ["name", "names"] }), row("group", { GroupId: "groupIdentifier" })],
  },
  {
    prefix: "ram",
    source: "RAM API reference [E]",
    rows: [
      row("resource-share", { ResourcePath: ["resourceShareArn", "resourceShareArns"] }),
      row("resource-share-invitation", { ResourcePath: "resourceShareInvitationArn" }),
    ],
  },
  {
    prefix: "servicecatalog",
    source: "Service Catalog API reference",
    rows: [
      row("Product", { ProductId: [read("productId", onlyIf(/^prod-/)), read("id", onlyIf(/^prod-/))] }),
      row("Portfolio", { PortfolioId: [read("portfolioId", onlyIf(/^port-/)), read("id", onlyIf(/^port-/))] }),
      row("Application", { ApplicationId: "application" }),
    ],
  },
];
