/**
 * One request as a row of our tables may see it: only the parameters that the row says it reads, since only those were
 * taken into the chunk. Reads nothing else and derives nothing.
 */
import { eventSourcesOf } from "../event-source-prefixes.ts";
import { type CallRequest, textsAt, valuesAt } from "../request/call-request.ts";

export interface RowCall {
  readonly request: CallRequest;
  /** A path without a value was not in the request. Not so where nothing, or nothing of this source, was taken. */
  readonly areKnown: boolean;
  /** Takes one of the row's paths, or one that leads to some of them: only what these name lies there. */
  texts(path: string): readonly string[];
  /** Takes such a path; gives the values at it, empty objects and texts left out. */
  values(path: string): readonly unknown[];
}

/** Takes the IAM prefix of the row, or `*` for rows of every source, and the paths it reads. */
export function rowCall(request: CallRequest, prefix: string, paths: readonly string[]): RowCall {
  const check = (path: string) => {
    if (!paths.some((named) => named === path || named.startsWith(`${path}.`)))
      throw new Error(`a row of ${prefix} reads ${path}, which it does not name`);
    return path;
  };
  const isTaken = prefix === "*" || eventSourcesOf(prefix).includes(request.source);
  return {
    request,
    areKnown: request.parameters.state === "known" && isTaken,
    texts: (path) => textsAt(request.parameters, check(path)),
    values: (path) => valuesAt(request.parameters, check(path)).filter(saysSomething),
  };
}

function saysSomething(value: unknown): boolean {
  return typeof value === "object" && value !== null ? Object.keys(value).length > 0 : value !== "";
}
