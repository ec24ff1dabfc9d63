/**
 * Our description of the eleven operations: the one source of routes and of what a request may hold, and what
 * `GET /service-model` gives to clients. In botocore's service-2 form, so that the AWS CLI takes it as it is
 * (`aws configure add-model`); `waiters` and `paginators` lie where the SDK for JavaScript v2 looks for them. Facts come
 * from the tables of shapes, texts from documentation/.
 */
import { rolesOf } from "../route-roles.ts";
import { COMMON_SHAPES } from "./common-shapes.ts";
import { documentShapes } from "./documentation/document-shapes.ts";
import { OPERATION_TEXTS, SERVICE_TEXT } from "./documentation/operation-texts.ts";
import { toHtml, withRoles } from "./documentation/shape-text.ts";
import { GENERATION_SHAPES } from "./generation-shapes.ts";
import type { ModelShape, ShapeTable, StructureShape } from "./model-shapes.ts";
import { PREVIEW_SHAPES } from "./preview-shapes.ts";

export const OPERATION_NAMES = [
  "StartPolicyPreviewJob",
  "GetPolicyPreviewJob",
  "ListPolicyPreviewJobs",
  "CancelPolicyPreviewJob",
  "CreatePolicyPreviewConfiguration",
  "GetPolicyPreviewConfiguration",
  "DeletePolicyPreviewConfiguration",
  "StartPolicyGeneration",
  "GetGeneratedPolicy",
  "CancelPolicyGeneration",
  "ListPolicyGenerations",
] as const;
export type OperationName = (typeof OPERATION_NAMES)[number];

export interface ModelOperation {
  readonly name: OperationName;
  readonly http: { readonly method: string; readonly requestUri: string; readonly responseCode: 200 };
  readonly input: { readonly shape: string };
  readonly output: { readonly shape: string };
  readonly errors: readonly { readonly shape: string }[];
  readonly idempotent?: true;
  readonly readonly?: true;
  /** HTML. */
  readonly documentation: string;
}

/** Path, and which exceptions there are besides those that every operation has. */
const OPERATIONS: Readonly<Record<OperationName, readonly [route: string, ...ownErrors: string[]]>> = {
  StartPolicyPreviewJob: ["PUT /policy/preview", "ConflictException", "ServiceQuotaExceededException"],
  GetPolicyPreviewJob: ["GET /policy/preview/{jobId}", "ResourceNotFoundException"],
  ListPolicyPreviewJobs: ["GET /policy/preview"],
  CancelPolicyPreviewJob: ["PUT /policy/preview/{jobId}", "ResourceNotFoundException"],
  CreatePolicyPreviewConfiguration: [
    "PUT /policy/preview-configuration",
    "ConflictException",
    "ServiceQuotaExceededException",
  ],
  GetPolicyPreviewConfiguration: ["GET /policy/preview-configuration", "ResourceNotFoundException"],
  DeletePolicyPreviewConfiguration: ["DELETE /policy/preview-configuration", "ResourceNotFoundException"],
  StartPolicyGeneration: ["PUT /policy/generation", "ConflictException", "ServiceQuotaExceededException"],
  GetGeneratedPolicy: ["GET /policy/generation/{jobId}"],
  CancelPolicyGeneration: ["PUT /policy/generation/{jobId}"],
  ListPolicyGenerations: ["GET /policy/generation"],
};

/** In the order in which the description lists an operation's exceptions. */
const ERROR_ORDER = [
  "ConflictException",
  "ResourceNotFoundException",
  "InternalServerException",
  "ValidationException",
  "ServiceQuotaExceededException",
  "ThrottlingException",
  "AccessDeniedException",
];
const ERRORS_OF_ALL = [
  "InternalServerException",
  "ValidationException",
  "ThrottlingException",
  "AccessDeniedException",
];

function describeOperation(name: OperationName): ModelOperation {
  const [route, ...ownErrors] = OPERATIONS[name];
  const [method = "", requestUri = ""] = route.split(" ");
  const errors = ERROR_ORDER.filter((error) => ERRORS_OF_ALL.includes(error) || ownErrors.includes(error));
  return {
    name,
    http: { method, requestUri, responseCode: 200 },
    input: { shape: `${name}Request` },
    output: { shape: `${name}Response` },
    errors: errors.map((shape) => ({ shape })),
    ...(method === "GET" ? { readonly: true } : { idempotent: true }),
    documentation: toHtml(withRoles(OPERATION_TEXTS[name], rolesOf(name))),
  };
}

const SHAPES: ShapeTable = documentShapes({ ...COMMON_SHAPES, ...PREVIEW_SHAPES, ...GENERATION_SHAPES });

function paginated(resultKey: string) {
  return { input_token: "nextToken", output_token: "nextToken", limit_key: "maxResults", result_key: resultKey };
}

/** One way a waiter ends: a path into the answer that holds the value. */
function ending(matcher: string, argument: string, state: "success" | "failure", expected: string) {
  return { matcher, argument, state, expected };
}

const CONFIGURATION_STATUS = "policyPreviewConfigurations[].status";
const JOB_STATUS = "jobDetails.jobStatus";

export const SERVICE_MODEL = {
  version: "2.0",
  metadata: {
    apiVersion: "2019-11-01",
    auth: ["aws.auth#sigv4"],
    endpointPrefix: "access-analyzer",
    protocol: "rest-json",
    protocols: ["rest-json"],
    serviceFullName: "Access Analyzer",
    serviceId: "AccessAnalyzer",
    signatureVersion: "v4",
    signingName: "access-analyzer",
    uid: "accessanalyzer-2019-11-01",
  },
  operations: Object.fromEntries(OPERATION_NAMES.map((name) => [name, describeOperation(name)])) as Readonly<
    Record<OperationName, ModelOperation>
  >,
  shapes: SHAPES,
  documentation: toHtml(SERVICE_TEXT),
  paginators: {
    ListPolicyGenerations: paginated("policyGenerations"),
    ListPolicyPreviewJobs: paginated("analysisReports"),
  },
  waiters: {
    PolicyPreviewConfigurationActive: {
      delay: 5,
      maxAttempts: 24,
      operation: "GetPolicyPreviewConfiguration",
      acceptors: [
        ending("pathAll", CONFIGURATION_STATUS, "success", "ACTIVE"),
        ending("pathAny", CONFIGURATION_STATUS, "failure", "FAILED"),
      ],
    },
    PolicyPreviewJobCompleted: {
      delay: 30,
      maxAttempts: 5,
      operation: "GetPolicyPreviewJob",
      acceptors: [
        ending("path", JOB_STATUS, "success", "COMPLETED"),
        ending("path", JOB_STATUS, "failure", "FAILED"),
        ending("path", JOB_STATUS, "failure", "CANCELED"),
      ],
    },
  },
} as const;

/** The structure that describes what the operation takes. */
export function inputShape(name: OperationName): StructureShape {
  const shape = SHAPES[SERVICE_MODEL.operations[name].input.shape];
  if (shape?.type !== "structure") throw new Error(`the input of ${name} is not a structure`);
  return shape;
}

/** The shape of that name; every name in the model has one. */
export function shapeOf(name: string): ModelShape {
  const shape = SHAPES[name];
  if (shape === undefined) throw new Error(`the service model has no shape ${name}`);
  return shape;
}
