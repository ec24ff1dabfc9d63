/** UUIDs of a chunk's id columns as text. */

const UUID_BYTES = 16;

/** Lower case with hyphens; empty for a row without an id. */
export function formatUuid(bytes: Uint8Array, row: number): string {
  const start = row * UUID_BYTES;
  const id = bytes.subarray(start, start + UUID_BYTES);
  if (id.every((byte) => byte === 0)) return "";
  const hex = Array.from(id, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
}
