/**
 * The cases of consecutive numbers that share a hierarchy. A case hangs on its own number and on that of its group, so each is made again
 * alone.
 */
import { createRandom } from "../../events/random.ts";
import { readHierarchy } from "../../reference/read-hierarchy.ts";
import { documentsOf, type FuzzCase, type Mode } from "../fuzz-case.ts";
import { randomChange } from "./random-change.ts";
import { EVEN, randomLevels } from "./random-hierarchy.ts";
import { randomRequest } from "./random-request.ts";
import { knownAs, withUnknowns } from "./random-unknowns.ts";

/** Cases that share a hierarchy. */
const GROUP = 8;

/** Keeps the numbers of groups apart from those of cases. */
const GROUP_OFFSET = 2 ** 31;

/** From number `first` to the end of its group, but before `end`; all have the same `current` and `proposed`. */
export function randomCases(mode: Mode, first: number, end: number): readonly FuzzCase[] {
  const group = Math.floor(first / GROUP);
  const last = Math.min(end, (group + 1) * GROUP);
  const random = createRandom(group + GROUP_OFFSET);
  const { current, proposed } =
    mode === "impact" ? randomChange(random) : { current: randomLevels(random, EVEN), proposed: undefined };
  const hierarchy = [...current, ...(proposed ?? [])];
  const plain = readHierarchy(documentsOf(hierarchy));
  return Array.from({ length: last - first }, (_, index) => {
    const own = createRandom(first + index);
    const request = randomRequest(own, plain);
    const asked =
      mode === "known" ? knownAs(request) : withUnknowns(own, plain, request, mode === "impact" ? 0.6 : 0.3);
    return { mode, current, proposed, ...asked };
  });
}
