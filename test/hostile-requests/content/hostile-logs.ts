/** Log files: those that nobody takes, and those of which something may be stored. The big ones are made once. */
import { gzipSync } from "node:zlib";
import type { Random } from "../../../bench/corpus/random.ts";
import { MARKERS } from "../tenants.ts";
import { gzipOfRepeated } from "./gzip-of-repeated.ts";
import { deepJson, notText, oddText, withText } from "./odd-json.ts";
import { logFile, logRecord } from "./stored-content.ts";

const MEGABYTE = 2 ** 20;
const NOTHING = Buffer.alloc(0);
const ZEROS = Buffer.alloc(MEGABYTE);
const OPEN = Buffer.from('{"Records":[');
const CLOSE = Buffer.from("{}]}");
const SENT = MARKERS.scratch;

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

function filled(text: string): Buffer {
  return Buffer.alloc(MEGABYTE - (MEGABYTE % text.length), text);
}

const goodLog = once(() => logFile(SENT, 2_000_000, 50));
const tenMegabytes = once(() => gzipOfRepeated(NOTHING, ZEROS, 10, NOTHING));
const gigabyte = once(() => gzipOfRepeated(NOTHING, ZEROS, 1024, NOTHING));

/** Gzip of gzip, `levels` deep; the innermost is a bomb. */
function nested(levels: number): Buffer {
  let bytes = tenMegabytes();
  for (let level = 1; level < levels; level += 1) bytes = gzipSync(bytes);
  return bytes;
}

export interface LogKind {
  readonly name: string;
  readonly weight: number;
  readonly isHeavy?: true;
  make(random: Random): Buffer;
}

/** Of none of them anything is stored. */
export const BAD_LOGS: readonly LogKind[] = [
  { name: "nothing", weight: 2, make: () => NOTHING },
  { name: "10 MB of zeros, packed", weight: 3, make: tenMegabytes },
  { name: "1 GB of zeros, packed", weight: 0.3, isHeavy: true, make: gigabyte },
  { name: "gzip of gzip", weight: 3, make: (random) => nested(random.pick([2, 3, 20])) },
  {
    name: "gzip that is cut off",
    weight: 4,
    make: (random) => goodLog().subarray(0, 2 + random.below(goodLog().length - 2)),
  },
  {
    name: "gzip with something behind",
    weight: 4,
    make: (random) => Buffer.concat([goodLog(), random.pick([Buffer.from([0]), Buffer.from("x"), goodLog(), ZEROS])]),
  },
  {
    name: "gzip with a wrong bit",
    weight: 4,
    make(random) {
      const bytes = Buffer.from(goodLog());
      // In the sum or the length: elsewhere are bits that mean nothing.
      const place = bytes.length - 1 - random.below(8);
      bytes[place] = (bytes[place] ?? 0) ^ (1 << random.below(8));
      return bytes;
    },
  },
  {
    name: "the head of gzip alone",
    weight: 2,
    make: (random) => Buffer.from([0x1f, 0x8b, ...random.pick([[], [8], [8, 0xff, 0, 0, 0, 0, 0, 0], [0, 0, 0]])]),
  },
  { name: "zeros", weight: 1, make: (random) => Buffer.alloc(random.pick([1, 1000, 8 * MEGABYTE])) },
  {
    name: "no JSON",
    weight: 4,
    make: (random) =>
      Buffer.from(
        random
          .pick(["x", "<xml/>", "PK\u0003\u0004", "\u0000".repeat(50), "nul", "]", "}{"])
          .repeat(random.pick([1, 1000])),
      ),
  },
  { name: "any bytes", weight: 3, make: (random) => Buffer.from(`fe${random.hex(2 * random.pick([3, 1000]))}`, "hex") },
];

/** Records of another size, form or time than any log has. */
function oddRecords(random: Random): string {
  const record = logRecord(SENT, 3_000_000 + random.below(100_000), random.pick(["2025-01-01", "2024-02-29"]));
  const path = random.pick([
    ["eventID"],
    ["eventTime"],
    ["eventSource"],
    ["eventName"],
    ["awsRegion"],
    ["recipientAccountId"],
    ["userIdentity"],
    ["userIdentity", "arn"],
    ["userIdentity", "accountId"],
    ["userIdentity", "type"],
    ["requestParameters"],
    ["requestParameters", "bucketName"],
    ["sourceIPAddress"],
    ["sharedEventID"],
    ["vpcEndpointId"],
    ["resources"],
    ["errorCode"],
  ]);
  const odd = withText(record, path, random.chance(0.5) ? notText(random) : oddText(random));
  return `{"Records":[${odd},${JSON.stringify(record)}]}`;
}

const ODD_TIMES = [
  "0000-01-01T00:00:00Z",
  "9999-12-31T23:59:59Z",
  "0000-01-01T00:00:00+23:59",
  "9999-12-31T23:59:59-23:59",
  "1969-12-31T23:59:59Z",
  "2026-02-29T00:00:00Z",
  "275760-09-13T00:00:01Z",
  "-000001-01-01T00:00:00Z",
];

