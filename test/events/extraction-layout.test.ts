import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { DICTIONARY_COLUMNS, UNREADABLE_REASONS } from "../../host/domain/event-chunk.ts";
import * as layout from "../../host/wasm/extraction-layout.ts";

const source = (name: string): string =>
  readFileSync(new URL(`../../assembly/wire/${name}.ts`, import.meta.url), "utf8");
/** Names of exported constants that begin so, in their order, in camel case, with their numbers. */
function constants(name: string, prefix: string): [string, number][] {
  const pattern = new RegExp(`^export const ${prefix}(\\w+): u(?:32|size) = (\\d+);`, "gm");
  return [...source(name).matchAll(pattern)].map(([, rest = "", value]) => [camel(rest), Number(value)]);
}
const camel = (name: string): string =>
  name.toLowerCase().replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());

describe("extraction-layout", () => {
  it("has the members of Extraction that the host reads, in their order", () => {
    const head = source("extraction").split("// Read by the host")[1]?.split("// The core's own")[0] ?? "";
    expect([...head.matchAll(/^ {2}(\w+): u32/gm)].map(([, name]) => name)).toEqual(layout.EXTRACTION_MEMBERS);
  });

  it("has the columns in the order of the domain", () => {
    const columns = constants("columns", "COLUMN_").filter(([name]) => name !== "count");
    expect(columns).toEqual(DICTIONARY_COLUMNS.map((name, index) => [name, index]));
  });

  it("has the reasons in the order of the domain", () => {
    expect(constants("faults", "REASON_")).toEqual(UNREADABLE_REASONS.map((name, index) => [name, index + 1]));
  });

  it("has the statuses of extract", () => {
    expect(constants("faults", "EXTRACT_").map(([, value]) => value)).toEqual(Object.values(layout.EXTRACT));
  });

  it("has the limit of file names and the places in blocks and values", () => {
    expect(source("extraction")).toContain(`FILE_NAME_BYTES_MAX: u32 = ${layout.FILE_NAME_BYTES_MAX};`);
    expect(Object.fromEntries(constants("columns", "BLOCK_"))).toMatchObject({
      rowCount: layout.BLOCK.rows,
      widths: layout.BLOCK.widths,
      parts: layout.BLOCK.parts,
    });
    expect(layout.BLOCK.eventIdWidth).toBe(layout.BLOCK.widths + DICTIONARY_COLUMNS.length);
    expect(layout.BLOCK.sharedEventIdWidth).toBe(layout.BLOCK.eventIdWidth + 1);
    expect(Object.fromEntries(constants("columns", "VALUE_"))).toMatchObject(layout.VALUE);
  });

  it("has the places in a selection, and the sizes and flags of what is in it", () => {
    const { headBytes, ...head } = layout.SELECTION;
    const places = constants("selection", "SELECTION_");
    expect(Object.fromEntries(places)).toEqual({ ...head, headBytes });
    const sizes = [...source("selection").matchAll(/^export const (?:\w+_SLOT|STATE|SUFFIX)_BYTES: usize = (\d+);/gm)];
    expect(sizes.map(([, size]) => Number(size))).toEqual(Array(4).fill(layout.SELECTION_ENTRY_BYTES));
    expect(Object.fromEntries(constants("selection", "FLAG_"))).toEqual(layout.SELECTION_FLAG);
  });
});
