/**
 * Which members of records the rows and readings of this folder look at, for the extraction. Derived from them, so that none can
 * be forgotten; the rule by names (name-rule.ts) relies on what is taken of every source.
 */

import type { WantedPath } from "../../domain/parameter-selection.ts";
import { eventSourcesOf } from "../event-source-prefixes.ts";
import { CREATED_TYPE_PATHS } from "./created-types.ts";
import { FURTHER_PATHS } from "./may-name-more.ts";
import type { ParameterPath, ResourceRow } from "./resource-row.ts";
import { ALL_ROWS } from "./resource-rows.ts";
import { EVENTS_PATHS } from "./special/buses-of-events.ts";
import { LAMBDA_PATHS } from "./special/function-of-lambda.ts";
import { KMS_PATHS } from "./special/key-of-kms.ts";
import { SECRETS_MANAGER_PATHS } from "./special/secret-of-secrets-manager.ts";
import { REQUEST_ITEMS, REQUEST_ITEMS_TABLE } from "./special/tables-of-dynamodb.ts";
import { TOLD_PATHS } from "./told-by-denials.ts";

interface Place extends Pick<ParameterPath, "path" | "part"> {
  readonly prefix: string;
}

const BY_VALUE = wanted([
  ...ALL_ROWS.flatMap(({ prefix, rows }) => rows.flatMap(pathsOf).map(({ path, part }) => ({ prefix, path, part }))),
  ...FURTHER_PATHS,
  ...inRequest("dynamodb", [REQUEST_ITEMS_TABLE]),
  ...inRequest("ec2", CREATED_TYPE_PATHS),
  ...inRequest("events", EVENTS_PATHS),
  ...inRequest("kms", KMS_PATHS),
  ...inRequest("lambda", LAMBDA_PATHS),
  ...inRequest("secretsmanager", SECRETS_MANAGER_PATHS),
  ...inRequest("iam", ["userName"]),
  ...inRequest("s3", ["bucketName", "key"]),
  ...TOLD_PATHS.flatMap(([prefix, path]) => inRequest(prefix, [path])),
]);

export const RESOURCE_PATHS: readonly WantedPath[] = [
  ...BY_VALUE,
  { source: "dynamodb.amazonaws.com", part: "requestParameters", path: REQUEST_ITEMS, namesOnly: true },
];

function pathsOf({ values, account, needs, lacks }: ResourceRow): readonly ParameterPath[] {
  return [...[...values.values()].flat(), ...account, ...[needs, lacks].flatMap((path) => path ?? [])];
}

function inRequest(prefix: string, paths: readonly string[]): readonly Place[] {
  return paths.map((path) => ({ prefix, path, part: "requestParameters" }));
}

function wanted(places: readonly Place[]): readonly WantedPath[] {
  const byKey = new Map<string, WantedPath>();
  for (const { prefix, path, part } of places) {
    for (const source of eventSourcesOf(prefix)) {
      byKey.set(`${source} ${part} ${path}`, { source, part, path });
    }
  }
  return [...byKey.values()];
}
