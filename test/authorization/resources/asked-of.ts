/**
 * What resourcesOf() answers, as text to compare: one line for each certain resource, alternatives parted by ` | `; `A` and `R`
 * stand for the usual account and region. A literal star is written `(*)`.
 */
import { type Resource, resourceText } from "../../../host/authorization/request/authorization.ts";
import { resourcesOf } from "../../../host/authorization/resources/resources-of.ts";
import { catalogue } from "../built-catalogue.ts";
import { ACCOUNT, type InventedCall, REGION, requestOf } from "./request-of.ts";

export interface Asked {
  readonly certain: readonly string[];
  readonly possible: readonly string[];
}

export function askedOf(action: string, call: Partial<InventedCall>): Asked {
  const [prefix = "", name = ""] = action.split(":");
  const answer = resourcesOf(catalogue, requestOf({ source: prefix, name, ...call }), action);
  return {
    certain: answer.certain.map((alternatives) => alternatives.map(short).join(" | ")),
    possible: answer.possible.map(short),
  };
}

function short(resource: Resource): string {
  if (resource.kind === "unknown") return "?";
  const text = resource.kind === "arn" ? resource.arn.replaceAll("*", "(*)") : resourceText(resource);
  return text
    .replace(/^arn:aws:/, "")
    .replace(`:${REGION}:`, ":R:")
    .replace(`:${ACCOUNT}:`, ":A:");
}
