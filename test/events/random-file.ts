/**
 * Random log files, sound JSON but odd in every way that JSON allows, together with what they must become. Made from a
 * number alone.
 */
import type { UnreadableReason } from "../../host/domain/event-chunk.ts";
import { expectedRow } from "./expected-row.ts";
import type { Row } from "./extract-all.ts";
import { createRandom, type Random } from "./random.ts";

export interface RandomFile {
  readonly text: string;
  readonly rows: readonly Row[];
  readonly unreadable: readonly { readonly offset: number; readonly reason: UnreadableReason }[];
  /** Bytes of the largest record. */
  readonly recordBytesMax: number;
}

const NAMES = [
  "eventVersion",
  "userIdentity",
  "eventTime",
  "eventSource",
  "eventName",
  "awsRegion",
  "sourceIPAddress",
  "userAgent",
  "errorCode",
  "requestParameters",
  "responseElements",
  "requestID",
  "eventID",
  "readOnly",
  "resources",
  "eventType",
  "managementEvent",
  "recipientAccountId",
  "sharedEventID",
  "vpcEndpointId",
  "vpcEndpointAccountId",
  "eventCategory",
  "tlsDetails",
  "eventContext",
  "additionalEventData",
  "Records",
  "eventID2",
  "event",
  "",
];
/** Lines first: not every file can be such. What begins with a scalar is no log, and an array of its own holds records. */
const SHAPES = ["lines", "envelope", "envelope", "array"] as const;
const OBLIGATORY = ["eventTime", "eventSource", "eventName"];
const STRINGS = [
  "s3.amazonaws.com",
  "GetObject",
  "eu-west-1",
  '}}]]{[\\"',
  'a"b\\c/d\b\f\n\r\t',
  "Grüße, 世界 😀",
  "\ud83d lone",
  "\udc00\ud800",
  "\u0000\u0001\u001f\u007f",
  "\uFEFFmark",
  "\\\\\\\\",
  '"eventName":"Fake"',
  "x".repeat(70),
  "111122223333",
  " ",
];
const TIMES = [
  "2024-02-29T23:59:59Z",
  "2023-02-29T00:00:00Z",
  "1969-12-31T23:59:59.5Z",
  "2024-01-01T00:00:00.123456+05:30",
  "2024-12-31T23:00:00-01:00",
  "2024-13-01T00:00:00Z",
  "2024-04-31T00:00:00Z",
  "2024-01-01T24:00:00Z",
  "2024-01-01T00:00:60Z",
  "2024-01-01 00:00:00Z",
  "2024-01-01 00:00:00",
  "2024-01-01 00:00:00.123",
  "2024-01-01 00:00:00.5 UTC",
  "2024-01-01 00:00:00 UTC ",
  "2024-01-01 00:00:00+00:00",
  "2024-01-01T00:00:00",
  "2024-01-01T00:00:00.Z",
  "2024-01-01T00:00:00z",
  "0000-01-01T00:00:00Z",
  "9999-12-31T23:59:59.999Z",
  "2000-02-29T12:00:00+24:00",
  "1900-02-29T12:00:00Z",
  "",
];
const SCALARS = ["0", "-1.5e+10", "12", "true", "false", "null", "1E-2", '""'];
const UUIDS = [
  "01234567-89ab-cdef-0123-456789abcdef",
  "01234567-89AB-cdef-0123-456789abcdef",
  "00000000-0000-0000-0000-000000000000",
  "01234567-89ab-cdef-0123-456789abcde",
  "01234567089ab-cdef-0123-456789abcdef",
  "g1234567-89ab-cdef-0123-456789abcdef",
];

