/**
 * Which condition keys AWS has, and which of them can have several values in one request. Keys of a prefix are parsed when one
 * is first asked for. Knows not which actions take a key.
 */
import { MULTIVALUED_FLAG, NAME_OF_USER, type ServiceCatalogueData, UNSURE_FLAG } from "./catalogue-data.ts";

export interface ConditionKeys {
  /** In any case, tag keys and the like included; always of identity providers, whose keys are their own. */
  isKnown(key: string): boolean;
  /** Undefined when that is not known. */
  isMultivalued(key: string): boolean | undefined;
}

/** Of one prefix, the names behind the colon in lower case, and their flags. */
interface Names {
  readonly exact: ReadonlyMap<string, string>;
  /** Names that hold a name of the user's, cut there; the longest first. */
  readonly open: readonly { readonly before: string; readonly after: string; readonly flags: string }[];
}

/** Takes `conditionKeys` of the catalogue. */
export function createConditionKeys(data: ServiceCatalogueData["conditionKeys"]): ConditionKeys {
  const parsed = new Map<string, Names>();

  function namesOf(prefix: string): Names | undefined {
    const known = parsed.get(prefix);
    if (known !== undefined || !Object.hasOwn(data, prefix)) return known;
    const fresh = parseNames(data[prefix] ?? "");
    parsed.set(prefix, fresh);
    return fresh;
  }

  function flagsOf(key: string): string | undefined {
    const colon = key.indexOf(":");
    const names = namesOf(key.slice(0, Math.max(0, colon)).toLowerCase());
    const name = key.slice(colon + 1).toLowerCase();
    return names?.exact.get(name) ?? names?.open.find((open) => isFilled(open, name))?.flags;
  }

  return {
    isKnown: (key) => isOfProvider(key) || flagsOf(key) !== undefined,
    isMultivalued(key) {
      const flags = isOfProvider(key) ? undefined : flagsOf(key);
      return flags === undefined || flags === UNSURE_FLAG ? undefined : flags === MULTIVALUED_FLAG;
    },
  };
}

/** `token.actions.githubusercontent.com:sub`, `login.example.com/path:aud`: the prefix is the host of an identity provider. */
function isOfProvider(key: string): boolean {
  return /^[^:]*\.[^:]*:./s.test(key);
}

function parseNames(text: string): Names {
  const lines = text.split("\n").map((line) => {
    const [name = "", flags = ""] = line.toLowerCase().split("\t");
    return { name, flags };
  });
  const open = lines.flatMap(({ name, flags }) => {
    const at = name.indexOf(NAME_OF_USER);
    return at < 0 ? [] : [{ before: name.slice(0, at), after: name.slice(at + NAME_OF_USER.length), flags }];
  });
  const fixed = ({ before, after }: (typeof open)[number]) => before.length + after.length;
  return {
    exact: new Map(lines.map(({ name, flags }) => [name, flags])),
    open: open.sort((left, right) => fixed(right) - fixed(left)),
  };
}

function isFilled({ before, after }: Names["open"][number], name: string): boolean {
  return name.length > before.length + after.length && name.startsWith(before) && name.endsWith(after);
}
