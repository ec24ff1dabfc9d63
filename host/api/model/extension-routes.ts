/**
 * The routes that AWS's API does not have: names, paths, who may call them, and what they take and give. The one source of
 * `GET /openapi.json` about them. Paths are OpenAPI's: `{key}` and `{file}` stand for the rest of the path, slashes included.
 */
import type { Role } from "../../account/access-keys.ts";
import { JOB_ROUTES } from "./job-routes.ts";
import {
  type ExtensionRoute,
  inQuery,
  json,
  type OwnException,
  type RouteParameter,
} from "./openapi/extension-route.ts";
import { schemaReference } from "./openapi/json-schema.ts";

const READ: readonly Role[] = ["reader", "operator", "admin"];
const PUSH: readonly Role[] = ["ingest", "admin"];
const ADMINISTER: readonly Role[] = ["admin"];

const DAY = { type: "string", format: "date" } as const;

function firehoseHeader(name: string, description: string): RouteParameter {
  return { name, in: "header", description, schema: { type: "string" } };
}

const ACTIVITY_LIMITS: readonly OwnException[] = [
  "ConflictException",
  "RequestEntityTooLargeException",
  "ServiceQuotaExceededException",
];
const ONLY_WHILE_ACTIVE =
  "Events are taken in only while the policy preview configuration is `ACTIVE`; otherwise the answer is a `ConflictException`.";

/** PUT, GET and DELETE of a file that says what logs do not. */
function suppliedRoutes<Name extends string>(name: Name, what: string, shape: string) {
  const path = `/${name.toLowerCase()}`;
  const known = { path, tag: "Organization" };
  return [
    {
      ...known,
      name: `Put${name}`,
      method: "PUT",
      summary: `Store the ${what}`,
      text: `Replaces the ${what} of the tenant, for events stored before as well. A job uses the one that is stored when it begins. One that does not hold together is refused whole, with every fault and its line and column.`,
      access: ADMINISTER,
      body: { text: "At most 1 MiB.", content: json(shape) },
      answer: { text: "It is stored.", content: json("StoredFile") },
      errors: ["RequestEntityTooLargeException"],
    },
    {
      ...known,
      name: `Get${name}`,
      method: "GET",
      summary: `Get the ${what} back`,
      text: "Gives the file as it was stored.",
      access: READ,
      answer: { text: "The file.", content: json(shape) },
      errors: ["ResourceNotFoundException"],
    },
    {
      ...known,
      name: `Delete${name}`,
      method: "DELETE",
      summary: `Remove the ${what}`,
      text: "Jobs that have begun keep what they began with. To remove what is not there does nothing.",
      access: ADMINISTER,
      answer: { text: "There is none any more.", content: json("Nothing") },
    },
  ] as const satisfies readonly ExtensionRoute[];
}

const ORGANIZATION_ROUTES = [
  {
    name: "PutOrganization",
    method: "PUT",
    path: "/organization",
    tag: "Organization",
    summary: "Store the organization snapshot",
    text: "Replaces the snapshot that verdicts rest on, in AWS Organizations' own names. One that does not hold together (an unknown parent, a policy that cannot be read) is refused whole, with every fault. Without `CapturedAt` it counts as taken now: accounts that it does not list are outside the organization for events before that.",
    access: ADMINISTER,
    body: {
      text: "At most 32 MiB. Members that are not described here are left out.",
      content: json("OrganizationSnapshot"),
    },
    answer: { text: "It is stored; this is how much there is in it.", content: json("StoredOrganization") },
    errors: ["RequestEntityTooLargeException"],
  },
  {
    name: "GetOrganization",
    method: "GET",
    path: "/organization",
    tag: "Organization",
    summary: "Get the organization snapshot back",
    text: "Gives the snapshot that is stored, with the members that are read.",
    access: READ,
    answer: { text: "The snapshot.", content: json("OrganizationSnapshot") },
    errors: ["ResourceNotFoundException"],
  },
] as const satisfies readonly ExtensionRoute[];

