/** Whether a request has a condition key, by what the catalogue lists for its action and its resource. Reads no value. */
import type { ServiceCatalogue } from "../catalogue/service-catalogue.ts";
import { type Authorization, type Resource, resourceText } from "../request/authorization.ts";

/** `unlisted`: the service lists the key for other actions only; `unknown`: nothing is listed of the action, or of the key. */
export type KeyPresence = "listed" | "maybe" | "otherTypes" | "unlisted" | "unknown";

/** `key` in lower case. */
export function keyPresence(
  catalogue: ServiceCatalogue,
  { action, resource }: Authorization,
  key: string,
): KeyPresence {
  const [prefix = "", name = ""] = action.split(":");
  const use = catalogue.keyUse(prefix, name, key);
  if (use === undefined) return "unknown";
  if (use.onAction) return "listed";
  if (use.types.length === 0) return use.isListed ? "unlisted" : "unknown";
  const types = typesOf(catalogue, prefix, resource);
  const having = types.filter((type) => use.types.includes(type));
  if (types.length === 0 || (having.length > 0 && having.length < types.length)) return "maybe";
  return having.length > 0 ? "listed" : "otherTypes";
}

/** The resource types that a resource can be of; empty when that is not known. */
export function typesOf(catalogue: ServiceCatalogue, prefix: string, resource: Resource): readonly string[] {
  const text = resourceText(resource);
  // where the type itself is not told, no template fits
  return resource.kind === "none" || text === "" ? [] : catalogue.resourceTypesOf(prefix, text);
}
