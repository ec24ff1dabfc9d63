/** Six colon parts, the sixth with its colons (semantics 3.2, 3.3). */
import { matchesWildcard } from "./wildcard.ts";

export function arnParts(text: string): readonly string[] {
  const parts = text.split(":");
  return parts.length <= 6 ? parts : [...parts.slice(0, 5), parts.slice(5).join(":")];
}

/** ArnLike and ArnEquals: part by part. */
export function matchesArn(pattern: string, value: string): boolean {
  const [wanted, given] = [arnParts(pattern), arnParts(value)];
  return (
    wanted.length === 6 &&
    given.length === 6 &&
    wanted.every((part, index) => matchesWildcard(part, given[index] ?? ""))
  );
}

/** Resource: a lone star matches everything; a resource `*` is matched by nothing else. */
export function matchesResource(pattern: string, resource: string): boolean {
  if (pattern === "*") return true;
  return resource !== "*" && matchesArn(pattern, resource);
}