export function createRandomFile(seed: number): RandomFile {
  const random = createRandom(seed);
  const elements = Array.from({ length: random.below(9) }, () => createElement(random));
  const canBeLines = elements[0]?.members !== undefined && !elements.some(({ text }) => text.startsWith("["));
  const shape = random.pick(canBeLines ? SHAPES : SHAPES.slice(1));
  const rows: Row[] = [];
  const unreadable: { offset: number; reason: UnreadableReason }[] = [];
  let bytes = 0;
  let text = "";
  const add = (part: string): void => {
    text += part;
    bytes += Buffer.byteLength(part);
  };
  if (random.chance(0.1)) add("\uFEFF");
  add(space(random));
  if (shape === "envelope") add(`{${otherMembers(random)}"Records"${space(random)}:${space(random)}[`);
  if (shape === "array") add("[");
  for (const [index, element] of elements.entries()) {
    if (index > 0) add(shape === "lines" ? random.pick(["\n", "\r\n", "\n\n"]) : `${space(random)},`);
    add(shape === "lines" ? "" : space(random));
    const expected =
      element.members === undefined ? ("notAnObject" as const) : expectedRow(element.members, `file-${seed}`, bytes);
    if (typeof expected === "string") unreadable.push({ offset: bytes, reason: expected });
    else rows.push(expected);
    add(element.text);
  }
  add(space(random));
  if (shape === "envelope") add(`]${space(random)}${random.chance(0.3) ? `,"after":${nested(random, 3)}` : ""}}`);
  if (shape === "array") add("]");
  add(space(random));
  const recordBytesMax = Math.max(0, ...elements.map((element) => Buffer.byteLength(element.text)));
  return { text, rows, unreadable, recordBytesMax };
}

interface Element {
  readonly text: string;
  /** None: it is not an object. */
  readonly members?: ReadonlyMap<string, string>;
}

function createElement(random: Random): Element {
  if (random.chance(0.05)) return { text: random.pick(["5", "null", "true", '"}{"', "[]", '[{"a":["]"]}]', "-0.1e5"]) };
  const optional = NAMES.filter((name) => !OBLIGATORY.includes(name) && random.chance(0.6));
  const required = OBLIGATORY.filter(() => random.chance(0.97));
  const repeated = random.chance(0.2) ? [random.pick(NAMES)] : [];
  const names = random.shuffle([...optional, ...required, ...repeated].filter((name) => name !== "Records"));
  const members = new Map<string, string>();
  const parts = names.map((name) => {
    const value = createValue(random, name);
    members.set(name, value);
    return `${space(random)}${spell(random, name)}${space(random)}:${space(random)}${value}${space(random)}`;
  });
  return { text: `{${parts.length === 0 ? space(random) : parts.join(",")}}`, members };
}

function createValue(random: Random, name: string): string {
  if (random.chance(0.06)) return random.pick(SCALARS);
  if (random.chance(0.03)) return nested(random, 3);
  if (name === "eventTime") return spell(random, random.chance(0.7) ? "2024-05-06T07:08:09Z" : random.pick(TIMES));
  if (name === "eventID" || name === "sharedEventID") {
    return spell(random, random.chance(0.6) ? (UUIDS[0] ?? "") : random.pick(UUIDS));
  }
  if (["userIdentity", "requestParameters", "resources", "tlsDetails", "eventContext"].includes(name)) {
    return nested(random, 4);
  }
  return spell(random, random.pick(STRINGS));
}

function nested(random: Random, depth: number): string {
  const kind = depth === 0 ? 0 : random.below(4);
  if (kind === 0) return random.pick(SCALARS);
  if (kind === 1) return spell(random, random.pick(STRINGS));
  const items = Array.from({ length: random.below(4) }, () => nested(random, depth - 1));
  if (kind === 2) return `[${items.join(`${space(random)},`)}${space(random)}]`;
  return `{${items.map((item) => `${spell(random, random.pick(NAMES))}:${space(random)}${item}`).join(",")}}`;
}

function otherMembers(random: Random): string {
  return random.chance(0.3) ? `"before"${space(random)}:${nested(random, 3)},${space(random)}` : "";
}

export function space(random: Random): string {
  return random.chance(0.85) ? "" : random.pick([" ", "\n", "\t", "\r\n    ", " ".repeat(70)]);
}

/** A JSON string, now and then with needless escapes. */
export function spell(random: Random, value: string): string {
  const plain = JSON.stringify(value);
  if (random.chance(0.85)) return plain;
  const units = Array.from({ length: value.length }, (_, index) => {
    const unit = value.charCodeAt(index);
    const isSurrogate = unit >= 0xd800 && unit < 0xe000;
    if (random.chance(0.3) || isSurrogate) return `\\u${unit.toString(16).padStart(4, "0")}`;
    return value[index] === "/" ? "\\/" : JSON.stringify(value[index]).slice(1, -1);
  });
  return `"${units.join("")}"`;
}
