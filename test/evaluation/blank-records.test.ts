import { describe, expect, test } from "vitest";
import { WANTED_PATHS } from "../../host/authorization/wanted-paths.ts";
import type { Fault } from "../../host/domain/fault.ts";
import { blankRecords } from "../../host/evaluation/chunks/blank-records.ts";
import { eraseRows } from "../../host/evaluation/chunks/erase-rows.ts";
import { partitionChunk } from "../../host/evaluation/chunks/partition-chunk.ts";
import { createExtractor } from "../../host/wasm/extractor.ts";
import { loadBuild } from "../build-cores.ts";
import { extractAll, inPieces, rowsOf } from "../events/extract-all.ts";
import { createRandom } from "../events/random.ts";
import { createRandomFile } from "../events/random-file.ts";
import { createRandomLog } from "./random-log.ts";

async function collect(pieces: AsyncIterable<Uint8Array> | Iterable<Uint8Array>, offsets: readonly number[]) {
  const blanked: Uint8Array[] = [];
  const reading = blankRecords(pieces, offsets);
  let step = await reading.next();
  for (; !step.done; step = await reading.next()) blanked.push(step.value);
  return { pieces: blanked, bytes: new Uint8Array(Buffer.concat(blanked)), fault: step.value };
}

/** `text` and what becomes of it; the values at `^` are blanked. */
interface Case {
  readonly name: string;
  readonly text: string;
  readonly marks: string;
  readonly blanked: string;
}

const CASES: readonly Case[] = [
  { name: "nothing", text: '{"a":1}', marks: "", blanked: '{"a":1}' },
  {
    name: "the first of Records",
    text: '{"Records":[{"a":1},{"b":2}]}',
    marks: "            ^",
    blanked: '{"Records":[{}     ,{"b":2}]}',
  },
  {
    name: "the last of Records",
    text: '{"Records":[{"a":1},{"b":2}]}',
    marks: "                    ^",
    blanked: '{"Records":[{"a":1},{}     ]}',
  },
  {
    name: "lines",
    text: '{"a":1}\n{"b":2}\n{"c":3}',
    marks: "^               ^",
    blanked: '{}     \n{"b":2}\n{}     ',
  },
  { name: "without anything between", text: '{"a":1}{"b":2}', marks: "^      ^", blanked: "{}     {}     " },
  { name: "the smallest there are", text: '[{},"",[],{}]', marks: " ^  ^  ^  ^", blanked: '[{},"",[],{}]' },
  { name: "nested ones", text: '[{"a":[{},{"b":[]}]} ,[]]', marks: " ^", blanked: "[{}                  ,[]]" },
  { name: "line feeds within", text: '[{\n"a":\r\n1\t}]', marks: " ^", blanked: "[{}         ]" },
  { name: "brackets in strings", text: '[{"}]":"]}{["},{}]', marks: " ^", blanked: "[{}           ,{}]" },
  {
    name: "quotes and backslashes in strings",
    text: String.raw`[{"\\":"\"}","\\\\":"\\\"}"},{"a":"\\"}]`,
    marks: " ^",
    blanked: String.raw`[{}                         ,{"a":"\\"}]`,
  },
  {
    name: "text of a record",
    text: String.raw`["{\"a\":\"\\\"}\"}","{}"]`,
    marks: " ^",
    blanked: '[""                 ,"{}"]',
  },
  {
    name: "columns of a record",
    text: '[[{"a":"]"},{"b":1}],[{"c":2}]]',
    marks: " ^",
    blanked: '[[]                 ,[{"c":2}]]',
  },
  { name: "characters of several bytes", text: '{"é世😀":1}', marks: "^", blanked: `{}${" ".repeat(13)}` },
  {
    name: "an object that is cut off",
    text: '[{"a":1},{"b":"secret',
    marks: "         ^",
    blanked: '[{"a":1},{}          ',
  },
  { name: "one that is cut off at once", text: '[{"a":1},{', marks: "         ^", blanked: '[{"a":1},{' },
  { name: "a string that is cut off in an escape", text: String.raw`["secret\"`, marks: " ^", blanked: '[""       ' },
];

