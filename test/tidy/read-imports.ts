/**
 * The modules a TypeScript text imports. TypeScript 7 has no API to ask, so this reads the form that the formatter
 * gives: static imports begin a line, names stand in double quotes.
 */

const STATIC = /^(?:import|export)\b(?:[^"';]*?\bfrom)?\s*"([^"\n]+)"/gm;
/** Also types: `import("…").Name`. */
const DYNAMIC = /\bimport\(\s*"([^"\n]+)"/g;
const COMPUTED = /\bimport\(\s*(?!["\s])/g;

export interface Imports {
  /** As written. */
  readonly modules: readonly string[];
  /** Is there an `import()` whose module is not written down? Neither a bundler nor these tests can follow it. */
  readonly hasComputed: boolean;
}

export function readImports(text: string): Imports {
  const modules = [STATIC, DYNAMIC].flatMap((form) => [...text.matchAll(form)].map(([, module = ""]) => module));
  return { modules, hasComputed: text.search(COMPUTED) !== -1 };
}
