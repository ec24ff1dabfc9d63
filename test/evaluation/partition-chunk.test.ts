import { describe, expect, test } from "vitest";
import { DICTIONARY_COLUMNS, type EventChunk } from "../../host/domain/event-chunk.ts";
import { partitionChunk } from "../../host/evaluation/chunks/partition-chunk.ts";
import { createRandom } from "../events/random.ts";
import { chunkOf, rowsOf, textAt } from "./invented-chunk.ts";

const at = (text: string): number => Date.parse(text);

describe("partitionChunk()", () => {
  test.each([
    ["2026-11-23T00:00:00.000Z", "2026-11-23/0"],
    ["2026-11-23T23:59:59.999Z", "2026-11-23/0"],
    ["2026-11-24T00:00:00.000Z", "2026-11-24/0"],
    ["2024-02-29T12:00:00.000Z", "2024-02-29/0"],
    ["1970-01-01T00:00:00.000Z", "1970-01-01/0"],
    ["1969-12-31T23:59:59.999Z", "1969-12-31/0"],
    ["1969-12-31T00:00:00.000Z", "1969-12-31/0"],
    ["1969-12-30T23:59:59.999Z", "1969-12-30/0"],
    ["2026-11-23T01:00:00+02:00", "2026-11-22/0"],
  ])("puts a call at %s into %s", (time, partition) => {
    const [part, ...others] = partitionChunk(chunkOf([at(time)]));
    expect(others).toEqual([]);
    expect(part).toMatchObject({ partition, timeMin: at(time), timeMax: at(time) });
  });

  test("gives nothing for a chunk without rows", () => {
    expect(partitionChunk(chunkOf([]))).toEqual([]);
  });

  test("gives days in their order, each with its first and last time", () => {
    const hours = ["2026-11-24T03", "2026-11-22T23", "2026-11-24T01", "2026-11-23T12"];
    const parts = partitionChunk(chunkOf(hours.map((hour) => at(`${hour}:00:00Z`))));
    expect(parts.map(({ partition, timeMin, timeMax }) => [partition, timeMin, timeMax])).toEqual([
      ["2026-11-22/0", at("2026-11-22T23:00:00Z"), at("2026-11-22T23:00:00Z")],
      ["2026-11-23/0", at("2026-11-23T12:00:00Z"), at("2026-11-23T12:00:00Z")],
      ["2026-11-24/0", at("2026-11-24T01:00:00Z"), at("2026-11-24T03:00:00Z")],
    ]);
  });

  test("puts every row of 5,000 random ones into exactly one part, with all its columns", () => {
    const chunk = randomChunk(5000, 31);
    const parts = partitionChunk(chunk);
    const sortTexts = (rows: ReturnType<typeof rowsOf>) => rows.map((row) => JSON.stringify(row)).sort();
    expect(sortTexts(parts.flatMap((part) => rowsOf(part.chunk)))).toEqual(sortTexts(rowsOf(chunk)));
    for (const { partition, chunk: part } of parts) {
      const days = new Set(Array.from(part.time, (time) => new Date(Number(time)).toISOString().slice(0, 10)));
      expect([...days]).toEqual([partition.slice(0, 10)]);
    }
  });

  test("sorts rows by the account of the log, then by time", () => {
    for (const { chunk } of partitionChunk(randomChunk(3000, 5))) {
      const keys = Array.from({ length: chunk.rows }, (_, row) => {
        return { account: textAt(chunk.columns.recipientAccount, row), time: Number(chunk.time[row]) };
      });
      const sorted = keys.toSorted((left, right) =>
        left.account === right.account ? left.time - right.time : left.account < right.account ? -1 : 1,
      );
      expect(keys).toEqual(sorted);
    }
  });

  test("keeps in dictionaries the values in use, each once, after the empty text", () => {
    for (const { chunk } of partitionChunk(randomChunk(500, 77))) {
      for (const name of DICTIONARY_COLUMNS) {
        const { ids, values } = chunk.columns[name];
        expect(values[0], name).toBe("");
        expect(new Set(values).size, name).toBe(values.length);
        expect(new Set([0, ...ids]), name).toEqual(new Set(values.keys()));
      }
    }
  });

  test.each([
    [0xff, 1],
    [0x100, 2],
    [0xffff, 2],
    [0x1_0000, 4],
  ])("numbers %i values beside the empty text with %i bytes", (count, bytes) => {
    const values = ["", ...Array.from({ length: count }, (_, index) => `agent ${index}`)];
    const ids = Uint32Array.from({ length: count }, (_, row) => row + 1);
    const [part] = partitionChunk(chunkOf(new Array<number>(count).fill(0), { userAgent: { ids, values } }));
    expect(part?.chunk.columns.userAgent.ids.BYTES_PER_ELEMENT).toBe(bytes);
    expect(part && textAt(part.chunk.columns.userAgent, count - 1)).toBe(`agent ${count - 1}`);
  });

  test("gives the same parts whatever the order of rows that differ in account or time", () => {
    const random = createRandom(12);
    const times = Array.from({ length: 400 }, (_, row) => at("2026-11-22T00:00:00Z") + row * 500_000);
    const chunk = withColumns(chunkOf(times), 12);
    const parts = partitionChunk(chunk);
    const order = random.shuffle(times.map((_, row) => row));
    expect(partitionChunk(reorder(chunk, order))).toEqual(parts);
  });

  test("leaves the chunk it is given as it was", () => {
    const chunk = randomChunk(50, 3);
    const before = structuredClone(chunk);
    partitionChunk(chunk);
    expect(chunk).toEqual(before);
  });
});

/** Rows over five days, some at one time, in four accounts' logs. */
function randomChunk(rows: number, seed: number): EventChunk {
  const random = createRandom(seed);
  const times = Array.from({ length: rows }, () => at("2026-11-20T00:00:00Z") + random.below(5 * 8640) * 10_000);
  return withColumns(chunkOf(times), seed);
}

function withColumns(chunk: EventChunk, seed: number): EventChunk {
  const random = createRandom(seed + 1);
  const pick = (count: number) => Uint32Array.from({ length: chunk.rows }, () => random.below(count));
  const accounts = ["", "400000000004", "100000000001", "300000000003", "never used"];
  const agents = ["", ...Array.from({ length: 600 }, (_, index) => `agent ${index}`)];
  const columns = {
    ...chunk.columns,
    recipientAccount: { ids: pick(4), values: accounts },
    userAgent: { ids: pick(agents.length), values: agents },
    file: { ids: pick(3), values: ["", "a.json", "b.json"] },
  };
  return { ...chunk, columns };
}

function reorder(chunk: EventChunk, order: readonly number[]): EventChunk {
  const rows = (bytes: Uint8Array) =>
    Uint8Array.from(order.flatMap((row) => [...bytes.subarray(row * 16, row * 16 + 16)]));
  const columns = Object.fromEntries(
    Object.entries(chunk.columns).map(([name, { ids, values }]) => [
      name,
      { ids: Uint32Array.from(order, (row) => ids[row] ?? 0), values },
    ]),
  ) as EventChunk["columns"];
  return {
    rows: chunk.rows,
    columns,
    time: BigInt64Array.from(order, (row) => chunk.time[row] ?? 0n),
    eventId: rows(chunk.eventId),
    sharedEventId: rows(chunk.sharedEventId),
    offset: Uint32Array.from(order, (row) => chunk.offset[row] ?? 0),
  };
}
