/**
 * Every route with a request that its service would take, were it signed by somebody who may: whoever gets one of them
 * through changes the victim's state, or reads it.
 */
import type { Random } from "../../bench/corpus/random.ts";
import {
  logFile,
  organizationSnapshot,
  policyDocument,
  previewJob,
  ROOT_ID,
  suppliedContext,
  userMapping,
} from "./content/stored-content.ts";
import type { World } from "./hostile-request.ts";
import type { Draft } from "./sign-message.ts";
import { type KeyName, MARKERS } from "./tenants.ts";

export interface Route {
  readonly name: string;
  /** Keys of the victim's tenant whose role may call it. */
  readonly keys: readonly KeyName[];
  draft(random: Random, world: World): Draft;
}

const READ: readonly KeyName[] = ["reader", "operator", "admin"];
const OPERATE: readonly KeyName[] = ["operator", "admin"];
const PUSH: readonly KeyName[] = ["ingest", "admin"];
const ADMINISTER: readonly KeyName[] = ["admin"];

const JSON_TYPE = [["Content-Type", "application/json"]] as const;
const SENT = MARKERS.sent;

function json(method: string, path: string, body: unknown): Draft {
  return { method, path, body: Buffer.from(JSON.stringify(body)), headers: JSON_TYPE };
}

function get(path: string, query?: string): Draft {
  return { method: "GET", path, ...(query === undefined ? {} : { query }) };
}

const log = logFile(SENT, 1_000_000, 3);
const mapping = {
  mappings: [...userMapping(SENT).mappings, { eventSource: "y.amazonaws.com", eventName: "*", noAuthorization: true }],
};

export const ROUTES: readonly Route[] = [
  {
    name: "StartPolicyPreviewJob",
    keys: OPERATE,
    draft: (random) => json("PUT", "/policy/preview", { ...previewJob(SENT), clientToken: random.uuid() }),
  },
  { name: "GetPolicyPreviewJob", keys: READ, draft: (_, { jobs }) => get(`/policy/preview/${jobs.victim}`) },
  {
    name: "ListPolicyPreviewJobs",
    keys: READ,
    draft: (random) =>
      get("/policy/preview", random.pick(["maxResults=5", "jobStatus=COMPLETED", `targetId=${ROOT_ID}&maxResults=7`])),
  },
  {
    name: "CancelPolicyPreviewJob",
    keys: OPERATE,
    draft: (_, { jobs }) => ({ method: "PUT", path: `/policy/preview/${jobs.victim}` }),
  },
  {
    name: "CreatePolicyPreviewConfiguration",
    keys: ADMINISTER,
    draft: (random) => json("PUT", "/policy/preview-configuration", { scope: "GLOBAL", clientToken: random.uuid() }),
  },
  { name: "GetPolicyPreviewConfiguration", keys: READ, draft: () => get("/policy/preview-configuration") },
  {
    name: "DeletePolicyPreviewConfiguration",
    keys: ADMINISTER,
    draft: (random) => ({
      method: "DELETE",
      path: "/policy/preview-configuration",
      query: `clientToken=${random.uuid()}`,
    }),
  },
  {
    name: "StartPolicyGeneration",
    keys: OPERATE,
    draft: (random) =>
      json("PUT", "/policy/generation", {
        policyGenerationDetails: { principalArn: "arn:aws:iam::333333333333:role/x" },
        clientToken: random.uuid(),
      }),
  },
  { name: "GetGeneratedPolicy", keys: READ, draft: (random) => get(`/policy/generation/${random.uuid()}`) },
  {
    name: "CancelPolicyGeneration",
    keys: OPERATE,
    draft: (random) => ({ method: "PUT", path: `/policy/generation/${random.uuid()}` }),
  },
  { name: "ListPolicyGenerations", keys: READ, draft: () => get("/policy/generation", "maxResults=5") },
  {
    name: "PutOrganization",
    keys: ADMINISTER,
    draft: () => json("PUT", "/organization", organizationSnapshot(SENT)),
  },
  { name: "GetOrganization", keys: READ, draft: () => get("/organization") },
  { name: "PutMapping", keys: ADMINISTER, draft: () => json("PUT", "/mapping", mapping) },
  { name: "GetMapping", keys: READ, draft: () => get("/mapping") },
  { name: "DeleteMapping", keys: ADMINISTER, draft: () => ({ method: "DELETE", path: "/mapping" }) },
  { name: "PutContext", keys: ADMINISTER, draft: () => json("PUT", "/context", suppliedContext(SENT)) },
  { name: "GetContext", keys: READ, draft: () => get("/context") },
  { name: "DeleteContext", keys: ADMINISTER, draft: () => ({ method: "DELETE", path: "/context" }) },
  {
    name: "PutLogFile",
    keys: PUSH,
    draft: (random) => ({ method: "PUT", path: `/cloudtrail/logs/altered/${random.hex(8)}.json.gz`, body: log }),
  },
  {
    name: "PushEvents",
    keys: PUSH,
    draft: () => json("POST", "/cloudtrail", { version: "0", detail: JSON.parse(policyDocument(SENT)) }),
  },
  { name: "GetActivity", keys: READ, draft: () => get("/activity") },
  {
    name: "DeleteActivity",
    keys: ADMINISTER,
    draft: () => ({ method: "DELETE", path: "/activity", query: "startDay=2026-08-01&endDay=2026-08-31" }),
  },
  { name: "GetJobProgress", keys: READ, draft: (_, { jobs }) => get(`/policy/preview/${jobs.victim}/progress`) },
  { name: "GetFindings", keys: READ, draft: (_, { jobs }) => get(`/policy/preview/${jobs.victim}/findings`) },
  {
    name: "GetReportFile",
    keys: READ,
    draft: (random, { jobs }) =>
      get(`/policy/preview/${jobs.victim}/report/${random.pick(["manifest.json", "summary.json", "findings.csv"])}`),
  },
];

/** Its keys may call it. */
export function routeNamed(name: string): Route {
  const route = ROUTES.find((each) => each.name === name);
  if (route === undefined) throw new Error(`there is no route ${name}`);
  return route;
}
