/** A shape of the service model → JSON Schema. */
import { SHAPE_TEXTS } from "../documentation/document-shapes.ts";
import { withValues } from "../documentation/shape-text.ts";
import type { ModelMember, ModelShape, StructureShape } from "../model-shapes.ts";
import { shapeOf } from "../service-model.ts";
import { type JsonSchema, schemaReference } from "./json-schema.ts";

/** The schema that components hold under the shape's name. Of a structure it has the members that lie in a body. */
export function shapeSchema(name: string): JsonSchema {
  const shape = shapeOf(name);
  const [about, parts = {}] = SHAPE_TEXTS[name] ?? [""];
  switch (shape.type) {
    case "structure":
      return structureSchema(shape, about, parts);
    case "list":
      return { type: "array", description: about, items: referenceTo(shape.member.shape) };
    case "map":
      return { type: "object", description: about, additionalProperties: referenceTo(shape.value.shape) };
    default:
      return { ...valueSchema(shape), description: withValues([about, parts]) };
  }
}

function structureSchema(
  { members, required = [] }: StructureShape,
  description: string,
  texts: Readonly<Record<string, string>>,
): JsonSchema {
  const inBody = Object.entries(members).filter(([, { location }]) => location === undefined);
  const needed = inBody.map(([name]) => name).filter((name) => required.includes(name));
  return {
    type: "object",
    description,
    ...(needed.length === 0 ? {} : { required: needed }),
    properties: Object.fromEntries(inBody.map(([name, member]) => [name, memberSchema(member, texts[name] ?? "")])),
  };
}

/** A reference may have a text beside it. */
function memberSchema({ shape }: ModelMember, description: string): JsonSchema {
  return { ...referenceTo(shape), description };
}

/** Numbers, truth values, times and texts without a form of their own stand where they are used. */
export function referenceTo(name: string): JsonSchema {
  const shape = shapeOf(name);
  const hasForm = shape.type === "string" && (shape.enum ?? shape.pattern) !== undefined;
  const isSimple = ["string", "integer", "boolean", "timestamp"].includes(shape.type);
  return isSimple && !hasForm ? valueSchema(shape) : schemaReference(name);
}

function valueSchema(shape: ModelShape): JsonSchema {
  switch (shape.type) {
    case "timestamp":
      return { type: "string", format: "date-time" };
    case "integer":
      return { type: "integer", ...(shape.min === undefined ? {} : { minimum: shape.min }) };
    case "string":
      return {
        type: "string",
        ...(shape.enum === undefined ? {} : { enum: shape.enum }),
        ...(shape.pattern === undefined ? {} : { pattern: `^(?:${shape.pattern})$` }),
      };
    default:
      return { type: shape.type };
  }
}
