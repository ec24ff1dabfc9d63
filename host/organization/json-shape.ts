/**
 * Parsed JSON of unknown shape, read member by member. A reader that finds another shape reports a fault with the JSON
 * pointer and gives a stand-in, so that reading goes on and all faults are seen; the result counts only without faults.
 */

import { createBoundedFaults } from "../domain/bounded-faults.ts";
import type { Fault } from "../domain/fault.ts";
import { pointerOf } from "../policy/json-pointer.ts";
import { quote } from "../policy/quote.ts";

/** Entries of one list. 10 attachments for each of 10,000 accounts and 2,000 OUs are 120,000; a hostile list has millions of one byte each. */
const LIST_ENTRIES_MAX = 200_000;

export type Path = readonly (string | number)[];
/** One object of the JSON and where it lies. */
export interface JsonObject {
  /** Undefined for a stand-in, of which nothing further is reported. */
  readonly members: Readonly<Record<string, unknown>> | undefined;
  readonly path: Path;
}

export interface IdForm {
  readonly pattern: RegExp;
  readonly words: string;
}

export interface ShapeReader {
  report(path: Path, code: string, message: string): void;
  /** Codes: `wrong-type`, `missing-member`, `too-many-entries`. */
  object(value: unknown, path: Path): JsonObject;
  memberObject(object: JsonObject, name: string): JsonObject;
  memberObjects(object: JsonObject, name: string): readonly JsonObject[];
  optionalObjects(object: JsonObject, name: string): readonly JsonObject[] | undefined;
  memberText(object: JsonObject, name: string): string;
  /** A text that must match `form.pattern`; `form.words` says what it is. Code: `invalid-id`. */
  memberId(object: JsonObject, name: string, form: IdForm): string;
  optionalText(object: JsonObject, name: string): string | undefined;
  faults(): readonly Fault[];
}

/** AWS SDKs in some languages write null for what is not there. */
function memberOf({ members }: JsonObject, name: string): unknown {
  return members !== undefined && Object.hasOwn(members, name) ? (members[name] ?? undefined) : undefined;
}

export function createShapeReader(): ShapeReader {
  const faults = createBoundedFaults();
  const report = (path: Path, code: string, message: string) => {
    faults.add(() => ({ code, message, where: { pointer: pointerOf(path) } }));
  };

  function object(value: unknown, path: Path): JsonObject {
    if (typeof value === "object" && value !== null && !Array.isArray(value))
      return { members: value as Record<string, unknown>, path };
    report(path, "wrong-type", `this must be an object, not ${describe(value)}`);
    return { members: undefined, path };
  }

  /** The value, or undefined when it is missing, which is reported. */
  function needed(parent: JsonObject, name: string): unknown {
    const value = memberOf(parent, name);
    if (value === undefined && parent.members !== undefined)
      report(parent.path, "missing-member", `${quote(name)} is missing`);
    return value;
  }

  function objectsIn(value: unknown, path: Path): readonly JsonObject[] {
    if (!Array.isArray(value)) report(path, "wrong-type", `this must be a list, not ${describe(value)}`);
    else if (value.length > LIST_ENTRIES_MAX) {
      const message = `the list has ${value.length} entries, and at most ${LIST_ENTRIES_MAX} are read`;
      report(path, "too-many-entries", message);
    } else return value.map((entry, index) => object(entry, [...path, index]));
    return [];
  }

  function textIn(value: unknown, path: Path): string | undefined {
    if (typeof value === "string") return value;
    report(path, "wrong-type", `this must be a text, not ${describe(value)}`);
    return undefined;
  }

  function memberText(parent: JsonObject, name: string): string | undefined {
    const value = needed(parent, name);
    return value === undefined ? undefined : textIn(value, [...parent.path, name]);
  }

  return {
    report,
    object,
    memberObject(parent, name) {
      const path = [...parent.path, name];
      const value = needed(parent, name);
      return value === undefined ? { members: undefined, path } : object(value, path);
    },
    memberObjects(parent, name) {
      const value = needed(parent, name);
      return value === undefined ? [] : objectsIn(value, [...parent.path, name]);
    },
    optionalObjects(parent, name) {
      const value = memberOf(parent, name);
      return value === undefined ? undefined : objectsIn(value, [...parent.path, name]);
    },
    memberText: (parent, name) => memberText(parent, name) ?? "",
    memberId(parent, name, { pattern, words }) {
      const id = memberText(parent, name);
      if (id !== undefined && !pattern.test(id))
        report([...parent.path, name], "invalid-id", `${quote(id)} is not ${words}`);
      return id ?? "";
    },
    optionalText(parent, name) {
      const value = memberOf(parent, name);
      return value === undefined ? undefined : textIn(value, [...parent.path, name]);
    },
    faults: () => faults.all(),
  };
}

function describe(value: unknown): string {
  if (value === null) return "null";
  if (Array.isArray(value)) return "a list";
  return typeof value === "string"
    ? `the text ${quote(value)}`
    : `${typeof value === "object" ? "an" : "a"} ${typeof value}`;
}
