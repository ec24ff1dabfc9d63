/**
 * The actions that an operation itself asks for, by its name: a row of our tables, else the action of the same name. Looks
 * under one IAM prefix; knows nothing of what the request implies besides.
 */
import type { ServiceCatalogue } from "../catalogue/service-catalogue.ts";
import type { CallRequest } from "../request/call-request.ts";
import { API_GATEWAY_REQUESTS } from "./api-gateway-requests.ts";
import { DATA_REQUESTS } from "./data-requests.ts";
import { actionsOfText, type NameRow } from "./name-row.ts";
import { operationIndex } from "./operation-index.ts";
import type { RequestRow, RowAction, RowActions } from "./request-row.ts";
import { rowCall } from "./row-call.ts";
import { asServiceOf, hasS3Names, S3_BUCKET_PATHS, s3PrefixOf } from "./s3-family.ts";
import { SERVICE_NAMES } from "./service-names.ts";
import { STORAGE_NAMES } from "./storage-names.ts";
import { STORAGE_REQUESTS } from "./storage-requests.ts";

export const NAME_ROWS: readonly NameRow[] = [...STORAGE_NAMES, ...SERVICE_NAMES];
export const REQUEST_ROWS: readonly RequestRow[] = [...STORAGE_REQUESTS, ...DATA_REQUESTS, ...API_GATEWAY_REQUESTS];

const nameRowsOf = operationIndex(NAME_ROWS, ([prefix, , names]) => ({ prefix, names }));
const requestRowsOf = operationIndex(REQUEST_ROWS, (row) => row);

/** Takes an IAM prefix and an event name in any case; undefined when neither the tables nor the catalogue know the name. */
export function ownActions(
  catalogue: ServiceCatalogue,
  request: CallRequest,
  prefix: string,
  name: string,
): RowActions | undefined {
  const owner = s3PrefixOf(prefix, rowCall(request, "s3", S3_BUCKET_PATHS));
  if (hasS3Names(owner)) {
    const asS3 = underPrefix(catalogue, request, "s3", name);
    const renamed = asS3 && rename(asS3, (action) => asServiceOf(catalogue, owner, action));
    if (renamed?.certain.flat().some(({ action }) => action.startsWith(`${owner}:`))) return renamed;
  }
  return underPrefix(catalogue, request, owner, name) ?? underPrefix(catalogue, request, prefix, name);
}

function underPrefix(
  catalogue: ServiceCatalogue,
  request: CallRequest,
  prefix: string,
  name: string,
): RowActions | undefined {
  const row = requestRowsOf(prefix, name)[0];
  if (row !== undefined) return row.derive(rowCall(request, row.prefix, row.paths));
  const named = nameRowsOf(prefix, name)[0];
  if (named !== undefined) return actionsOfText(named[1]);
  const known = catalogue.findAction(prefix, name);
  return known && { certain: [[{ action: known.action }]], possible: [] };
}

function rename({ certain, possible }: RowActions, nameOf: (action: string) => string): RowActions {
  const draft = (each: RowAction): RowAction => ({ ...each, action: nameOf(each.action) });
  return { certain: certain.map((list) => list.map(draft)), possible: possible.map(draft) };
}
