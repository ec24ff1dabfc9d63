/**
 * From an ARN template and what is known of its placeholders to a resource: an ARN where all of it is known, else a pattern.
 * Values are literal, also where they hold `*`. Decides nothing about which resource was asked for.
 */
import type { PatternPart } from "../../domain/program.ts";
import { type Resource, UNKNOWN_RESOURCE } from "../request/authorization.ts";

/** Where a resource lies; undefined is not known. */
export interface Place {
  readonly partition: string | undefined;
  readonly region: string | undefined;
  readonly account: string | undefined;
}

/** Placeholder, in lower case → value; undefined, or none, is not known. */
export type PlaceholderValues = ReadonlyMap<string, string | undefined>;

const TOKEN = /\$\{([^}]+)\}|([*?])/g;
/** Colons before the resource part. */
const HEAD_COLONS = 5;

export function fillTemplate(template: string, place: Place, values: PlaceholderValues): Resource {
  const parts: PatternPart[] = [];
  let text = "";
  const flush = () => {
    if (text !== "") parts.push({ literal: text });
    text = "";
  };
  const unknown = (wildcard: "*" | "?") => {
    flush();
    const last = parts.at(-1);
    if (wildcard === "*" && last !== undefined && "wildcard" in last && last.wildcard === "*") return;
    parts.push({ wildcard });
  };
  let at = 0;
  let colons = 0;
  for (const token of template.matchAll(TOKEN)) {
    const before = template.slice(at, token.index);
    colons += before.split(":").length - 1;
    text += before;
    at = token.index + token[0].length;
    const name = token[1]?.toLowerCase();
    if (name === undefined) unknown(token[2] === "?" ? "?" : "*");
    else {
      const value = colons < HEAD_COLONS ? headValue(name, place) : values.get(name);
      if (value === undefined) unknown("*");
      else text += value;
    }
  }
  text += template.slice(at);
  flush();
  const [first] = parts;
  if (first === undefined) return UNKNOWN_RESOURCE;
  return parts.length === 1 && "literal" in first ? { kind: "arn", arn: first.literal } : { kind: "pattern", parts };
}

/** Names in the first five segments; others than these (`VpcOwnerAccount`, `Vendor`) are anyone's. */
function headValue(name: string, place: Place): string | undefined {
  if (name === "partition") return place.partition;
  if (name === "region") return place.region;
  return name === "account" ? place.account : undefined;
}

/** The placeholders of the resource part, in lower case and in order. */
export function placeholdersOf(template: string): readonly string[] {
  const resource = template.split(":").slice(HEAD_COLONS).join(":");
  return [...resource.matchAll(/\$\{([^}]+)\}/g)].map((token) => (token[1] ?? "").toLowerCase());
}

/** Texts of the head's form `arn:partition:service:region:account:`, as a place. */
export function placeOf(arn: string): Place {
  const [, partition, , region, account] = arn.split(":");
  return { partition: partition || undefined, region: region || undefined, account: account || undefined };
}
