/** Finds the rows of a table by IAM prefix and event name, in any case. Made when first asked: a Worker has little time to start. */

/** Gives a lookup; of several rows for one operation, all in the table's order. */
export function operationIndex<Row>(
  rows: readonly Row[],
  keyOf: (row: Row) => { readonly prefix: string; readonly names: string },
): (prefix: string, name: string) => readonly Row[] {
  let index: ReadonlyMap<string, readonly Row[]> | undefined;
  return (prefix, name) => {
    index ??= indexOf(rows, keyOf);
    return index.get(`${prefix} ${name.toLowerCase()}`) ?? [];
  };
}

function indexOf<Row>(
  rows: readonly Row[],
  keyOf: (row: Row) => { readonly prefix: string; readonly names: string },
): ReadonlyMap<string, readonly Row[]> {
  const index = new Map<string, Row[]>();
  for (const row of rows) {
    const { prefix, names } = keyOf(row);
    for (const name of names.split(" ")) {
      const key = `${prefix} ${name.toLowerCase()}`;
      const found = index.get(key);
      if (found === undefined) index.set(key, [row]);
      else found.push(row);
    }
  }
  return index;
}
