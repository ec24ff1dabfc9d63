/**
 * `GET /openapi.json`: every route of the service as an OpenAPI 3.1 document, made from the service model, the table of
 * extension routes and the texts of documentation/. Holds no facts of its own but how requests are signed.
 */
import { SERVICE_TEXT } from "./documentation/operation-texts.ts";
import { EXTENSION_ROUTES } from "./extension-routes.ts";
import { describeExtension } from "./openapi/describe-extension.ts";
import { describeOperation } from "./openapi/describe-operation.ts";
import { exceptionAnswers, UNMODELLED_SCHEMAS } from "./openapi/exception-answers.ts";
import { EXTENSION_SCHEMAS } from "./openapi/extension-schemas.ts";
import type { JsonSchema } from "./openapi/json-schema.ts";
import { shapeSchema } from "./openapi/shape-schema.ts";
import { OPERATION_NAMES, SERVICE_MODEL } from "./service-model.ts";

const SECURITY_SCHEMES = {
  sigv4: {
    type: "apiKey",
    in: "header",
    name: "Authorization",
    "x-amazon-apigateway-authtype": "awsSigv4",
    description:
      "Signature Version 4 in the header `Authorization`, for the service `access-analyzer` and any region, with an access key of this service. `host` must be signed, and clocks may differ by 5 minutes. A signature in the query (a presigned URL) is taken too and is good for 15 minutes at most. Unsigned and chunked bodies are not taken.",
  },
  ingestToken: {
    type: "http",
    scheme: "bearer",
    description:
      "The secret access key of a key of role `ingest`, by itself or as `accessKeyId:secretAccessKey`; Basic is taken as well. It can push events and do nothing else.",
  },
};

/** Always the same document, as plain JSON values. */
export function describeApi(): object {
  const paths: Record<string, Record<string, object>> = {};
  const add = (method: string, path: string, operation: object) => {
    paths[path] = { ...paths[path], [method.toLowerCase()]: operation };
  };
  for (const name of OPERATION_NAMES) {
    const { method, requestUri } = SERVICE_MODEL.operations[name].http;
    add(method, requestUri, describeOperation(name));
  }
  for (const route of EXTENSION_ROUTES) add(route.method, route.path, describeExtension(route));
  const responses = exceptionAnswers(referencesIn(paths, "responses"));
  return {
    openapi: "3.1.0",
    info: {
      title: "scp-preview",
      version: SERVICE_MODEL.metadata.apiVersion,
      description: SERVICE_TEXT,
      license: { name: "Apache-2.0", identifier: "Apache-2.0" },
    },
    // Where the document was fetched from.
    servers: [{ url: "/" }],
    security: [{ sigv4: [] }],
    paths,
    components: { schemas: schemasOf({ paths, responses }), responses, securitySchemes: SECURITY_SCHEMES },
  };
}

/** Every schema that is referred to, and what these refer to in turn. */
function schemasOf(start: object): Readonly<Record<string, JsonSchema>> {
  const schemas: Record<string, JsonSchema> = {};
  const wanted = [...referencesIn(start, "schemas")];
  for (let name = wanted.pop(); name !== undefined; name = wanted.pop()) {
    if (schemas[name] !== undefined) continue;
    const schema = EXTENSION_SCHEMAS[name] ?? UNMODELLED_SCHEMAS[name] ?? shapeSchema(name);
    schemas[name] = schema;
    wanted.push(...referencesIn(schema, "schemas"));
  }
  return Object.fromEntries(Object.entries(schemas).sort(([left], [right]) => (left < right ? -1 : 1)));
}

/** Names of components of one section that are referred to anywhere inside. */
function referencesIn(value: object, section: "schemas" | "responses"): ReadonlySet<string> {
  const text = JSON.stringify(value);
  return new Set([...text.matchAll(new RegExp(`"#/components/${section}/(\\w+)"`, "g"))].map(([, name = ""]) => name));
}
