/**
 * Calls made with an API key of a service in place of a signature: AWS asks besides whether the caller may use one. Their
 * records say `callWithBearerToken` in `additionalEventData`, those of signed calls do not [S write-ups of Bedrock's API keys];
 * which services have such keys the catalogue tells.
 */
import type { WantedPath } from "../../domain/parameter-selection.ts";
import type { ServiceCatalogue } from "../catalogue/service-catalogue.ts";
import { type CallRequest, valuesAt } from "../request/call-request.ts";
import type { RowActions } from "./request-row.ts";

const ACTION = "CallWithBearerToken";
const PATH = "callWithBearerToken";

export const BEARER_PATHS: readonly WantedPath[] = [{ source: "*", part: "additionalEventData", path: PATH }];

export function bearerActions(catalogue: ServiceCatalogue, request: CallRequest, prefix: string): RowActions {
  const isBearer = valuesAt(request.extra, PATH).some((value) => String(value) === "true");
  if (!isBearer || catalogue.findAction(prefix, ACTION) === undefined) return { certain: [], possible: [] };
  return { certain: [[{ action: `${prefix}:${ACTION}` }]], possible: [] };
}
