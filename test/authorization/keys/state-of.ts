/** What is known of a condition key for one invented call. */
import { requestKeyState } from "../../../host/authorization/keys/request-key-state.ts";
import {
  type Authorization,
  NO_RESOURCE,
  type Resource,
  resourceOf,
} from "../../../host/authorization/request/authorization.ts";
import { type CallColumns, callRequest } from "../../../host/authorization/request/call-request.ts";
import { catalogue } from "./small-catalogue.ts";

export const ACCOUNT = "111122223333";
export const INSTANCE = "arn:aws:ec2:eu-west-1:111122223333:instance/*";
export const VOLUME = "arn:aws:ec2:eu-west-1:111122223333:volume/*";
export const IMAGE = "arn:aws:ec2:eu-west-1::image/ami-0a1b2c3d";
export const ROLE = "arn:aws:iam::111122223333:role/shop";
export const OBJECT = "arn:aws:s3:::invoices/2026/1.pdf";
export const SECRET = "arn:aws:secretsmanager:eu-west-1:111122223333:secret:db-??????";
export const KEY = "arn:aws:kms:eu-west-1:111122223333:key/0a1b2c3d";

export interface Call {
  readonly event: string;
  readonly parameters?: unknown;
  readonly more?: Partial<CallColumns>;
}

export function stateOf(
  call: Call,
  action: string,
  resource: string | Resource,
  key: string,
  keys: Authorization["keys"] = new Map(),
) {
  const request = callRequest(
    {
      operation: call.event,
      region: "eu-west-1",
      resources: "",
      requestParameters: call.parameters === undefined ? "" : JSON.stringify(call.parameters),
      responseElements: "null",
      additionalEventData: "",
      eventContext: "",
      hasFailed: false,
      ...call.more,
    },
    { account: ACCOUNT, principalArn: undefined },
  );
  const named = typeof resource === "string" ? resourceOf(resource) : resource;
  const place = resource === "*" ? NO_RESOURCE : named;
  return requestKeyState(catalogue, request, { action, resource: place, provenance: "sameName", keys }, key);
}

export const run = (parameters?: unknown, more?: Partial<CallColumns>): Call => ({
  event: "ec2.amazonaws.com RunInstances",
  parameters,
  ...(more === undefined ? {} : { more }),
});
