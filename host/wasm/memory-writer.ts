/**
 * Puts host values into linear memory and reads numbers back. Views are made anew for every access, because growing the
 * memory detaches them. Everything allocated is given back by `release`.
 */
import type { Core } from "./core.ts";
import { PLAN } from "./plan-layout.ts";

export type IdArray = Uint8Array | Uint16Array | Uint32Array;

export interface MemoryWriter {
  /** Cleared memory, 16-aligned. Throws RangeError when the module's limit is reached. */
  allocate(bytes: number): number;
  u32(at: number, value: number): void;
  i64(at: number, value: bigint): void;
  u32s(values: readonly number[]): number;
  bytes(values: Uint8Array): number;
  array(values: IdArray | BigInt64Array): number;
  /** UTF-8 of a text at a place of its own. */
  text(value: string): { readonly at: number; readonly bytes: number };
  column(at: number, ids: IdArray, table: number): void;
  columns(columns: readonly { readonly ids: IdArray; readonly table: number }[]): number;
  /** Sets bit n of `words` u64 for every number. */
  bits(at: number, words: number, numbers: readonly number[]): void;
  /** A view; gone with the next allocation. */
  read(at: number, bytes: number): Uint8Array;
  readU32s(at: number, count: number): Uint32Array;
  release(): void;
}

const encoder = new TextEncoder();

export function createMemoryWriter(core: Core): MemoryWriter {
  const place = core.mark();
  const written = new Map<IdArray, number>();
  const bytesView = () => new Uint8Array(core.memory.buffer);
  const dataView = () => new DataView(core.memory.buffer);

  function allocate(bytes: number): number {
    const at = core.allocate(bytes) >>> 0;
    if (at === 0) throw new RangeError(`the core has no room for ${bytes} more bytes`);
    bytesView().fill(0, at, at + bytes);
    return at;
  }

  function raw(values: Uint8Array | Uint16Array | Uint32Array | BigInt64Array): number {
    const at = allocate(values.byteLength);
    bytesView().set(new Uint8Array(values.buffer, values.byteOffset, values.byteLength), at);
    return at;
  }

  /** A column that several users share is written once. */
  function idsOnce(ids: IdArray): number {
    const known = written.get(ids);
    if (known !== undefined) return known;
    const at = raw(ids);
    written.set(ids, at);
    return at;
  }

  function column(at: number, ids: IdArray, table: number): void {
    const idsAt = idsOnce(ids);
    const view = dataView();
    view.setUint32(at, idsAt, true);
    view.setUint32(at + 4, ids.BYTES_PER_ELEMENT, true);
    view.setUint32(at + 8, table, true);
  }

  return {
    allocate,
    column,
    u32: (at, value) => dataView().setUint32(at, value, true),
    i64: (at, value) => dataView().setBigInt64(at, value, true),
    u32s: (values) => raw(Uint32Array.from(values)),
    bytes: (values) => raw(values),
    array: (values) => (values instanceof BigInt64Array ? raw(values) : idsOnce(values)),
    text(value) {
      const at = allocate(value.length * 3);
      const { written: bytes } = encoder.encodeInto(value, bytesView().subarray(at, at + value.length * 3));
      return { at, bytes };
    },
    columns(columns) {
      const at = allocate(columns.length * PLAN.columnBytes);
      for (const [index, { ids, table }] of columns.entries()) column(at + index * PLAN.columnBytes, ids, table);
      return at;
    },
    bits(at, words, numbers) {
      const view = bytesView();
      for (const number of numbers) {
        if (number >= words * 64) throw new RangeError(`bit ${number} is outside of ${words} words`);
        const byte = at + (number >> 3);
        view[byte] = (view[byte] ?? 0) | (1 << (number & 7));
      }
    },
    read: (at, bytes) => new Uint8Array(core.memory.buffer, at, bytes),
    readU32s: (at, count) => new Uint32Array(core.memory.buffer, at, count).slice(),
    release: () => core.release(place),
  };
}
