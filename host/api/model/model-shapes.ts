/**
 * The kinds of a service description in botocore's service-2 form, and short ways to write them down. Facts are in the
 * tables beside this file; here are only words to say them with.
 */
interface Documented {
  /** HTML, as botocore wants it. Not in the tables: documentation/ adds it. */
  readonly documentation?: string;
}

export interface ModelMember extends Documented {
  readonly shape: string;
  readonly location?: "uri" | "querystring" | "header";
  readonly locationName?: string;
  readonly idempotencyToken?: true;
}

export interface StructureShape extends Documented {
  readonly type: "structure";
  readonly required?: readonly string[];
  readonly members: Readonly<Record<string, ModelMember>>;
  readonly error?: { readonly httpStatusCode: number; readonly senderFault?: true };
  readonly exception?: true;
  readonly fault?: true;
  readonly retryable?: { readonly throttling: boolean };
}

export interface StringShape extends Documented {
  readonly type: "string";
  readonly pattern?: string;
  readonly enum?: readonly string[];
}

export interface ListShape extends Documented {
  readonly type: "list";
  readonly member: { readonly shape: string };
}

export interface MapShape extends Documented {
  readonly type: "map";
  readonly key: { readonly shape: string };
  readonly value: { readonly shape: string };
  readonly min?: number;
  readonly max?: number;
}

export interface IntegerShape extends Documented {
  readonly type: "integer";
  readonly box: true;
  readonly min?: number;
}

export interface BooleanShape extends Documented {
  readonly type: "boolean";
  readonly box: true;
}

export interface TimestampShape extends Documented {
  readonly type: "timestamp";
  readonly timestampFormat: "iso8601";
}

export type ModelShape =
  | StructureShape
  | StringShape
  | ListShape
  | MapShape
  | IntegerShape
  | BooleanShape
  | TimestampShape;

export type ShapeTable = Readonly<Record<string, ModelShape>>;

/** A member as it is written in a table: a shape's name, or more; `!` behind the name of a shape makes it required. */
type MemberText = string | (Omit<ModelMember, "shape"> & { readonly shape: string });

/** Members in order; those whose shape ends in `!` are required. */
export function structure(table: Readonly<Record<string, MemberText>>): StructureShape {
  const members: Record<string, ModelMember> = {};
  const required: string[] = [];
  for (const [name, text] of Object.entries(table)) {
    const member = typeof text === "string" ? { shape: text } : text;
    if (member.shape.endsWith("!")) required.push(name);
    members[name] = { ...member, shape: member.shape.replace(/!$/, "") };
  }
  return { type: "structure", ...(required.length === 0 ? {} : { required }), members };
}

export function listOf(shape: string): ListShape {
  return { type: "list", member: { shape } };
}

export function oneOf(...values: readonly string[]): StringShape {
  return { type: "string", enum: values };
}

/** The whole string must match. */
export function matching(pattern: string): StringShape {
  return { type: "string", pattern };
}

/** A member that is a label in the path. */
export function inPath(shape: string, locationName: string): MemberText {
  return { shape, location: "uri", locationName };
}

/** A member in the query; a map without a name spreads over it, an entry a parameter. */
export function inQuery(shape: string, locationName?: string): MemberText {
  return { shape, location: "querystring", ...(locationName === undefined ? {} : { locationName }) };
}

/** The exception says whose fault it is by its status: below 500 the caller's. */
export function exception(
  httpStatusCode: number,
  members: Readonly<Record<string, MemberText>>,
  retryable?: { readonly throttling: boolean },
): StructureShape {
  const isCallers = httpStatusCode < 500;
  return {
    ...structure({ message: "String!", ...members }),
    error: { httpStatusCode, ...(isCallers ? { senderFault: true } : {}) },
    exception: true,
    ...(isCallers ? {} : { fault: true }),
    ...(retryable === undefined ? {} : { retryable }),
  };
}
