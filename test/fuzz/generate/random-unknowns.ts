/** Some of what a request holds is taken for unknown: keys by name, keys by their beginning, keys of which a little is known, the resource. */
import { type KeyState, PRESENT_UNKNOWN, present, presentOrAbsent, UNKNOWN } from "../../../host/domain/key-state.ts";
import type { Random } from "../../events/random.ts";
import type { PlainHierarchy } from "../../reference/decide.ts";
import type { Request } from "../../reference/matches-statement.ts";
import type { FuzzCase } from "../fuzz-case.ts";
import { keysAskedFor } from "../states.ts";
import { TAG_PREFIX } from "./vocabulary.ts";

type Unknowns = Pick<FuzzCase, "action" | "resource" | "keys" | "unknownPrefixes">;

/** Everything known. */
export function knownAs({ action, resource, context }: Request): Unknowns {
  const keys = Object.entries(context).map(([key, values]) => [key, present(...values)] as const);
  return { action, resource, keys: Object.fromEntries(keys), unknownPrefixes: [] };
}

/** `share`: how many of the keys are unknown. */
export function withUnknowns(random: Random, hierarchy: PlainHierarchy, request: Request, share: number): Unknowns {
  const known = knownAs(request);
  const keys: Record<string, KeyState> = { ...known.keys };
  for (const key of keysAskedFor(hierarchy)) {
    if (random.chance(share)) keys[key] = randomState(random, request.context[key]);
  }
  const unknownPrefixes = random.chance(0.12) ? [TAG_PREFIX] : [];
  for (const prefix of unknownPrefixes) {
    for (const key of Object.keys(keys)) if (key.startsWith(prefix)) delete keys[key];
  }
  return {
    action: request.action,
    resource: random.chance(share / 3) ? undefined : request.resource,
    keys,
    unknownPrefixes,
  };
}

function randomState(random: Random, values: readonly string[] | undefined): KeyState {
  if (values !== undefined && random.chance(0.25)) return presentOrAbsent(...values);
  if (values !== undefined && random.chance(0.05)) return { mayBeAbsent: true, values, mayBeAnything: true };
  return random.chance(0.8) ? UNKNOWN : PRESENT_UNKNOWN;
}
