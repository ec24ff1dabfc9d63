/**
 * Which condition keys an action has: in every request, or on resources of some types only. From the third block of a service
 * text (catalogue-data.ts). As complete as its source, which does not list the global keys, save those of tags in requests.
 */
import { NAME_OF_USER } from "./catalogue-data.ts";

export interface KeyUse {
  /** Some action of the service has the key. */
  readonly isListed: boolean;
  /** The key hangs on the action, whatever its resource. */
  readonly onAction: boolean;
  /** Resource types of the action that have the key. */
  readonly types: readonly string[];
}

/** Condition keys in lower case; of those that hold a name of the user's, what stands before and after it. */
interface KeySet {
  readonly exact: ReadonlySet<string>;
  readonly open: readonly { readonly before: string; readonly after: string }[];
}

export interface ActionKeys {
  /** `sets`: the action's fourth field; `types`: the names of its resource types, in the order of its third. `key` in lower case. */
  keyUse(sets: string, types: readonly string[], key: string): KeyUse;
}

/** Undefined when the text has no third block. `typeNames` as in the first block. */
export function createActionKeys(
  prefix: string,
  lines: readonly string[],
  typeNames: readonly string[],
): ActionKeys | undefined {
  const [ofTypes, ...sets] = lines;
  if (ofTypes === undefined) return undefined;
  const parsed: KeySet[] = [];
  const setOf = (index: string | undefined): KeySet | undefined => {
    if (index === undefined || index === "") return undefined;
    parsed[Number(index)] ??= parseSet(prefix, sets[Number(index)] ?? "");
    return parsed[Number(index)];
  };
  const isListed = (key: string): boolean => sets.some((_, index) => holds(setOf(String(index)), key));
  const typeSets = new Map(ofTypes.split(",").map((index, position) => [typeNames[position], index]));
  return {
    keyUse(text, types, key) {
      const [ofAction, ...ofUses] = text.split(",");
      const onAction = holds(setOf(ofAction), key);
      const having = types.filter(
        (type, position) => holds(setOf(ofUses[position]), key) || holds(setOf(typeSets.get(type)), key),
      );
      return { isListed: onAction || having.length > 0 || isListed(key), onAction, types: having };
    },
  };
}

function parseSet(prefix: string, text: string): KeySet {
  const keys = text.split(" ").map((name) => (name.startsWith(":") ? prefix + name : name));
  return {
    exact: new Set(keys),
    open: keys.flatMap((key) => {
      const at = key.indexOf(NAME_OF_USER);
      return at < 0 ? [] : [{ before: key.slice(0, at), after: key.slice(at + NAME_OF_USER.length) }];
    }),
  };
}

function holds(set: KeySet | undefined, key: string): boolean {
  if (set === undefined) return false;
  if (set.exact.has(key)) return true;
  return set.open.some(
    ({ before, after }) => key.length > before.length + after.length && key.startsWith(before) && key.endsWith(after),
  );
}
