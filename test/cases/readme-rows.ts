/** The tables of README.md, as data. */
import { readFileSync } from "node:fs";

export interface RuleRow {
  readonly id: string;
  readonly sources: readonly string[];
  /** As written: a number, or `–` for a rule that only other files of test/ hold us to. */
  readonly cases: string;
  readonly engines: string;
  readonly files: readonly string[];
}

const TEXT = readFileSync(new URL("README.md", import.meta.url), "utf8");

/** Rows whose first cell is a rule's id; the last four cells are source, cases, engines and where. */
export function readRuleRows(): ReadonlyMap<string, RuleRow> {
  const rows = [...TEXT.matchAll(/^\| `([^`]+)` +\|.*$/gm)].map(([line, id = ""]): RuleRow => {
    const [sources = "", cases = "", engines = "", where = ""] = cellsOf(line).slice(-4);
    return { id, sources: sources.split(", "), cases, engines, files: ticked(where) };
  });
  if (new Set(rows.map(({ id }) => id)).size !== rows.length) throw new Error("a rule has two rows");
  return new Map(rows.map((row) => [row.id, row]));
}

/** Keys of the table of sources, and the rules of the design. */
export function readSources(): ReadonlySet<string> {
  const keys = [...TEXT.matchAll(/^\| ([A-Z0-9-]+) +\|/gm)].map(([, key = ""]) => key);
  return new Set([...keys, ...Array.from({ length: 12 }, (_, index) => `R${index + 1}`)]);
}

/** The number of cases that README.md speaks of in its first lines. */
export function readTotal(): number {
  return Number(/^([\d,]+) cases/m.exec(TEXT)?.[1]?.replaceAll(",", ""));
}

function cellsOf(line: string): readonly string[] {
  return line
    .split(/(?<!\\)\|/)
    .slice(1, -1)
    .map((cell) => cell.trim());
}

function ticked(cell: string): readonly string[] {
  return [...cell.matchAll(/`([^`]+)`/g)].map(([, text = ""]) => text);
}