describe("blankRecords()", () => {
  test.each(CASES)("blanks $name, however the pieces are cut", async ({ text, marks, blanked }) => {
    const bytes = new TextEncoder().encode(text);
    const offsets = [...marks.matchAll(/\^/g)].map(({ index }) => index);
    for (let size = 1; size <= bytes.length + 1; size++) {
      expect(new TextDecoder().decode((await collect(inPieces(bytes, size), offsets)).bytes)).toBe(blanked);
    }
    expect(new TextDecoder().decode(bytes)).toBe(text);
  });

  test("takes offsets in any order, more than once", async () => {
    const bytes = new TextEncoder().encode('{"a":1}{"b":2}{"c":3}');
    expect(Buffer.from((await collect([bytes], [14, 0, 14, 0])).bytes).toString()).toBe('{}     {"b":2}{}     ');
  });

  test("sorts offsets as numbers, up to the largest there are", async () => {
    const pieces = [new Uint8Array(9), Buffer.from("{1}"), new Uint8Array(90), Buffer.from("[2]")];
    const { pieces: blanked } = await collect(pieces, [102, 9]);
    expect(blanked.map((piece) => piece.length)).toEqual([9, 3, 90, 3]);
    expect([blanked[1], blanked[3]].map(String)).toEqual(
      ["{} ", "[] "].map((text) => String(Uint8Array.from(Buffer.from(text)))),
    );
    await expect(collect(pieces, [2 ** 32 - 1])).rejects.toThrow("without a record at 4294967295");
  });

  test("changes no piece that it is given, and gives on those with nothing to blank", async () => {
    const texts = ['[{"a":1},', '{"b":', "", '"secret"', "}", ',{"c":2}]'];
    const pieces = texts.map((text, index) => (index % 2 === 0 ? Buffer.from(text) : new TextEncoder().encode(text)));
    const { pieces: blanked } = await collect(pieces, [9]);
    expect(pieces.map((piece) => new TextDecoder().decode(piece))).toEqual(texts);
    expect(blanked.map((piece) => new TextDecoder().decode(piece))).toEqual([
      '[{"a":1},',
      "{}   ",
      "",
      " ".repeat(8),
      " ",
      ',{"c":2}]',
    ]);
    expect([0, 2, 5].map((index) => blanked[index] === pieces[index])).toEqual([true, true, true]);
  });

  test("gives each piece on before it takes the next", async () => {
    let taken = 0;
    async function* source() {
      for (const text of ["[", '{"a":', '"b"}', "]"]) {
        taken++;
        yield new TextEncoder().encode(text);
      }
    }
    let given = 0;
    for await (const _ of blankRecords(source(), [1])) expect(taken).toBe(++given);
    expect(given).toBe(4);
  });

  test.each<[string, string, readonly number[], string]>([
    ["a scalar", "[15]", [1], "no record begins at byte 1"],
    ["the end of a record", '[{"a":1}]', [7], "no record begins at byte 7"],
    ["a place in a record that goes", '[{"a":{"b":1}}]', [1, 6], "byte 6 lies in a record that begins before it"],
    ["the end of a text that goes", '["a"]', [1, 3], "byte 3 lies in a record that begins before it"],
    ["the end of the file", "[{}]", [4], "the file ends, at byte 4, without a record at 4"],
    ["a place behind one that is cut off", '[{"a":{', [1, 6], "without a record at 6"],
  ])("throws for an offset of %s", async (_, text, offsets, message) => {
    const bytes = new TextEncoder().encode(text);
    for (const size of [1, 2, 3, 100]) {
      await expect(collect(inPieces(bytes, size), offsets)).rejects.toThrow(message);
    }
  });

  test("returns the fault that ended the bytes, also before an offset", async () => {
    const fault: Fault = { code: "gzip-damaged", message: "invented" };
    async function* source(): AsyncGenerator<Uint8Array, Fault> {
      yield new TextEncoder().encode('[{"a":1}');
      return fault;
    }
    expect(await collect(source(), [1, 500])).toMatchObject({ fault });
  });

  test("closes its source when it throws or is left, and throws on what that throws", async () => {
    let closed = 0;
    function* source(): Generator<Uint8Array, undefined> {
      try {
        yield new TextEncoder().encode("[15,");
        yield new TextEncoder().encode("{}]");
        throw new Error("invented");
      } finally {
        closed++;
      }
    }
    await expect(collect(source(), [1])).rejects.toThrow("no record begins");
    for await (const _ of blankRecords(source(), [])) break;
    expect(closed).toBe(2);
    await expect(collect(source(), [])).rejects.toThrow("invented");
  });
});