const ACTIVITY_ROUTES = [
  {
    name: "PutLogFile",
    method: "PUT",
    path: "/cloudtrail/{key}",
    tag: "Activity",
    summary: "Take in one log file",
    text: `Takes in a CloudTrail log file as it was delivered, \`.json\` or \`.json.gz\`: what its first bytes say decides. The same bytes under the same key change nothing, other bytes replace the file. A file that is cut off is kept up to there, and the answer says where. ${ONLY_WHILE_ACTIVE}`,
    access: PUSH,
    parameters: [
      {
        name: "key",
        in: "path",
        description:
          "The S3 object key of the log file, at most 896 bytes. It is the whole rest of the path and may hold slashes, as they are or as `%2F`; OpenAPI has no way to say so of a path parameter. No part between slashes may be empty, `.` or `..`.",
        schema: { type: "string", minLength: 1 },
      },
    ],
    body: {
      text: "One log file, at most 100 MiB when uncompressed. A body of more than 32 MiB must come with `Content-Length`, and with its hash in `x-amz-content-sha256` as a signed header.",
      content: { "application/json": true, "application/gzip": true, "application/octet-stream": true },
    },
    answer: {
      text: "What became of its records. They count for every job that begins from now on.",
      content: json("IngestAnswer"),
    },
    errors: ACTIVITY_LIMITS,
  },
  {
    name: "PushEvents",
    method: "POST",
    path: "/cloudtrail",
    tag: "Activity",
    summary: "Take in pushed events",
    text: `Takes in events that are pushed: one CloudTrail record, an array of them, an object with \`Records\`, EventBridge envelopes with the record in \`detail\`, or what Amazon Data Firehose delivers to an HTTP endpoint. The same body again changes nothing, and copies of an event count once. ${ONLY_WHILE_ACTIVE}

An ingest token is enough, as a bearer token or as Firehose's access key. A delivery of Firehose is answered in Firehose's own form, refusals too.`,
    access: PUSH,
    takesToken: true,
    parameters: [
      firehoseHeader("X-Amz-Firehose-Protocol-Version", "`1.0`. Only Firehose sends it."),
      firehoseHeader(
        "X-Amz-Firehose-Request-Id",
        "The id of the delivery, given back in the answer. Only Firehose sends it.",
      ),
      firehoseHeader("X-Amz-Firehose-Access-Key", "The ingest token. Only Firehose sends it."),
    ],
    body: { text: "At most 16 MiB.", content: json("PushedEvents") },
    answer: {
      text: "What became of the events; for Firehose, that they are taken in.",
      content: { "application/json": { anyOf: [schemaReference("IngestAnswer"), schemaReference("FirehoseAnswer")] } },
    },
    errors: ACTIVITY_LIMITS,
    refusal: schemaReference("FirehoseRefusal"),
  },
  {
    name: "GetActivity",
    method: "GET",
    path: "/activity",
    tag: "Activity",
    summary: "Tell what activity is stored",
    text: "Tells per account and day how many events are stored, and which log files were damaged.",
    access: READ,
    answer: { text: "What is stored for the tenant.", content: json("StoredActivity") },
  },
  {
    name: "DeleteActivity",
    method: "DELETE",
    path: "/activity",
    tag: "Activity",
    summary: "Erase activity",
    text: "Erases the events of an account, of a range of days, or of both together; or everything. A log file that holds other events too is written anew without them. One parameter at least must say which. Running jobs that rest on what is erased end as `FAILED` with `RESOURCE_NOT_FOUND_ERROR`.\n\nA call erases a limited number of files. When `isComplete` is false there is more: send the same request again.",
    access: ADMINISTER,
    parameters: [
      inQuery("accountId", { type: "string", pattern: "^[0-9]{12}$" }, "Only events of this account."),
      inQuery("startDay", DAY, "The first day, in UTC. From the beginning when absent."),
      inQuery("endDay", DAY, "The last day, in UTC, itself erased too. Up to the end when absent."),
      inQuery(
        "all",
        { type: "boolean", const: true },
        "`true` to erase everything that is stored for the tenant; it goes with no other parameter.",
      ),
    ],
    answer: { text: "What this call erased.", content: json("ErasedActivity") },
  },
] as const satisfies readonly ExtensionRoute[];

function description<Name extends string, Path extends string>(name: Name, path: Path, summary: string, text: string) {
  const answer = { text: "The document.", content: { "application/json": { type: "object" } } };
  return { name, method: "GET", path, tag: "Description", summary, text, access: "public", answer } as const;
}

const PUBLIC_ROUTES = [
  {
    name: "GetHealth",
    method: "GET",
    path: "/health",
    tag: "Description",
    summary: "Tell that the service answers",
    text: "Answers as long as the Worker runs. It looks at nothing behind it.",
    access: "public",
    answer: { text: "It answers.", content: json("Health") },
  },
  description(
    "GetServiceModel",
    "/service-model",
    "Describe the operations for AWS clients",
    "The operations as a botocore model: for `aws configure add-model`, and with `paginators` and `waiters` beside them for the AWS SDK for JavaScript v2.",
  ),
  description(
    "GetServiceModelOperations",
    "/service-model/service-2.json",
    "Describe the operations for botocore's data path",
    "The file `service-2.json` of a folder that `AWS_DATA_PATH` names, below `accessanalyzer/2019-11-01`.",
  ),
  description(
    "GetServiceModelWaiters",
    "/service-model/waiters-2.json",
    "Describe the waiters for botocore's data path",
    "The file `waiters-2.json` of the same folder.",
  ),
  description(
    "GetServiceModelPaginators",
    "/service-model/paginators-1.json",
    "Describe the paginators for botocore's data path",
    "The file `paginators-1.json` of the same folder.",
  ),
  description("GetOpenApi", "/openapi.json", "Describe all routes", "This document, in the form of OpenAPI 3.1."),
] as const satisfies readonly ExtensionRoute[];

const ROUTES = [
  ...ORGANIZATION_ROUTES,
  ...suppliedRoutes("Mapping", "mapping of events to actions and resources", "Mapping"),
  ...suppliedRoutes("Context", "values of condition keys", "Context"),
  ...ACTIVITY_ROUTES,
  ...JOB_ROUTES,
  ...PUBLIC_ROUTES,
] as const;

export type ExtensionName = (typeof ROUTES)[number]["name"];

/** All of them, in the order in which they are described. */
export const EXTENSION_ROUTES: readonly (ExtensionRoute & { readonly name: ExtensionName })[] = ROUTES;
