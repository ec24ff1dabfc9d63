/** One extension route → an operation of OpenAPI. */
import { withRoles } from "../documentation/shape-text.ts";
import { answersOf, REQUEST_ID_HEADER, SIGNED_EXCEPTIONS } from "./exception-answers.ts";
import type { Content, ExtensionRoute } from "./extension-route.ts";

export function describeExtension(route: ExtensionRoute): object {
  const { name, tag, summary, text, access, parameters = [], body, answer, errors = [], refusal } = route;
  const isPublic = access === "public";
  const names = isPublic ? [] : [...SIGNED_EXCEPTIONS, ...errors];
  return {
    operationId: name,
    tags: [tag],
    summary,
    description: isPublic ? text : withRoles(text, access),
    ...(isPublic ? { security: [] } : { "x-roles": access }),
    ...(route.takesToken ? { security: [{ sigv4: [] }, { ingestToken: [] }] } : {}),
    parameters: parameters.map((parameter) => ({
      ...parameter,
      ...(parameter.in === "path" ? { required: true } : {}),
    })),
    ...(body === undefined
      ? {}
      : { requestBody: { description: body.text, required: true, content: contentOf(body.content) } }),
    responses: {
      "200": {
        description: answer.text,
        ...(isPublic ? {} : { headers: REQUEST_ID_HEADER }),
        content: contentOf(answer.content),
      },
      ...answersOf(names, refusal),
    },
  };
}

function contentOf(content: Content): object {
  return Object.fromEntries(Object.entries(content).map(([type, schema]) => [type, schema === true ? {} : { schema }]));
}
