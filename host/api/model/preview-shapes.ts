/** Shapes of the policy preview family (api/ of the shared material), and our one extension member, `attachmentMode`. */
import { CLIENT_TOKEN, jobIdLabel } from "./common-shapes.ts";
import { inQuery, listOf, matching, oneOf, type ShapeTable, structure } from "./model-shapes.ts";

const HEX = "[0-9a-f]";

export const PREVIEW_SHAPES = {
  StartPolicyPreviewJobRequest: structure({
    policyConfigurations: "PolicyConfigurationsList!",
    startTime: "Timestamp!",
    endTime: "Timestamp",
    outputS3Uri: "S3Uri!",
    clientToken: CLIENT_TOKEN,
  }),
  StartPolicyPreviewJobResponse: structure({ jobId: "PolicyPreviewJobId!" }),
  GetPolicyPreviewJobRequest: structure(jobIdLabel("PolicyPreviewJobId")),
  GetPolicyPreviewJobResponse: structure({
    jobId: "PolicyPreviewJobId!",
    jobParameters: "PolicyPreviewJobParameters",
    jobDetails: "PolicyPreviewJobDetails",
    outputS3Uri: "S3Uri!",
  }),
  ListPolicyPreviewJobsRequest: structure({
    filters: inQuery("PolicyPreviewJobFiltersMap"),
    maxResults: inQuery("ListPolicyPreviewJobsRequestMaxResultsInteger", "maxResults"),
    nextToken: inQuery("Token", "nextToken"),
  }),
  ListPolicyPreviewJobsRequestMaxResultsInteger: { type: "integer", box: true, min: 1 },
  ListPolicyPreviewJobsResponse: structure({ analysisReports: "PolicyPreviewAnalysisReports!", nextToken: "Token" }),
  CancelPolicyPreviewJobRequest: structure(jobIdLabel("PolicyPreviewJobId")),
  CancelPolicyPreviewJobResponse: structure({}),
  CreatePolicyPreviewConfigurationRequest: structure({ clientToken: CLIENT_TOKEN, scope: "PolicyPreviewScope" }),
  CreatePolicyPreviewConfigurationResponse: structure({ status: "PolicyPreviewStatus!" }),
  GetPolicyPreviewConfigurationRequest: structure({}),
  GetPolicyPreviewConfigurationResponse: structure({ policyPreviewConfigurations: "PolicyPreviewConfigurationList" }),
  DeletePolicyPreviewConfigurationRequest: structure({
    clientToken: { ...CLIENT_TOKEN, location: "querystring", locationName: "clientToken" },
  }),
  DeletePolicyPreviewConfigurationResponse: structure({}),

  AttachmentMode: oneOf("ADD", "REPLACE"),
  ImpactAnalysisJobStatus: oneOf("SUBMITTED", "IN_PROGRESS", "COMPLETED", "FAILED", "CANCELED"),
  ImpactAnalysisJobType: oneOf("SCP"),
  PolicyConfiguration: structure({
    jobType: "ImpactAnalysisJobType!",
    targetId: "PolicyPreviewTargetId!",
    policyDocumentsList: "PolicyDocumentList!",
    attachmentMode: "AttachmentMode",
  }),
  PolicyConfigurationsList: listOf("PolicyConfiguration"),
  PolicyDocumentList: listOf("String"),
  PolicyPreviewAnalysisReport: structure({
    jobId: "PolicyPreviewJobId!",
    status: "ImpactAnalysisJobStatus!",
    submittedAt: "Timestamp!",
    startedAt: "Timestamp",
    completedAt: "Timestamp",
    outputS3Uri: "S3Uri!",
  }),
  PolicyPreviewAnalysisReports: listOf("PolicyPreviewAnalysisReport"),
  PolicyPreviewConfiguration: structure({
    scope: "PolicyPreviewScope!",
    status: "PolicyPreviewStatus!",
    createdAt: "Timestamp!",
    updatedAt: "Timestamp",
  }),
  PolicyPreviewConfigurationList: listOf("PolicyPreviewConfiguration"),
  PolicyPreviewJobDetails: structure({
    jobStatus: "ImpactAnalysisJobStatus!",
    submittedAt: "Timestamp!",
    startedAt: "Timestamp",
    completedAt: "Timestamp",
    jobError: "JobError",
  }),
  PolicyPreviewJobFilterName: oneOf("jobStatus", "targetId"),
  PolicyPreviewJobFiltersMap: {
    type: "map",
    key: { shape: "PolicyPreviewJobFilterName" },
    value: { shape: "String" },
    min: 0,
    max: 1,
  },
  PolicyPreviewJobId: matching(`${HEX}{8}-${HEX}{4}-${HEX}{4}-${HEX}{4}-${HEX}{12}`),
  PolicyPreviewJobParameters: structure({
    startTime: "Timestamp!",
    endTime: "Timestamp!",
    policyConfigurations: "PolicyConfigurationsList!",
  }),
  PolicyPreviewScope: oneOf("GLOBAL"),
  PolicyPreviewStatus: oneOf("ACTIVE", "PENDING_CREATION", "FAILED"),
  PolicyPreviewTargetId: matching("(r-[0-9a-z]{4,32})|([0-9]{12})|(ou-[0-9a-z]{4,32}-[a-z0-9]{8,32})"),
  S3Uri: matching("s3://[a-z0-9][-.a-z0-9]{1,61}[a-z0-9](/.*)?"),
} satisfies ShapeTable;
