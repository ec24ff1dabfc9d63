/** What the shapes of policy preview say about themselves. */
import type { PREVIEW_SHAPES } from "../preview-shapes.ts";
import type { ShapeText } from "./shape-text.ts";

const JOB_ID = "The id that `StartPolicyPreviewJob` gave.";
const SUBMITTED_AT = "When the job was taken on. Its data is deleted 14 days later.";
const STARTED_AT = "When its work began. Absent until then.";
const COMPLETED_AT = "When it ended, in whatever way. Absent until then.";
const OUTPUT_S3_URI =
  "Where the report was asked to go, as in the request. The report itself lies below it, under the job's id and the time of completion: `jobId/YYYYMMDDTHHMMSSZ/`.";
const DOCUMENTS =
  "Service control policies as JSON text, in AWS's grammar; every fault is reported with line and column.";

export const PREVIEW_TEXTS = {
  StartPolicyPreviewJobRequest: [
    "What to preview, over which time, and where the report goes.",
    {
      policyConfigurations: "What is proposed: exactly one configuration.",
      startTime:
        "The first moment of the window. The window takes in `startTime` and leaves out `endTime`; only recorded calls inside it are judged.",
      endTime: "The end of the window, later than `startTime`. When absent it is the time of submission.",
      outputS3Uri:
        "Where the report goes: `s3://bucket/prefix/`, with the name of an R2 bucket that is bound to the Worker. Nothing is written to Amazon S3.",
      clientToken:
        "Makes a repeated request harmless: the same token with the same request gives the same job. Clients fill it in by themselves.",
    },
  ],
  StartPolicyPreviewJobResponse: [
    "The job that was started, or that the client token stands for.",
    { jobId: "The id of the job." },
  ],
  GetPolicyPreviewJobRequest: ["Which job to tell about.", { jobId: JOB_ID }],
  GetPolicyPreviewJobResponse: [
    "One job.",
    {
      jobId: "The id of the job.",
      jobParameters: "What it was asked.",
      jobDetails: "How far it is.",
      outputS3Uri: OUTPUT_S3_URI,
    },
  ],
  ListPolicyPreviewJobsRequest: [
    "Which jobs to list.",
    {
      filters:
        "At most one entry, `jobStatus` or `targetId`, with the value to look for. In the URL it is a query parameter of that name.",
      maxResults: "How many jobs a page holds at most: 50 when absent, and never more than 100.",
      nextToken: "Where to go on: that of the page before, together with the same filter.",
    },
  ],
  ListPolicyPreviewJobsRequestMaxResultsInteger: ["A number of jobs, at least 1. What is more than 100 counts as 100."],
  ListPolicyPreviewJobsResponse: [
    "One page of jobs.",
    { analysisReports: "The jobs, newest first.", nextToken: "For the next page. Absent on the last one." },
  ],
  CancelPolicyPreviewJobRequest: ["Which job to stop.", { jobId: JOB_ID }],
  CancelPolicyPreviewJobResponse: ["Empty: the job is canceled."],
  CreatePolicyPreviewConfigurationRequest: [
    "What to collect.",
    {
      clientToken:
        "Makes a repeated request harmless: the token that made the configuration gets the same answer again while that exists.",
      scope: "What activity is collected. `GLOBAL` when absent.",
    },
  ],
  CreatePolicyPreviewConfigurationResponse: [
    "The state of the new configuration.",
    { status: "`PENDING_CREATION`; ask `GetPolicyPreviewConfiguration` what has become of it." },
  ],
  GetPolicyPreviewConfigurationRequest: ["Empty: a tenant has one configuration."],
  GetPolicyPreviewConfigurationResponse: [
    "The configuration of the tenant.",
    { policyPreviewConfigurations: "A list of exactly one configuration." },
  ],
  DeletePolicyPreviewConfigurationRequest: [
    "Says which deletion this is.",
    {
      clientToken: "Within a day, a deletion with the same token does nothing more. Clients fill it in by themselves.",
    },
  ],
  DeletePolicyPreviewConfigurationResponse: ["Empty: collection is off."],
  AttachmentMode: [
    "How proposed documents meet the SCPs that are attached to the target. An extension of this service: AWS's description of the API does not have it.",
    {
      ADD: "the documents are attached beside those that are there.",
      REPLACE: "the documents take the place of all that are attached directly to the target.",
    },
  ],
  ImpactAnalysisJobStatus: [
    "The state of a job. The last three are final.",
    {
      SUBMITTED: "taken on; its work has not begun.",
      IN_PROGRESS: "its events are being judged, or its report is being written.",
      COMPLETED: "the report is whole, with `manifest.json` as the last of its files.",
      FAILED: "it could not be done; `jobError` says why.",
      CANCELED: "somebody stopped it with `CancelPolicyPreviewJob`.",
    },
  ],
  ImpactAnalysisJobType: [
    "What kind of policy is previewed.",
    { SCP: "service control policies, the only kind there is." },
  ],
  PolicyConfiguration: [
    "A target and the policies proposed for it.",
    {
      jobType: "What kind of policies they are.",
      targetId:
        "Whose policies would change: a root, an organizational unit or a member account of the stored organization. All accounts below it are previewed.",
      policyDocumentsList:
        "What would be attached directly to the target: at least one SCP as JSON text, each of at most 5,120 characters unless this instance is set otherwise. Policies of the levels above and below stay as they are.",
      attachmentMode:
        "Whether the documents replace what is attached directly to the target, or are added to it. When absent they replace it, unless none of them has an Allow statement: that would deny everything, so they are added. The report says which was done and why.",
    },
  ],
  PolicyConfigurationsList: ["Proposals: exactly one."],
  PolicyDocumentList: [DOCUMENTS],
  PolicyPreviewAnalysisReport: [
    "One job of a list.",
    {
      jobId: "The id of the job.",
      status: "Its state.",
      submittedAt: SUBMITTED_AT,
      startedAt: STARTED_AT,
      completedAt: COMPLETED_AT,
      outputS3Uri: OUTPUT_S3_URI,
    },
  ],
  PolicyPreviewAnalysisReports: ["Jobs, newest first."],
  PolicyPreviewConfiguration: [
    "Says that activity of the tenant is collected, and since when.",
    {
      scope: "What activity is collected.",
      status: "Whether collection works.",
      createdAt: "When it was switched on.",
      updatedAt: "When its status last changed. Absent until it has.",
    },
  ],
  PolicyPreviewConfigurationList: ["The configurations of a tenant: there is one."],
  PolicyPreviewJobDetails: [
    "How far a job is.",
    {
      jobStatus: "Its state.",
      submittedAt: SUBMITTED_AT,
      startedAt: STARTED_AT,
      completedAt: COMPLETED_AT,
      jobError: "Why it failed. Present only when the state is `FAILED`.",
    },
  ],
  PolicyPreviewJobFilterName: [
    "What a list of jobs can be narrowed by.",
    {
      jobStatus: "the state of the job, such as `COMPLETED`.",
      targetId: "the target of the job, as in the request that started it.",
    },
  ],
  PolicyPreviewJobFiltersMap: ["At most one filter: its name, and the value that a job must have."],
  PolicyPreviewJobId: ["The id of a preview job, a UUID in lower case."],
  PolicyPreviewJobParameters: [
    "What a job was asked.",
    {
      startTime: "The first moment of its window.",
      endTime: "The end of its window, itself left out. The time of submission where the request had none.",
      policyConfigurations: "What was proposed, as in the request.",
    },
  ],
  PolicyPreviewScope: [
    "What activity is collected.",
    { GLOBAL: "all of the tenant, in all regions; there is no other scope." },
  ],
  PolicyPreviewStatus: [
    "The state of a configuration.",
    {
      ACTIVE: "log files are taken in and jobs can run.",
      PENDING_CREATION:
        "collection is being switched on: the buckets of the service are tried. Ask again in a few seconds.",
      FAILED:
        "the buckets of the service do not work, and the log of the Worker says how. Once they are mended, create the configuration again.",
    },
  ],
  PolicyPreviewTargetId: [
    "The id of a root (`r-` and letters or digits), of an organizational unit (`ou-…`) or of an account (12 digits).",
  ],
  S3Uri: [
    "A bucket and a prefix: `s3://scp-preview-reports/team/`. In spite of its form it names an R2 bucket that is bound to the Worker, by the name that the variable `OUTPUT_BUCKETS` gives it.",
  ],
} satisfies Readonly<Record<keyof typeof PREVIEW_SHAPES, ShapeText>>;
