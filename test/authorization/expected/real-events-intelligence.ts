/**
 * Real records of Bedrock, SageMaker, Comprehend, Polly and other services of one or two actions, each with what AWS
 * decided for it, read by hand (see expected-event.ts). Sources: semantics 5.4 and 6.2, the service authorization
 * reference. Holds ids and expectations only, never a record; derives nothing.
 */
import type { ExpectedEvent } from "./expected-event.ts";

export const REAL_EVENTS_INTELLIGENCE: readonly ExpectedEvent[] = [
  {
    eventID: "3105145b-d0ca-41ab-a0fd-73f4f31ccbd1",
    operation: "bedrock.amazonaws.com DeleteGuardrail",
    certain: [
      { action: "bedrock:DeleteGuardrail", resource: "arn:aws:bedrock:us-west-2:123123123123:guardrail/cmy5azq5koeo" },
    ],
    possible: [],
  },
  {
    eventID: "4d482238-d0c5-4337-800f-d1ed79957fd4",
    operation: "bedrock.amazonaws.com UpdateGuardrail",
    certain: [
      { action: "bedrock:UpdateGuardrail", resource: "arn:aws:bedrock:us-west-2:123123123123:guardrail/cmy5azq5koeo" },
    ],
    atLeast: true,
  },
  {
    eventID: "62416f0e-cbf0-4831-9642-1aa0cb6b72eb",
    operation: "bedrock.amazonaws.com GetKnowledgeBase",
    certain: [
      {
        action: "bedrock:GetKnowledgeBase",
        resource: "arn:aws:bedrock:us-east-1:111111111111:knowledge-base/kb-1234567890",
      },
    ],
    possible: [],
    isDenied: true,
  },
  {
    eventID: "28773860-a4fd-47c7-a215-6f0e6e6e532f",
    operation: "bedrock.amazonaws.com DeleteModelInvocationLoggingConfiguration",
    certain: [{ action: "bedrock:DeleteModelInvocationLoggingConfiguration", resource: "*" }],
    possible: [],
  },
  {
    eventID: "cba6f82d-9065-4fb5-9872-dbee0f56112a",
    operation: "bedrock.amazonaws.com ListAgents",
    certain: [{ action: "bedrock:ListAgents", resource: "*" }],
    possible: [],
  },
  {
    eventID: "535ca22b-b3a3-4c13-b2c5-bf51ab082794",
    operation: "comprehend.amazonaws.com ClassifyDocument",
    certain: [
      {
        action: "comprehend:ClassifyDocument",
        resource: "arn:aws:comprehend:us-east-2:12345678910:document-classifier-endpoint/canary86644",
      },
    ],
    possible: [],
  },
  {
    eventID: "fb9860a1-b158-4764-a306-d19cfbace7fc",
    operation: "comprehend.amazonaws.com DeleteEntityRecognizer",
    certain: [
      {
        action: "comprehend:DeleteEntityRecognizer",
        resource:
          "arn:aws:comprehend:us-east-2:12345678910:entity-recognizer/EntityRecognizer-DOCS-2K-ONE-DOC-PER-LINE-1588161691587",
      },
    ],
    possible: [],
  },
  {
    eventID: "19bd70f7-5e60-4cdc-9825-936c552278ae",
    operation: "polly.amazonaws.com SynthesizeSpeech",
    certain: [
      { action: "polly:SynthesizeSpeech", resource: "arn:aws:polly:us-east-2:123456789012:lexicon/SampleLexicon" },
    ],
    possible: [],
  },
  {
    eventID: "b356b0fd-ea01-436f-a9df-e1186b275bfa",
    operation: "rekognition.amazonaws.com DetectLabels",
    certain: [{ action: "rekognition:DetectLabels", resource: "*" }],
    possible: [],
  },
  {
    eventID: "a6f85b21-EXAMPLE",
    operation: "sagemaker.amazonaws.com CreateEndpoint",
    certain: [
      {
        action: "sagemaker:CreateEndpoint",
        resource: "arn:aws:sagemaker:us-west-2:123456789012:endpoint/exampleendpoint",
      },
    ],
    atLeast: true,
    because: "SageMaker writes names in lower case in ARNs",
  },
  {
    eventID: "event-id",
    operation: "sagemaker.amazonaws.com PutRecord",
    certain: [
      {
        action: "sagemaker:PutRecord",
        resource: "arn:aws:sagemaker:us-east-1:123456789012:feature-group/your-feature-group-name",
      },
    ],
    possible: [],
  },
  {
    eventID: "0f2b3e81-EXAMPLE",
    operation: "sagemaker.amazonaws.com CreateModel",
    certain: [
      {
        action: "iam:PassRole",
        resource: "arn:aws:iam::123456789012:role/EXAMPLEARN",
        keys: { "iam:passedtoservice": "sagemaker.amazonaws.com" },
      },
    ],
    atLeast: true,
  },
  {
    eventID: "141c7b0f-3ec3-40bd-b551-5a33d1a794b4",
    operation: "ses.amazonaws.com GetSendQuota",
    certain: [{ action: "ses:GetSendQuota", resource: "*" }],
    possible: [],
  },
  {
    eventID: "1f59978b-bd90-4058-be12-91e2ecfb5c52",
    operation: "ses.amazonaws.com PutAccountDetails",
    certain: [{ action: "ses:PutAccountDetails", resource: "*" }],
    possible: [],
  },
  {
    eventID: "635f2ea2-7e42-45f0-bed1-8b17d7b74265",
    operation: "storagegateway.amazonaws.com ActivateGateway",
    certain: [{ action: "storagegateway:ActivateGateway", resource: "*" }],
    possible: [],
  },
  {
    eventID: "ca307b47-926c-434c-8a88-efd3b6410e20",
    operation: "aoss.amazonaws.com ListCollections",
    certain: [{ action: "aoss:ListCollections", resource: "*" }],
    possible: [],
  },
  {
    eventID: "e5441a6f-60d6-4e25-b118-a54d97222",
    operation: "iot.amazonaws.com ListJobs",
    certain: [{ action: "iot:ListJobs", resource: "*" }],
    possible: [],
  },
  {
    eventID: "b0b0e2d3-dd4c-4e1f-821b-4c67b46013b6",
    operation: "devops-guru.amazonaws.com SearchInsights",
    certain: [{ action: "devops-guru:SearchInsights", resource: "*" }],
    possible: [],
  },
  {
    eventID: "c14bdebf-495a-4aaf-8dc0-073678ad321b",
    operation: "xray.amazonaws.com GetSamplingRules",
    certain: [{ action: "xray:GetSamplingRules", resource: "*" }],
    possible: [],
  },
  {
    eventID: "e5ea533e-eede-46cc-94f6-0d08e6306ff0",
    operation: "inspector.amazonaws.com CreateResourceGroup",
    certain: [{ action: "inspector:CreateResourceGroup", resource: "*" }],
    possible: [],
  },
  {
    eventID: "ca6faa6b-7a30-4d0b-9175-7b73b9e6d12b",
    operation: "robomaker.amazonaws.com ListRobotApplications",
    certain: [{ action: "robomaker:ListRobotApplications", resource: "*" }],
    possible: [],
  },
  {
    eventID: "f6becf96-4556-43c9-882c-03c385222c1a",
    operation: "es.amazonaws.com DescribeReservedElasticsearchInstances",
    certain: [{ action: "es:DescribeReservedElasticsearchInstances", resource: "*" }],
    atLeast: true,
  },
];
