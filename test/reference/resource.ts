/**
 * IAM-RES: an entry of Resource or NotResource is `*` or an ARN with wildcards in its parts, matched part by part; the sixth part
 * keeps its colons and its `*` covers `/` and `:`. Variables stand in the sixth part only. The rest is reading 13.
 */
import { arnParts, cutParts, isWrittenColon } from "./arn.ts";
import { foldAscii } from "./ascii.ts";
import { openKeysOf, type PatternSymbol, textOf } from "./symbols.ts";
import { allOf, contested, type Finding } from "./truth.ts";
import { isAllStars, isOne, isRun, matchesSymbols } from "./wildcard.ts";

type Parts = readonly (readonly PatternSymbol[])[];

/** SIM, "reference-arns": services whose resources have no type before the first `/` or `:`. */
const SERVICES_WITHOUT_TYPES = new Set([
  "apigateway",
  "aws-marketplace",
  "codecommit",
  "codepipeline",
  "eventsbilltoaws",
  "execute-api",
  "kinesis",
  "mapcredits",
  "mediaconnect",
  "mgh",
  "neptune-db",
  "s3",
  "servicequotas",
  "sns",
  "sqs",
  "ssm-sap",
  "wafv2",
]);

/** One entry, its variables filled in; undefined, of one whose variable has no value, matches nothing. */
export function matchesResource(pattern: readonly PatternSymbol[] | undefined, resource: string): Finding {
  if (pattern === undefined) return false;
  if (isAllStars(pattern)) return true;
  // An action without resource types is asked for the resource `*`, and no ARN matches that.
  if (resource === "*") return false;
  const parts = cutParts(pattern, isWrittenColon);
  if (parts.slice(0, 5).flat().some(isOfVariable)) return contested(`a variable before the sixth part of an ARN`);
  return allOf([
    matchesAsArn(pattern, parts, resource),
    ...serviceWildcard(parts),
    ...typeWildcard(parts),
    ...openKeysOf(pattern).map((key) => contested(`a variable of several values, ${key}`)),
  ]);
}

const isOfVariable = ({ origin }: PatternSymbol) => origin !== "written";

/** Part by part; else contested where AWS's pages disagree: the case of the first five parts, and a star over a colon. */
function matchesAsArn(pattern: readonly PatternSymbol[], parts: Parts, resource: string): Finding {
  const otherCase = contested("the case of the first five parts of a resource");
  if (matchesPartByPart(parts, resource, false)) return true;
  if (matchesPartByPart(parts, resource, true)) return otherCase;
  if (!parts.slice(0, 5).some((part) => part.at(-1)?.text === "*")) return false;
  const overColons = contested("a star at the end of a part, over a colon");
  if (matchesSymbols(pattern, resource)) return overColons;
  // Both at once.
  const headLength = [...arnParts(resource).slice(0, 5).join(":")].length;
  const folded = matchesSymbols(
    pattern,
    resource,
    (wanted, given, index) => wanted === given || (index < headLength && foldAscii(wanted) === foldAscii(given)),
  );
  return folded ? allOf([overColons, otherCase]) : false;
}

/** A pattern of fewer parts ends in `*` and leaves the missing ones open. */
function matchesPartByPart(parts: Parts, resource: string, foldHead: boolean): boolean {
  const given = arnParts(resource);
  return (
    parts.length <= given.length &&
    parts.every((part, index) => {
      const value = given[index] ?? "";
      if (!foldHead || index === 5) return matchesSymbols(part, value);
      return matchesSymbols(part, value, (wanted, character) => foldAscii(wanted) === foldAscii(character));
    })
  );
}

/** IAM-RES: the service takes no wildcard. `arn:*` and a lone star for the service are taken; `arn:aws:s3*` is contested. */
function serviceWildcard(parts: Parts): readonly Finding[] {
  const service = parts[2] ?? [];
  const isContested = service.some(isWildcard) && !isAllStars(service);
  return isContested ? [contested("a wildcard in the service of an ARN")] : [];
}

/** SIM: a wildcard in the type of a resource (`user/`, `role/`) matches nothing. AWS's own pages do not say so. */
function typeWildcard(parts: Parts): readonly Finding[] {
  const last = parts[5] ?? [];
  if (SERVICES_WITHOUT_TYPES.has(textOf(parts[2] ?? []))) return [];
  const end = last.findIndex(({ text, origin }) => origin === "written" && (text === "/" || text === ":"));
  return last.slice(0, Math.max(end, 0)).some(isWildcard) ? [contested("a wildcard in the type of a resource")] : [];
}

function isWildcard(symbol: PatternSymbol): boolean {
  return symbol.origin === "written" && (isRun(symbol) || isOne(symbol));
}
