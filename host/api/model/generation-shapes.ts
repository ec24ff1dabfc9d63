/** Shapes of the policy generation family (api/ of the shared material). */
import { CLIENT_TOKEN, jobIdLabel } from "./common-shapes.ts";
import { inQuery, listOf, matching, oneOf, type ShapeTable, structure } from "./model-shapes.ts";

const trail = structure({ cloudTrailArn: "CloudTrailArn!", regions: "RegionList", allRegions: "Boolean" });

export const GENERATION_SHAPES = {
  StartPolicyGenerationRequest: structure({
    policyGenerationDetails: "PolicyGenerationDetails!",
    cloudTrailDetails: "CloudTrailDetails",
    clientToken: CLIENT_TOKEN,
  }),
  StartPolicyGenerationResponse: structure({ jobId: "JobId!" }),
  GetGeneratedPolicyRequest: structure({
    ...jobIdLabel("JobId"),
    includeResourcePlaceholders: inQuery("Boolean", "includeResourcePlaceholders"),
    includeServiceLevelTemplate: inQuery("Boolean", "includeServiceLevelTemplate"),
  }),
  GetGeneratedPolicyResponse: structure({ jobDetails: "JobDetails!", generatedPolicyResult: "GeneratedPolicyResult!" }),
  CancelPolicyGenerationRequest: structure(jobIdLabel("JobId")),
  CancelPolicyGenerationResponse: structure({}),
  ListPolicyGenerationsRequest: structure({
    principalArn: inQuery("PrincipalArn", "principalArn"),
    maxResults: inQuery("ListPolicyGenerationsRequestMaxResultsInteger", "maxResults"),
    nextToken: inQuery("Token", "nextToken"),
  }),
  ListPolicyGenerationsRequestMaxResultsInteger: { type: "integer", box: true, min: 1 },
  ListPolicyGenerationsResponse: structure({ policyGenerations: "PolicyGenerationList!", nextToken: "Token" }),

  CloudTrailArn: matching("arn:[^:]*:cloudtrail:[^:]*:[^:]*:trail/.{1,576}"),
  CloudTrailDetails: structure({
    trails: "TrailList!",
    accessRole: "RoleArn!",
    startTime: "Timestamp!",
    endTime: "Timestamp",
  }),
  CloudTrailProperties: structure({
    trailProperties: "TrailPropertiesList!",
    startTime: "Timestamp!",
    endTime: "Timestamp!",
  }),
  GeneratedPolicy: structure({ policy: "String!" }),
  GeneratedPolicyList: listOf("GeneratedPolicy"),
  GeneratedPolicyProperties: structure({
    isComplete: "Boolean",
    principalArn: "PrincipalArn!",
    cloudTrailProperties: "CloudTrailProperties",
  }),
  GeneratedPolicyResult: structure({
    properties: "GeneratedPolicyProperties!",
    generatedPolicies: "GeneratedPolicyList",
  }),
  JobDetails: structure({
    jobId: "JobId!",
    status: "JobStatus!",
    startedOn: "Timestamp!",
    completedOn: "Timestamp",
    jobError: "JobError",
  }),
  JobId: { type: "string" },
  JobStatus: oneOf("IN_PROGRESS", "SUCCEEDED", "FAILED", "CANCELED"),
  PolicyGeneration: structure({
    jobId: "JobId!",
    principalArn: "PrincipalArn!",
    status: "JobStatus!",
    startedOn: "Timestamp!",
    completedOn: "Timestamp",
  }),
  PolicyGenerationDetails: structure({ principalArn: "PrincipalArn!" }),
  PolicyGenerationList: listOf("PolicyGeneration"),
  PrincipalArn: matching("arn:[^:]*:iam::[^:]*:(role|user)/.{1,576}"),
  RegionList: listOf("String"),
  RoleArn: matching("arn:[^:]*:iam::[^:]*:role/.{1,576}"),
  Trail: trail,
  TrailList: listOf("Trail"),
  TrailProperties: trail,
  TrailPropertiesList: listOf("TrailProperties"),
} satisfies ShapeTable;
