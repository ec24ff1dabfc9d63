/** Patterns for ARNs, of Resource and of the Arn operators: six parts between colons, the last keeps its own colons. */
import type { VariablePiece } from "../policy-variables.ts";

/** arn, partition, service, region, account, resource. */
export const ARN_PARTS = 6;
const PARTITION_PART = 1;
const SERVICE_PART = 2;
export const ACCOUNT_PART = 4;

/**
 * Why a value of an Arn operator is no pattern for ARNs, in words that go on after "is no ARN pattern: "; undefined when it
 * is one. With a wildcard or a variable it is one however few its parts; what it matches then is contested.
 */
export function explainArn(pieces: readonly VariablePiece[]): string | undefined {
  if (pieces.some(({ kind }) => kind === "variable")) return undefined;
  const text = withoutVariables(pieces);
  if (/[*?]/.test(text) || splitArn(text).length === ARN_PARTS) return undefined;
  return "an ARN has six parts between colons, for instance `arn:aws:iam::111122223333:role/name`";
}

/** At most six parts. */
export function splitArn(text: string): readonly string[] {
  const parts = text.split(":");
  return parts.length <= ARN_PARTS ? parts : [...parts.slice(0, ARN_PARTS - 1), parts.slice(ARN_PARTS - 1).join(":")];
}

/** The text with `$` for everything that is written `${…}`: neither a wildcard nor a colon. */
export function withoutVariables(pieces: readonly VariablePiece[]): string {
  return pieces.map((piece) => (piece.kind === "text" ? piece.text : "$")).join("");
}

/**
 * Why a text is no Resource, in words that go on after "is no resource: "; undefined when it is one. Takes it without its
 * variables; stars alone are everything and not asked here.
 */
export function explainResource(text: string): string | undefined {
  if (!text.startsWith("arn:")) return "write `*` or an ARN that begins with `arn:`";
  const parts = splitArn(text);
  if (parts[PARTITION_PART] === "") return "its partition is empty; write for instance `arn:aws:`";
  if (parts[SERVICE_PART] === "") return "its service is empty; write for instance `arn:aws:s3:`";
  if (parts.length < ARN_PARTS)
    return text.endsWith("*") ? undefined : "an ARN has six parts between colons; one with fewer must end in `*`";
  if (/[*?]/.test(parts[SERVICE_PART] ?? "")) return "the service of an ARN takes no wildcards; name each service";
  return undefined;
}
