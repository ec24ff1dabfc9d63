/** Rows of analytics, machine learning and building: Glue, Athena, OpenSearch, EMR, SageMaker, Bedrock, CodeBuild and its kin. */
import { regionalForm } from "../arn-forms.ts";
import { accountNumber, beforeColon, lastSegment, onlyIf } from "../readings.ts";
import { type ParameterPath, read, row, type ServiceRows } from "../resource-row.ts";

/** The catalogue of another account. */
const CATALOG = { account: read("catalogId", accountNumber) };
const DATABASES: readonly (string | ParameterPath)[] = [
  "databaseName",
  "tableInput.databaseName",
  "databaseInput.name",
  "name",
];

/** A request without a work group means `primary` [C Athena API reference]. */
const PRIMARY =
  /^(?:startqueryexecution|listqueryexecutions|listnamedqueries|createnamedquery|listpreparedstatements)$/;

/** Models are named by id or ARN; inference profiles by id, with a region group before the id [S Bedrock user guide]. */
const PROFILE = /^(?:us|us-gov|eu|apac|jp|au|ca|global)\.[a-z0-9-]+\./;
const MODEL = /^(?!arn:)(?!(?:us|us-gov|eu|apac|jp|au|ca|global)\.)[a-z0-9-]+\.[A-Za-z0-9.:-]+$/;

/** SageMaker's `<Kind>Name` parameters; ARNs are in lower case [S SageMaker API reference]. */
const SAGEMAKER_NAMES: readonly (readonly [string, string, string])[] = [
  ["endpoint", "EndpointName", "endpointName"],
  ["endpoint-config", "EndpointConfigName", "endpointConfigName"],
  ["model", "ModelName", "modelName"],
  ["training-job", "TrainingJobName", "trainingJobName"],
  ["processing-job", "ProcessingJobName", "processingJobName"],
  ["transform-job", "TransformJobName", "transformJobName"],
  ["notebook-instance", "NotebookInstanceName", "notebookInstanceName"],
  ["notebook-instance-lifecycle-config", "NotebookInstanceLifecycleConfigName", "notebookInstanceLifecycleConfigName"],
  ["feature-group", "FeatureGroupName", "featureGroupName"],
  ["pipeline", "PipelineName", "pipelineName"],
  ["model-package-group", "ModelPackageGroupName", "modelPackageGroupName"],
  ["model-package", "ModelPackageName", "modelPackageName"],
  ["hyper-parameter-tuning-job", "HyperParameterTuningJobName", "hyperParameterTuningJobName"],
  ["image", "ImageName", "imageName"],
  ["domain", "DomainId", "domainId"],
];

