/** All that tenants can see of their state, by what it is called: to be compared before and after. */
import type { World } from "./hostile-request.ts";
import { toWire } from "./message.ts";
import type { Answer } from "./read-answer.ts";
import { send } from "./send.ts";
import { signAs } from "./sign-as.ts";
import type { Draft } from "./sign-message.ts";
import type { KeyName } from "./tenants.ts";

/** ms; nothing that is asked here takes long. */
const LIMIT = 60_000;

/** The answer to somebody with a good request; throws when none comes. */
export async function ask(by: KeyName, draft: Draft, world: World): Promise<Answer> {
  const outcome = await send(toWire(signAs(by, draft, world)), { host: world.host, isHead: false, limit: LIMIT });
  if (outcome.kind !== "answered") throw new Error(`${draft.method} ${draft.path} was not answered: ${outcome.kind}`);
  return outcome.answer;
}

/** `/activity` is a 404 where there is no such route, which can be compared as well. */
const STORED = ["/policy/preview-configuration", "/organization", "/mapping", "/context", "/activity"];

export type State = ReadonlyMap<string, string>;

export async function observeState(world: World): Promise<State> {
  const state = new Map<string, string>();
  const note = async (by: KeyName, path: string, query?: string): Promise<Answer> => {
    const answer = await ask(by, { method: "GET", path, ...(query === undefined ? {} : { query }) }, world);
    state.set(`${by} GET ${path} ${query ?? ""}`, `${answer.status} ${answer.body.toString("latin1")}`);
    return answer;
  };
  const noteJobs = async (by: KeyName) => {
    for (let token: string | undefined, page = 0; page === 0 || token !== undefined; page += 1) {
      const query = `maxResults=1${token === undefined ? "" : `&nextToken=${encodeURIComponent(token)}`}`;
      const answer = await note(by, "/policy/preview", query);
      token = (JSON.parse(answer.body.toString()) as { nextToken?: string }).nextToken;
    }
  };
  const noteJob = async (by: KeyName, jobId: string) => {
    const path = `/policy/preview/${jobId}`;
    await note(by, path);
    await note(by, `${path}/progress`);
    const manifest = await note(by, `${path}/report/manifest.json`);
    const { files = [] } = JSON.parse(manifest.body.toString()) as { files?: readonly { readonly name: string }[] };
    for (const { name } of files) await note(by, `${path}/report/${name}`);
  };
  for (const by of ["admin", "other"] as const) {
    for (const path of STORED) await note(by, path);
    await noteJobs(by);
  }
  await noteJobs("neighbour");
  await noteJob("admin", world.jobs.victim);
  await noteJob("neighbour", world.jobs.neighbour);
  return state;
}

/** What was seen and is otherwise now. */
export function findChanges(before: State, after: State): readonly string[] {
  return [...new Set([...before.keys(), ...after.keys()])].filter((name) => before.get(name) !== after.get(name));
}
