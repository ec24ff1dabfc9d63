/** Predicates, subjects and bindings in the layout of `assembly/wire/program.ts`. */
import { OPERATORS, type Pattern, type PatternPart, type Predicate } from "../domain/program.ts";
import type { Subject } from "./judge-input.ts";
import type { MemoryWriter } from "./memory-writer.ts";
import { PATTERN_FLAGS, PLAN, PREDICATE_FLAGS, TOKENS } from "./plan-layout.ts";

const encoder = new TextEncoder();

/** Writes all predicates in a row; gives where the first lies. */
export function writePredicates(memory: MemoryWriter, predicates: readonly Predicate[]): number {
  const at = memory.allocate(predicates.length * PLAN.predicateBytes);
  for (const [index, predicate] of predicates.entries()) {
    const entry = at + index * PLAN.predicateBytes;
    memory.u32(entry, OPERATORS[predicate.operator]);
    memory.u32(entry + 4, flagsOf(predicate));
    memory.u32(entry + 8, writePatterns(memory, predicate.patterns));
    memory.u32(entry + 12, predicate.patterns.length);
    memory.u32(entry + 16, predicate.variables.length);
  }
  return at;
}

/** Writes all subjects, or bindings, in a row; gives where the first lies. */
export function writeSubjects(memory: MemoryWriter, subjects: readonly Subject[]): number {
  const at = memory.allocate(subjects.length * PLAN.subjectBytes);
  for (const [index, subject] of subjects.entries()) {
    const entry = at + index * PLAN.subjectBytes;
    memory.u32(entry, subject.possibilities);
    if (subject.form !== undefined) {
      const bytes = encodeParts(subject.form);
      const text = memory.allocate(PLAN.textBytes);
      memory.u32(text, memory.bytes(bytes));
      memory.u32(text + 4, bytes.length);
      memory.u32(entry + 4, text);
      memory.u32(entry + 8, 1);
      continue;
    }
    if (subject.texts.length === 0) continue;
    memory.u32(entry + 4, writeTexts(memory, subject.texts));
    memory.u32(entry + 8, subject.texts.length);
  }
  return at;
}

function writeTexts(memory: MemoryWriter, texts: readonly string[]): number {
  const at = memory.allocate(texts.length * PLAN.textBytes);
  for (const [index, text] of texts.entries()) {
    const place = memory.text(text);
    memory.u32(at + index * PLAN.textBytes, place.at);
    memory.u32(at + index * PLAN.textBytes + 4, place.bytes);
  }
  return at;
}

function writePatterns(memory: MemoryWriter, patterns: readonly Pattern[]): number {
  const at = memory.allocate(patterns.length * PLAN.patternBytes);
  for (const [index, pattern] of patterns.entries()) {
    const bytes = encodeParts(pattern.parts);
    const entry = at + index * PLAN.patternBytes;
    memory.u32(entry, memory.bytes(bytes));
    memory.u32(entry + 4, bytes.length);
    memory.u32(entry + 8, patternFlagsOf(pattern));
  }
  return at;
}

/** Literals as UTF-8, the rest as bytes that UTF-8 never has. */
function encodeParts(parts: readonly PatternPart[]): Uint8Array {
  const pieces = parts.map((part) => {
    if ("literal" in part) return encoder.encode(part.literal);
    if ("variable" in part) return [TOKENS.variable, TOKENS.variableNumberBase + part.variable];
    return [part.wildcard === "*" ? TOKENS.any : TOKENS.one];
  });
  const [only] = pieces;
  if (pieces.length === 1 && only instanceof Uint8Array) return only;
  return Uint8Array.from(pieces.flatMap((piece) => [...piece]));
}

function patternFlagsOf({ parts, certainty }: Pattern): number {
  const flags = { sure: 0, contested: PATTERN_FLAGS.contested, opaque: PATTERN_FLAGS.opaque }[certainty];
  return parts.some((part) => "variable" in part) ? flags | PATTERN_FLAGS.variables : flags;
}

function flagsOf({ negated, whenAbsent, set }: Predicate): number {
  const absent = { true: PREDICATE_FLAGS.trueWhenAbsent, false: 0, unknown: PREDICATE_FLAGS.unknownWhenAbsent };
  const sets = { forAllValues: PREDICATE_FLAGS.forAllValues, forAnyValue: PREDICATE_FLAGS.forAnyValue };
  return (negated ? PREDICATE_FLAGS.negated : 0) | absent[whenAbsent] | (set === undefined ? 0 : sets[set]);
}
