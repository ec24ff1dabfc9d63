/** Texts changed by a little: what a pattern is made of a value by, and what a value that just misses one is made by. */
import type { Random } from "../../events/random.ts";

/** One character changed, dropped, doubled or put in, or the case of one or of all flipped. */
export function nearMiss(random: Random, text: string): string {
  const characters = [...text];
  const at = random.below(Math.max(characters.length, 1));
  const [before, character = "", after] = [characters.slice(0, at), characters[at], characters.slice(at + 1)];
  const put = (middle: string) => [...before, middle, ...after].join("");
  switch (random.below(7)) {
    case 0:
      return put(random.pick(["x", "é", ":", "/", "*", "日"]));
    case 1:
      return put("");
    case 2:
      return put(character + character);
    case 3:
      return put(flipCase(character));
    case 4:
      return flipCase(text);
    case 5:
      return put(`${random.pick(["x", ":", "/", "🦀"])}${character}`);
    default:
      return random.chance(0.5) ? `${text}${random.pick(["x", "/", ":"])}` : `x${text}`;
  }
}

export function flipCase(text: string): string {
  return [...text]
    .map((character) => (character === character.toLowerCase() ? character.toUpperCase() : character.toLowerCase()))
    .join("");
}

/** Some characters become `?`, some runs `*`. */
export function withWildcards(random: Random, text: string): string {
  const characters = [...text];
  for (let count = random.below(3); count > 0 && characters.length > 0; count--) {
    const at = random.below(characters.length);
    if (random.chance(0.4)) characters[at] = "?";
    else characters.splice(at, random.below(4), "*");
  }
  if (random.chance(0.2)) characters.push("*");
  if (random.chance(0.1)) characters.unshift("*");
  return characters.join("");
}

/** A run of characters gives way to `middle`. */
export function withMiddle(random: Random, text: string, middle: string): string {
  const characters = [...text];
  const at = random.below(characters.length + 1);
  characters.splice(at, random.below(characters.length - at + 1), middle);
  return characters.join("");
}

/** A key in another case. */
export function respell(random: Random, key: string): string {
  return random.chance(0.8) ? key : random.pick([key.toLowerCase(), key.toUpperCase(), flipCase(key)]);
}

/** One entry, two, or three. */
export function someOf<T>(random: Random, make: () => T): readonly T[] {
  return Array.from({ length: random.pick([1, 1, 1, 2, 2, 3]) }, make);
}
