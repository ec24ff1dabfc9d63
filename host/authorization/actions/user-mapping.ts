/**
 * What a user says of events that our tables do not know, or know wrongly (`--mapping <file>`):
 *
 *   { "mappings": [ { "eventSource": "x.amazonaws.com", "eventName": "Foo", "actions": ["svc:Bar"],
 *                     "resources": ["arn:${Partition}:svc:${Region}:${Account}:thing/${requestParameters.thingId}"] },
 *                   { "eventSource": "x.amazonaws.com", "eventName": "*", "noAuthorization": true, "note": "…" } ] }
 *
 * A row takes the place of our mapping of the event; all its actions were asked, each on every one of its resources.
 * Placeholders: `Partition`, `Region`, `Account`, and paths into `requestParameters`, `responseElements`,
 * `additionalEventData`. Those parts of a record are not stored whole: a path that no table of ours reads and that does not
 * end in `…Arn`, `…Id`, `…Name` or `…Identifier` is filled only in chunks made since it was wanted, and is `*` in others.
 * Checks the text alone, not whether an action exists.
 */
import type { Node } from "jsonc-parser";
import { createBoundedFaults } from "../../domain/bounded-faults.ts";
import { type Fault, failure, type Result, success } from "../../domain/fault.ts";
import { type JsonText, readJsonText } from "./json-text.ts";

export interface UserMappingRow {
  readonly eventSource: string;
  /** `*` for every event of the source that has no row of its own. */
  readonly eventName: string;
  /** `service:Name`, without wildcards. Empty when no policy decides the event. */
  readonly actions: readonly string[];
  /** ARNs with placeholders; undefined where they follow from the actions as ever. */
  readonly resources: readonly string[] | undefined;
  readonly note: string | undefined;
}

export interface UserMapping {
  readonly rows: readonly UserMappingRow[];
}

/** Rows of one file: more than AWS has operations nobody writes by hand. */
const ROWS_MAX = 10_000;

const MEMBERS = ["eventSource", "eventName", "actions", "resources", "note", "noAuthorization"];
const SOURCE = /^[a-z0-9][a-z0-9.-]*$/i;
const ACTION = /^[a-z0-9-]+:[A-Za-z0-9_]+$/;
const PLACEHOLDER = /\$\{([^}]*)\}/g;
const KNOWN_PLACEHOLDER =
  /^(?:Partition|Region|Account|(?:requestParameters|responseElements|additionalEventData)(?:\.[\w$@:-]+)+)$/;

/** Faults: those of readJsonText, `wrong-type`, `unknown-member`, `missing-member`, `invalid-value`, `duplicate-row`, `too-many-rows`. */
export function parseUserMapping(text: string): Result<UserMapping> {
  const json = readJsonText(text);
  if (!json.ok) return json;
  const reading = createReading(json.value);
  const { root } = json.value;
  const members = reading.members(root, ["mappings"]);
  const list = members.get("mappings");
  if (list === undefined) {
    if (root.type === "object") reading.report(root, "missing-member", "`mappings` is missing");
    return failure(...reading.faults());
  }
  const entries = reading.list(list);
  if (entries.length > ROWS_MAX) {
    reading.report(list, "too-many-rows", `the list has ${entries.length} rows, and at most ${ROWS_MAX} are read`);
    return failure(...reading.faults());
  }
  const seen = new Set<string>();
  const rows = entries.map((entry) => {
    const row = readRow(reading, entry);
    const key = `${row.eventSource} ${row.eventName}`.toLowerCase();
    if (seen.has(key) && row.eventSource !== "" && row.eventName !== "") {
      const message = `\`${row.eventSource} ${row.eventName}\` has a row already; keep one`;
      reading.report(entry, "duplicate-row", message);
    }
    seen.add(key);
    return row;
  });
  const faults = reading.faults();
  return faults.length > 0 ? failure(...faults) : success({ rows });
}

