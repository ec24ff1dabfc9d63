/** Rows with the same ids in several columns → one group (assembly/decision/group-rows.ts), for code that thinks in arrays. */
import type { Core } from "./core.ts";
import { createMemoryWriter, type IdArray } from "./memory-writer.ts";

export interface RowGroups {
  /** Group per row; NO_GROUP for rows that were not wanted. */
  readonly ids: Uint32Array;
  /** The first row of each group; its length is the number of groups. */
  readonly firstRows: Uint32Array;
}

export const NO_GROUP = 0xffff_ffff;

/**
 * Groups are numbered as they first occur. With `wanted`, only rows whose verdict is listed are grouped.
 * Throws RangeError when the module's memory limit is reached.
 */
export function groupRows(
  core: Core,
  rows: number,
  columns: readonly IdArray[],
  wanted?: { readonly verdicts: Uint8Array; readonly codes: readonly number[] },
): RowGroups {
  const memory = createMemoryWriter(core);
  try {
    const request = memory.allocate(40);
    const codes = new Uint8Array(256);
    for (const code of wanted?.codes ?? []) codes[code] = 1;
    const slotCount = 2 ** Math.ceil(Math.log2(Math.max(2, rows * 2)));
    const ids = memory.allocate(rows * 4);
    const firstRows = memory.allocate(rows * 4);
    const fields = [
      rows,
      memory.columns(columns.map((column) => ({ ids: column, table: 0 }))),
      columns.length,
      wanted === undefined ? 0 : memory.bytes(wanted.verdicts),
      memory.bytes(codes),
      ids,
      firstRows,
      rows,
      memory.allocate(slotCount * 4),
      slotCount,
    ];
    for (const [index, field] of fields.entries()) memory.u32(request + index * 4, field);
    const groups = core.groupRows(request) >>> 0;
    if (groups === NO_GROUP) throw new Error("more groups than rows");
    return { ids: memory.readU32s(ids, rows), firstRows: memory.readU32s(firstRows, groups) };
  } finally {
    memory.release();
  }
}
