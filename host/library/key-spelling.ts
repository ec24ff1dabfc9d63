/** Condition keys compare without regard to case; answers spell them as their readers do. */
import type { CompiledHierarchy } from "../evaluation/deciding/decide-requests.ts";
import { cutVariables } from "../policy/grammar/policy-variables.ts";

/** Takes a key in lower case; gives it as `unknownKeys` names it, else as the first policy that asks for it writes it. */
export function keySpeller(unknownKeys: readonly string[], { levels }: CompiledHierarchy): (key: string) => string {
  let written: ReadonlyMap<string, string> | undefined;
  return (key) => {
    const named = unknownKeys.find((name) => name.toLowerCase() === key);
    if (named !== undefined) return named;
    written ??= keysWritten(levels);
    return written.get(key) ?? key;
  };
}

function keysWritten(levels: CompiledHierarchy["levels"]): ReadonlyMap<string, string> {
  const written = new Map<string, string>();
  const add = (key: string) => {
    if (!written.has(key.toLowerCase())) written.set(key.toLowerCase(), key);
  };
  for (const { statement } of levels.flatMap(({ statements }) => statements)) {
    const texts = [...statement.resources.patterns];
    for (const { key, values } of statement.conditions) {
      add(key);
      texts.push(...values);
    }
    for (const piece of texts.flatMap((text) => cutVariables(text).pieces)) {
      if (piece.kind === "variable") add(piece.key);
    }
  }
  return written;
}
