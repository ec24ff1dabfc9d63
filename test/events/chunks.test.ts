import { describe, expect, it } from "vitest";
import type { EventChunk } from "../../host/domain/event-chunk.ts";
import { createExtractor } from "../../host/wasm/extractor.ts";
import { BUILDS, loadBuild } from "../build-cores.ts";
import { extractAll, rowsOf } from "./extract-all.ts";
import { sampleNumberOf, sampleRecord } from "./sample-record.ts";

const numbers = (from: number, to: number): number[] => Array.from({ length: to - from }, (_, index) => from + index);
const fileOf = (from: number, to: number): Uint8Array =>
  new TextEncoder().encode(`{"Records":[${numbers(from, to).map(sampleRecord).join(",")}]}`);
const numbersOf = (chunks: readonly EventChunk[]): number[] =>
  chunks.flatMap(rowsOf).map(({ operation }) => sampleNumberOf(operation));

describe.each(BUILDS)("the chunks of %s", (build) => {
  it("close at the number of rows asked for and lose nothing", async () => {
    const extractor = createExtractor(await loadBuild(build), { rowsMax: 1500, windowBytes: 8192 });
    const { chunks, result } = await extractAll(extractor, "file", [fileOf(0, 4000)]);
    expect(chunks.map(({ rows }) => rows)).toEqual([1500, 1500, 1000]);
    expect(numbersOf(chunks)).toEqual(numbers(0, 4000));
    expect(result).toMatchObject({ ok: true, value: { records: 4000, rows: 4000 } });
  });

  it("close at the number of bytes asked for and lose nothing", async () => {
    const extractor = createExtractor(await loadBuild(build), { chunkBytesMax: 300_000, windowBytes: 8192 });
    const { chunks } = await extractAll(extractor, "file", [fileOf(0, 6000)]);
    expect(chunks.length).toBeGreaterThan(2);
    expect(numbersOf(chunks)).toEqual(numbers(0, 6000));
  });

  it("are shared by files, and a file that is no log takes nothing from the others", async () => {
    const extractor = createExtractor(await loadBuild(build), { windowBytes: 8192 });
    const results = [];
    for (const [name, bytes] of [
      ["a", fileOf(0, 30)],
      ["b", new TextEncoder().encode("no log")],
      ["c", fileOf(30, 40)],
    ] as const) {
      results.push((await extractor.extract(name, [bytes]).next()).value);
    }
    expect(results).toMatchObject([
      { ok: true, value: { rows: 30, records: 30 } },
      { ok: false, faults: [{ code: "not-a-log", where: { file: "b", offset: 0 } }], totals: { records: 0 } },
      { ok: true, value: { rows: 10, records: 10 } },
    ]);
    const chunk = extractor.finish();
    expect(chunk === undefined ? [] : rowsOf(chunk).map(({ file }) => file)).toEqual([
      ...Array<string>(30).fill("a"),
      ...Array<string>(10).fill("c"),
    ]);
    expect(extractor.finish()).toBeUndefined();
  });

  it('have the narrowest ids that hold the values, and "" as value 0', async () => {
    const extractor = createExtractor(await loadBuild(build));
    const { chunks } = await extractAll(extractor, "file", [fileOf(0, 300)]);
    const columns = chunks[0]?.columns;
    expect(columns?.operation.ids).toBeInstanceOf(Uint16Array);
    expect(columns?.identity.ids).toBeInstanceOf(Uint8Array);
    expect(columns?.operation.values).toHaveLength(301);
    expect(Object.values(columns ?? {}).every(({ values }) => values[0] === "")).toBe(true);
  });

  it("are the same whatever the seed of the hash is", async () => {
    const bytes = fileOf(0, 5000);
    const [first, second] = [createExtractor(await loadBuild(build)), createExtractor(await loadBuild(build))];
    expect((await extractAll(first, "file", [bytes])).chunks).toEqual(
      (await extractAll(second, "file", [bytes])).chunks,
    );
  });

  it("hold what was read of a file whose source broke off", async () => {
    const extractor = createExtractor(await loadBuild(build), { windowBytes: 8192 });
    const bytes = fileOf(0, 100);
    const fault = { code: "gzip-damaged", message: "damaged" };
    function* source() {
      yield bytes.subarray(0, bytes.length / 2);
      return fault;
    }
    const { rows, result } = await extractAll(extractor, "file", source());
    expect(result).toMatchObject({ ok: false, faults: [fault], totals: { rows: rows.length, unreadableCount: 1 } });
    expect(rows.length).toBeGreaterThan(45);
  });
});

describe("extract()", () => {
  it("counts every unreadable record and remembers the first ones", async () => {
    const extractor = createExtractor(await loadBuild("core"), { windowBytes: 1024, unreadableKept: 10 });
    const text = `[${Array.from({ length: 5000 }, (_, index) => index).join(",")}]`;
    const { result } = await extractAll(extractor, "file", [new TextEncoder().encode(text)]);
    expect(result.totals).toMatchObject({ records: 5000, rows: 0, unreadableCount: 5000 });
    expect(result.totals.unreadable.map(({ offset }) => offset)).toEqual([1, 3, 5, 7, 9, 11, 13, 15, 17, 19]);
  });

  it("refuses a file name that no system has", async () => {
    const extractor = createExtractor(await loadBuild("core"));
    const { result } = await extractAll(extractor, "n".repeat(5000), [fileOf(0, 1)]);
    expect(result).toMatchObject({ ok: false, faults: [{ code: "file-name-too-long" }], totals: { records: 0 } });
  });

  it("gives up its source when nobody wants the rest", async () => {
    const extractor = createExtractor(await loadBuild("core"), { rowsMax: 10 });
    let isClosed = false;
    function* source() {
      try {
        yield fileOf(0, 1000);
        yield fileOf(0, 1000);
      } finally {
        isClosed = true;
      }
      return undefined;
    }
    for await (const chunk of extractor.extract("file", source())) {
      expect(chunk.rows).toBe(10);
      break;
    }
    expect(isClosed).toBe(true);
    extractor.finish();
    const { rows } = await extractAll(extractor, "next", [fileOf(5, 8)]);
    expect(rows.map(({ operation }) => sampleNumberOf(operation))).toEqual([5, 6, 7]);
  });
});
