/**
 * Which members of requests and responses are taken into chunks: what the tables of this room read, and of every service the
 * names that may tell a resource, for the rule by names and for mappings that users write later. Takes no secrets and no documents.
 */
import type { RecordPart, WantedPath } from "../domain/parameter-selection.ts";
import { ACTION_PATHS } from "./actions/action-paths.ts";
import { KEY_PATHS } from "./keys/key-paths.ts";
import { RESOURCE_PATHS } from "./resources/resource-paths.ts";
import { TLS_PATHS } from "./tls-facts.ts";

/** Ends of member names that name a resource, of whatever service. */
const NAMES = ["*Arn", "*Arns", "*ARN", "*Id", "*Ids", "*ID", "*Name", "*Names", "*Identifier", "*Identifiers"];
/** Ends of member names that hold a role which is passed, where no row knows the operation (passed-roles.ts). */
const ROLES = ["*Role", "*Roles", "role", "roles"];
const OF_REQUESTS = [...NAMES, ...ROLES, "arn", "id", "name", "names", "resource", "resources"];
const OF_RESPONSES = ["*Arn", "*ARN", "arn"];
/** Where responses hold errors (error-facts.ts). */
const ERRORS = ["errorCode", "error", "code", "__type", "Error"];

function ofAll(part: RecordPart, paths: readonly string[]): readonly WantedPath[] {
  return paths.map((path) => ({ source: "*", part, path }));
}

export const WANTED_PATHS: readonly WantedPath[] = [
  ...ofAll("requestParameters", OF_REQUESTS),
  ...ofAll("responseElements", [...OF_RESPONSES, ...ERRORS]),
  ...ACTION_PATHS,
  ...RESOURCE_PATHS,
  ...KEY_PATHS,
  ...TLS_PATHS,
];