export const ANALYTICS_ROWS: readonly ServiceRows[] = [
  {
    prefix: "glue",
    source: "semantics 6.2, last row [E]; Glue API reference; Glue developer guide, ARNs of the Data Catalog",
    rows: [
      row("rootcatalog", {}, CATALOG),
      row("catalog", {
        CatalogName: read("catalogId", (text) => (/^\d{12}$/.test(text) ? undefined : lastSegment(text))),
      }),
      row("database", { DatabaseName: DATABASES }, { ...CATALOG, actions: /database/ }),
      row("database", { DatabaseName: ["databaseName", "tableInput.databaseName"] }, CATALOG),
      row(
        "table",
        { DatabaseName: "databaseName", TableName: ["tableName", "name", "tableInput.name", "tablesToDelete"] },
        { ...CATALOG, actions: /table|partition|columnstatistics/ },
      ),
      // with the database all that is in it goes too
      row("table", { DatabaseName: "name", TableName: [] }, { ...CATALOG, actions: /^deletedatabase$/ }),
      row(
        "userdefinedfunction",
        { DatabaseName: "databaseName", UserDefinedFunctionName: ["functionName", "functionInput.functionName"] },
        CATALOG,
      ),
      row(
        "connection",
        { ConnectionName: ["connectionName", "name", "connectionInput.name", "connectionNameList"] },
        CATALOG,
      ),
      row("crawler", { CrawlerName: ["crawlerName", "name", "crawlerNames", "crawlerNameList"] }),
      row("job", { JobName: ["jobName", "name", "jobNames"] }),
      row("trigger", { TriggerName: ["triggerName", "name", "triggerNames"] }),
      row("workflow", { WorkflowName: ["workflowName", "name", "names"] }),
      row("devendpoint", { DevEndpointName: ["endpointName", "devEndpointNames"] }),
      row("registry", {
        RegistryName: ["registryId.registryName", "registryName", "schemaId.registryName", "registryId.registryArn"],
      }),
      row("schema", { SchemaName: ["schemaId.schemaArn"] }),
      row(
        "schema",
        { SchemaName: ["schemaId.schemaName", "schemaName"] },
        { forms: [regionalForm("glue", "schema/*{SchemaName}")] },
      ),
      row("session", { SessionId: ["id", "sessionId"] }),
      row("mlTransform", { TransformId: "transformId" }),
    ],
  },
  {
    prefix: "athena",
    source: "semantics 6.2, last row [E]; Athena API reference",
    rows: [
      row("workgroup", { WorkGroupName: "workGroup" }),
      row("workgroup", { WorkGroupName: "name" }, { actions: /workgroup$/ }),
      row(
        "workgroup",
        {},
        {
          lacks: "workGroup",
          actions: PRIMARY,
          forms: [regionalForm("athena", "workgroup/primary")],
        },
      ),
      row("datacatalog", { DataCatalogName: ["catalogName", "name"] }),
      row("session", { WorkGroupName: "workGroup", SessionId: "sessionId" }),
      row("capacity-reservation", { CapacityReservationName: ["capacityReservationName", "name"] }),
    ],
  },
  {
    prefix: "es",
    source: "semantics 6.2, last row; OpenSearch Service API reference",
    rows: [row("domain", { DomainName: ["domainName", "domainNames", "aRN"] })],
  },
  {
    prefix: "elasticmapreduce",
    source: "EMR API reference [E]",
    rows: [
      row("cluster", { ClusterId: ["clusterId", "jobFlowId", "jobFlowIds", "resourceId"] }),
      row("studio", { StudioId: ["studioId", "resourceId"] }),
      row("editor", { EditorId: ["editorId", "resourceId"] }),
      row("notebook-execution", { NotebookExecutionId: "notebookExecutionId" }),
    ],
  },
  {
    prefix: "sagemaker",
    source: "semantics 6.2, last row [E]; SageMaker API reference",
    rows: [
      ...SAGEMAKER_NAMES.map(([type, placeholder, path]) =>
        row(type, { [placeholder]: read(path, type === "domain" ? (text) => text : (text) => text.toLowerCase()) }),
      ),
      row("user-profile", { DomainId: "domainId", UserProfileName: "userProfileName" }),
      row("space", { DomainId: "domainId", SpaceName: "spaceName" }),
      row("app", { DomainId: "domainId", UserProfileName: "userProfileName", AppType: "appType", AppName: "appName" }),
    ],
  },
  {
    prefix: "bedrock",
    source: "semantics 6.2, last row [E]; Bedrock API reference",
    rows: [
      row("foundation-model", {
        ResourceId: [
          read("modelId", onlyIf(MODEL)),
          read("modelIdentifier", onlyIf(MODEL)),
          read("baseModelIdentifier", onlyIf(MODEL)),
        ],
      }),
      row("inference-profile", {
        ResourceId: [read("modelId", onlyIf(PROFILE)), read("inferenceProfileIdentifier", onlyIf(PROFILE))],
      }),
      ...[
        "application-inference-profile",
        "custom-model",
        "imported-model",
        "provisioned-model",
        "prompt-router",
        "default-prompt-router",
      ].map((type) =>
        row(type, { ResourceId: [read("modelId", onlyIf(/^arn:/)), read("modelIdentifier", onlyIf(/^arn:/))] }),
      ),
      row("guardrail", { GuardrailId: "guardrailIdentifier" }),
      row("knowledge-base", { KnowledgeBaseId: "knowledgeBaseId" }),
      row("agent", { AgentId: "agentId" }),
      row("agent-alias", { AgentId: "agentId", AgentAliasId: "agentAliasId" }),
      row("flow", { FlowId: "flowIdentifier" }),
      row("flow-alias", { FlowId: "flowIdentifier", FlowAliasId: ["flowAliasIdentifier", "aliasIdentifier"] }),
      row("prompt", { PromptId: "promptIdentifier" }),
    ],
  },
  {
    prefix: "codebuild",
    source: "semantics 6.2, last row [E]; CodeBuild API reference",
    rows: [
      row("project", {
        ProjectName: ["projectName", "name", "projectArn", "names", read("id", beforeColon), read("ids", beforeColon)],
      }),
      row("report-group", { ReportGroupName: ["arn", "reportGroupArn", "reportGroupArns"] }),
      row("report-group", { ReportGroupName: "name" }, { actions: /^createreportgroup$/ }),
    ],
  },
  {
    prefix: "codepipeline",
    source: "CodePipeline API reference",
    rows: [
      row("pipeline", { PipelineName: ["pipelineName", "name", "pipeline.name"] }),
      row("stage", { PipelineName: "pipelineName", StageName: "stageName" }),
      row("action", { PipelineName: "pipelineName", StageName: "stageName", ActionName: "actionName" }),
      row("webhook", { WebhookName: ["webhookName", "name", "webhook.name"] }),
    ],
  },
  {
    prefix: "codecommit",
    source: "CodeCommit API reference",
    rows: [
      row("repository", { RepositoryName: ["repositoryName", "repositoryNames", "targets.repositoryName", "oldName"] }),
    ],
  },
  {
    prefix: "codedeploy",
    source: "CodeDeploy API reference",
    rows: [
      row("application", { ApplicationName: ["applicationName", "applicationNames"] }),
      row("deploymentgroup", {
        ApplicationName: "applicationName",
        DeploymentGroupName: ["deploymentGroupName", "currentDeploymentGroupName"],
      }),
      row("deploymentconfig", { DeploymentConfigurationName: "deploymentConfigName" }),
      row("instance", { InstanceName: ["instanceName", "instanceNames"] }),
    ],
  },
  {
    prefix: "cloud9",
    source: "Cloud9 API reference [E]",
    rows: [row("environment", { ResourceId: ["environmentId", "environmentIds"] })],
  },
];
