/**
 * One JSON value against one shape of the service model. Finds all problems, not the first; members that the model does
 * not have are left out, and `null` is as good as absent, as with AWS services.
 */
import { FIELD_LIST_MAX, type FieldProblem } from "../exceptions.ts";
import type { ListShape, MapShape, StringShape, StructureShape } from "../model/model-shapes.ts";
import { shapeOf } from "../model/service-model.ts";
import { readTimestamp } from "./read-timestamp.ts";

/** A value in a message is cut to this many characters. */
const QUOTE_MAX = 80;

/**
 * The value as operations take it: timestamps as milliseconds, structures with modelled members alone. Undefined when it
 * has a problem, which is then in `problems` under its JSON path.
 */
export function validateValue(shapeName: string, value: unknown, name: string, problems: FieldProblem[]): unknown {
  const shape = shapeOf(shapeName);
  const report = (message: string) => {
    problems.push({ name, message });
    return undefined;
  };
  switch (shape.type) {
    case "string":
      return checkString(shape, value, report);
    case "timestamp":
      return checkTimestamp(value, report);
    case "boolean":
      if (typeof value === "boolean") return value;
      return report(`must be true or false, not ${quote(value)}`);
    case "integer": {
      if (!Number.isSafeInteger(value)) return report(`must be a whole number, not ${quote(value)}`);
      const tooSmall = shape.min !== undefined && (value as number) < shape.min;
      return tooSmall ? report(`must be at least ${shape.min}, not ${quote(value)}`) : value;
    }
    case "list":
      return checkList(shape, value, name, problems);
    case "map":
      return checkMap(shape, value, name, problems);
    case "structure":
      return checkStructure(shape, value, name, problems);
  }
}

type Report = (message: string) => undefined;

function checkString({ enum: values, pattern }: StringShape, value: unknown, report: Report): unknown {
  if (typeof value !== "string") return report(`must be a string, not ${quote(value)}`);
  if (values !== undefined && !values.includes(value)) {
    return report(`must be ${values.map((one) => `\`${one}\``).join(" or ")}, not ${quote(value)}`);
  }
  if (pattern !== undefined && value === "") return report(`must match \`${pattern}\`, and is empty`);
  if (pattern !== undefined && !new RegExp(`^(?:${pattern})$`).test(value)) {
    return report(`must match \`${pattern}\`, which ${quote(value)} does not`);
  }
  return value;
}

function checkTimestamp(value: unknown, report: Report): unknown {
  const time = typeof value === "string" ? readTimestamp(value) : undefined;
  return time ?? report(`must be an ISO-8601 time such as \`2026-08-01T00:00:00Z\`, not ${quote(value)}`);
}

function checkList({ member }: ListShape, value: unknown, name: string, problems: FieldProblem[]): unknown {
  if (!Array.isArray(value)) {
    problems.push({ name, message: `must be a list, not ${quote(value)}` });
    return undefined;
  }
  const checked: unknown[] = [];
  for (const [index, item] of value.entries()) {
    // A hostile list of half a million wrong entries must not become as many problems.
    if (problems.length > FIELD_LIST_MAX) break;
    checked.push(validateValue(member.shape, item, `${name}[${index}]`, problems));
  }
  return checked;
}

function checkMap(shape: MapShape, value: unknown, name: string, problems: FieldProblem[]): unknown {
  if (!isObject(value)) {
    problems.push({ name, message: `must be an object, not ${quote(value)}` });
    return undefined;
  }
  const entries = Object.entries(value);
  if (entries.length > (shape.max ?? Infinity)) {
    problems.push({ name, message: `must have at most ${shape.max} entry, not ${entries.length}` });
  }
  if (entries.length < (shape.min ?? 0)) {
    problems.push({ name, message: `must have at least ${shape.min} entry, not ${entries.length}` });
  }
  const checked = entries.map(([key, one]) => {
    const entryName = `${name}.${key}`;
    validateValue(shape.key.shape, key, entryName, problems);
    return [key, validateValue(shape.value.shape, one, entryName, problems)] as const;
  });
  return Object.fromEntries(checked);
}

function checkStructure(shape: StructureShape, value: unknown, name: string, problems: FieldProblem[]): unknown {
  if (!isObject(value)) {
    problems.push({ name, message: `must be an object, not ${quote(value)}` });
    return undefined;
  }
  const prefix = name === "" ? "" : `${name}.`;
  const checked: Record<string, unknown> = {};
  for (const [member, { shape: memberShape }] of Object.entries(shape.members)) {
    const given = Object.hasOwn(value, member) ? (value[member] ?? undefined) : undefined;
    if (given !== undefined) checked[member] = validateValue(memberShape, given, `${prefix}${member}`, problems);
    else if (shape.required?.includes(member)) problems.push({ name: `${prefix}${member}`, message: "is required" });
  }
  return checked;
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** A simple value in backticks, cut short; of an object or a list only what it is: it may be large, and deep, and a policy. */
function quote(value: unknown): string {
  if (Array.isArray(value)) return "a list";
  if (isObject(value)) return "an object";
  const text = String(value);
  // A document in a place that is not its own, which is what most JSON texts here are.
  if (/^\s*[[{]/.test(text)) return "a text of JSON";
  return `\`${text.length > QUOTE_MAX ? `${text.slice(0, QUOTE_MAX)}…` : text}\``;
}
