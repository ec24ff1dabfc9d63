/** From `errorCode` to what it says of the authorization (R1, semantics 4.5). Reads the code only, never the message. */

import { asObject, parseJson, textMember } from "./record-json.ts";

/** At most one is true; all are false for a call that succeeded, or that a dry run found allowed. */
export interface ErrorFacts {
  /** The log says that access was denied: the event is not judged. */
  readonly alreadyDenied: boolean;
  /** The outer call was authorized and something it depends on was denied: judged, counted apart. */
  readonly dependencyDenied: boolean;
  /** The call failed for another reason: judged, counted apart. */
  readonly failed: boolean;
}

/**
 * Semantics 4.5. `KMSAccessDeniedException` stands there in the list of denials, and `KMSAccessDenied` among dependencies; both are
 * how Lambda, Kinesis, SQS and SNS report that the *key* was refused, so both are judged: the reading that hides nothing. What
 * services call it besides: [C API models of DMS, CodeCommit, Redshift, Service Quotas, Neptune].
 */
const DEPENDENCY =
  /^(?:KMS[._]?AccessDenied(?:Exception|Fault)?|AccessDeniedForDependencyException|DependencyAccessDeniedException|DependentServiceAccessDenied(?:Fault)?|EncryptionKeyAccessDeniedException|LoadUrlAccessDeniedException|SNSNoAuthorization)$/i;

/** Semantics 4.5: the listed codes and its safe patterns `AccessDenied*`, `*AccessDeniedException`, `*Unauthorized*`. */
const DENIED =
  /AccessDenied|Unauthorized|^(?:AuthorizationError(?:Exception)?|NotAuthorized(?:Exception)?|(?:Access)?Forbidden(?:Exception)?|403)$/i;

/** With Cognito this is a wrong password or token; what IAM denies is `AccessDeniedException` there [C API references]. */
const NO_DENIAL_OF_COGNITO = /^NotAuthorized(?:Exception)?$/i;
const COGNITO = /^cognito-(?:idp|identity)\./;

/** "Would have been allowed": semantics 4.5 [I]. */
const DRY_RUN = /^(?:Client\.)?DryRunOperation$/i;

/** Does a code mean another thing with this operation than elsewhere? Takes a value of the `operation` column. */
export function hasCodesOfItsOwn(operation: string): boolean {
  return COGNITO.test(operation);
}

/** Takes a code: of the `errorCode` column, else one that `errorInResponse` found. `isOwn`: as hasCodesOfItsOwn says. */
export function errorFacts(errorCode: string, isOwn = false): ErrorFacts {
  const dependencyDenied = DEPENDENCY.test(errorCode);
  const isDenial = DENIED.test(errorCode) && !(isOwn && NO_DENIAL_OF_COGNITO.test(errorCode));
  const alreadyDenied = !dependencyDenied && isDenial;
  const failed = errorCode !== "" && !dependencyDenied && !alreadyDenied && !DRY_RUN.test(errorCode);
  return { alreadyDenied, dependencyDenied, failed };
}

/** Where responses hold the code of an error (semantics 4.5 [C]: some services put it there instead). */
const RESPONSE_CODES = ["errorCode", "error", "code", "__type"] as const;

/** The code of an error that a call's response holds; empty for none. Takes a value of the `responseElements` column. */
export function errorInResponse(responseElements: string): string {
  if (!/error|__type/i.test(responseElements)) return "";
  const response = asObject(parseJson(responseElements));
  if (response === undefined) return "";
  for (const holder of [response, asObject(response.error), asObject(response.Error)]) {
    if (holder === undefined) continue;
    for (const name of RESPONSE_CODES) {
      const code = textMember(holder, name);
      if (code !== undefined) return code;
    }
  }
  return "";
}
