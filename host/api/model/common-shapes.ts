/** Shapes that both families of operations use: exceptions, job errors, simple values. */
import { exception, inPath, listOf, oneOf, type ShapeTable, structure } from "./model-shapes.ts";

const retryAfterSeconds = { shape: "Integer", location: "header", locationName: "Retry-After" } as const;
const resource = { resourceId: "String!", resourceType: "String!" };

export const COMMON_SHAPES = {
  AccessDeniedException: exception(403, {}),
  ConflictException: exception(409, resource),
  InternalServerException: exception(500, { retryAfterSeconds }, { throttling: false }),
  ResourceNotFoundException: exception(404, resource),
  ServiceQuotaExceededException: exception(402, resource),
  ThrottlingException: exception(429, { retryAfterSeconds }, { throttling: true }),
  ValidationException: exception(400, {
    reason: "ValidationExceptionReason!",
    fieldList: "ValidationExceptionFieldList",
  }),
  ValidationExceptionReason: oneOf("unknownOperation", "cannotParse", "fieldValidationFailed", "other", "notSupported"),
  ValidationExceptionField: structure({ name: "String!", message: "String!" }),
  ValidationExceptionFieldList: listOf("ValidationExceptionField"),
  JobError: structure({ code: "JobErrorCode!", message: "String!" }),
  JobErrorCode: oneOf(
    "AUTHORIZATION_ERROR",
    "RESOURCE_NOT_FOUND_ERROR",
    "SERVICE_QUOTA_EXCEEDED_ERROR",
    "SERVICE_ERROR",
    "CANCELED_JOB_ERROR",
    "INVALID_SERVICE_LINKED_ROLE",
    "INSUFFICIENT_PERMISSIONS_ERROR",
    "ORGANIZATION_ACCESS_DENIED_ERROR",
    "INVALID_TARGET_ERROR",
    "INVALID_POLICY_PREVIEW_CONFIGURATION",
    "INVALID_ORGANIZATION_CONFIGURATION",
    "S3_BUCKET_NOT_FOUND_ERROR",
    "S3_BUCKET_PERMISSION_ERROR",
  ),
  Boolean: { type: "boolean", box: true },
  Integer: { type: "integer", box: true },
  String: { type: "string" },
  Timestamp: { type: "timestamp", timestampFormat: "iso8601" },
  Token: { type: "string" },
} satisfies ShapeTable;

/** The label of every operation on one job. */
export function jobIdLabel(shape: string) {
  return { jobId: inPath(`${shape}!`, "jobId") };
}

/** In a body, or with `location` in the query. */
export const CLIENT_TOKEN = { shape: "String", idempotencyToken: true } as const;
