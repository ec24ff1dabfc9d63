/** What the groups make, and what is right to answer to it. */
import type { Random } from "../../bench/corpus/random.ts";
import type { Owner } from "./tenants.ts";

export const GROUPS = ["altered", "forged", "content", "foreign", "protocol"] as const;
export type Group = (typeof GROUPS)[number];

/**
 * - `refused`: any 4xx
 * - `denied`: 403, or 404 where the service has no such route
 * - `unfit`: 4xx of somebody who saw that the signature is right: not 403
 * - `absent`: 404 in the very same words as for what never was
 * - `answered`: taken or `unfit`
 */
export type Answering = "refused" | "denied" | "unfit" | "absent" | "answered";

export interface Expected {
  readonly answering: Answering;
  /** Whose stored content the answer may show. */
  readonly owner?: Owner;
  /** The runtime in front of the Worker may answer in its own form, or close: HTTP that is none, bodies past every limit. */
  readonly mayEndInFront?: true;
  /** The request never becomes whole: the client leaves after a short wait, and that is no fault. */
  readonly stops?: true;
  /** Answers have no error form that we promise: an answer to HEAD has no body. */
  readonly hasNoBody?: true;
}

/** What a request depends on besides chance. */
export interface World {
  /** `127.0.0.1:port`. */
  readonly host: string;
  /** Finished jobs. */
  readonly jobs: { readonly victim: string; readonly neighbour: string };
  /** When the next request is signed. */
  now(): Date;
}

export interface Made {
  /** All that goes over the connection. */
  readonly wire: Buffer;
  readonly expected: Expected;
}

/** One way to be hostile. */
export interface Kind {
  readonly name: string;
  readonly weight: number;
  /** Seconds of work, or tens of MB: sent one at a time, since the Worker of this machine has one thread for all. */
  readonly isHeavy?: true;
  make(random: Random, world: World): Made;
}

export interface HostileRequest extends Made {
  readonly index: number;
  readonly group: Group;
  readonly kind: string;
  readonly isHeavy: boolean;
}
