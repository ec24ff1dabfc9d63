/**
 * Chance that repeats: the same seed gives the same draws on every machine. For invented data only; nothing here is
 * fit for secrets.
 */
export interface Random {
  /** A number in [0, 1). */
  next(): number;
  /** An integer in [0, below). */
  below(below: number): number;
  pick<T>(list: readonly T[]): T;
  /** One of `list`, each as likely as its weight. */
  weighted<T extends { readonly weight: number }>(list: readonly T[]): T;
  /** True in `share` (0 to 1) of the draws. */
  chance(share: number): boolean;
  /** `length` characters of `alphabet`. */
  text(length: number, alphabet: string): string;
  hex(length: number): string;
  /** A version 4 UUID, lower case. */
  uuid(): string;
}

export const UPPER_AND_DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
export const LETTERS_AND_DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
const HEX = "0123456789abcdef";
const UINT32 = 2 ** 32;

/** 32 bits of the text; FNV-1a with a final avalanche, so that seeds which differ in one letter are unrelated. */
export function hash32(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** Draws that depend on `seed` alone. The generator is sfc32 (public domain), four words seeded from the text. */
export function createRandom(seed: string): Random {
  let a = hash32(`${seed}/a`);
  let b = hash32(`${seed}/b`);
  let c = hash32(`${seed}/c`);
  let counter = 1;
  const word = (): number => {
    const sum = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return sum >>> 0;
  };
  const below = (limit: number): number => Math.floor((word() / UINT32) * limit);
  const text = (length: number, alphabet: string): string => {
    let result = "";
    for (let index = 0; index < length; index += 1) result += alphabet[below(alphabet.length)];
    return result;
  };
  return {
    next: () => word() / UINT32,
    below,
    pick: (list) => {
      if (list.length === 0) throw new Error("pick: the list is empty");
      return list[below(list.length)] as (typeof list)[number];
    },
    weighted: (list) => drawWeighted(list, word() / UINT32),
    chance: (share) => word() / UINT32 < share,
    text,
    hex: (length) => text(length, HEX),
    uuid: () => `${text(8, HEX)}-${text(4, HEX)}-4${text(3, HEX)}-${text(1, "89ab")}${text(3, HEX)}-${text(12, HEX)}`,
  };
}

function drawWeighted<T extends { readonly weight: number }>(list: readonly T[], share: number): T {
  let total = 0;
  for (const entry of list) total += entry.weight;
  let left = share * total;
  for (const entry of list) {
    left -= entry.weight;
    if (left < 0) return entry;
  }
  const last = list.at(-1);
  if (last === undefined) throw new Error("weighted: the list is empty");
  return last;
}
