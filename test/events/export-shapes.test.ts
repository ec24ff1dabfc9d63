import { describe, expect, it } from "vitest";
import type { UnreadableReason } from "../../host/domain/event-chunk.ts";
import { RECORD_PARTS, type WantedPath } from "../../host/domain/parameter-selection.ts";
import { createExtractor } from "../../host/wasm/extractor.ts";
import { BUILDS, loadBuild } from "../build-cores.ts";
import { extractAll, inPieces, type Row } from "./extract-all.ts";
import { createRandom } from "./random.ts";
import { sampleNumberOf, sampleRecord } from "./sample-record.ts";

const SELECTION: readonly WantedPath[] = [{ source: "*", part: "requestParameters", path: "list.eventName" }];
const records = [1, 2, 3].map(sampleRecord);
const [one = "", two = "", three = ""] = records;
type JsonObject = Record<string, unknown>;
const parsed = (number: number): JsonObject => JSON.parse(sampleRecord(number)) as JsonObject;

const bridged = (record: string): string =>
  `{"version":"0","id":"5d1c","detail-type":"AWS API Call via CloudTrail","source":"aws.s3","account":"111122223333",` +
  `"time":"2024-01-01T00:00:00Z","region":"eu-west-1","resources":[],"detail":${record}}`;
const lookedUp = (record: string): string =>
  `{"EventId":"e","EventName":"n","ReadOnly":"true","EventTime":1704067200.0,"EventSource":"s3.amazonaws.com",` +
  `"Resources":[{"ResourceName":"r"}],"CloudTrailEvent":${JSON.stringify(record)}}`;
const logged = (record: string): string => JSON.stringify({ id: "1", timestamp: 1, message: record });

/** Names in lower case, nested ones of the identity too; structs as objects, parts as the texts that they are in a table. */
function asColumns(record: string): JsonObject {
  const lower = (value: unknown): unknown =>
    typeof value !== "object" || value === null || Array.isArray(value)
      ? value
      : Object.fromEntries(Object.entries(value).map(([name, inner]) => [name.toLowerCase(), lower(inner)]));
  const columns = lower(JSON.parse(record)) as JsonObject;
  return { ...columns, requestparameters: JSON.stringify((JSON.parse(record) as JsonObject).requestParameters) };
}
/** A row as GetQueryResults gives it: every value a text, one object per column. */
const asResultRow = (record: string): string =>
  JSON.stringify(
    Object.entries(asColumns(record)).map(([name, value]) => ({
      [name]: typeof value === "string" ? value : JSON.stringify(value),
    })),
  );

interface Case {
  readonly name: string;
  readonly text: string;
  /** Numbers of the sample records that must become rows. */
  readonly rows: readonly number[];
  readonly unreadable?: readonly UnreadableReason[];
  /** Where the records are told to lie: the texts that begin there. */
  readonly begins: string;
}

