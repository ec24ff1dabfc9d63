/**
 * The slow twin of assembly/events/part.ts and prune.ts: the JSON text of a part → what a selection wants of it, row by row
 * of the selection, with nothing but JSON.parse for names, numbers and strings.
 */
import type { RecordPart, WantedPath } from "../../host/domain/parameter-selection.ts";

const OMITTED = '{"omitted":true}';

/** What is still wanted below a place: the names that are left of a path. */
interface Path {
  readonly names: readonly string[];
  readonly namesOnly: boolean;
}

/** `json`: undefined when the record has no such member. */
export function prunedPart(
  json: string | undefined,
  selection: readonly WantedPath[],
  source: string,
  name: string,
  part: RecordPart,
): string {
  if (json === undefined) return "";
  const paths = selection
    .filter((row) => row.part === part && (row.source === "*" || row.source === source))
    .filter((row) => row.name === undefined || row.name === "*" || row.name === name)
    .map((row): Path => ({ names: row.path.split("."), namesOnly: row.namesOnly === true }));
  paths.push({ names: ["omitted"], namesOnly: false });
  const value: unknown = JSON.parse(json);
  if (typeof value !== "string") return prunedText(json, value, paths);
  if (value === "") return "";
  try {
    const text = value.toWellFormed();
    return prunedText(text, JSON.parse(text), paths);
  } catch {
    return OMITTED;
  }
}

function prunedText(text: string, value: unknown, paths: readonly Path[]): string {
  if (value === null) return "null";
  if (typeof value !== "object" || Array.isArray(value)) return OMITTED;
  return pruned(text.trim(), paths) ?? "{}";
}

/** What AWS writes in place of a value that it hides. */
const MASK = /^"(?:HIDDEN_|<sensit|\*\*\*)/;

/** Undefined when nothing is wanted of it. */
function pruned(json: string, paths: readonly Path[]): string | undefined {
  if (json.startsWith("[")) {
    const kept = itemsOf(json).flatMap((item) => pruned(item, paths) ?? []);
    return kept.length === 0 ? undefined : `[${kept.join(",")}]`;
  }
  if (MASK.test(json) && paths.length > 0) return json;
  if (!json.startsWith("{")) return undefined;
  const kept = itemsOf(json).flatMap((item) => {
    const [, name = "", value = ""] = /^("(?:[^"\\]|\\.)*")\s*:\s*([\s\S]*)$/.exec(item) ?? [];
    const below = paths.filter(({ names }) => isNamed(names[0] ?? "", JSON.parse(name)));
    const ends = below.filter(({ names }) => names.length === 1);
    if (ends.some(({ namesOnly }) => !namesOnly)) return `${name}:${value}`;
    const deeper = below
      .map((path) => ({ ...path, names: path.names.slice(1) }))
      .filter(({ names }) => names.length > 0);
    const text = pruned(value, deeper) ?? (ends.length > 0 ? "null" : undefined);
    return text === undefined ? [] : `${name}:${text}`;
  });
  return kept.length === 0 ? undefined : `{${kept.join(",")}}`;
}

function isNamed(pattern: string, name: string): boolean {
  return pattern.startsWith("*") ? name.toWellFormed().endsWith(pattern.slice(1)) : pattern === name;
}

/** The texts between the commas of an array or object. */
function itemsOf(json: string): readonly string[] {
  const items: string[] = [];
  let depth = 0;
  let start = 1;
  for (const { 0: token, index } of json.matchAll(/"(?:[^"\\]|\\.)*"|[{}[\],]/g)) {
    if (token === "{" || token === "[") depth++;
    const isEnd = (token === "}" || token === "]") && --depth === 0;
    if (!isEnd && !(token === "," && depth === 1)) continue;
    items.push(json.slice(start, index).trim());
    start = index + 1;
  }
  return items.length === 1 && items[0] === "" ? [] : items;
}
