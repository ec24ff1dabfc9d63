/** What a request tells of condition keys: given, told by the principal, unknown, or absent. */
import { ABSENT, type KeyState, PRESENT_UNKNOWN, present, UNKNOWN } from "../domain/key-state.ts";
import type { ReadRequest } from "./decide-input.ts";

/**
 * Takes a key in lower case. What the context gives counts first, then a key named in `unknownKeys`, then what the principal tells,
 * then `unknownKeys` with wildcards; every other key is absent.
 */
export function requestStates(request: ReadRequest): (key: string) => KeyState {
  const { context, principal } = request;
  const unknown = request.unknownKeys.map((pattern) => pattern.toLowerCase());
  const named = new Set(unknown);
  const patterns = unknown.filter((pattern) => /[*?]/.test(pattern)).map(wildcardPattern);
  const told = principalStates(principal);
  return (key) => {
    const given = context.get(key);
    if (given !== undefined) return given === null ? ABSENT : present(...given);
    if (named.has(key)) return UNKNOWN;
    return told.get(key) ?? (patterns.some((pattern) => pattern.test(key)) ? UNKNOWN : ABSENT);
  };
}

/** A session's ARN leaves out the path of its role, which `aws:PrincipalArn` has (R5). */
function principalStates(principal: string): ReadonlyMap<string, KeyState> {
  const isSession = /^arn:[^:]*:sts::[^:]*:assumed-role\//.test(principal);
  const account = principal.split(":")[4];
  return new Map([
    ["aws:principalarn", isSession ? PRESENT_UNKNOWN : present(principal)],
    ["aws:principalaccount", account === undefined || account === "" ? ABSENT : present(account)],
  ]);
}

function wildcardPattern(pattern: string): RegExp {
  const source = pattern
    .replace(/[\\^$.+()[\]{}|]/g, "\\$&")
    .replace(/\*+/g, ".*")
    .replaceAll("?", ".");
  return new RegExp(`^${source}$`, "s");
}