function readRow(reading: Reading, entry: Node): UserMappingRow {
  const members = reading.members(entry, MEMBERS);
  const needed = (name: string, form: RegExp, words: string) => {
    const node = members.get(name);
    if (node !== undefined) return reading.text(node, form, words);
    if (entry.type === "object") reading.report(entry, "missing-member", `\`${name}\` is missing`);
    return "";
  };
  const eventSource = needed("eventSource", SOURCE, "an event source such as `iot.amazonaws.com`");
  const eventName = needed("eventName", /^(?:\*|[^*\s]+)$/, "an event name, or `*` for all of the source");
  const actionsNode = members.get("actions");
  const resourcesNode = members.get("resources");
  const note = members.get("note");
  const none = members.get("noAuthorization");
  if (none !== undefined && none.value !== true) {
    reading.report(none, "invalid-value", "`noAuthorization` can only be `true`; leave it out otherwise");
  }
  if (none !== undefined && (actionsNode ?? resourcesNode) !== undefined) {
    const message = "a row without authorization has neither `actions` nor `resources`; keep one of both";
    reading.report(none, "invalid-value", message);
  }
  if (none === undefined && actionsNode === undefined && entry.type === "object") {
    reading.report(entry, "missing-member", "`actions` is missing; or say `noAuthorization`");
  }
  const actions = reading.texts(actionsNode, ACTION, "an action such as `iot:GetThing`, without wildcards");
  const resources = reading.texts(resourcesNode, /^arn:.|^\*$|^\$\{/s, "an ARN, which may hold placeholders");
  checkPlaceholders(reading, resourcesNode);
  return {
    eventSource,
    eventName,
    actions,
    resources: resourcesNode === undefined ? undefined : resources,
    note: note === undefined ? undefined : reading.text(note, /^/, "a text"),
  };
}

function checkPlaceholders(reading: Reading, list: Node | undefined): void {
  for (const node of list?.children ?? []) {
    if (node.type !== "string") continue;
    for (const [placeholder, name = ""] of String(node.value).matchAll(PLACEHOLDER)) {
      if (KNOWN_PLACEHOLDER.test(name)) continue;
      const known = "`Partition`, `Region`, `Account` or a path such as `requestParameters.thingId`";
      reading.report(node, "invalid-value", `\`${placeholder.slice(0, 100)}\` is no placeholder; known are ${known}`);
    }
  }
}

interface Reading {
  faults(): readonly Fault[];
  report(node: Node, code: string, message: string): void;
  /** The values of an object by name; reports what is no object, and members that are not `known`. */
  members(node: Node, known: readonly string[]): ReadonlyMap<string, Node>;
  list(node: Node): readonly Node[];
  text(node: Node, form: RegExp, words: string): string;
  /** Of a list that, where it is given, has entries. */
  texts(node: Node | undefined, form: RegExp, words: string): readonly string[];
}

function createReading({ whereOf }: JsonText): Reading {
  const faults = createBoundedFaults();
  const reading: Reading = {
    faults: faults.all,
    // Finding the place of a node costs as much as its list is long.
    report: (node, code, message) => faults.add(() => ({ code, message, where: whereOf(node) })),
    members(node, known) {
      const members = new Map<string, Node>();
      if (node.type !== "object") reading.report(node, "wrong-type", `this must be an object, not ${node.type}`);
      for (const { children: [key, value] = [] } of node.type === "object" ? (node.children ?? []) : []) {
        if (key === undefined || value === undefined) continue;
        if (known.includes(key.value)) members.set(key.value, value);
        else {
          const message = `\`${String(key.value).slice(0, 100)}\` is no member here; known are ${known.join(", ")}`;
          reading.report(key, "unknown-member", message);
        }
      }
      return members;
    },
    list(node) {
      if (node.type === "array") return node.children ?? [];
      reading.report(node, "wrong-type", `this must be a list, not ${node.type}`);
      return [];
    },
    text(node, form, words) {
      if (node.type !== "string") reading.report(node, "wrong-type", `this must be a text, not ${node.type}`);
      else if (form.test(node.value)) return node.value;
      else reading.report(node, "invalid-value", `\`${String(node.value).slice(0, 100)}\` is not ${words}`);
      return "";
    },
    texts(node, form, words) {
      if (node === undefined) return [];
      const entries = reading.list(node);
      if (node.type === "array" && entries.length === 0) {
        reading.report(node, "invalid-value", "the list is empty; name one at least or leave it out");
      }
      return entries.map((entry) => reading.text(entry, form, words));
    },
  };
  return reading;
}
