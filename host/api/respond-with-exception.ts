/** Exception → HTTP response in the form of AWS's REST-JSON services. The one place that knows statuses. */
import type { Exception, Outcome } from "./exceptions.ts";
import { shapeOf } from "./model/service-model.ts";

/** The statuses of exceptions that no operation models. */
const UNMODELLED_STATUSES = {
  IncompleteSignatureException: 403,
  InvalidSignatureException: 403,
  MissingAuthenticationTokenException: 403,
  RequestEntityTooLargeException: 413,
  UnknownOperationException: 404,
  UnrecognizedClientException: 403,
} as const satisfies Partial<Record<Exception["code"], number>>;

/** Body: message and the modelled members. Headers: `x-amzn-errortype`, `Retry-After` where it is known. */
export function respondWithException(exception: Exception): Response {
  const headers = new Headers({ "content-type": "application/json", "x-amzn-errortype": exception.code });
  if ("retryAfterSeconds" in exception && exception.retryAfterSeconds !== undefined) {
    headers.set("retry-after", String(exception.retryAfterSeconds));
  }
  return new Response(JSON.stringify(bodyOf(exception)), { status: statusOf(exception.code), headers });
}

/**
 * The answer to a delivery of Firehose: its request id and the time, and why when it was refused. Firehose takes nothing else for an
 * acknowledgement.
 */
export function respondToFirehose(response: Response, requestId: string, outcome: Outcome<unknown>): Response {
  const body = {
    requestId,
    timestamp: Date.now(),
    ...(outcome.ok ? {} : { errorMessage: outcome.exception.message, ...bodyOf(outcome.exception) }),
  };
  const headers = new Headers(response.headers);
  headers.set("content-type", "application/json");
  headers.delete("content-length");
  return new Response(JSON.stringify(body), { status: response.status, headers });
}

function statusOf(code: Exception["code"]): number {
  if (code in UNMODELLED_STATUSES) return UNMODELLED_STATUSES[code as keyof typeof UNMODELLED_STATUSES];
  const shape = shapeOf(code);
  if (shape.type !== "structure" || shape.error === undefined) throw new Error(`${code} is not modelled as an error`);
  return shape.error.httpStatusCode;
}

function bodyOf(exception: Exception): object {
  const { message } = exception;
  switch (exception.code) {
    case "ValidationException": {
      const { reason, fieldList } = exception;
      return { message, reason, ...(fieldList === undefined ? {} : { fieldList }) };
    }
    case "ConflictException":
    case "ResourceNotFoundException":
    case "ServiceQuotaExceededException":
      return { message, resourceId: exception.resourceId, resourceType: exception.resourceType };
    case "InternalServerException":
    case "ThrottlingException":
    case "AccessDeniedException":
    case "IncompleteSignatureException":
    case "InvalidSignatureException":
    case "MissingAuthenticationTokenException":
    case "RequestEntityTooLargeException":
    case "UnknownOperationException":
    case "UnrecognizedClientException":
      return { message };
  }
}