const CASES: readonly Case[] = [
  {
    name: "EventBridge events line by line",
    text: records.map(bridged).join("\n"),
    rows: [1, 2, 3],
    begins: '{"version"',
  },
  {
    name: "EventBridge events without anything between",
    text: records.map(bridged).join(""),
    rows: [1, 2, 3],
    begins: '{"version"',
  },
  {
    name: "an array of EventBridge events",
    text: `[${records.map(bridged).join(" , ")}]`,
    rows: [1, 2, 3],
    begins: '{"version"',
  },
  {
    name: "EventBridge events of other kinds",
    text: `[${bridged(one)},${bridged('{"state":"running"}')},${bridged("5")},${bridged(two)}]`,
    rows: [1, 2],
    unreadable: ["withoutSource", "withoutSource"],
    begins: '{"version"',
  },
  {
    name: "an EventBridge event whose record is no JSON",
    text: `[${bridged(one)},${bridged(`${three.slice(0, -1)},"a" 1}`)},${bridged(two)}]`,
    rows: [1, 2],
    unreadable: ["malformedJson"],
    begins: '{"version"',
  },
  {
    name: "what LookupEvents gives",
    text: `{"Events":[${records.map(lookedUp)}],"NextToken":"t"}`,
    rows: [1, 2, 3],
    begins: '{"EventId"',
  },
  { name: "an escaped name around them", text: `{"\\u0045vents":[${lookedUp(one)}]}`, rows: [1], begins: '{"EventId"' },
  {
    name: "looked up events by themselves",
    text: records.map(lookedUp).join("\n"),
    rows: [1, 2, 3],
    begins: '{"EventId"',
  },
  {
    name: "looked up events whose texts are no records",
    text: `{"Events":[${lookedUp("none")},${lookedUp(one)},${lookedUp("{}")},${lookedUp(two.slice(0, -1))},${lookedUp(`${two}{}`)},${lookedUp(`${"[".repeat(2000)}`)},${lookedUp(`{"a":${"[".repeat(2000)}`)},${lookedUp(` ${three} `)}]}`,
    rows: [1, 3],
    unreadable: ["notAnObject", "withoutSource", "malformedJson", "malformedJson", "notAnObject", "tooLarge"],
    begins: '{"EventId"',
  },
  { name: "the texts of looked up events", text: JSON.stringify(records, undefined, 2), rows: [1, 2, 3], begins: '"{' },
  {
    name: "texts of other things",
    text: JSON.stringify([one, "{", "{}", "[]", two]),
    rows: [1, 2],
    unreadable: ["malformedJson", "withoutSource", "notAnObject"],
    begins: '"{',
  },
  {
    name: "a subscription of CloudWatch Logs",
    text: `{"messageType":"DATA_MESSAGE","logEvents":[${records.map(logged)}]}`,
    rows: [1, 2, 3],
    begins: '{"id"',
  },
  {
    name: "what FilterLogEvents gives",
    text: `{"events":[${records.map(logged)}],"searchedLogStreams":[]}`,
    rows: [1, 2, 3],
    begins: '{"id"',
  },
  {
    name: "rows of Athena line by line",
    text: records.map((record) => JSON.stringify(asColumns(record))).join("\n"),
    rows: [1, 2, 3],
    begins: '{"eventversion"',
  },
  {
    name: "an array of rows of Athena",
    text: JSON.stringify(records.map(asColumns)),
    rows: [1, 2, 3],
    begins: '{"eventversion"',
  },
  {
    name: "what GetQueryResults gives",
    text: `{"QueryStatus":"FINISHED","QueryStatistics":{},"QueryResultRows":[${records.map(asResultRow)}]}`,
    rows: [1, 2, 3],
    begins: '[{"eventversion"',
  },
  {
    name: "results of other queries",
    text: `{"QueryResultRows":[[{"eventName":"a"},{"_col1":"5"}],[{"a":1,"b":2}],[{"a":1},5],[ ],${asResultRow(one)}]}`,
    rows: [1],
    unreadable: ["notAnObject", "notAnObject", "notAnObject", "notAnObject"],
    begins: '[{"eventversion"',
  },
  {
    name: "results whose column is the text of the record",
    text: `{"QueryResultRows":[${records.map((record) => JSON.stringify([{ eventJson: record }]))}]}`,
    rows: [1, 2, 3],
    begins: '[{"eventJson"',
  },
  {
    name: "all of them in one",
    text: `${bridged(one)}{"Events":[${lookedUp(two)}]}[${JSON.stringify(three)},${asResultRow(sampleRecord(4))}]${sampleRecord(5)}`,
    rows: [1, 2, 3, 4, 5],
    begins: "",
  },
];

/** What a record becomes however it was wrapped: all but the place, and the identity, whose names may be in another case. */
function plain(row: Row): JsonObject {
  const { offset: _, identity, ...rest } = row;
  return { ...rest, identity: JSON.parse(identity.toLowerCase()) };
}

