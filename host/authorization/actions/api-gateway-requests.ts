/**
 * API Gateway: a management call asks for the verb of its HTTP request, on the path of that request (semantics 5.4). Makes
 * both from the operation's name and parameters; what parameter is not known stands open in the ARN.
 */
import { type Resource, resourceOf } from "../request/authorization.ts";
import { API_GATEWAY_PATHS } from "./api-gateway-paths.ts";
import type { RequestRow, RowAction } from "./request-row.ts";
import type { RowCall } from "./row-call.ts";

interface Route {
  readonly verb: string;
  /** Parts of the path; parameters in braces. */
  readonly path: string;
}

const VERBS: readonly (readonly [RegExp, string])[] = [
  [/^(?:Get|Export)/, "GET"],
  [/^(?:Delete|Flush|Untag)/, "DELETE"],
  [/^(?:Create|Generate|TestInvoke|ImportApiKeys$)/, "POST"],
  [/^Update/, "PATCH"],
  [/^(?:Put|Reimport)/, "PUT"],
];
const PARAMETER = /\{(\w+)\}/g;

function routesByName(): ReadonlyMap<string, readonly Route[]> {
  const routes = new Map<string, readonly Route[]>();
  for (const [path, operations] of Object.entries(API_GATEWAY_PATHS)) {
    for (const operation of operations.split(" ")) {
      const [name = "", own] = operation.split(":");
      const verb = own ?? VERBS.find(([words]) => words.test(name))?.[1];
      if (verb === undefined) throw new Error(`the API Gateway operation ${name} has no verb`);
      routes.set(name, [...(routes.get(name) ?? []), { verb, path }]);
    }
  }
  return routes;
}

function parametersOf(path: string): readonly string[] {
  return [...path.matchAll(PARAMETER)].map(([, name = ""]) => name);
}

/** Version 1 logs what a call creates under a name of its own [E]. */
const TAGS = ["tags", "*.tags"];

export const API_GATEWAY_REQUESTS: readonly RequestRow[] = [...routesByName()].map(([names, routes]) => ({
  prefix: "apigateway",
  names,
  paths: [...new Set([...routes.flatMap(({ path }) => parametersOf(path)), ...TAGS])],
  derive: (call) => ({
    certain: [actionsOn(call, routes)],
    possible: /^(?:Create|Generate|Import)/.test(names) ? taggingOf(call) : [],
  }),
}));

/** Tags are put on a path of their own, with the verb of either version [S API Gateway developer guide, tags and IAM]. */
function taggingOf(call: RowCall): readonly RowAction[] {
  if (call.areKnown && !TAGS.some((path) => call.values(path).length > 0)) return [];
  return ["apigateway:PUT", "apigateway:POST"].map((action) => ({
    action,
    resources: [resourceOn(call, "/tags/*")],
  }));
}

/** The versions name a stage or a model alike: the API's own id tells them apart; without it, it is one of all. */
function actionsOn(call: RowCall, routes: readonly Route[]): readonly RowAction[] {
  const told = routes.filter(({ path }) => {
    const [first] = parametersOf(path);
    return first === undefined || call.texts(first).length > 0;
  });
  const hasTags = routes.some(({ path }) => parametersOf(path).includes("resourceArn"));
  const version = hasTags ? versionOf(call.texts("resourceArn")[0]) : undefined;
  const ofVersion = told.filter(({ verb }) => version === undefined || verb === "DELETE" || verb === version);
  return (ofVersion.length > 0 ? ofVersion : told.length > 0 ? told : routes).map(({ verb, path }) => ({
    action: `apigateway:${verb}`,
    resources: [resourceOn(call, path)],
  }));
}

/** The verb of either version for the tags of what only that version has. */
function versionOf(resourceArn: string | undefined): string | undefined {
  const path = resourceArn?.split(":")[5] ?? "";
  if (/^\/(?:restapis|apikeys|usageplans|clientcertificates)\//.test(path)) return "PUT";
  return path.startsWith("/apis/") ? "POST" : undefined;
}

function resourceOn(call: RowCall, path: string): Resource {
  const { partition, region } = call.request;
  const filled = path.replace(PARAMETER, (_, name: string) => {
    const value = call.texts(name)[0];
    return value === undefined ? "*" : name === "resourceArn" ? encodeURIComponent(value) : value;
  });
  return resourceOf(`arn:${partition}:apigateway:${region || "*"}::${filled}`);
}
