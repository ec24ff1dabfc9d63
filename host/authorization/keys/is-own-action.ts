/**
 * Whether the parameters of a request are the authorization's own: an action that AWS asks for besides (a role to pass, tags to
 * put) has keys of its own, which the request's parameters need not tell.
 */
import type { Authorization } from "../request/authorization.ts";
import type { CallRequest } from "../request/call-request.ts";

/** What services append to event names (semantics 5.3). */
const DATE = /20\d\d_?\d\d_?\d\d(?:v\d+)?$/;
/** Operations that ask for an action of another name with the same parameters (semantics 5.4). */
const ALIASES: Readonly<Record<string, string>> = {
  "bedrock converse": "invokemodel",
  "bedrock conversestream": "invokemodelwithresponsestream",
};
/** Asked for besides every way to assume a role, and decided on its parameters (semantics 5.4). */
const OF_SESSION = /^(?:tagsession|setsourceidentity)$/;
/** Of a copy the source is read by other parameters than the request has for what it writes. */
const S3_SOURCE = /^(?:get|list)/;

const VERB = /^(?:get|post|put|patch|delete)$/;

export function isOwnAction({ source, name }: CallRequest, { action }: Authorization): boolean {
  const [prefix = "", actionName = ""] = action.toLowerCase().split(":");
  const event = name.toLowerCase().replace(DATE, "");
  if (actionName === event || actionName === name.toLowerCase()) return true;
  if (prefix === "sts" && event.startsWith("assumerole")) return OF_SESSION.test(actionName);
  // API Gateway asks for the verb (semantics 5.4)
  if (prefix === "apigateway" && source.startsWith("apigateway.")) return VERB.test(actionName);
  // headers and query of S3 are the same for whatever it asks
  if (prefix === "s3" && source.startsWith("s3")) return !(event.includes("copy") && S3_SOURCE.test(actionName));
  return ALIASES[`${prefix} ${event}`] === actionName;
}
