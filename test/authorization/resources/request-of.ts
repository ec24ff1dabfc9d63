/** Invented requests for the tests of resources: only what a test says, the rest as in an ordinary record. */
import { type CallRequest, callRequest } from "../../../host/authorization/request/call-request.ts";

export interface InventedCall {
  readonly source: string;
  readonly name: string;
  readonly region?: string;
  readonly account?: string | undefined;
  readonly principalArn?: string;
  readonly parameters?: unknown;
  readonly response?: unknown;
  readonly resources?: unknown;
  readonly hasFailed?: boolean;
  /** `requestParameters` as text, for parts that were left out. */
  readonly parametersText?: string;
  /** `resources` as text, for what is no list of entries. */
  readonly resourcesText?: string;
}

export const ACCOUNT = "111122223333";
export const REGION = "eu-west-1";

export function requestOf(call: InventedCall): CallRequest {
  return callRequest(
    {
      operation: `${call.source}.amazonaws.com ${call.name}`,
      region: call.region ?? REGION,
      resources: call.resourcesText ?? (call.resources === undefined ? "" : JSON.stringify(call.resources)),
      requestParameters: call.parametersText ?? JSON.stringify(call.parameters ?? null),
      responseElements: JSON.stringify(call.response ?? null),
      additionalEventData: "",
      eventContext: "",
      hasFailed: call.hasFailed ?? false,
    },
    { account: "account" in call ? call.account : ACCOUNT, principalArn: call.principalArn },
  );
}
