import { describe, expect, it } from "vitest";
import type { Core } from "../../host/wasm/core.ts";
import { createExtractor } from "../../host/wasm/extractor.ts";
import { BUILDS, loadBuild } from "../build-cores.ts";
import { extractAll, inPieces } from "../events/extract-all.ts";
import { createRandom, type Random } from "../events/random.ts";
import { sampleNumberOf, sampleRecord } from "../events/sample-record.ts";

const encoder = new TextEncoder();
const ALPHABET = Array.from(encoder.encode('"""\\\\\\{}[]:, \nabutY_y\u007f\u0001é0'));

function randomBytes(random: Random, length: number): Uint8Array {
  return Uint8Array.from({ length }, () => (random.chance(0.1) ? random.below(256) : random.pick(ALPHABET)));
}

/** Bitmaps and the first bad byte of one scan. */
function scan(core: Core, bytes: Uint8Array): { readonly words: readonly bigint[]; readonly bad: number } {
  const place = core.mark();
  const at = core.allocate(bytes.length + 64);
  const bitmaps = core.allocate((bytes.length / 64 + 2) * 16);
  const backslashes = core.allocate(bytes.length / 64 + 2);
  const memory = new Uint8Array(core.memory.buffer);
  memory.fill(0, at, at + bytes.length + 64);
  memory.set(bytes, at);
  const bad = core.scanStructure(at, bytes.length, bitmaps, backslashes) >>> 0;
  const words = [...new BigUint64Array(core.memory.buffer, bitmaps, (Math.floor(bytes.length / 64) + 1) * 2)];
  core.release(place);
  return { words, bad };
}

/** The same bits by a loop over bytes: quotes that open or close a string, brackets outside of strings. */
function slowBits(bytes: Uint8Array): { readonly quotes: readonly number[]; readonly brackets: readonly number[] } {
  const quotes: number[] = [];
  const brackets: number[] = [];
  let inString = false;
  let escaped = false;
  for (const [index, byte] of bytes.entries()) {
    if (byte === 0x22 && !escaped) {
      quotes.push(index);
      inString = !inString;
    } else if (!inString && (byte | 0x26) === 0x7f) brackets.push(index);
    escaped = byte === 0x5c && !escaped;
  }
  return { quotes, brackets };
}

function positions(words: readonly bigint[], word: 0 | 1, length: number): number[] {
  return Array.from({ length }, (_, index) => index).filter(
    (index) => ((words[(index >> 6) * 2 + word] ?? 0n) >> BigInt(index & 63)) & 1n,
  );
}

/** Far more than any of these takes: past it, a scan is no longer linear. */
const HANG_MS = 10_000;

describe("scanStructure()", () => {
  it("gives the same bits with SIMD, without, and as a loop over bytes does", async () => {
    const cores = await Promise.all(BUILDS.map(loadBuild));
    for (let seed = 1; seed <= 300; seed++) {
      const random = createRandom(seed);
      const bytes = randomBytes(random, random.below(seed % 30 === 0 ? 70_000 : 400));
      const [first, ...others] = cores.map((core) => scan(core, bytes));
      for (const other of others) expect(other).toEqual(first);
      const found = [0, 1].map((word) => positions(first?.words ?? [], word as 0 | 1, bytes.length));
      expect(found).toEqual([slowBits(bytes).quotes, slowBits(bytes).brackets]);
    }
  });

  it("sets every bit behind the end", async () => {
    const { words } = scan(await loadBuild("core"), encoder.encode("{}"));
    expect(words.map((word) => word >> 2n)).toEqual([2n ** 62n - 1n, 2n ** 62n - 1n]);
  });
});

