/** A request invented for a test: the operation, and what it held of each part. Parts that are not given were not logged. */
import type { OperationActions } from "../../../host/authorization/actions/actions-of.ts";
import { actionsOf } from "../../../host/authorization/actions/actions-of.ts";
import type { UserMapping } from "../../../host/authorization/actions/user-mapping.ts";
import { resourceText } from "../../../host/authorization/request/authorization.ts";
import { type CallRequest, callRequest } from "../../../host/authorization/request/call-request.ts";
import { catalogue } from "../built-catalogue.ts";

export interface Invented {
  readonly parameters?: unknown;
  readonly response?: unknown;
  readonly resources?: unknown;
  readonly region?: string;
  readonly account?: string | undefined;
  readonly principalArn?: string;
}

export function inventedCall(operation: string, invented: Invented = {}): CallRequest {
  const text = (value: unknown) => (value === undefined ? "" : JSON.stringify(value));
  return callRequest(
    {
      operation,
      region: invented.region ?? "eu-west-1",
      resources: text(invented.resources),
      requestParameters: text(invented.parameters),
      responseElements: text(invented.response),
      additionalEventData: "",
      eventContext: "",
      hasFailed: false,
    },
    {
      account: "account" in invented ? invented.account : "111122223333",
      principalArn: invented.principalArn,
    },
  );
}

export function actionsOfInvented(operation: string, invented: Invented = {}, mapping?: UserMapping): OperationActions {
  return actionsOf(catalogue, inventedCall(operation, invented), mapping);
}

/** Each list as `a|b`, a resource of its own behind `@`. */
export function certainOf({ certain }: OperationActions): readonly string[] {
  return certain.map((list) => list.map(textOf).join("|"));
}

export function possibleOf({ possible }: OperationActions): readonly string[] {
  return possible.map(textOf);
}

function textOf({ action, resources }: OperationActions["possible"][number]): string {
  return resources === undefined ? action : `${action}@${resources.map(resourceText).join(",")}`;
}
