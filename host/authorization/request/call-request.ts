/**
 * What a record says of one request, for the tables that derive authorizations from it. Made once per distinct combination
 * of the columns it is made of. Gives facts, interprets nothing.
 */
import { asObject, type JsonObject, parseJson } from "../record-json.ts";

/** Values of the columns of a chunk; the empty string means not logged. */
export interface CallColumns {
  /** `eventSource` and `eventName` with one space between them. */
  readonly operation: string;
  readonly region: string;
  /** The `resources` array as logged. */
  readonly resources: string;
  /** What was extracted of `requestParameters`: JSON of an object, `null` where it was null. */
  readonly requestParameters: string;
  readonly responseElements: string;
  readonly additionalEventData: string;
  /** The `eventContext` object as logged. */
  readonly eventContext: string;
  /** Whether the call failed; what it would have made does not exist then. */
  readonly hasFailed: boolean;
}

/** What the caller's identity says, as far as authorizations hang on it. */
export interface Caller {
  /** Twelve digits; undefined when the record does not name the account. */
  readonly account: string | undefined;
  /** `aws:PrincipalArn`, given only for calls that may act on the caller itself (`actsOnCaller`); else undefined. */
  readonly principalArn: string | undefined;
}

/** A part of the record whose members differ by operation. */
export interface Members {
  /**
   * `known`: a member that is not there was not in the request (or response); `none`: the part is null, there were no members;
   * `unknown`: it was not logged, or left out, so that nothing follows from a missing member.
   */
  readonly state: "known" | "none" | "unknown";
  /** The part was logged as null, whatever follows from it. */
  readonly isNull?: true;
  readonly object: JsonObject;
}

export interface CallRequest extends Caller {
  /** `eventSource` as logged. */
  readonly source: string;
  /** `eventName` as logged. */
  readonly name: string;
  readonly region: string;
  /** `aws`, `aws-cn`, `aws-us-gov` …, by the region. */
  readonly partition: string;
  readonly parameters: Members;
  readonly response: Members;
  readonly extra: Members;
  /** Entries of `resources[]` that are objects. */
  readonly resources: readonly JsonObject[];
  /** `eventContext`, or an empty object. */
  readonly eventContext: JsonObject;
  readonly hasFailed: boolean;
}

/** What CloudTrail writes in place of a value it hides (semantics 6.2). */
export const HIDDEN = "HIDDEN_DUE_TO_SECURITY_REASONS";

/** Calls that without a name in the request act on the caller: of IAM users (semantics 6.2, row iam) and of sessions. */
export function actsOnCaller(operation: string): boolean {
  return operation.startsWith("iam.") || operation.startsWith("sts.");
}

export function callRequest(columns: CallColumns, caller: Caller): CallRequest {
  const { operation, region, hasFailed } = columns;
  const space = operation.indexOf(" ");
  const name = space < 0 ? "" : operation.slice(space + 1).trim();
  const parsed = parseJson(columns.resources);
  const resources: readonly unknown[] = Array.isArray(parsed) ? parsed : [];
  return {
    ...caller,
    source: space < 0 ? operation : operation.slice(0, space),
    name,
    region,
    partition: partitionOf(region),
    parameters: membersOf(columns.requestParameters, !hasFailed && READS.test(name)),
    response: membersOf(columns.responseElements, true),
    extra: membersOf(columns.additionalEventData, true),
    resources: resources.map(asObject).filter((entry) => entry !== undefined),
    eventContext: asObject(parseJson(columns.eventContext)) ?? {},
    hasFailed,
  };
}

/** Regions name their partition (semantics 6.2). */
function partitionOf(region: string): string {
  if (region.startsWith("cn-")) return "aws-cn";
  if (region.startsWith("us-gov-")) return "aws-us-gov";
  if (region.startsWith("us-isob-")) return "aws-iso-b";
  if (region.startsWith("us-isof-")) return "aws-iso-f";
  if (region.startsWith("eu-isoe-")) return "aws-iso-e";
  if (region.startsWith("us-iso-")) return "aws-iso";
  return region.startsWith("eusc-") ? "aws-eusc" : "aws";
}

/**
 * Calls whose parameters are null where there were none. Of failed calls, and of some that write, null is logged where parameters
 * must have been [E].
 */
const READS = /^(?:Get|List|Describe|BatchGet|Lookup|Search|Query|Scan|Head|Check|Select|Simulate)/;

/** `nullIsNone`: null says that there were no members. */
function membersOf(text: string, nullIsNone: boolean): Members {
  if (text === "null") return { state: nullIsNone ? "none" : "unknown", isNull: true, object: {} };
  const object = asObject(parseJson(text));
  // a part of more than 100 KB is replaced by a note of its size (semantics 4.5)
  if (object === undefined || object.omitted === true) return { state: "unknown", object: {} };
  return { state: "known", object };
}

/**
 * The values at a path of member names parted by dots. Arrays on the way, and at the end, are gone through; names compare
 * without regard to case where none is equal. `*` as a name stands for every member.
 */
export function valuesAt(members: Members, path: string): readonly unknown[] {
  let values: readonly unknown[] = [members.object];
  for (const name of path.split(".")) values = values.flatMap((value) => memberValues(value, name));
  return values.flatMap(flatten);
}

/** The texts at a path; numbers and booleans as JSON writes them, other values are left out. Hidden values as they are. */
export function textsAt(members: Members, path: string): readonly string[] {
  return valuesAt(members, path).flatMap((value) => {
    if (typeof value === "string") return value === "" ? [] : [value];
    return typeof value === "number" || typeof value === "boolean" ? [String(value)] : [];
  });
}

/** The first text at a path, if any. */
export function textAt(members: Members, path: string): string | undefined {
  return textsAt(members, path)[0];
}

function memberValues(value: unknown, name: string): readonly unknown[] {
  if (Array.isArray(value)) return value.flatMap((entry) => memberValues(entry, name));
  const object = asObject(value);
  if (object === undefined) return [];
  if (name === "*") return Object.values(object);
  if (Object.hasOwn(object, name)) return [object[name]];
  const folded = name.toLowerCase();
  const key = Object.keys(object).find((each) => each.toLowerCase() === folded);
  return key === undefined ? [] : [object[key]];
}

function flatten(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value.flatMap(flatten) : value === null ? [] : [value];
}
