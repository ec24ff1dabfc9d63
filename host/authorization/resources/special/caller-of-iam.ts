/** IAM calls that name no user act on the caller (semantics 6.2, row iam). Knows the caller only where the caller is a user. */

import { resourceOf } from "../../request/authorization.ts";
import { textsAt } from "../../request/call-request.ts";
import type { SpecialReading } from "./special-input.ts";

const USER = /^arn:[^:]+:iam::\d{12}:user\//;
const ROOT = /^arn:[^:]+:iam::\d{12}:root$/;

/** Calls for which the user's name may be left out [C IAM API reference, UserName not required]. */
const OF_CALLER: ReadonlySet<string> = new Set([
  "changepassword",
  "createaccesskey",
  "createloginprofile",
  "deleteaccesskey",
  "deleteloginprofile",
  "deleteservicespecificcredential",
  "deletesigningcertificate",
  "getloginprofile",
  "getmfadevice",
  "getuser",
  "listaccesskeys",
  "listmfadevices",
  "listservicespecificcredentials",
  "listsigningcertificates",
  "listsshpublickeys",
  "resetservicespecificcredential",
  "updateaccesskey",
  "updateservicespecificcredential",
  "updatesigningcertificate",
  "uploadsigningcertificate",
]);

export const callerOfIam: SpecialReading = ({ request, name, type }) => {
  const { principalArn, parameters } = request;
  // one's own password is changed, whatever was logged of the request; null where nobody needs to be named
  const isSure =
    name === "changepassword" || parameters.state !== "unknown" || (parameters.isNull === true && !request.hasFailed);
  if (type !== "user" || !isSure || !OF_CALLER.has(name)) return undefined;
  if (textsAt(parameters, "userName").length > 0) return undefined;
  if (principalArn === undefined) return undefined;
  if (USER.test(principalArn)) return [[{ kind: "arn", arn: principalArn }]];
  // what is asked of a root user, who is no user of IAM, is not documented
  const anyUser = resourceOf(principalArn.replace(/root$/, "user/*"));
  return ROOT.test(principalArn) ? [[{ kind: "arn", arn: principalArn }, anyUser]] : undefined;
};
