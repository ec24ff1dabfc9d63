/** What the shapes that all operations share say about themselves: exceptions, job errors, simple values. */
import type { COMMON_SHAPES } from "../common-shapes.ts";
import type { ShapeText } from "./shape-text.ts";

const MESSAGE = "What is wrong and what to do about it, in words for a person. Programs should not read it.";
const RETRY_AFTER = "Seconds after which to try again, in the header `Retry-After`. Absent when no time is known.";

function resource(what: string) {
  return {
    message: MESSAGE,
    resourceId: `Which one: the id of ${what}.`,
    resourceType: "What kind of thing that is, such as `PolicyPreviewJob` or `PolicyPreviewConfiguration`.",
  };
}

export const COMMON_TEXTS = {
  AccessDeniedException: [
    "The access key is valid, but its role may not call this; the message names the roles that may.",
    { message: MESSAGE },
  ],
  ConflictException: [
    "The request does not fit what is there: a client token that stands for another request, or a configuration that exists already.",
    resource("the job or configuration in the way"),
  ],
  InternalServerException: [
    "The service failed, not the caller. The message names the request under which the log of the service says more; to try again is safe with the same client token.",
    { message: MESSAGE, retryAfterSeconds: RETRY_AFTER },
  ],
  ResourceNotFoundException: [
    "There is no such thing, or it belongs to somebody else: the answer is the same.",
    resource("what was asked for"),
  ],
  ServiceQuotaExceededException: [
    "A limit that this instance sets is reached; the message says which, and how to get below it.",
    resource("what there is too much of"),
  ],
  ThrottlingException: [
    "Too many requests came at once. AWS clients wait and try again by themselves.",
    { message: MESSAGE, retryAfterSeconds: RETRY_AFTER },
  ],
  ValidationException: [
    "The request is not valid, or is nothing that this service can do. Sending it again as it is does not help.",
    {
      message: MESSAGE,
      reason: "What kind of fault it is.",
      fieldList:
        "Every wrong member that was found, the first 100. Present when the reason is `fieldValidationFailed`.",
    },
  ],
  ValidationExceptionReason: [
    "Why a request is not valid.",
    {
      unknownOperation: "the operation is known, but this instance does not have it.",
      cannotParse: "the body is not a JSON object in UTF-8, or an escape in the URL is not UTF-8.",
      fieldValidationFailed: "members are missing or wrong; `fieldList` names them all.",
      other: "none of the others.",
      notSupported: "the request asks for something that this service does not do.",
    },
  ],
  ValidationExceptionField: [
    "One wrong member of a request.",
    {
      name: "Where it is, as a path from the request: `policyConfigurations[0].targetId`.",
      message: "What is wrong with it, and for a policy document the line and column.",
    },
  ],
  ValidationExceptionFieldList: ["The wrong members of a request, in the order in which they were found."],
  JobError: [
    "Why a job ended as `FAILED`.",
    { code: "The kind of failure.", message: "What happened and what to do, in words for a person." },
  ],
  JobErrorCode: [
    "The kinds of failure of a job, and what to do about each. A failed job is never taken up again: start another one.",
    {
      AUTHORIZATION_ERROR:
        "the access key that started the job was removed before it ran. Start it with a key that is still there.",
      RESOURCE_NOT_FOUND_ERROR:
        "something that the job rests on is gone: a log file, the snapshot, the mapping or the context, erased meanwhile. Store it again if it is needed, then start the job again.",
      SERVICE_QUOTA_EXCEEDED_ERROR:
        "the days of the window hold more activity than this instance allows for one job. Start jobs over shorter windows, or ask whoever runs the instance to raise the limit.",
      SERVICE_ERROR:
        "the service failed; the message says at what. Start the job again, and if it fails again tell whoever runs the instance.",
      CANCELED_JOB_ERROR:
        "the policy preview configuration was deleted while the job ran. Create it again, then start the job again.",
      INVALID_SERVICE_LINKED_ROLE:
        "bindings, secrets or variables of the Worker are not in order; they stand where AWS has a role of the service. Whoever runs the instance has to mend them.",
      INSUFFICIENT_PERMISSIONS_ERROR:
        "the access key that started the job lost the role for it before it ran. Start it with a key of role `operator` or `admin`.",
      ORGANIZATION_ACCESS_DENIED_ERROR:
        "the account of the access key is neither the management account of the stored organization nor one of its delegated administrators. Use a key of such an account.",
      INVALID_TARGET_ERROR:
        "the target is not in the stored snapshot, or is the management account, which no SCP restricts. Name another target, or store a newer snapshot.",
      INVALID_POLICY_PREVIEW_CONFIGURATION:
        "no configuration was `ACTIVE` when the job began. Create one, wait until it is `ACTIVE`, then start the job again.",
      INVALID_ORGANIZATION_CONFIGURATION:
        "no organization snapshot is stored, or the stored one does not hold together. Store one with `PUT /organization`.",
      S3_BUCKET_NOT_FOUND_ERROR:
        "no bucket of that name is bound to this instance. Use one that is, or have it bound and named in `OUTPUT_BUCKETS`.",
      S3_BUCKET_PERMISSION_ERROR:
        "the bucket is bound, but takes no report of this account. Use another bucket, or have this one opened.",
    },
  ],
  Boolean: ["`true` or `false`."],
  Integer: ["A whole number."],
  String: ["Text in Unicode."],
  Timestamp: [
    "A time in ISO-8601, in UTC or with an offset: `2026-08-01T00:00:00Z`. Answers are in UTC. What is finer than a millisecond is rounded up.",
  ],
  Token: ["Where a list goes on: the `nextToken` of the page before, unchanged. It means nothing else."],
} satisfies Readonly<Record<keyof typeof COMMON_SHAPES, ShapeText>>;
