/**
 * A request against the service model: path labels, query parameters and JSON body become the operation's input, or all
 * problems at once. Knows no rule that is not in the model; those are with their operations.
 */
import { describeFault } from "../../domain/fault.ts";
import { findJsonFaults } from "../../policy/find-json-faults.ts";
import { findNestingPast } from "../../policy/find-nesting-past.ts";
import { type FieldProblem, invalidFields, type Outcome, refuse } from "../exceptions.ts";
import type { ModelMember } from "../model/model-shapes.ts";
import { inputShape, type OperationName, SERVICE_MODEL, shapeOf } from "../model/service-model.ts";
import { isObject, validateValue } from "./validate-value.ts";

export interface RawInput {
  /** Labels of the path, decoded. */
  readonly labels: Readonly<Record<string, string>>;
  /** Parameters of the query in order, decoded. */
  readonly query: readonly (readonly [name: string, value: string])[];
  readonly body: Uint8Array;
}

/** Valid input has the members of the operation's input structure; timestamps are milliseconds since 1970. */
export function validateInput(operation: OperationName, raw: RawInput): Outcome<Readonly<Record<string, unknown>>> {
  const members = Object.entries(inputShape(operation).members);
  const hasBody = members.some(([, { location }]) => location === undefined);
  const body = hasBody ? parseBody(raw.body) : {};
  if (typeof body === "string") return refuse({ code: "ValidationException", message: body, reason: "cannotParse" });
  const problems: FieldProblem[] = [];
  const candidate: Record<string, unknown> = {};
  for (const [name, member] of members) candidate[name] = gather(name, member, members, raw, body, problems);
  const input = validateValue(SERVICE_MODEL.operations[operation].input.shape, candidate, "", problems);
  return problems.length === 0
    ? { ok: true, value: input as Record<string, unknown> }
    : refuse(invalidFields(problems));
}

/** Objects and lists inside each other: the model's deepest member lies four deep, what clients add may lie deeper. */
const NESTING_MAX = 64;

/** An empty body has no members. Gives in words, without quoting it, why a body is not an object. */
function parseBody(bytes: Uint8Array): Record<string, unknown> | string {
  if (bytes.byteLength === 0) return {};
  const text = decode(bytes);
  if (text === undefined) return "the body is not UTF-8";
  if (findNestingPast(NESTING_MAX, text) !== undefined) {
    return `objects and lists of the body lie more than ${NESTING_MAX} deep in each other`;
  }
  try {
    const body: unknown = JSON.parse(text);
    return isObject(body) ? body : "the body is JSON, but not an object";
  } catch {
    const [fault] = findJsonFaults(text, NESTING_MAX);
    return `the body is not JSON: ${fault === undefined ? "it cannot be read" : describeFault(fault)}`;
  }
}

function decode(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function gather(
  name: string,
  member: ModelMember,
  members: readonly (readonly [string, ModelMember])[],
  raw: RawInput,
  body: Readonly<Record<string, unknown>>,
  problems: FieldProblem[],
): unknown {
  const { location, locationName = name } = member;
  if (location === "uri") return raw.labels[locationName];
  if (location !== "querystring") return Object.hasOwn(body, name) ? body[name] : undefined;
  if (shapeOf(member.shape).type === "map") return gatherMap(name, members, raw, problems);
  const values = raw.query.filter(([parameter]) => parameter === locationName).map(([, value]) => value);
  if (values.length > 1) problems.push({ name: locationName, message: `is given ${values.length} times` });
  return values[0] === undefined ? undefined : readParameter(member.shape, values[0]);
}

/** A map without a name in the query takes every parameter that no other member has. */
function gatherMap(
  name: string,
  members: readonly (readonly [string, ModelMember])[],
  { query }: RawInput,
  problems: FieldProblem[],
): Readonly<Record<string, string>> | undefined {
  const named = new Set(members.map(([other, { locationName }]) => locationName ?? other));
  const entries = query.filter(([parameter]) => !named.has(parameter) || parameter === name);
  const map = Object.fromEntries(entries);
  const repeated = entries.length - Object.keys(map).length;
  if (repeated > 0) problems.push({ name, message: "must have each entry once" });
  return entries.length === 0 ? undefined : map;
}

/** Text of the query as the JSON value that the shape wants, or as it is when it is none. */
function readParameter(shapeName: string, text: string): unknown {
  const { type } = shapeOf(shapeName);
  if (type === "integer") return /^-?\d{1,15}$/.test(text) ? Number(text) : text;
  if (type === "boolean") return text === "true" || text === "false" ? text === "true" : text;
  return text;
}
