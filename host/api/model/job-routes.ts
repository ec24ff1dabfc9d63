/** The routes about one preview job that AWS's API does not have; a part of extension-routes.ts. */
import type { Role } from "../../account/access-keys.ts";
import { type ExtensionRoute, inQuery, json, type RouteParameter } from "./openapi/extension-route.ts";
import { schemaReference } from "./openapi/json-schema.ts";

const READ: readonly Role[] = ["reader", "operator", "admin"];

const JOB_ID: RouteParameter = {
  name: "jobId",
  in: "path",
  description: "The id that `StartPolicyPreviewJob` gave.",
  schema: schemaReference("PolicyPreviewJobId"),
};
export const JOB_ROUTES = [
  {
    name: "GetJobProgress",
    method: "GET",
    path: "/policy/preview/{jobId}/progress",
    tag: "Policy preview",
    summary: "Tell how far a job is",
    text: "Tells how much of a job is done and what it has found so far.",
    access: READ,
    parameters: [JOB_ID],
    answer: { text: "How far it is.", content: json("JobProgress") },
    errors: ["ResourceNotFoundException"],
  },
  {
    name: "GetJobFindings",
    method: "GET",
    path: "/policy/preview/{jobId}/findings",
    tag: "Policy preview",
    summary: "List the findings of a job",
    text: "Lists the findings of a job that is `COMPLETED`: filtered, sorted, page by page. Without `sort` they come as in `findings.csv`: denied first, then those with most events.",
    access: READ,
    parameters: [
      JOB_ID,
      inQuery("impact", { type: "string", enum: ["newlyDenied", "undetermined"] }, "Only findings of this impact."),
      inQuery("account", { type: "string" }, "Only findings of callers of this account."),
      inQuery("principal", { type: "string" }, "Only findings of this principal."),
      inQuery("action", { type: "string" }, "Only findings of this action, as `service:Name`."),
      inQuery("level", { type: "string" }, "Only findings that a policy of this root, OU or account decides."),
      inQuery("policy", { type: "string" }, "Only findings that this policy decides."),
      inQuery("sid", { type: "string" }, "Only findings that a statement with this Sid decides."),
      inQuery(
        "sort",
        { type: "string", pattern: "^-?(events|account|principal|action|firstSeen|lastSeen)$" },
        "What to sort by; with `-` in front, the largest or last first.",
      ),
      inQuery("maxResults", { type: "integer", minimum: 1 }, "Findings of a page: 100 when absent, 1,000 at most."),
      inQuery("nextToken", { type: "string" }, "From the answer before."),
    ],
    answer: { text: "A page of findings.", content: json("FindingsPage") },
    errors: ["ResourceNotFoundException"],
  },
  {
    name: "GetReportFile",
    method: "GET",
    path: "/policy/preview/{jobId}/report/{file}",
    tag: "Policy preview",
    summary: "Get a file of a report",
    text: "Gives a file of the report of a job that is `COMPLETED`, for those without an S3 client at hand. Begin with `manifest.json`, which lists the others.",
    access: READ,
    parameters: [
      JOB_ID,
      {
        name: "file",
        in: "path",
        description:
          "The name of the file in `manifest.json`. It is the whole rest of the path and may hold a slash: `denied-events/part-00000.jsonl.gz`; OpenAPI has no way to say so of a path parameter.",
        schema: { type: "string", minLength: 1 },
      },
    ],
    answer: {
      text: "The file, as it lies in the bucket.",
      content: { "application/json": true, "text/csv": true, "text/html": true, "application/gzip": true },
    },
    errors: ["ResourceNotFoundException"],
  },
] as const satisfies readonly ExtensionRoute[];
