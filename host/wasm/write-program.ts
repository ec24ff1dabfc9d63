/** Predicates and subjects in the layout of `assembly/wire/program.ts`. */
import { OPERATORS, type Predicate } from "../domain/program.ts";
import type { Subject } from "./decision.ts";
import type { MemoryWriter } from "./memory-writer.ts";
import { OPAQUE, PLAN, PREDICATE_FLAGS } from "./plan-layout.ts";

/** Writes all predicates in a row; gives where the first lies. */
export function writePredicates(memory: MemoryWriter, predicates: readonly Predicate[]): number {
  const at = memory.allocate(predicates.length * PLAN.predicateBytes);
  for (const [index, predicate] of predicates.entries()) {
    const entry = at + index * PLAN.predicateBytes;
    memory.u32(entry, OPERATORS[predicate.operator]);
    memory.u32(entry + 4, flagsOf(predicate));
    memory.u32(entry + 8, writeTexts(memory, predicate.patterns));
    memory.u32(entry + 12, predicate.patterns.length);
  }
  return at;
}

/** Writes all subjects in a row; gives where the first lies. */
export function writeSubjects(memory: MemoryWriter, subjects: readonly Subject[]): number {
  const at = memory.allocate(subjects.length * PLAN.subjectBytes);
  for (const [index, subject] of subjects.entries()) {
    const entry = at + index * PLAN.subjectBytes;
    memory.u32(entry, subject.possibilities);
    if (subject.texts.length === 0) continue;
    const texts = subject.texts.map((text) => ({ text, opaque: false }));
    memory.u32(entry + 4, writeTexts(memory, texts));
    memory.u32(entry + 8, subject.texts.length);
  }
  return at;
}

function writeTexts(
  memory: MemoryWriter,
  texts: readonly { readonly text: string; readonly opaque: boolean }[],
): number {
  const at = memory.allocate(texts.length * PLAN.textBytes);
  for (const [index, { text, opaque }] of texts.entries()) {
    const place = memory.text(text);
    memory.u32(at + index * PLAN.textBytes, place.at);
    memory.u32(at + index * PLAN.textBytes + 4, opaque ? place.bytes + OPAQUE : place.bytes);
  }
  return at;
}

function flagsOf(predicate: Predicate): number {
  const absent = { true: PREDICATE_FLAGS.trueWhenAbsent, false: 0, unknown: PREDICATE_FLAGS.unknownWhenAbsent };
  return (predicate.negated ? PREDICATE_FLAGS.negated : 0) | absent[predicate.whenAbsent];
}
