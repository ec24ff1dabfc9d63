import { beforeAll, describe, expect, test } from "vitest";
import type { Core } from "../../host/wasm/core.ts";
import { groupRows, NO_GROUP } from "../../host/wasm/group-rows.ts";
import type { IdArray } from "../../host/wasm/memory-writer.ts";
import { BUILDS, loadBuild } from "../build-cores.ts";
import { createRandom, type Random } from "../differential/random-policies.ts";

const ROUNDS = 60;
const ROWS_MAX = 500;

describe.each(BUILDS)("groupRows() of %s", (build) => {
  let core: Core;
  beforeAll(async () => {
    core = await loadBuild(build);
  });

  test("groups random columns of every width as a map of their ids does, in order of first occurrence", () => {
    for (let seed = 1; seed <= ROUNDS; seed++) {
      const random = createRandom(seed);
      const rows = random.below(ROWS_MAX) + 1;
      const columns = randomColumns(random, rows);
      const { ids, firstRows } = groupRows(core, rows, columns);
      const expected = groupByMap(rows, columns, () => true);
      expect([...ids], `seed ${seed}`).toEqual(expected.ids);
      expect([...firstRows], `seed ${seed}`).toEqual(expected.firstRows);
    }
  });

  test("groups only rows whose verdict is wanted, and numbers the groups by those", () => {
    for (let seed = 1; seed <= ROUNDS; seed++) {
      const random = createRandom(seed + 500);
      const rows = random.below(ROWS_MAX) + 1;
      const columns = randomColumns(random, rows);
      const verdicts = Uint8Array.from({ length: rows }, () => random.pick([0, 1, 2, 5, 255]));
      const codes = random.pick([[], [5], [1, 255], [0, 1, 2, 5, 255]]);
      const { ids, firstRows } = groupRows(core, rows, columns, { verdicts, codes });
      const expected = groupByMap(rows, columns, (row) => codes.includes(verdicts[row] ?? 0));
      expect([...ids], `seed ${seed}`).toEqual(expected.ids);
      expect([...firstRows], `seed ${seed}`).toEqual(expected.firstRows);
    }
  });

  test("keeps rows apart that differ in the highest bits only", () => {
    const column = Uint32Array.of(1, 0x8000_0001, 1, 0xffff_ffff, 0x0001_0001);
    const { ids } = groupRows(core, 5, [column]);
    expect([...ids]).toEqual([0, 1, 0, 2, 3]);
  });

  test("does not take columns for each other", () => {
    const { ids } = groupRows(core, 4, [Uint8Array.of(1, 2, 1, 2), Uint16Array.of(2, 1, 2, 2)]);
    expect([...ids]).toEqual([0, 1, 0, 2]);
  });

  test("makes a group of every row when all are different", () => {
    const rows = 20_000;
    const column = Uint32Array.from({ length: rows }, (_, row) => Math.imul(row, 0x9e37_79b1));
    const { ids, firstRows } = groupRows(core, rows, [column]);
    expect(firstRows).toHaveLength(rows);
    expect(ids.every((group, row) => group === row && firstRows[row] === row)).toBe(true);
  });

  test("makes one group of rows without columns, and none of no rows", () => {
    expect(groupRows(core, 3, [])).toEqual({ ids: Uint32Array.of(0, 0, 0), firstRows: Uint32Array.of(0) });
    expect(groupRows(core, 0, [new Uint8Array(0)])).toEqual({ ids: new Uint32Array(0), firstRows: new Uint32Array(0) });
  });
});

/** Few distinct ids a column, some of them high. */
function randomColumns(random: Random, rows: number): readonly IdArray[] {
  return Array.from({ length: 1 + random.below(4) }, () => {
    const kind = random.pick([Uint8Array, Uint16Array, Uint32Array]);
    const highest = 2 ** (kind.BYTES_PER_ELEMENT * 8) - 1;
    const choices = Array.from({ length: 1 + random.below(5) }, () => random.below(highest + 1));
    return kind.from(Array.from({ length: rows }, () => random.pick(choices)));
  });
}

function groupByMap(rows: number, columns: readonly IdArray[], isWanted: (row: number) => boolean) {
  const groups = new Map<string, number>();
  const firstRows: number[] = [];
  const ids = Array.from({ length: rows }, (_, row) => {
    if (!isWanted(row)) return NO_GROUP;
    const identity = columns.map((column) => column[row]).join(" ");
    const known = groups.get(identity);
    if (known !== undefined) return known;
    groups.set(identity, firstRows.length);
    return firstRows.push(row) - 1;
  });
  return { ids, firstRows };
}
