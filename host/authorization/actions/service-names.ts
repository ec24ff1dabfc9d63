/**
 * Event names of the other services whose action has another name. Semantics 5.4 and [S MAP] where no other source is
 * named; what hangs on the request's parameters is in the files of request rows.
 */
import type { NameRow } from "./name-row.ts";

const DATABASES: readonly NameRow[] = [
  ["dynamodb", "dynamodb:GetItem", "TransactGetItems"],
  ["cassandra", "cassandra:Create", "CreateKeyspace CreateTable CreateType"],
  ["cassandra", "cassandra:Drop", "DropKeyspace DropTable DropType DeleteKeyspace DeleteTable DeleteType"],
  ["cassandra", "cassandra:Alter", "AlterKeyspace AlterTable UpdateKeyspace UpdateTable"],
  [
    "cassandra",
    "cassandra:Select",
    "GetKeyspace GetTable GetTableAutoScalingSettings GetType ListKeyspaces ListTables ListTypes ListTagsForResource",
  ],
  ["cassandra", "cassandra:Modify", "Insert Update Delete Batch"],
  ["cassandra", "cassandra:Restore", "RestoreTable"],
  // what the query does is in its text, which is hidden
  [
    "timestream",
    "timestream:Select|timestream:SelectValues|timestream:DescribeTable|timestream:ListTables|timestream:ListDatabases|timestream:ListMeasures ?timestream:Unload",
    "Query",
  ],
  // semantics 5.4 "glue: BatchX→X": which of the two AWS asks for is said by one source only
  ["glue", "glue:BatchCreatePartition|glue:CreatePartition", "BatchCreatePartition"],
  ["glue", "glue:BatchDeleteConnection|glue:DeleteConnection", "BatchDeleteConnection"],
  ["glue", "glue:BatchDeletePartition|glue:DeletePartition", "BatchDeletePartition"],
  ["glue", "glue:BatchDeleteTable|glue:DeleteTable", "BatchDeleteTable"],
  ["glue", "glue:BatchDeleteTableVersion|glue:DeleteTableVersion", "BatchDeleteTableVersion"],
  ["glue", "glue:BatchGetPartition|glue:GetPartition", "BatchGetPartition"],
  ["glue", "glue:BatchUpdatePartition|glue:UpdatePartition", "BatchUpdatePartition"],
  ["glue", "glue:GetTable", "GetUnfilteredTableMetadata"],
  ["glue", "glue:GetPartition", "GetUnfilteredPartitionMetadata"],
  ["glue", "glue:GetPartitions", "GetUnfilteredPartitionsMetadata"],
  // [S Database Migration Service, actions: each names the operation it stands for]
  ["dms", "dms:ListDataProviders", "DescribeDataProviders"],
  ["dms", "dms:ListInstanceProfiles", "DescribeInstanceProfiles"],
  ["dms", "dms:ListMigrationProjects", "DescribeMigrationProjects"],
  ["dms", "dms:ListExtensionPacks", "DescribeExtensionPackAssociations"],
  ["dms", "dms:ListMetadataModelAssessments", "DescribeMetadataModelAssessments"],
  ["dms", "dms:ListMetadataModelConversions", "DescribeMetadataModelConversions"],
  ["dms", "dms:ListMetadataModelExports", "DescribeMetadataModelExportsAsScript DescribeMetadataModelExportsToTarget"],
  ["dms", "dms:UpdateDataProvider", "ModifyDataProvider"],
  ["dms", "dms:UpdateInstanceProfile", "ModifyInstanceProfile"],
  ["dms", "dms:UpdateMigrationProject", "ModifyMigrationProject"],
  ["dms", "dms:UpdateConversionConfiguration", "ModifyConversionConfiguration"],
  ["dms", "dms:AssociateExtensionPack", "StartExtensionPackAssociation"],
  ["dms", "dms:StartMetadataModelExportAsScripts", "StartMetadataModelExportAsScript"],
  // [C Neptune data API: each operation says which action it needs; queries may need any of three]
  [
    "neptune-db",
    "neptune-db:ReadDataViaQuery|neptune-db:WriteDataViaQuery|neptune-db:DeleteDataViaQuery ?neptune-db:ReadDataViaQuery ?neptune-db:WriteDataViaQuery ?neptune-db:DeleteDataViaQuery",
    "ExecuteGremlinQuery ExecuteGremlinProfileQuery ExecuteOpenCypherQuery",
  ],
  ["neptune-db", "neptune-db:ReadDataViaQuery", "ExecuteGremlinExplainQuery ExecuteOpenCypherExplainQuery"],
  ["neptune-db", "neptune-db:CancelQuery", "CancelGremlinQuery CancelOpenCypherQuery"],
  [
    "neptune-db",
    "neptune-db:GetQueryStatus",
    "GetGremlinQueryStatus GetOpenCypherQueryStatus ListGremlinQueries ListOpenCypherQueries",
  ],
  ["neptune-db", "neptune-db:DeleteStatistics", "DeletePropertygraphStatistics DeleteSparqlStatistics"],
  ["neptune-db", "neptune-db:ManageStatistics", "ManagePropertygraphStatistics ManageSparqlStatistics"],
  ["neptune-db", "neptune-db:GetStatisticsStatus", "GetPropertygraphStatistics GetSparqlStatistics"],
  ["neptune-db", "neptune-db:GetGraphSummary", "GetPropertygraphSummary GetRDFGraphSummary"],
  ["neptune-db", "neptune-db:GetStreamRecords", "GetPropertygraphStream GetSparqlStream"],
  ["neptune-db", "neptune-db:ResetDatabase", "ExecuteFastReset"],
  ["neptune-db", "neptune-db:GetMLDataProcessingJobStatus", "GetMLDataProcessingJob"],
  ["neptune-db", "neptune-db:GetMLEndpointStatus", "GetMLEndpoint"],
  ["neptune-db", "neptune-db:GetMLModelTrainingJobStatus", "GetMLModelTrainingJob"],
  ["neptune-db", "neptune-db:GetMLModelTransformJobStatus", "GetMLModelTransformJob"],
];

