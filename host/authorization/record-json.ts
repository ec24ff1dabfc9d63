/**
 * Reads JSON values of a record that anybody may have written: never throws, never assumes a shape. Knows no field.
 */
export type JsonObject = Readonly<Record<string, unknown>>;

/** The parsed text, or undefined when it is not JSON. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

export function asObject(value: unknown): JsonObject | undefined {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as JsonObject) : undefined;
}

/** The member as an object; an empty one when it is missing or something else. */
export function objectMember(object: JsonObject, name: string): JsonObject {
  return asObject(ownMember(object, name)) ?? {};
}

/** The member as text; undefined when it is missing, empty or no string. */
export function textMember(object: JsonObject, name: string): string | undefined {
  const value = ownMember(object, name);
  return typeof value === "string" && value !== "" ? value : undefined;
}

/** `"true"`/`true` and `"false"`/`false`, which records write both ways; undefined for anything else. */
export function booleanMember(object: JsonObject, name: string): boolean | undefined {
  const value = ownMember(object, name);
  if (value === true || value === "true") return true;
  return value === false || value === "false" ? false : undefined;
}

/** Twelve digits, or undefined. */
export function accountMember(object: JsonObject, name: string): string | undefined {
  const value = textMember(object, name);
  return value !== undefined && /^\d{12}$/.test(value) ? value : undefined;
}

/** Exports of Athena have all names in lower case. */
function ownMember(object: JsonObject, name: string): unknown {
  if (Object.hasOwn(object, name)) return object[name];
  const folded = name.toLowerCase();
  return Object.hasOwn(object, folded) ? object[folded] : undefined;
}
