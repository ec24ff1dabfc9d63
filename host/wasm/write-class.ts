/** An account class in the layout of `assembly/wire/plan.ts`. */
import type { AccountClassInput } from "./judge-input.ts";
import type { MemoryWriter } from "./memory-writer.ts";

/** Gives where it lies. */
export function writeClass(memory: MemoryWriter, words: number, input: AccountClassInput): number {
  const at = memory.allocate(words * 24 + 16 + (input.allowCurrent.length + input.allowProposed.length) * words * 8);
  memory.bits(at, words, input.denyCurrent);
  memory.bits(at + words * 8, words, input.denyProposed);
  memory.bits(at + words * 16, words, input.denyProposedOnly);
  const counts = at + words * 24;
  memory.u32(counts, input.allowCurrent.length);
  memory.u32(counts + 4, input.allowProposed.length);
  const implied = input.allowProposed.reduce(
    (bits, level, index) => (level.implied ? bits | (1n << BigInt(index)) : bits),
    0n,
  );
  memory.i64(counts + 8, BigInt.asIntN(64, implied));
  const levels = [...input.allowCurrent, ...input.allowProposed.map(({ statements }) => statements)];
  for (const [index, statements] of levels.entries()) {
    memory.bits(counts + 16 + index * words * 8, words, statements);
  }
  return at;
}
