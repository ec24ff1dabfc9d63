/** One of the eleven operations → an operation of OpenAPI. */
import { rolesOf } from "../../route-roles.ts";
import { SHAPE_TEXTS } from "../documentation/document-shapes.ts";
import { OPERATION_TEXTS } from "../documentation/operation-texts.ts";
import { withRoles } from "../documentation/shape-text.ts";
import type { ModelMember } from "../model-shapes.ts";
import { inputShape, type OperationName, SERVICE_MODEL, shapeOf } from "../service-model.ts";
import { answersOf, REQUEST_ID_HEADER } from "./exception-answers.ts";
import { schemaReference } from "./json-schema.ts";
import { referenceTo } from "./shape-schema.ts";

/** What the filters of ListPolicyPreviewJobs take. In the model any text; the operation wants these. */
const FILTER_SHAPES: Readonly<Record<string, string>> = {
  jobStatus: "ImpactAnalysisJobStatus",
  targetId: "PolicyPreviewTargetId",
};

export function describeOperation(name: OperationName): object {
  const { input, output, errors } = SERVICE_MODEL.operations[name];
  const members = Object.entries(inputShape(name).members);
  const { required = [] } = inputShape(name);
  const inBody = members.filter(([, { location }]) => location === undefined).map(([member]) => member);
  const roles = rolesOf(name);
  return {
    operationId: name,
    tags: [name.includes("Preview") ? "Policy preview" : "Policy generation"],
    // StartPolicyPreviewJob → Start policy preview job
    summary: name.replaceAll(/(?<!^)[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`),
    description: withRoles(OPERATION_TEXTS[name], roles),
    "x-roles": roles,
    parameters: members.flatMap(([member, reference]) =>
      describeParameter(SHAPE_TEXTS[input.shape]?.[1]?.[member] ?? "", member, reference),
    ),
    ...(inBody.length === 0
      ? {}
      : {
          requestBody: bodyOf(
            input.shape,
            inBody.some((member) => required.includes(member)),
          ),
        }),
    responses: {
      "200": {
        description: SHAPE_TEXTS[output.shape]?.[0],
        headers: REQUEST_ID_HEADER,
        content: { "application/json": { schema: schemaReference(output.shape) } },
      },
      // Also without a body in the model: one may come all the same.
      ...answersOf([...errors.map(({ shape }) => shape), "RequestEntityTooLargeException"]),
    },
  };
}

function bodyOf(shape: string, required: boolean): object {
  return { required, content: { "application/json": { schema: schemaReference(shape) } } };
}

/** None for a member of the body; for a map that spreads over the query one for each key it may have. */
function describeParameter(
  description: string,
  name: string,
  { shape, location, locationName = name }: ModelMember,
): readonly object[] {
  if (location === "uri")
    return [{ name: locationName, in: "path", required: true, description, schema: referenceTo(shape) }];
  if (location !== "querystring") return [];
  const model = shapeOf(shape);
  if (model.type !== "map") return [{ name: locationName, in: "query", description, schema: referenceTo(shape) }];
  const key = shapeOf(model.key.shape);
  const keys = key.type === "string" ? (key.enum ?? []) : [];
  return keys.map((filter) => ({
    name: filter,
    in: "query",
    description: `One filter at most: ${SHAPE_TEXTS[model.key.shape]?.[1]?.[filter]}`,
    schema: referenceTo(FILTER_SHAPES[filter] ?? model.value.shape),
  }));
}