describe.each(BUILDS)("extract() of %s", (build) => {
  it("survives a file cut off at any byte, and loses no complete record", async () => {
    const extractor = createExtractor(await loadBuild(build), { windowBytes: 4096 });
    const records = [1, 2, 3].map(sampleRecord);
    for (const text of [`{"a":[],"Records":[${records}],"b":{"c":"]"}}`, `[${records}]`, records.join("\n")]) {
      const ends = records.map((record) => text.indexOf(record) + record.length);
      for (let length = 0; length <= text.length; length++) {
        const { rows, result } = await extractAll(extractor, "file", [encoder.encode(text.slice(0, length))]);
        const complete = ends.filter((end) => end <= length).length;
        expect(rows.map(({ operation }) => sampleNumberOf(operation))).toEqual([1, 2, 3].slice(0, complete));
        expect(result.totals.unreadableCount).toBeLessThanOrEqual(1);
        const isWhole = length === text.length || (text.startsWith(records[0] ?? "") && ends.includes(length));
        if (isWhole) expect(result).toMatchObject({ ok: true, value: { unreadableCount: 0 } });
      }
    }
  });

  it("survives random bytes and random damage, and keeps the sound records around it", async () => {
    const extractor = createExtractor(await loadBuild(build), { windowBytes: 4096 });
    for (let seed = 1; seed <= 200; seed++) {
      const random = createRandom(seed);
      const bytes = encoder.encode(`[${[1, 2, 3, 4, 5].map(sampleRecord)}]`);
      const start = bytes.length / 2.3 + random.below(100);
      for (let i = random.below(5); i >= 0; i--) bytes[start + random.below(200)] = random.pick(ALPHABET);
      const { rows, result } = await extractAll(extractor, "file", inPieces(bytes, 1 + random.below(3000)));
      const found = rows.map(({ operation }) => sampleNumberOf(operation));
      expect(found).toEqual(expect.arrayContaining([1, 2, 4, 5]));
      expect(result.totals.records).toBe(rows.length + result.totals.unreadableCount);
      const junk = randomBytes(random, random.below(20_000));
      await extractAll(extractor, "junk", [encoder.encode("["), junk]);
    }
  });

  it.each([
    ["brackets that only open", "[{"],
    ["record starts that never end", '{"eventName":['],
    ["record starts with an open string", '{"eventVersion":"},'],
    ["record starts with a nested open string", '{"eventSource":{"a":"},'],
    ["broken records in a row", '{"eventVersion" 1},'],
    ["backslashes", "\\"],
    ["quotes", '"'],
    ["escaped quotes", '"\\""'],
    ["commas", ","],
    ["braces that only close", "}"],
    ["objects without members", "{}"],
    ["colons", ":"],
    ["lines that start a record", '{"a":\n'],
    ["arrays that are no columns", "[{x],"],
    ["arrays with a wrong escape", '[{"\\q"}],'],
    ["texts that are no records", '"{",'],
    ["texts with a wrong escape", '"{\\q",'],
    ["objects that hold an object", '{"detail":{}},'],
    ["objects that hold a text", '{"message":"{}"},'],
    ["records with a part in a text", '{"eventSource":"a","eventName":"b","eventTime":"c","requestParameters":"{}"},'],
  ])("gets through two megabytes of %s without hanging", { timeout: HANG_MS }, async (_, unit) => {
    if (build === "core-debug") return;
    const extractor = createExtractor(await loadBuild(build), { windowBytes: 1024 * 1024 });
    const bytes = encoder.encode(`[${sampleRecord(1)},${unit.repeat(2_000_000 / unit.length)}`);
    const { rows, result } = await extractAll(extractor, "file", [bytes]);
    expect(rows).toHaveLength(1);
    expect(result.totals.bytes).toBe(bytes.length);
  });
});

describe("the memory of the core", () => {
  it("does not grow with the file", async () => {
    const core = await loadBuild("core");
    const extractor = createExtractor(core, { windowBytes: 65536, rowsMax: 50_000 });
    const before = core.memory.buffer.byteLength;
    const block = encoder.encode(Array.from({ length: 1000 }, (_, index) => `${sampleRecord(index)},`).join(""));
    const blocks = Math.ceil(200_000_000 / block.length);
    function* source() {
      yield encoder.encode('{"Records":[');
      for (let index = 0; index < blocks; index++) yield block;
      yield encoder.encode("]}");
      return undefined;
    }
    let rows = 0;
    const reading = extractor.extract("large", source());
    let step = await reading.next();
    for (; !step.done; step = await reading.next()) rows += step.value.rows;
    rows += extractor.finish()?.rows ?? 0;
    expect(rows).toBe(blocks * 1000);
    expect(step.value).toMatchObject({ ok: true, value: { records: rows } });
    expect(core.memory.buffer.byteLength).toBe(before);
  });

  it("has room for a chunk of a million events with what comes with it", async () => {
    const core = await loadBuild("core");
    createExtractor(core);
    expect(core.memory.buffer.byteLength).toBeLessThanOrEqual(40 * 1024 * 1024);
  });
});
