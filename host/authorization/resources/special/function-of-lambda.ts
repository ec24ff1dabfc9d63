/**
 * Functions are named by name, partial ARN or ARN, each with or without a version or alias (semantics 6.2, row lambda). Which of
 * the function and its version AWS decides hangs on the action; both stay open, save for invocations.
 */
import { type Alternatives, distinct } from "../evidence.ts";
import { fillTemplate, type Place, placeOf } from "../fill-template.ts";
import { read } from "../resource-row.ts";
import { firstTexts, isArn } from "../texts-of.ts";
import type { SpecialReading } from "./special-input.ts";

const FUNCTION_PATHS = ["functionName", "resource", "arn"];
const QUALIFIER_PATHS = ["qualifier", "functionVersion", "name"];
/** `name` is an alias in these alone. */
const OF_ALIASES = /^(?:create|update|delete|get)alias$/;
const INVOKES = /^invoke/;
const OTHER_PATHS = ["layerName", "layers", "versionNumber", "uUID", "codeSigningConfigArn", "capacityProviderName"];
export const LAMBDA_PATHS: readonly string[] = [...FUNCTION_PATHS, ...QUALIFIER_PATHS, ...OTHER_PATHS];

interface Named {
  readonly place: Place;
  readonly name: string;
  readonly qualifier: string | undefined;
}

/** `name`, `name:q`, `111122223333:function:name[:q]`, `function:name[:q]`, `arn:…:function:name[:q]`. */
function parse(text: string, place: Place): Named | undefined {
  const found = /^(?:(?:arn:[^:]+:lambda:[^:]*:)?(?:(\d{12}):)?function:)?([^:]+)(?::([^:]+))?$/.exec(text);
  const name = found?.[2];
  if (name === undefined) return undefined;
  const own = isArn(text) ? placeOf(text) : found?.[1] === undefined ? place : { ...place, account: found[1] };
  return { place: own, name, qualifier: found?.[3] };
}

export const functionOfLambda: SpecialReading = ({ catalogue, request, place, name, type }) => {
  const all = (paths: readonly string[]) =>
    firstTexts(
      request,
      paths.map((path) => read(path, (text) => text)),
    );
  if (type.startsWith("layer")) return layers(catalogue.templatesOf("lambda", type)[0] ?? "", place, type, all);
  if (type !== "function" && type !== "function alias" && type !== "function version") return undefined;
  const [template = ""] = catalogue.templatesOf("lambda", "function");
  const said = all(OF_ALIASES.test(name) ? QUALIFIER_PATHS : ["qualifier"])[0];
  const fill = (named: Named, suffix: string) =>
    fillTemplate(template, named.place, new Map([["functionname", `${named.name}${suffix}`]]));
  const texts = all(FUNCTION_PATHS);
  if (texts.length === 0) return undefined;
  const found = texts.flatMap((text): readonly Alternatives[] => {
    const named = text === undefined ? undefined : parse(text, place);
    if (named === undefined) return text === undefined ? [[fillTemplate(template, place, new Map())]] : [];
    const qualifier = named.qualifier ?? (OF_ALIASES.test(name) ? undefined : said);
    // an invocation is compared with the very ARN it names [C Lambda developer guide, versions and permissions]
    if (type === "function" && INVOKES.test(name) && qualifier !== undefined) return [[fill(named, `:${qualifier}`)]];
    if (type === "function")
      return [[fill(named, ""), ...(qualifier === undefined ? [] : [fill(named, `:${qualifier}`)])]];
    return qualifier === undefined ? [] : [[fill(named, `:${qualifier}`)]];
  });
  return found.length === 0 ? undefined : distinct(found);
};

function layers(
  template: string,
  place: Place,
  type: string,
  all: (paths: readonly string[]) => readonly (string | undefined)[],
): readonly Alternatives[] | undefined {
  const versions = all(["versionNumber"]);
  const found = all(["layers", "arn", "layerName"]).flatMap((text): readonly Alternatives[] => {
    const arn = text !== undefined && isArn(text);
    const [name, version] = arn ? text.split(":").slice(6) : [text, undefined];
    const where = arn ? placeOf(text) : place;
    const values = new Map([
      ["layername", name],
      ["layerversion", version ?? versions[0]],
    ]);
    return [[fillTemplate(template, where, values)]];
  });
  return found.length === 0 || (type === "layer" && found.length > 1) ? undefined : distinct(found);
}
