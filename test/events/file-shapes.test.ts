import { describe, expect, it } from "vitest";
import type { UnreadableReason } from "../../host/domain/event-chunk.ts";
import { createExtractor } from "../../host/wasm/extractor.ts";
import { BUILDS, loadBuild } from "../build-cores.ts";
import { extractAll, inPieces } from "./extract-all.ts";
import { sampleNumberOf, sampleRecord } from "./sample-record.ts";

const [one, two, three] = [1, 2, 3].map(sampleRecord) as [string, string, string];
/** The record with its last member broken in one way. */
const broken = (number: number, end: string): string => `${sampleRecord(number).slice(0, -1)},${end}`;
const DEEP = `{"x":${"[".repeat(3000)}${"]".repeat(3000)},"y":1}`;

interface Case {
  readonly name: string;
  readonly text: string;
  /** Numbers of the sample records that must become rows. */
  readonly rows: readonly number[];
  readonly unreadable?: readonly UnreadableReason[];
  readonly fault?: string;
}

const CASES: readonly Case[] = [
  { name: "an object with Records", text: `{"Records":[${one},${two}]}`, rows: [1, 2] },
  { name: "members before and after Records", text: `{"a":[{"b":"]"}],"Records":[${one}],"c":{}}`, rows: [1] },
  { name: "an escaped name of Records", text: `{"\\u0052ecords":[${one}]}`, rows: [1] },
  { name: "a bare array", text: `[${one},${two}]`, rows: [1, 2] },
  { name: "a single record", text: one, rows: [1] },
  { name: "records line by line", text: `${one}\n${two}\r\n\n${three}`, rows: [1, 2, 3] },
  { name: "log files joined into one", text: `{"Records":[${one}]}\n{"Records":[${two}]}[${three}]`, rows: [1, 2, 3] },
  { name: "an empty list of records", text: '{"Records":[]}', rows: [] },
  { name: "an empty array", text: " [ ] ", rows: [] },
  { name: "no commas between records", text: `[${one}${two}]`, rows: [1, 2] },
  { name: "an empty file", text: "", rows: [], fault: "empty-file" },
  { name: "a file of white space", text: " \n ", rows: [], fault: "empty-file" },
  { name: "a file of text", text: "This is not JSON", rows: [], fault: "not-a-log" },
  { name: "a scalar", text: "5", rows: [], fault: "not-a-log" },
  { name: "a file cut off between records", text: `{"Records":[${one},`, rows: [1], fault: "file-cut-off" },
  { name: "a file cut off behind the records", text: `{"Records":[${one}]`, rows: [1], fault: "file-cut-off" },
  {
    name: "a file cut off in a record",
    text: `{"Records":[${one},${two.slice(0, -9)}`,
    rows: [1],
    unreadable: ["truncated"],
  },
  { name: "an object without Records", text: '{"awsAccountId":"1"}', rows: [], unreadable: ["withoutSource"] },
  { name: "Records that are no array", text: '{"Records":"none"}', rows: [], unreadable: ["withoutSource"] },
  {
    name: "elements that are no objects",
    text: `[${one},5,"x{",null,[1,{"a":"]"}],${two}]`,
    rows: [1, 2],
    unreadable: ["notAnObject", "notAnObject", "notAnObject", "notAnObject"],
  },
  { name: "junk between records", text: `[${one}, oops ,${two}]`, rows: [1, 2], unreadable: ["malformedJson"] },
  {
    name: "a missing comma",
    text: `[${one},${broken(9, '"a":1 "b":2}')},${two}]`,
    rows: [1, 2],
    unreadable: ["malformedJson"],
  },
  { name: "a missing colon", text: `[${broken(9, '"a" 1}')},${two}]`, rows: [2], unreadable: ["malformedJson"] },
  { name: "a trailing comma", text: `[${broken(9, "}")},${two}]`, rows: [2], unreadable: ["malformedJson"] },
  { name: "a half literal", text: `[${broken(9, '"a":tru}')},${two}]`, rows: [2], unreadable: ["malformedJson"] },
  {
    name: "a literal that goes on",
    text: `[${broken(9, '"a":nulls}')},${two}]`,
    rows: [2],
    unreadable: ["malformedJson"],
  },
  {
    name: "a number with a leading zero",
    text: `[${broken(9, '"a":01}')},${two}]`,
    rows: [2],
    unreadable: ["malformedJson"],
  },
  { name: "a name without quotes", text: `[${broken(9, "a:1}")},${two}]`, rows: [2], unreadable: ["malformedJson"] },
  { name: "an unknown escape", text: `[${broken(9, '"a":"\\q"}')},${two}]`, rows: [2], unreadable: ["malformedJson"] },
  {
    name: "a short unicode escape",
    text: `[${broken(9, '"a":"\\u12"}')},${two}]`,
    rows: [2],
    unreadable: ["malformedJson"],
  },
  {
    name: "a line feed in a string",
    text: `[${broken(9, '"a":"x\ny"}')},${two}]`,
    rows: [2],
    unreadable: ["malformedJson"],
  },
  {
    name: "brackets that do not pair",
    text: `[${broken(9, '"a":[}]}')},${two}]`,
    rows: [2],
    unreadable: ["malformedJson"],
  },
  {
    name: "a bracket that does not close",
    text: `[${broken(9, '"a":[1}')},${two}]`,
    rows: [2],
    unreadable: ["malformedJson"],
  },
  {
    name: "a quote that does not close",
    text: `[${broken(9, '"a":"x}')},${two},${three}]`,
    rows: [2, 3],
    unreadable: ["malformedJson"],
  },
  {
    name: "a nested quote that does not close",
    text: `[${broken(9, '"a":{"b":"x}}')},${two},${three}]`,
    rows: [2, 3],
    unreadable: ["malformedJson"],
  },
  {
    name: "a line that ends early",
    text: `${one}\n${broken(9, '"a":{"b":1')}\n${two}\n${sampleRecord(8).slice(0, 150)}\n${three}`,
    rows: [1, 2, 3],
    unreadable: ["malformedJson", "malformedJson"],
  },
  { name: "a record that is too deep", text: `[${one},${DEEP},${two}]`, rows: [1, 2], unreadable: ["tooLarge"] },
  { name: "a record of its own that is too deep", text: `${DEEP}\n${two}`, rows: [2], unreadable: ["tooLarge"] },
];

