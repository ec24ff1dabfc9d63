/** The question that `decide` answers, as users write it, and the reading of it: shapes only, no policy is looked into. */
import { type Fault, failure, type Result, success } from "../domain/fault.ts";
import type { Hierarchy } from "../domain/organization.ts";
import { createShapeReader, type JsonObject, type Path, type ShapeReader } from "../organization/json-shape.ts";
import { quote } from "../policy/quote.ts";

/** A value of a condition key; booleans and numbers count as their texts. A list for keys with several values. */
export type ContextValue = string | number | boolean | readonly (string | number | boolean)[] | null;

export interface DecideInput {
  /** Root first. */
  readonly hierarchy: readonly {
    readonly id: string;
    readonly policies: readonly { readonly name: string; readonly document: string | object }[];
  }[];
  readonly request: {
    /** ARN of the user or role (a role's own ARN, with its path, not that of a session). */
    readonly principal: string;
    /** `service:Name`. */
    readonly action: string;
    /** ARN, or `*` for an action without resource types. */
    readonly resource: string;
    /** Condition key → value or values. A key that is missing here, or null, is absent from the request. */
    readonly context?: Readonly<Record<string, ContextValue>>;
    /** Condition keys, with `*` for any run of characters, that are unknown where `context` does not give them. */
    readonly unknownKeys?: readonly string[];
  };
}

/** A request as read: condition keys in lower case. */
export interface ReadRequest {
  readonly principal: string;
  readonly action: string;
  readonly resource: string;
  /** Null: known to be absent. */
  readonly context: ReadonlyMap<string, readonly string[] | null>;
  readonly unknownKeys: readonly string[];
}

export interface ReadDecideInput {
  readonly hierarchy: Hierarchy;
  readonly request: ReadRequest;
}

const REQUEST_MEMBERS = new Set(["principal", "action", "resource", "context", "unknownKeys"]);

/** Takes anything. Faults carry a JSON pointer; codes `wrong-type`, `missing-member`, `unknown-member`, `invalid-action`, `duplicate-key`, `empty-list`. */
export function readDecideInput(value: unknown): Result<ReadDecideInput> {
  const reader = createShapeReader();
  const input = reader.object(value, []);
  const levels = reader.memberObjects(input, "hierarchy");
  if (Array.isArray(input.members?.hierarchy) && input.members.hierarchy.length === 0)
    reader.report(["hierarchy"], "empty-list", "the hierarchy has no level; give at least the root with its policies");
  const hierarchy = levels.map((level) => ({
    id: reader.memberText(level, "id"),
    policies: reader.memberObjects(level, "policies").map((policy) => {
      const name = reader.memberText(policy, "name");
      return { id: name, name, document: readDocument(reader, policy) };
    }),
  }));
  const request = readRequest(reader, reader.memberObject(input, "request"));
  const faults: readonly Fault[] = reader.faults();
  return faults.length > 0 ? failure(...faults) : success({ hierarchy, request });
}

/** The policy text, or the policy itself. */
function readDocument(reader: ShapeReader, policy: JsonObject): string {
  const document = policy.members?.document;
  if (typeof document === "object" && document !== null && !Array.isArray(document)) return JSON.stringify(document);
  return reader.memberText(policy, "document");
}

function readRequest(reader: ShapeReader, request: JsonObject): ReadRequest {
  const { path, members = {} } = request;
  for (const name of Object.keys(members)) {
    if (REQUEST_MEMBERS.has(name)) continue;
    const message = `a request has no member ${quote(name)}; it has ${[...REQUEST_MEMBERS].join(", ")}`;
    reader.report([...path, name], "unknown-member", message);
  }
  const action = reader.memberText(request, "action");
  if (typeof members.action === "string" && !/^[^:*?\s]+:[^:*?\s]+$/.test(action)) {
    const message = `${quote(action)} is no action of a request; write one action as \`service:Name\`, without wildcards`;
    reader.report([...path, "action"], "invalid-action", message);
  }
  return {
    principal: reader.memberText(request, "principal"),
    action,
    resource: reader.memberText(request, "resource"),
    context: readContext(reader, members.context, [...path, "context"]),
    unknownKeys: readUnknownKeys(reader, members.unknownKeys, [...path, "unknownKeys"]),
  };
}

function readContext(reader: ShapeReader, value: unknown, path: Path): ReadRequest["context"] {
  const context = new Map<string, readonly string[] | null>();
  if (value === undefined || value === null) return context;
  for (const [name, entry] of Object.entries(reader.object(value, path).members ?? {})) {
    const key = name.toLowerCase();
    if (context.has(key))
      reader.report([...path, name], "duplicate-key", `${quote(name)} is given twice, in different case; keep one`);
    context.set(key, entry === null ? null : readValues(reader, entry, [...path, name]));
  }
  return context;
}

function readValues(reader: ShapeReader, value: unknown, path: Path): readonly string[] {
  const entries: readonly unknown[] = Array.isArray(value) ? value : [value];
  return entries.flatMap((entry, index) => {
    if (typeof entry === "string" || typeof entry === "number" || typeof entry === "boolean") return [String(entry)];
    const place = Array.isArray(value) ? [...path, index] : path;
    reader.report(place, "wrong-type", "a condition key has a text, a number, a boolean, or a list of them");
    return [];
  });
}

function readUnknownKeys(reader: ShapeReader, value: unknown, path: Path): readonly string[] {
  if (value === undefined || value === null) return [];
  if (Array.isArray(value) && value.every((entry) => typeof entry === "string")) return value;
  reader.report(path, "wrong-type", "`unknownKeys` is a list of condition keys, each a text");
  return [];
}
