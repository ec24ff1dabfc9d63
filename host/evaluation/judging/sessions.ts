/** Session tags of a partition: calls that made a session, joined with the calls made in it (semantics 4.1, aws:PrincipalTag). */
import { principalTagStates, type SessionTags, sessionTagsOf } from "../../authorization/keys/session-tags.ts";
import type { KeyState } from "../../domain/key-state.ts";
import type { ChunkFacts } from "./chunk-facts.ts";

/** By access key id of the session. */
export type Sessions = ReadonlyMap<string, SessionTags>;

/**
 * Of all chunks of a partition: a session lives across files. What began before its day is not known; nor is what two records of
 * one session say differently, so that their order does not matter (R10).
 */
export function findSessions(facts: readonly ChunkFacts[]): Sessions {
  const sessions = new Map<string, SessionTags>();
  const contested = new Set<string>();
  for (const session of facts.flatMap(({ request }) =>
    request.facts.flatMap((each) => sessionTagsOf(each.request) ?? []),
  )) {
    const known = sessions.get(session.accessKeyId);
    if (known !== undefined && describe(known) !== describe(session)) contested.add(session.accessKeyId);
    sessions.set(session.accessKeyId, session);
  }
  for (const accessKeyId of contested) sessions.delete(accessKeyId);
  return sessions;
}

function describe({ tags }: SessionTags): string {
  return JSON.stringify([...tags].sort());
}

export function sessionStates(sessions: Sessions, accessKeyId: string | undefined): ReadonlyMap<string, KeyState> {
  return accessKeyId === undefined || sessions.size === 0 ? new Map() : principalTagStates(sessions, accessKeyId);
}