const WINDOWS = [8192, 65536];

describe.each(BUILDS)("extract() of %s", (build) => {
  describe.each(WINDOWS)("through a window of %i bytes", (windowBytes) => {
    it.each(CASES)("reads $name", async ({ text, rows, unreadable = [], fault }) => {
      const extractor = createExtractor(await loadBuild(build), { windowBytes });
      const bytes = new TextEncoder().encode(text);
      for (const size of [1, 700, bytes.length + 1]) {
        const found = await extractAll(extractor, "file", inPieces(bytes, size));
        const { result } = found;
        expect(found.rows.map(({ operation }) => sampleNumberOf(operation))).toEqual(rows);
        expect(result.totals.unreadable.map(({ reason }) => reason)).toEqual(unreadable);
        expect(result.ok ? undefined : result.faults[0]?.code).toBe(fault);
        expect(result.totals).toMatchObject({ records: rows.length + unreadable.length });
        for (const row of found.rows) expect(text.slice(row.offset)).toMatch(/^\{"eventVersion"/);
      }
    });

    it("passes over a record that is larger than the window", async () => {
      const extractor = createExtractor(await loadBuild(build), { windowBytes });
      const large = broken(9, `"big":["${'x\\"}{'.repeat(windowBytes)}",{"a":[]}]}`);
      for (const text of [
        `{"Records":[${one},${large},${two}]}`,
        `[${large},${large},${three}]`,
        `${one}\n${large}\n${two}`,
        `${large}\n{"Records":[${three}]}`,
      ]) {
        const { rows, result } = await extractAll(extractor, "file", [new TextEncoder().encode(text)]);
        const places = [...text.matchAll(/Operation9/g)].map(({ index }) => text.lastIndexOf('{"eventVersion"', index));
        expect(result.totals.unreadable).toEqual(
          places.map((offset) => ({ file: "file", offset, reason: "tooLarge" })),
        );
        expect(rows.map(({ operation }) => sampleNumberOf(operation))).toEqual(
          text.startsWith(large) || text.startsWith("[") ? [3] : [1, 2],
        );
      }
    });

    it("finds Records behind a member that is larger than the window", async () => {
      const extractor = createExtractor(await loadBuild(build), { windowBytes });
      const text = `{"note":"${"\\u0041 ".repeat(windowBytes)}","Records":[${one},${two}],"more":"${"]".repeat(windowBytes)}"}`;
      const { rows, result } = await extractAll(extractor, "file", [new TextEncoder().encode(text)]);
      expect(result).toMatchObject({ ok: true, value: { records: 2, unreadableCount: 0 } });
      expect(rows.map(({ operation }) => sampleNumberOf(operation))).toEqual([1, 2]);
    });

    it("reads a record that fills the window to the last byte, and none that is a byte longer", async () => {
      const extractor = createExtractor(await loadBuild(build), { windowBytes });
      const padded = (bytes: number): string =>
        broken(4, `"pad":"${"p".repeat(bytes - broken(4, '"pad":""}').length)}"}`);
      const text = `[${padded(windowBytes)},${one},${padded(windowBytes + 1)},${two}]`;
      const { rows, result } = await extractAll(extractor, "file", [new TextEncoder().encode(text)]);
      expect(rows.map(({ operation }) => sampleNumberOf(operation))).toEqual([4, 1, 2]);
      expect(result.totals.unreadable.map(({ reason }) => reason)).toEqual(["tooLarge"]);
    });
  });
});
