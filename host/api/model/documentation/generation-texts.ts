/** What the shapes of policy generation say about themselves. The operations are described so far, not built. */
import type { GENERATION_SHAPES } from "../generation-shapes.ts";
import type { ShapeText } from "./shape-text.ts";

const JOB_ID = "The id that `StartPolicyGeneration` gave.";
const PRINCIPAL = "The role or user whose calls the policy is made from.";
const STARTED_ON = "When the job was started.";
const COMPLETED_ON = "When it ended. Absent until then.";

const TRAIL = {
  cloudTrailArn: "The ARN of the trail.",
  regions: "The regions whose events count.",
  allRegions: "Whether the events of every region count.",
};

export const GENERATION_TEXTS = {
  StartPolicyGenerationRequest: [
    "For whom to write a policy, and from which activity.",
    {
      policyGenerationDetails: "For whom the policy is.",
      cloudTrailDetails: "Which activity it is made from.",
      clientToken: "Makes a repeated request harmless. Clients fill it in by themselves.",
    },
  ],
  StartPolicyGenerationResponse: ["The generation job that was started.", { jobId: "The id of the job." }],
  GetGeneratedPolicyRequest: [
    "Which job to tell about, and in how much detail.",
    {
      jobId: JOB_ID,
      includeResourcePlaceholders:
        "Whether statements get places to fill in where resources could be named more closely.",
      includeServiceLevelTemplate:
        "Whether to add a template for services of which only the name is known, not the actions.",
    },
  ],
  GetGeneratedPolicyResponse: [
    "A generation job and what it made.",
    { jobDetails: "How far the job is.", generatedPolicyResult: "What it wrote, once it has succeeded." },
  ],
  CancelPolicyGenerationRequest: ["Which generation job to stop.", { jobId: JOB_ID }],
  CancelPolicyGenerationResponse: ["Empty: the generation job is stopped."],
  ListPolicyGenerationsRequest: [
    "Which generation jobs to list.",
    {
      principalArn: "Only jobs for this role or user. All when absent.",
      maxResults: "How many jobs a page holds at most.",
      nextToken: "Where to go on: that of the page before.",
    },
  ],
  ListPolicyGenerationsRequestMaxResultsInteger: ["A number of generation jobs, at least 1."],
  ListPolicyGenerationsResponse: [
    "One page of generation jobs.",
    { policyGenerations: "The jobs of the page.", nextToken: "For the next page. Absent on the last one." },
  ],
  CloudTrailArn: ["The ARN of a CloudTrail trail."],
  CloudTrailDetails: [
    "Which recorded activity counts, as AWS's clients say it.",
    {
      trails: "The trails that recorded it.",
      accessRole:
        "The role that would read the trails. This service reads no account of AWS: it has only the log files stored here.",
      startTime: "The first moment of the activity.",
      endTime: "Its end, itself left out. The present when absent.",
    },
  ],
  CloudTrailProperties: [
    "Which activity a policy was made from.",
    {
      trailProperties: "The trails that recorded it.",
      startTime: "The first moment of the activity.",
      endTime: "Its end, itself left out.",
    },
  ],
  GeneratedPolicy: ["One policy that was written.", { policy: "The policy document as JSON text." }],
  GeneratedPolicyList: ["Policies that were written."],
  GeneratedPolicyProperties: [
    "What a generated policy stands for.",
    {
      isComplete: "Whether everything that was recorded is in it.",
      principalArn: PRINCIPAL,
      cloudTrailProperties: "The activity it was made from.",
    },
  ],
  GeneratedPolicyResult: [
    "What a generation job made.",
    { properties: "For whom, and from what.", generatedPolicies: "The policies themselves." },
  ],
  JobDetails: [
    "How far a generation job is.",
    {
      jobId: "The id of the job.",
      status: "Its state.",
      startedOn: STARTED_ON,
      completedOn: COMPLETED_ON,
      jobError: "Why it failed. Present only when the state is `FAILED`.",
    },
  ],
  JobId: ["The id of a generation job."],
  JobStatus: [
    "The state of a generation job. The last three are final.",
    {
      IN_PROGRESS: "it runs.",
      SUCCEEDED: "the policies are there.",
      FAILED: "it could not be done; `jobError` says why.",
      CANCELED: "somebody stopped it with `CancelPolicyGeneration`.",
    },
  ],
  PolicyGeneration: [
    "One generation job of a list.",
    {
      jobId: "The id of the job.",
      principalArn: PRINCIPAL,
      status: "Its state.",
      startedOn: STARTED_ON,
      completedOn: COMPLETED_ON,
    },
  ],
  PolicyGenerationDetails: ["For whom a policy is written.", { principalArn: PRINCIPAL }],
  PolicyGenerationList: ["Generation jobs."],
  PrincipalArn: ["The ARN of an IAM role or user."],
  RegionList: ["Names of regions, such as `eu-west-1`."],
  RoleArn: ["The ARN of an IAM role."],
  Trail: ["A trail whose events count.", TRAIL],
  TrailList: ["Trails whose events count."],
  TrailProperties: ["A trail whose events were used.", TRAIL],
  TrailPropertiesList: ["Trails whose events were used."],
} satisfies Readonly<Record<keyof typeof GENERATION_SHAPES, ShapeText>>;
