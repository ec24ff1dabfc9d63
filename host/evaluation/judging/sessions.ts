/** Session tags of a partition: calls that made a session, joined with the calls made in it (semantics 4.1, aws:PrincipalTag). */
import { principalTagStates, type SessionTags, sessionTagsOf } from "../../authorization/keys/session-tags.ts";
import type { KeyState } from "../../domain/key-state.ts";
import type { ChunkFacts } from "./chunk-facts.ts";

/** By access key id of the session. */
export type Sessions = ReadonlyMap<string, SessionTags>;

/** Of all chunks of a partition: a session lives across files. What began before its day is not known. */
export function findSessions(facts: readonly ChunkFacts[]): Sessions {
  const sessions = new Map<string, SessionTags>();
  for (const { request } of facts) {
    for (const { request: call } of request.facts) {
      const session = sessionTagsOf(call);
      if (session !== undefined) sessions.set(session.accessKeyId, session);
    }
  }
  return sessions;
}

export function sessionStates(sessions: Sessions, accessKeyId: string | undefined): ReadonlyMap<string, KeyState> {
  return accessKeyId === undefined || sessions.size === 0 ? new Map() : principalTagStates(sessions, accessKeyId);
}
