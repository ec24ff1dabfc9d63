/** Seed and index → one hostile request. The same two, in the same world, always give the same bytes. */
import { createRandom } from "../../bench/corpus/random.ts";
import { ALTERED } from "./groups/altered.ts";
import { CONTENT } from "./groups/content.ts";
import { FOREIGN } from "./groups/foreign.ts";
import { FORGED } from "./groups/forged.ts";
import { PROTOCOL } from "./groups/protocol.ts";
import { GROUPS, type Group, type HostileRequest, type Kind, type World } from "./hostile-request.ts";

const KINDS: Readonly<Record<Group, readonly Kind[]>> = {
  altered: ALTERED,
  forged: FORGED,
  content: CONTENT,
  foreign: FOREIGN,
  protocol: PROTOCOL,
};

/** Of a hundred requests. */
const SHARES: Readonly<Record<Group, number>> = { altered: 24, forged: 20, content: 30, foreign: 18, protocol: 8 };

const ALL = GROUPS.flatMap((group) => KINDS[group].map((kind) => ({ group, kind })));

/** So many requests hold every kind at least once, the rare and heavy ones too. */
export const KIND_COUNT = ALL.length;

export function makeRequest(seed: number, index: number, world: World): HostileRequest {
  const random = createRandom(`hostile-requests/${seed}/${index}`);
  const { group, kind } = ALL[index] ?? drawKind(random);
  return { index, group, kind: kind.name, isHeavy: kind.isHeavy === true, ...kind.make(random, world) };
}

function drawKind(random: ReturnType<typeof createRandom>): { readonly group: Group; readonly kind: Kind } {
  const { group } = random.weighted(GROUPS.map((name) => ({ group: name, weight: SHARES[name] })));
  return { group, kind: random.weighted(KINDS[group]) };
}
