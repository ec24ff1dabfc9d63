/** The text of one entry of a list → the parts that the core matches. Reads no ARN and no operator: its caller says what the place takes. */
import type { Pattern, PatternPart, Variable } from "../../domain/program.ts";
import { cutVariables } from "../grammar/policy-variables.ts";

/** More distinct variables than this in one predicate make its further patterns opaque (assembly/wire/program.ts: one byte each). */
const VARIABLES_MAX = 100;

export interface PatternSyntax {
  /** `*` and `?` are wildcards, else characters. */
  readonly wildcards: boolean;
  /** `${…}` is a policy variable, else text (semantics 3.4: only under Version 2012-10-17). */
  readonly variables: boolean;
}

/** The variables of a predicate, collected while its patterns are compiled. */
export interface VariableList {
  /** Undefined when there are too many. */
  indexOf(key: string, fallback: string | undefined): number | undefined;
  readonly all: readonly Variable[];
}

export function createVariableList(): VariableList {
  const all: Variable[] = [];
  return {
    all,
    indexOf(key, fallback) {
      const name = key.toLowerCase();
      const known = all.findIndex((variable) => variable.key === name && variable.fallback === fallback);
      if (known >= 0) return known;
      if (all.length === VARIABLES_MAX) return undefined;
      return all.push(fallback === undefined ? { key: name } : { key: name, fallback }) - 1;
    },
  };
}

/** Takes a text that the grammar took. */
export function compilePattern(text: string, syntax: PatternSyntax, variables: VariableList): Pattern {
  const parts: PatternPart[] = [];
  let isOpaque = false;
  // Half a surrogate pair is to the core, which has UTF-8, what it is to every reader: the replacement character.
  const wellFormed = text.toWellFormed();
  if (!syntax.variables || !text.includes("${")) addText(parts, wellFormed, syntax.wildcards);
  else {
    for (const piece of cutVariables(wellFormed).pieces) {
      if (piece.kind === "text") addText(parts, piece.text, syntax.wildcards);
      else if (piece.kind === "character") addLiteral(parts, piece.character);
      else {
        const index = variables.indexOf(piece.key, piece.fallback);
        if (index === undefined) isOpaque = true;
        else parts.push({ variable: index });
      }
    }
  }
  return { text, parts, certainty: isOpaque ? "opaque" : "sure" };
}

/** A pattern without wildcards and variables, whatever the text holds. */
export function literalPattern(text: string): Pattern {
  return { text, parts: text === "" ? [] : [{ literal: text }], certainty: "sure" };
}

function addText(parts: PatternPart[], text: string, wildcards: boolean): void {
  if (!wildcards) {
    addLiteral(parts, text);
    return;
  }
  for (const piece of text.split(/([*?])/)) {
    if (piece === "*") {
      const last = parts.at(-1);
      // A run of stars says no more than one.
      if (last === undefined || !("wildcard" in last) || last.wildcard !== "*") parts.push({ wildcard: "*" });
    } else if (piece === "?") parts.push({ wildcard: "?" });
    else addLiteral(parts, piece);
  }
}

function addLiteral(parts: PatternPart[], text: string): void {
  if (text === "") return;
  const last = parts.at(-1);
  if (last !== undefined && "literal" in last) parts[parts.length - 1] = { literal: last.literal + text };
  else parts.push({ literal: text });
}
