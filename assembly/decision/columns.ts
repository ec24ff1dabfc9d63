/** A column of a chunk as the decision reads it: ids of one, two or four bytes, and a table they index (wire/plan.ts). */

export function idAt(column: usize, row: u32): u32 {
  const ids: usize = load<u32>(column);
  const width: u32 = load<u32>(column, 4);
  if (width === 1) return load<u8>(ids + row);
  if (width === 2) return load<u16>(ids + ((<usize>row) << 1));
  return load<u32>(ids + ((<usize>row) << 2));
}

export function tableOf(column: usize): usize {
  return load<u32>(column, 8);
}