const OTHERS: readonly NameRow[] = [
  ["lambda", "lambda:InvokeFunction", "Invoke InvokeWithResponseStream"],
  // functions made lately ask for both, older ones for the first [S Lambda developer guide, function URLs]
  ["lambda", "lambda:InvokeFunctionUrl ?lambda:InvokeFunction", "InvokeFunctionUrl"],
  ["lambda", "lambda:GetLayerVersion", "GetLayerVersionByArn"],
  ["sqs", "sqs:SendMessage", "SendMessageBatch"],
  ["sqs", "sqs:DeleteMessage", "DeleteMessageBatch"],
  ["sqs", "sqs:ChangeMessageVisibility", "ChangeMessageVisibilityBatch"],
  ["sns", "sns:Publish", "PublishBatch"],
  ["execute-api", "execute-api:ManageConnections", "PostToConnection GetConnection DeleteConnection"],
  ["cloudfront", "cloudfront:CreateDistribution cloudfront:TagResource", "CreateDistributionWithTags"],
  [
    "budgets",
    "budgets:ViewBudget",
    "DescribeBudget DescribeBudgets DescribeBudgetNotificationsForAccount DescribeBudgetPerformanceHistory DescribeNotificationsForBudget DescribeSubscribersForNotification",
  ],
  [
    "budgets",
    "budgets:ModifyBudget",
    "CreateBudget UpdateBudget DeleteBudget CreateNotification UpdateNotification DeleteNotification CreateSubscriber UpdateSubscriber DeleteSubscriber",
  ],
  ["bedrock", "bedrock:InvokeModel", "Converse"],
  ["bedrock", "bedrock:InvokeModelWithResponseStream", "ConverseStream"],
  // semantics 5.4 [U]
  [
    "bedrock",
    "bedrock:InvokeModel|bedrock:InvokeModelWithResponseStream",
    "InvokeModelWithBidirectionalStream StartAsyncInvoke",
  ],
  ["bedrock", "bedrock:RetrieveAndGenerate", "RetrieveAndGenerateStream"],
  // [S service authorization reference of each: the second version of an operation has the action of the first]
  ["access-analyzer", "access-analyzer:GetFinding", "GetFindingV2"],
  ["access-analyzer", "access-analyzer:ListFindings", "ListFindingsV2"],
  ["comprehendmedical", "comprehendmedical:DetectEntitiesV2", "DetectEntities"],
  ["detective", "detective:ListOrganizationAdminAccount", "ListOrganizationAdminAccounts"],
  ["verifiedpermissions", "verifiedpermissions:IsAuthorized", "BatchIsAuthorized"],
  ["verifiedpermissions", "verifiedpermissions:IsAuthorizedWithToken", "BatchIsAuthorizedWithToken"],
  // [C Marketplace Catalog API: the batch uses the action of the single one]
  ["aws-marketplace", "aws-marketplace:DescribeEntity", "BatchDescribeEntities"],
  ["vpc-lattice", "vpc-lattice:UpdateRule", "BatchUpdateRule"],
  ["iotfleetwise", "iotfleetwise:CreateVehicle", "BatchCreateVehicle"],
  ["iotfleetwise", "iotfleetwise:UpdateVehicle", "BatchUpdateVehicle"],
  ["cloudsearch", "cloudsearch:document", "UploadDocuments"],
  // said to need no permission, by one secondary source only [S MAP sdk_permissionless_actions]: a denial may or may not bite
  ["sts", "?sts:GetSessionToken", "GetSessionToken"],
  ["dynamodb", "?dynamodb:DescribeEndpoints", "DescribeEndpoints"],
];

export const SERVICE_NAMES: readonly NameRow[] = [...DATABASES, ...OTHERS];
