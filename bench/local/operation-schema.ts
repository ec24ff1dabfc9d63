/**
 * Service model (botocore's service-2 shape, as `GET /service-model` gives it) → the runtime schemas of the AWS SDK for
 * JavaScript v3. Knows what the policy preview operations need; a shape type or trait it does not know is an error, so
 * that nothing is sent half-described.
 */

/** The part of a service-2 document that is read. */
export interface ServiceModel {
  readonly operations: Readonly<Record<string, ModelOperation>>;
  readonly shapes: Readonly<Record<string, ModelShape>>;
}

interface ModelOperation {
  readonly http: { readonly method: string; readonly requestUri: string; readonly responseCode?: number };
  readonly input?: { readonly shape: string };
  readonly output?: { readonly shape: string };
}

interface ModelShape {
  readonly type: string;
  readonly required?: readonly string[];
  readonly members?: Readonly<Record<string, ModelMember>>;
  readonly member?: { readonly shape: string };
  readonly key?: { readonly shape: string };
  readonly value?: { readonly shape: string };
  readonly timestampFormat?: string;
}

interface ModelMember {
  readonly shape: string;
  readonly location?: string;
  readonly locationName?: string;
  readonly idempotencyToken?: boolean;
}

/** A schema of `@smithy/core/schema`: a number for a simple type, a tuple for the others, a function for a forward name. */
export type Schema = number | (() => Schema) | readonly unknown[];

const NAMESPACE = "com.amazonaws.accessanalyzer";
/** Tags that start a tuple. */
const LIST = 1;
const MAP = 2;
const STRUCTURE = 3;
const OPERATION = 9;
const SIMPLE: Readonly<Record<string, number>> = { string: 0, integer: 1, long: 1, float: 1, double: 1, boolean: 2 };
const TIMESTAMPS: Readonly<Record<string, number>> = { iso8601: 5, rfc822: 6, unixTimestamp: 7 };

/** The schema of operation `name`, its input and output included. */
export function operationSchema(model: ServiceModel, name: string): Schema {
  const operation = model.operations[name];
  if (operation === undefined) throw new Error(`the service model has no operation ${name}`);
  const { method, requestUri, responseCode } = operation.http;
  const shapes = new Map<string, Schema>();
  const end = (shape: { readonly shape: string } | undefined) => {
    const schema =
      shape === undefined ? [STRUCTURE, NAMESPACE, `${name}Unit`, 0, [], []] : shapeSchema(model, shape.shape, shapes);
    return () => schema;
  };
  const http = [method, requestUri, responseCode ?? 200];
  return [OPERATION, NAMESPACE, name, { http }, end(operation.input), end(operation.output)];
}

/** `known` holds what was made already, so that a shape is made once and may contain itself. */
function shapeSchema(model: ServiceModel, name: string, known: Map<string, Schema>): Schema {
  const made = known.get(name);
  if (made !== undefined) return made;
  const shape = model.shapes[name];
  if (shape === undefined) throw new Error(`the service model has no shape ${name}`);
  const schema: unknown[] = [];
  const inner = (reference: { readonly shape: string } | undefined) => {
    if (reference === undefined) throw new Error(`shape ${name} lacks the shape of what it holds`);
    return shapeSchema(model, reference.shape, known);
  };
  if (shape.type === "list") {
    known.set(name, schema);
    schema.push(LIST, NAMESPACE, name, 0, inner(shape.member));
  } else if (shape.type === "map") {
    known.set(name, schema);
    schema.push(MAP, NAMESPACE, name, 0, inner(shape.key), inner(shape.value));
  } else if (shape.type === "structure") {
    known.set(name, schema);
    const required = shape.required ?? [];
    const members = Object.entries(shape.members ?? {});
    // The runtime takes the first members as the required ones.
    const ordered = [
      ...members.filter(([member]) => required.includes(member)),
      ...members.filter(([member]) => !required.includes(member)),
    ];
    const schemas = ordered.map(([member, reference]) => memberSchema(member, reference, inner(reference)));
    schema.push(
      STRUCTURE,
      NAMESPACE,
      name,
      0,
      ordered.map(([member]) => member),
      schemas,
      required.length,
    );
  } else {
    const simple =
      shape.type === "timestamp" ? TIMESTAMPS[shape.timestampFormat ?? "unixTimestamp"] : SIMPLE[shape.type];
    if (simple === undefined) throw new Error(`shape ${name} has type ${shape.type}, which this client does not know`);
    known.set(name, simple);
    return simple;
  }
  return schema;
}

function memberSchema(name: string, member: ModelMember, schema: Schema): Schema {
  const traits: Record<string, unknown> = member.idempotencyToken ? { idempotencyToken: 1 } : {};
  if (member.location === "uri") traits.httpLabel = 1;
  // A map without a name of its own spreads over the query, an entry a parameter.
  else if (member.location === "querystring" && member.locationName === undefined) traits.httpQueryParams = 1;
  else if (member.location === "querystring") traits.httpQuery = member.locationName;
  else if (member.location === "header") traits.httpHeader = member.locationName;
  else if (member.location !== undefined)
    throw new Error(`member ${name} lies in ${member.location}, which this client does not know`);
  return Object.keys(traits).length === 0 ? schema : [schema, traits];
}