describe.each(BUILDS)("extract() of %s", (build) => {
  it.each(CASES)("reads $name", async ({ text, rows, unreadable = [], begins }) => {
    const core = await loadBuild(build);
    const expected = await extractAll(createExtractor(core, { selection: SELECTION, windowBytes: 65536 }), "file", [
      new TextEncoder().encode(rows.map(sampleRecord).join("\n")),
    ]);
    const extractor = createExtractor(core, { selection: SELECTION, windowBytes: 65536 });
    const bytes = new TextEncoder().encode(text);
    for (const size of [1, 700, bytes.length + 1]) {
      const found = await extractAll(extractor, "file", inPieces(bytes, size));
      expect(found.rows.map(({ operation }) => sampleNumberOf(operation))).toEqual(rows);
      expect(found.rows.map(plain)).toEqual(expected.rows.map(plain));
      expect(
        found.rows.every(({ requestParameters }) => requestParameters === '{"list":[{"eventName":"nested"}]}'),
      ).toBe(true);
      expect(found.result.totals.unreadable.map(({ reason }) => reason)).toEqual(unreadable);
      expect(found.result.totals.records).toBe(rows.length + unreadable.length);
      expect(found.result.ok).toBe(true);
      for (const { offset } of found.rows) expect(text.slice(offset, offset + begins.length)).toBe(begins);
    }
  });

  it("keeps the sound ones around damage, each event counted", async () => {
    const extractor = createExtractor(await loadBuild(build), { windowBytes: 16384 });
    for (const wrap of [bridged, lookedUp, logged]) {
      for (let seed = 1; seed <= 60; seed++) {
        const random = createRandom(seed);
        const elements = [1, 2, 3, 4, 5].map((number) => wrap(sampleRecord(number)));
        const bytes = new TextEncoder().encode(`[${elements}]`);
        const start = 1 + (elements[0]?.length ?? 0) + 1 + (elements[1]?.length ?? 0) + 1;
        const end = start + (elements[2]?.length ?? 0);
        for (let i = random.below(4); i >= 0; i--) {
          bytes[start + 1 + random.below(end - start - 2)] = random.pick([...new TextEncoder().encode('"\\{}[],:x')]);
        }
        const { rows, result } = await extractAll(extractor, "file", inPieces(bytes, 1 + random.below(3000)));
        const found = rows.map(({ operation }) => sampleNumberOf(operation));
        expect({ wrap: wrap.name, seed, found }).toEqual({
          wrap: wrap.name,
          seed,
          found: expect.arrayContaining([1, 2, 4, 5]),
        });
        expect(result.totals.records).toBe(rows.length + result.totals.unreadableCount);
      }
    }
  });

  it("refuses texts of more than a megabyte, and parts in them", async () => {
    const extractor = createExtractor(await loadBuild(build), { selection: SELECTION });
    const long = JSON.stringify({ ...parsed(1), pad: "p".repeat(1024 * 1024) });
    const part = JSON.stringify({ ...parsed(2), requestParameters: JSON.stringify({ pad: "p".repeat(1024 * 1024) }) });
    const { rows, result } = await extractAll(extractor, "file", [
      new TextEncoder().encode(`[${lookedUp(long)},${part},${lookedUp(three)}]`),
    ]);
    expect(result.totals.unreadable.map(({ reason }) => reason)).toEqual(["tooLarge"]);
    expect(rows.map(({ operation, requestParameters }) => [sampleNumberOf(operation), requestParameters])).toEqual([
      [2, '{"omitted":true}'],
      [3, '{"list":[{"eventName":"nested"}]}'],
    ]);
  });

  it("looks into a part in a text in a text", async () => {
    const extractor = createExtractor(await loadBuild(build), { selection: SELECTION });
    const record = JSON.stringify({ ...parsed(1), requestParameters: JSON.stringify(parsed(1).requestParameters) });
    const { rows } = await extractAll(extractor, "file", [new TextEncoder().encode(lookedUp(record))]);
    expect(rows[0]?.requestParameters).toBe('{"list":[{"eventName":"nested"}]}');
  });
});

describe("extract()", () => {
  it("needs no more memory for records in texts and for parts, however many there are", async () => {
    const core = await loadBuild("core");
    const everything: readonly WantedPath[] = RECORD_PARTS.map((part) => ({ source: "*", part, path: "*" }));
    const extractor = createExtractor(core, { selection: everything, windowBytes: 65536, chunkBytesMax: 1024 * 1024 });
    const before = core.memory.buffer.byteLength;
    const block = new TextEncoder().encode(
      Array.from(
        { length: 500 },
        (_, index) => `${lookedUp(sampleRecord(index))},${bridged(sampleRecord(index))},`,
      ).join(""),
    );
    function* source() {
      yield new TextEncoder().encode('{"Events":[');
      for (let index = 0; index < 40; index++) yield block;
      yield new TextEncoder().encode("]}");
      return undefined;
    }
    let rows = 0;
    const reading = extractor.extract("large", source());
    let step = await reading.next();
    for (; !step.done; step = await reading.next()) rows += step.value.rows;
    rows += extractor.finish()?.rows ?? 0;
    expect(rows).toBe(40 * 1000);
    expect(step.value).toMatchObject({ ok: true, value: { records: rows } });
    expect(core.memory.buffer.byteLength).toBe(before);
  });

  it("says of CSV how it can be read", async () => {
    const extractor = createExtractor(await loadBuild("core"));
    const text = '"eventversion","eventsource"\n"1.08","s3.amazonaws.com"\n';
    const { result } = await extractAll(extractor, "file", [new TextEncoder().encode(text)]);
    expect(result).toMatchObject({ ok: false, faults: [{ code: "not-a-log" }] });
    expect(result.ok ? "" : result.faults[0]?.message).toContain("export its result as JSON, not as CSV");
  });
});
