/** Of services that share an event source (event-source-prefixes.ts): parameters that only requests to the one have [C API references]. */
import type { CallRequest } from "../request/call-request.ts";
import { rowCall } from "./row-call.ts";

export const TELLING_PATHS: readonly (readonly [prefix: string, paths: readonly string[]])[] = [
  ["autoscaling", ["autoScalingGroupName", "autoScalingGroupNames"]],
  ["application-autoscaling", ["serviceNamespace"]],
];

/** Does the request show that it was made to the service of this prefix? */
export function isTold(request: CallRequest, prefix: string): boolean {
  return TELLING_PATHS.some(([of, paths]) => {
    const call = rowCall(request, prefix, paths);
    return of === prefix && paths.some((path) => call.values(path).length > 0);
  });
}
