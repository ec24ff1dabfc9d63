/** What was wrong, each once however often it was seen, with the first request that shows it. */
import type { HostileRequest } from "./hostile-request.ts";

/** Ids, ports and times differ from one time to the next. */
const VARYING = /[0-9a-f]{8}-[0-9a-f-]{27}|\d{4,}/g;

export class Findings {
  readonly #seed: number;
  readonly #found = new Map<string, { count: number; readonly text: string }>();

  constructor(seed: number) {
    this.#seed = seed;
  }

  /** Of one request, or of the whole pass. */
  add(fault: string, request?: HostileRequest): void {
    const what = request === undefined ? fault : `${request.group}: ${request.kind}: ${fault}`;
    const again =
      request === undefined
        ? ""
        : `\n    again with: npm run test:hostile -- --seed ${this.#seed} --only ${request.index}`;
    const known = this.#found.get(what.replace(VARYING, "…"));
    if (known !== undefined) known.count += 1;
    else this.#found.set(what.replace(VARYING, "…"), { count: 1, text: what + again });
  }

  get count(): number {
    return [...this.#found.values()].reduce((sum, { count }) => sum + count, 0);
  }

  lines(): readonly string[] {
    return [...this.#found.values()].map(({ count, text }) => (count === 1 ? text : `${count} times: ${text}`));
  }
}
