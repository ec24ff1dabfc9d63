/** Sends requests one after another on several connections at once, and hands each outcome on. */

import type { HostileRequest, World } from "./hostile-request.ts";
import { makeRequest } from "./make-request.ts";
import { ask } from "./observe-state.ts";
import { type Outcome, send } from "./send.ts";

/** ms until an answer must be whole. */
export const ANSWER_LIMIT = 20_000;
/** ms until the client of a request that never becomes whole leaves. */
const PATIENCE = 1500;

export async function sendRequest({ wire, expected }: HostileRequest, { host }: World): Promise<Outcome> {
  const isHead = wire.toString("latin1", 0, 5) === "HEAD ";
  return send(wire, { host, isHead, limit: expected.stops ? PATIENCE : ANSWER_LIMIT });
}

/** Requests 0 to `count` of `seed`, `atOnce` at a time, each made right before it is sent; of heavy ones no two at once. */
export async function fire(
  { seed, count, atOnce }: { readonly seed: number; readonly count: number; readonly atOnce: number },
  world: World,
  take: (request: HostileRequest, outcome: Outcome) => void,
): Promise<void> {
  let heavy: Promise<unknown> = Promise.resolve();
  await inLanes(count, atOnce, async (index) => {
    const request = makeRequest(seed, index, world);
    const sent = request.isHeavy ? heavy.then(() => sendRequest(request, world)) : sendRequest(request, world);
    if (request.isHeavy) heavy = sent;
    take(request, await sent);
  });
}

/** By turns, so that the rate limit of none is met: a refusal warms less than an answer. */
const READERS = ["reader", "operator", "admin", "neighbour"] as const;

/** Good readings by those who may. */
export async function warmUp(count: number, atOnce: number, world: World): Promise<void> {
  await inLanes(count, atOnce, async (index) => {
    const by = READERS[index % READERS.length] ?? "reader";
    const { status } = await ask(by, { method: "GET", path: "/organization" }, world);
    // Beyond the rate limit of a key, on a quick machine, it is a refusal.
    if (status !== 200 && status !== 429) throw new Error(`a good reading was answered ${status}`);
  });
}

async function inLanes(count: number, lanes: number, work: (index: number) => Promise<void>): Promise<void> {
  let next = 0;
  const lane = async () => {
    while (next < count) await work(next++);
  };
  await Promise.all(Array.from({ length: lanes }, lane));
}
