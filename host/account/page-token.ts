/** `nextToken` of a job list: the place of the last job given, unreadable to clients by custom, not by secrecy. */

export interface JobPlace {
  /** Milliseconds since 1970. */
  readonly submittedAt: number;
  readonly jobId: string;
}

export function encodePageToken({ submittedAt, jobId }: JobPlace): string {
  return btoa(JSON.stringify([submittedAt, jobId]));
}

/** Undefined for anything that `encodePageToken` did not make. */
export function decodePageToken(token: string): JobPlace | undefined {
  try {
    const [submittedAt, jobId] = JSON.parse(atob(token)) as unknown[];
    if (!Number.isSafeInteger(submittedAt) || typeof jobId !== "string") return undefined;
    return { submittedAt: submittedAt as number, jobId };
  } catch {
    return undefined;
  }
}
