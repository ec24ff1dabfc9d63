/** JSON Schema as OpenAPI 3.1 has it, as far as it is written here. */
export type JsonSchema = Readonly<Record<string, unknown>>;

/** One of the schemas that the document holds. */
export function schemaReference(name: string): JsonSchema {
  return { $ref: `#/components/schemas/${name}` };
}

/** An object; members whose name ends in `?` may be absent. */
export function objectSchema(description: string, members: Readonly<Record<string, JsonSchema>>): JsonSchema {
  const names = Object.keys(members);
  const required = names.filter((name) => !name.endsWith("?"));
  return {
    type: "object",
    description,
    ...(required.length === 0 ? {} : { required }),
    properties: Object.fromEntries(names.map((name) => [name.replace(/\?$/, ""), members[name]])),
  };
}

export function listSchema(items: JsonSchema, description?: string): JsonSchema {
  return { type: "array", ...(description === undefined ? {} : { description }), items };
}

export function textSchema(description: string): JsonSchema {
  return { type: "string", description };
}

/** A whole number from 0. */
export function countSchema(description: string): JsonSchema {
  return { type: "integer", minimum: 0, description };
}

export function timeSchema(description: string): JsonSchema {
  return { type: "string", format: "date-time", description };
}