/** A day each, so that every record belongs to another partition. */
function manyDays(days: number): Buffer {
  const first = Date.parse("2000-01-01T00:00:00Z");
  const Records = Array.from({ length: days }, (_, index) => {
    return logRecord(SENT, 5_000_000 + index, new Date(first + index * 86_400_000).toISOString().slice(0, 10));
  });
  return gzipSync(JSON.stringify({ Records }));
}

const gigabyteOfSpaces = once(() => gzipOfRepeated(OPEN, filled(" "), 1024, CLOSE));
const gigabyteOfText = once(() =>
  gzipOfRepeated(Buffer.from('{"Records":[{"a":"'), filled("a"), 1024, Buffer.from('"}]}')),
);
const manyEmpty = once(() => gzipOfRepeated(OPEN, filled("{},"), 100, CLOSE));
const hundredMegabytesDeep = once(() => gzipOfRepeated(Buffer.from('{"Records":[{"a":'), filled("["), 100, NOTHING));
const manyThousandDays = once(() => manyDays(20_000));
const thirtyMegabytes = once(() => Buffer.from(`{"Records":[${"{},".repeat(10_000_000)}{}]}`));
const manyNames = once(() => {
  const Records = Array.from({ length: 20_000 }, (_, index) => ({
    ...logRecord(SENT, 6_000_000 + index),
    eventName: `N${index}`,
    eventSource: `s${index}.amazonaws.com`,
  }));
  return gzipSync(JSON.stringify({ Records }));
});

/** Something of them may be stored. */
export const ODD_LOGS: readonly LogKind[] = [
  { name: "odd members of a record", weight: 12, make: (random) => Buffer.from(oddRecords(random)) },
  {
    name: "odd times",
    weight: 3,
    make: (random) =>
      Buffer.from(
        `{"Records":[${withText(logRecord(SENT, 4_000_000), ["eventTime"], JSON.stringify(random.pick(ODD_TIMES)))}]}`,
      ),
  },
  {
    name: "odd records",
    weight: 4,
    make: (random) =>
      Buffer.from(
        `{"Records":[${random.pick([notText(random), oddText(random), deepJson(random), "null,".repeat(1000).slice(0, -1)])}]}`,
      ),
  },
  {
    name: "odd wholes",
    weight: 4,
    make: (random) =>
      Buffer.from(
        random.pick([
          "[]",
          "{}",
          "null",
          "1",
          '"x"',
          '{"Records":null}',
          '{"Records":{}}',
          '{"Records":[]}',
          '{"Records":[],"Records":[{}]}',
          "[[[[",
          deepJson(random),
          "\ufeff{}",
          JSON.stringify(logRecord(SENT, 1)),
          `${JSON.stringify(logRecord(SENT, 1))}\n`.repeat(3),
        ]),
      ),
  },
  {
    name: "JSON that is cut off",
    weight: 4,
    make(random) {
      const text = JSON.stringify({ Records: [logRecord(SENT, 7_000_001), logRecord(SENT, 7_000_002)] });
      return Buffer.from(text.slice(0, 1 + random.below(text.length - 1)));
    },
  },
  {
    name: "bytes that are no text",
    weight: 3,
    make(random) {
      const bytes = Buffer.from(JSON.stringify({ Records: [logRecord(SENT, 8_000_000)] }));
      bytes[random.below(bytes.length)] = random.pick([0, 0x80, 0xc0, 0xff]);
      return bytes;
    },
  },
  {
    name: "a million empty records",
    weight: 0.5,
    make: () => Buffer.from(`{"Records":[${"{},".repeat(1_000_000)}{}]}`),
  },
  { name: "30 MB of empty records", weight: 0.15, isHeavy: true, make: thirtyMegabytes },
  { name: "35 million empty records, packed", weight: 0.1, isHeavy: true, make: manyEmpty },
  { name: "1 GB of spaces, packed", weight: 0.1, isHeavy: true, make: gigabyteOfSpaces },
  { name: "one record of 1 GB, packed", weight: 0.1, isHeavy: true, make: gigabyteOfText },
  { name: "100 million brackets, packed", weight: 0.15, isHeavy: true, make: hundredMegabytesDeep },
  { name: "twenty thousand days", weight: 0.1, isHeavy: true, make: manyThousandDays },
  { name: "20,000 names and sources", weight: 0.2, make: manyNames },
];

/** Makes the big ones, so that no request waits for them. */
export function prepareLogs(): void {
  for (const prepare of [
    gigabyte,
    gigabyteOfSpaces,
    gigabyteOfText,
    manyEmpty,
    hundredMegabytesDeep,
    manyThousandDays,
    thirtyMegabytes,
    manyNames,
  ])
    prepare();
}
