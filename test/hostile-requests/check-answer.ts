/** What is wrong with an answer to a hostile request, in words. Remembers the words of absence: they must always be the same. */
import type { Answering, HostileRequest } from "./hostile-request.ts";
import type { Answer } from "./read-answer.ts";
import type { Outcome } from "./send.ts";
import { KEYS, MARKERS, type Owner } from "./tenants.ts";

const SECRETS = Object.values(KEYS).map(({ secretAccessKey }) => secretAccessKey);
const OWNERS: readonly Owner[] = ["victim", "other"];
/** A runtime says that it does not know a method or a version of HTTP; that is no failure. */
const NOT_IMPLEMENTED = [501, 505];
/**
 * Also let through, where the request is none in HTTP, and never of the Worker: what workerd says of a Host or target of
 * which no URL can be made, and what Miniflare says when the body broke off.
 */
const FAILURES_IN_FRONT = [/^Internal Server Error$/, /^Error: Network connection lost\.\s+at .*miniflare/];

const IS_RIGHT: Readonly<Record<Answering, (status: number) => boolean>> = {
  refused: isClientError,
  denied: (status) => status === 403 || status === 404,
  unfit: (status) => isClientError(status) && status !== 403,
  absent: (status) => status === 404,
  answered: (status) => status === 200 || (isClientError(status) && status !== 403),
};

function isClientError(status: number): boolean {
  return status >= 400 && status < 500;
}

export type Checker = (request: HostileRequest, outcome: Outcome) => readonly string[];

export function createChecker(): Checker {
  const absence = new Map<string, string>();
  return ({ kind, expected }, outcome) => {
    if (outcome.kind === "late") return expected.stops ? [] : ["no answer in time"];
    if (outcome.kind === "closed") return expected.mayEndInFront ? [] : [`closed ${outcome.why}`];
    const { answer } = outcome;
    const faults = findLeaks(answer, expected.owner);
    // What the Worker answers has an id; what has none comes from the runtime in front of it.
    const isOurs = answer.headers.has("x-amzn-requestid") || answer.status === 200;
    if (!isOurs && expected.mayEndInFront) {
      const text = answer.body.toString("latin1");
      const isKnown = answer.status === 500 && FAILURES_IN_FRONT.some((form) => form.test(text));
      const isFine = isClientError(answer.status) || NOT_IMPLEMENTED.includes(answer.status) || isKnown;
      return isFine ? faults : [...faults, `status ${answer.status} of the runtime in front: ${text.slice(0, 200)}`];
    }
    if (!IS_RIGHT[expected.answering](answer.status)) {
      faults.push(
        `status ${answer.status} where it should be ${expected.answering}: ${answer.body.toString("utf8", 0, 200)}`,
      );
    }
    if (answer.status >= 400) faults.push(...findFormFaults(answer, expected.hasNoBody === true));
    if (expected.answering === "absent") faults.push(...findOtherWords(absence, kind, answer));
    return faults;
  };
}

function findLeaks({ headers, body }: Answer, owner: Owner | undefined): string[] {
  const text = `${[...headers].join("\n")}\n${body.toString("latin1")}`;
  const faults: string[] = [];
  if (SECRETS.some((secret) => text.includes(secret))) faults.push("the answer holds a secret access key");
  for (const other of OWNERS) {
    if (other !== owner && text.includes(MARKERS[other])) faults.push(`the answer holds what the ${other} stored`);
  }
  return faults;
}

function findFormFaults({ headers, body }: Answer, hasNoBody: boolean): readonly string[] {
  const faults = ["x-amzn-errortype", "x-amzn-requestid"]
    .filter((name) => !headers.has(name))
    .map((name) => `no header ${name}`);
  if (hasNoBody) return faults;
  try {
    const error = JSON.parse(body.toString("utf8")) as { message?: unknown; errorMessage?: unknown } | null;
    // The second is what Firehose reads.
    if (typeof (error?.message ?? error?.errorMessage) !== "string") faults.push("the body has no message");
  } catch {
    faults.push("the body is no JSON");
  }
  return faults;
}

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;

function findOtherWords(absence: Map<string, string>, kind: string, { headers, body }: Answer): readonly string[] {
  const words = `${headers.get("x-amzn-errortype")} ${body.toString("utf8").replace(UUID, "id")}`;
  const known = absence.get(kind) ?? words;
  absence.set(kind, known);
  return words === known ? [] : [`other words than for another job: ${words.slice(0, 200)}`];
}
