/** A request to an instance that has enough: what does the operation answer then? */
import type { Tenant } from "./instance.ts";
import { type RawAnswer, type RawRequest, sendBytes, signBytes } from "./signed-request.ts";

/** An instance with a rate limit of a few requests, and whose they are. */
export interface LimitedInstance {
  readonly endpoint: string;
  readonly tenant: Tenant;
}

const OTHER: RawRequest = { method: "GET", path: "/policy/preview" };
const THROTTLED = 429;
/** Requests until the limit is surely used up. */
const ATTEMPTS_MAX = 20;

/** Uses up the limit, then sends the request; again, should a new period have begun in between. */
export async function askUntilThrottled(
  { endpoint, tenant }: LimitedInstance,
  request: RawRequest,
): Promise<RawAnswer> {
  let answer: RawAnswer | undefined;
  for (let attempt = 0; attempt < ATTEMPTS_MAX; attempt++) {
    const other = await sendBytes(await signBytes(endpoint, tenant.admin, OTHER));
    if (other.status !== THROTTLED) continue;
    answer = await sendBytes(await signBytes(endpoint, tenant.admin, request));
    if (answer.status === THROTTLED) return answer;
  }
  if (answer === undefined) throw new Error(`${ATTEMPTS_MAX} requests did not use up the limit`);
  return answer;
}
