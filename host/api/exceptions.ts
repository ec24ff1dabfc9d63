/**
 * Every way a request can be refused, as values. Modelled exceptions have the members of the service model; the others
 * are the ones all AWS services share. `respond-with-exception.ts` puts them on the wire.
 */
import { describeFault, type Fault } from "../domain/fault.ts";

export interface FieldProblem {
  /** JSON path from the request: `policyConfigurations[0].targetId`. */
  readonly name: string;
  readonly message: string;
}

export interface ValidationException {
  readonly code: "ValidationException";
  readonly message: string;
  readonly reason: "unknownOperation" | "cannotParse" | "fieldValidationFailed" | "other" | "notSupported";
  readonly fieldList?: readonly FieldProblem[];
}

export interface ResourceException {
  readonly code: "ConflictException" | "ResourceNotFoundException" | "ServiceQuotaExceededException";
  readonly message: string;
  readonly resourceId: string;
  readonly resourceType: ResourceType;
}

export type ResourceType =
  | "PolicyPreviewJob"
  | "PolicyPreviewConfiguration"
  | "Organization"
  | "Mapping"
  | "Context"
  | "Activity"
  | "Findings"
  | "ReportFile";

/** `retryAfterSeconds` becomes the header Retry-After. */
export interface RetryException {
  readonly code: "InternalServerException" | "ThrottlingException";
  readonly message: string;
  readonly retryAfterSeconds?: number;
}

export interface PlainException {
  readonly code:
    | "AccessDeniedException"
    | "IncompleteSignatureException"
    | "InvalidSignatureException"
    | "MissingAuthenticationTokenException"
    | "RequestEntityTooLargeException"
    | "UnknownOperationException"
    | "UnrecognizedClientException";
  readonly message: string;
}

export type Exception = ValidationException | ResourceException | RetryException | PlainException;

/** What an operation ends with. */
export type Outcome<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly exception: Exception };

export function refuse(exception: Exception): { readonly ok: false; readonly exception: Exception } {
  return { ok: false, exception };
}

/** Problems listed in one answer; looking for more ends soon after. */
export const FIELD_LIST_MAX = 100;

/** Problems told in the message itself. */
const FIELDS_TOLD_MAX = 4;

/** All problems of a request in one exception. */
export function invalidFields(problems: readonly FieldProblem[]): ValidationException {
  if (problems.length === 0) throw new Error("an invalid request has at least one problem");
  const fieldList = problems.slice(0, FIELD_LIST_MAX);
  // Many clients show nothing but the message.
  const told = fieldList.slice(0, FIELDS_TOLD_MAX).map(({ name, message }) => `${name}: ${message}`);
  const rest = fieldList.length - told.length;
  return {
    code: "ValidationException",
    message: `${told.join("; ")}${rest === 0 ? "" : `; and ${rest} more in fieldList`}`,
    reason: "fieldValidationFailed",
    fieldList,
  };
}

/** Faults inside the text of one member: the messages say where in the text. */
export function problemsOf(name: string, faults: readonly Fault[]): readonly FieldProblem[] {
  return faults.map((fault) => ({ name, message: describeFault(fault) }));
}

/** Faults of a body that is a document itself: their JSON pointers become names, `body` when there is none. */
export function problemsOfBody(faults: readonly Fault[]): readonly FieldProblem[] {
  return faults.map((fault) => {
    const { pointer = "", ...where } = fault.where ?? {};
    return { name: pathOf(pointer), message: describeFault({ ...fault, where }) };
  });
}

/** `/Accounts/0/ParentId` → `Accounts[0].ParentId`. */
function pathOf(pointer: string): string {
  const members = pointer.split("/").slice(1);
  if (members.length === 0) return "body";
  return members
    .map((member) => member.replaceAll("~1", "/").replaceAll("~0", "~"))
    .map((member, index) => (/^\d+$/.test(member) ? `[${member}]` : `${index === 0 ? "" : "."}${member}`))
    .join("");
}

/** Also the answer for what is another's: whether it exists is not told. */
export function notFound(resourceType: ResourceType, resourceId: string, hint: string): ResourceException {
  const message = `${resourceType} \`${resourceId}\` was not found; ${hint}`;
  return { code: "ResourceNotFoundException", message, resourceId, resourceType };
}
