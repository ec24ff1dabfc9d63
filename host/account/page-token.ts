/** `nextToken` of a job list: the place of the last job given, unreadable to clients by custom, not by secrecy. */

export interface JobPlace {
  /** Milliseconds since 1970. */
  readonly submittedAt: number;
  readonly jobId: string;
}

/** `owner`: whose list it is; the token is good for no other. */
export function encodePageToken({ submittedAt, jobId }: JobPlace, owner: string): string {
  return btoa(JSON.stringify([submittedAt, jobId, owner]));
}

/** Undefined for anything that `encodePageToken` did not make for this owner. */
export function decodePageToken(token: string, owner: string): JobPlace | undefined {
  try {
    const [submittedAt, jobId, whose] = JSON.parse(atob(token)) as unknown[];
    if (!Number.isSafeInteger(submittedAt) || typeof jobId !== "string" || whose !== owner) return undefined;
    return { submittedAt: submittedAt as number, jobId };
  } catch {
    return undefined;
  }
}
