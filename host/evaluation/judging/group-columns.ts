/** Several columns of a chunk as one, and columns made of others: what is worked out once per distinct combination. */
import type { Core } from "../../wasm/core.ts";
import { groupRows } from "../../wasm/group-rows.ts";
import type { IdArray } from "../../wasm/memory-writer.ts";

export interface GroupColumn<T = unknown> {
  /** Per row: index into `values`. */
  readonly ids: IdArray;
  readonly values: readonly T[];
}

export interface GroupedColumns {
  readonly ids: IdArray;
  /** One answer for each distinct combination, in the order of the ids; takes its values, and their ids in the columns. */
  values<T>(meaning: (values: readonly unknown[], ids: readonly number[]) => T): readonly T[];
}

/** A distinct value for every combination that occurs. Columns with one value only cost nothing. */
export function groupColumns(core: Core, rows: number, columns: readonly GroupColumn[]): GroupedColumns {
  const telling = columns.filter(({ values }) => values.length > 1);
  const { ids, firstRows } = groupRows(
    core,
    rows,
    telling.map((column) => column.ids),
  );
  return {
    ids,
    values: (meaning) =>
      Array.from(firstRows, (row) => {
        const idsHere = columns.map((column) => column.ids[row] ?? 0);
        return meaning(
          columns.map((column, index) => column.values[idsHere[index] ?? 0]),
          idsHere,
        );
      }),
  };
}

/** What the values of a column mean, as a column of its own: equal meanings are one value. The first is the empty text. */
export function deriveColumn<T>(column: GroupColumn<T>, meaning: (value: T) => string): GroupColumn<string> {
  const values = [""];
  const known = new Map<string, number>([["", 0]]);
  const ids = column.values.map((value) => {
    const text = meaning(value);
    const id = known.get(text) ?? values.push(text) - 1;
    known.set(text, id);
    return id;
  });
  return { ids: Uint32Array.from(column.ids, (id) => ids[id] ?? 0), values };
}