describe("erasing", () => {
  test("leaves of random logs in all their forms just the other events, where they were", async () => {
    const extractor = createExtractor(await loadBuild("core"), { selection: WANTED_PATHS, rowsMax: 7 });
    const count = { erased: 0, kept: 0 };
    for (let seed = 1; seed <= 400; seed++) {
      const random = createRandom(seed);
      const log = createRandomLog(random);
      const bytes = new TextEncoder().encode(log.text);
      const before = await extractAll(extractor, "log", [bytes]);
      expect({ seed, rows: before.rows.length }).toEqual({ seed, rows: log.events.length });
      const parts = before.chunks.flatMap(partitionChunk).map(({ chunk }) => eraseRows(chunk, log.erasure));
      const offsets = parts.flatMap(({ erasedOffsets }) => erasedOffsets.get("log") ?? []);
      const { bytes: blanked } = await collect(inPieces(bytes, 1 + random.below(bytes.length)), offsets);
      expect(new TextDecoder().decode(blanked)).toBe(log.blanked);
      expect(blanked.length).toBe(bytes.length);
      for (const { isErased, eventId } of log.events) {
        expect({ seed, eventId, isLeft: log.blanked.includes(eventId) }).toEqual({ seed, eventId, isLeft: !isErased });
      }
      const cut: Uint8Array[] = [];
      for (let start = 0; start < bytes.length; start += cut.at(-1)?.length ?? 0) {
        cut.push(bytes.subarray(start, start + 1 + random.below(300)));
      }
      expect((await collect(cut, offsets)).bytes).toEqual(blanked);
      const after = await extractAll(extractor, "log", [blanked]);
      const kept = parts.flatMap((part) => (part.kept === undefined ? [] : rowsOf(part.kept)));
      expect({ seed, rows: after.rows }).toEqual({
        seed,
        rows: kept.sort((left, right) => left.offset - right.offset),
      });
      expect(after.result.totals.records).toBe(before.result.totals.records);
      expect(after.result.ok).toBe(true);
      count.erased += offsets.length;
      count.kept += kept.length;
    }
    expect(Math.min(count.erased, count.kept)).toBeGreaterThan(500);
  });

  test("leaves the other events of files that are odd in every way that JSON allows", async () => {
    const extractor = createExtractor(await loadBuild("core"));
    for (let seed = 1; seed <= 1000; seed++) {
      const random = createRandom(seed);
      const bytes = new TextEncoder().encode(createRandomFile(seed).text);
      const { rows } = await extractAll(extractor, "log", [bytes]);
      const erased = rows.filter(() => random.chance(0.5));
      const offsets = erased.map(({ offset }) => offset);
      const { bytes: blanked } = await collect(inPieces(bytes, 1 + random.below(500)), offsets);
      const expected = bytes.slice();
      for (const offset of offsets) {
        expected.fill(0x20, offset + 1, offset + bytesOfObject(bytes.subarray(offset)));
        expected[offset + 1] = 0x7d;
      }
      expect({ seed, text: new TextDecoder().decode(blanked) }).toEqual({
        seed,
        text: new TextDecoder().decode(expected),
      });
      const after = await extractAll(extractor, "log", [blanked]);
      expect({ seed, rows: after.rows }).toEqual({ seed, rows: rows.filter((row) => !erased.includes(row)) });
    }
  });

  test("takes nothing but events out of damaged files", async () => {
    const extractor = createExtractor(await loadBuild("core"), { windowBytes: 16384 });
    let erasures = 0;
    for (let seed = 1; seed <= 1500; seed++) {
      const random = createRandom(seed);
      const bytes = new TextEncoder().encode(
        random.chance(0.5) ? createRandomLog(random).text : createRandomFile(seed).text,
      );
      for (let i = 1 + random.below(3); i > 0; i--) {
        bytes[random.below(bytes.length)] = random.pick([...new TextEncoder().encode('"\\{}[],:x\n')]);
      }
      const { rows } = await extractAll(extractor, "log", [bytes]);
      const offsets = rows.map(({ offset }) => offset);
      for (const [index, offset] of offsets.entries()) {
        const { bytes: blanked } = await collect([bytes], [offset]);
        const next = offsets[index + 1] ?? bytes.length;
        const end = blanked.findLastIndex((byte, at) => byte !== bytes[at]) + 1;
        expect({ seed, offset, end }).toSatisfy(() => offset < end && end <= next);
        expect(Buffer.from(blanked.subarray(offset, end)).toString()).toMatch(/^(?:\{\}|""|\[\]) +$/);
        expect(Buffer.compare(blanked.subarray(0, offset), bytes.subarray(0, offset))).toBe(0);
        const left = await extractAll(extractor, "log", [blanked]);
        expect({ seed, rows: left.rows.filter((row) => row.offset >= offset && row.offset < end) }).toEqual({
          seed,
          rows: [],
        });
        erasures++;
      }
    }
    expect(erasures).toBeGreaterThan(3000);
  });
});

/** Bytes of the object that `bytes` begins with: JSON.parse says of each closing brace whether it is the one. */
function bytesOfObject(bytes: Uint8Array): number {
  for (let end = bytes.indexOf(0x7d); end !== -1; end = bytes.indexOf(0x7d, end + 1)) {
    try {
      JSON.parse(new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes.subarray(0, end + 1)));
      return end + 1;
    } catch {
      // A brace in a string, or of a member.
    }
  }
  throw new Error("no object");
}
