/** One question AWS had to decide for an event (design part 2), as far as the record shows it. */
import type { KeyState } from "../../domain/key-state.ts";
import type { PatternPart } from "../../domain/program.ts";

/**
 * How an action was found: the action of the event's own name, the same without a date, a row of our tables, implied by the
 * request (it leaves no event of its own), a row of the user's mapping, or not at all.
 */
export const PROVENANCES = ["sameName", "dateSuffixRemoved", "table", "implied", "userMapping", "unmapped"] as const;
export type Provenance = (typeof PROVENANCES)[number];

export type Resource =
  /** The action supports no resource: the request's resource is exactly `*`. */
  | { readonly kind: "none" }
  | { readonly kind: "arn"; readonly arn: string }
  /** Known in part: an ARN of this form, and which one nobody knows. Literals and wildcards only. */
  | { readonly kind: "pattern"; readonly parts: readonly PatternPart[] }
  | { readonly kind: "unknown" };

export const NO_RESOURCE: Resource = { kind: "none" };
export const UNKNOWN_RESOURCE: Resource = { kind: "unknown" };

export interface Authorization {
  /** `s3:GetObject` in AWS's own casing; `s3:*` or `*` where only the service, or nothing, is known (then it is only possible). */
  readonly action: string;
  readonly resource: Resource;
  readonly provenance: Provenance;
  /** Condition keys, in lower case, that this authorization has in a way of its own (`iam:passedtoservice` …). */
  readonly keys: ReadonlyMap<string, KeyState>;
}

/** Takes text in which `*` and `?` are wildcards; without any it is an ARN. */
export function resourceOf(text: string): Resource {
  if (!/[*?]/.test(text)) return { kind: "arn", arn: text };
  const parts: PatternPart[] = [];
  for (const piece of text.split(/([*?])/)) {
    if (piece === "*" || piece === "?") parts.push({ wildcard: piece });
    else if (piece !== "") parts.push({ literal: piece });
  }
  return { kind: "pattern", parts };
}

/** What a person reads: the ARN, the pattern, `*` for no resource, the empty text where nothing is known. */
export function resourceText(resource: Resource): string {
  if (resource.kind === "arn") return resource.arn;
  if (resource.kind === "none") return "*";
  if (resource.kind === "unknown") return "";
  return resource.parts
    .map((part) => ("literal" in part ? part.literal : "wildcard" in part ? part.wildcard : ""))
    .join("");
}
