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
 * how Lambda, Kinesis, SQS and SNS report that the *key* was refused, so both are judged: the reading that hides nothing.
 */
const DEPENDENCY = /^(?:KMS[._]?AccessDenied(?:Exception)?|AccessDeniedForDependencyException|SNSNoAuthorization)$/i;

/** Semantics 4.5: the listed codes and its safe patterns `AccessDenied*`, `*AccessDeniedException`, `*Unauthorized*`. */
const DENIED =
  /AccessDenied|Unauthorized|^(?:AuthorizationError(?:Exception)?|NotAuthorized(?:Exception)?|Forbidden(?:Exception)?)$/i;

/** "Would have been allowed": semantics 4.5 [I]. */
const DRY_RUN = /^(?:Client\.)?DryRunOperation$/i;

/** Takes a code: of the `errorCode` column, else one that `errorInResponse` found. */
export function errorFacts(errorCode: string): ErrorFacts {
  const dependencyDenied = DEPENDENCY.test(errorCode);
  const alreadyDenied = !dependencyDenied && DENIED.test(errorCode);
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
