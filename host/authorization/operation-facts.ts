/**
 * From (`eventSource`, `eventName`) to the actions AWS decided. Rule: the action of the same name under the source's prefix
 * (95 % of API operations, 99 % of events: semantics 5.1), else a possible authorization of `prefix:*` (design R9).
 * Looks at names only; what the request's parameters add is not known here and stays possible.
 */
import type { KnownAction, ResourceTypeUse, ServiceCatalogue } from "./catalogue/service-catalogue.ts";
import { ANY_PREFIX, eventSourcePrefixes } from "./event-source-prefixes.ts";
import { furtherActions } from "./further-actions.ts";
import { cannotBeDenied, listedWithoutAction, type NotAnAuthorization } from "./not-authorizations.ts";

export type Authorization =
  | {
      readonly certainty: "exact";
      /** `s3:GetObject`, in AWS's own casing. */
      readonly action: string;
    }
  | {
      readonly certainty: "possible";
      /** IAM prefix, or `*` when not even the service is known. */
      readonly prefix: string;
      /** `prefix:*`, a single action `prefix:Name`, or `*`: what may have been asked for. */
      readonly pattern: string;
    };

export interface OperationFacts {
  /** IAM prefix, or `*` when not even the service is known. */
  readonly prefix: string;
  readonly authorization: Authorization;
  /** How the action was found. */
  readonly provenance: "sameName" | "dateSuffixRemoved" | "unmapped";
  /** Of the exact action; empty when it supports no resource or when the operation is not mapped. */
  readonly resourceTypes: readonly ResourceTypeUse[];
  /** Actions or patterns that may have been asked for too, each a possible authorization with unknown resource. Holds all of `instead`. */
  readonly alsoPossible: readonly string[];
  /** When not empty: AWS decided the exact action or one of these in its place, the name does not say which. */
  readonly instead: readonly string[];
  /** Those of `instead` that take the same resource types: they were asked of the same resources. */
  readonly insteadOfSameResources: readonly string[];
  /** Present when no policy decides this operation, whatever the other members say. */
  readonly outcome: NotAnAuthorization | undefined;
}

/** Need no permission according to [S MAP sdk_permissionless_actions] alone (semantics 5.4): a denial may or may not bite. */
const PERHAPS_WITHOUT_PERMISSION: ReadonlySet<string> = new Set(["sts:GetSessionToken", "dynamodb:DescribeEndpoints"]);

/** `20150331`, `20150331v2`, `2015_07_27` at the end of a name: semantics 5.3 [E, S CloudTracker]. */
const DATE_SUFFIX = /20\d\d_?\d\d_?\d\d(?:v\d+)?$/;

/** Takes a value of the `operation` column: source and name with one space between them. */
export function operationFacts(catalogue: ServiceCatalogue, operation: string): OperationFacts {
  const space = operation.indexOf(" ");
  const source = space < 0 ? operation : operation.slice(0, space);
  const name = space < 0 ? "" : operation.slice(space + 1).trim();
  const { prefixes, possibly } = eventSourcePrefixes(source);
  const prefix = prefixes[0] ?? ANY_PREFIX;

  for (const [candidate, provenance] of [
    [name, "sameName"],
    [name.replace(DATE_SUFFIX, ""), "dateSuffixRemoved"],
  ] as const) {
    const found = prefixes.flatMap((each) => {
      const known = catalogue.findAction(each, candidate);
      return known === undefined ? [] : [{ prefix: each, known }];
    });
    const first = found[0];
    if (first === undefined) continue;
    const others = found.slice(1).map(({ known }) => known.action);
    return mapped(catalogue, first.prefix, candidate, first.known, others, provenance);
  }
  return unmapped(catalogue, prefix, name.replace(DATE_SUFFIX, ""), [...prefixes.slice(1), ...possibly]);
}

function mapped(
  catalogue: ServiceCatalogue,
  prefix: string,
  name: string,
  known: KnownAction,
  others: readonly string[],
  provenance: OperationFacts["provenance"],
): OperationFacts {
  const { action, resourceTypes, takesTags } = known;
  const further = furtherActions(catalogue, prefix, name, takesTags);
  const instead = [...further.instead, ...others];
  const authorization: Authorization = PERHAPS_WITHOUT_PERMISSION.has(action)
    ? { certainty: "possible", prefix, pattern: action }
    : { certainty: "exact", action };
  const outcome = cannotBeDenied(prefix, name);
  const alsoPossible = [...new Set([...further.beside, ...instead])].filter((other) => other !== action);
  const insteadOfSameResources = instead.filter((other) => takesSameResources(catalogue, other, known));
  return { prefix, authorization, provenance, resourceTypes, alsoPossible, instead, insteadOfSameResources, outcome };
}

function takesSameResources(catalogue: ServiceCatalogue, other: string, known: KnownAction): boolean {
  const [prefix = "", name = ""] = other.split(":");
  const types = (action: KnownAction | undefined) =>
    action?.resourceTypes
      .map((type) => type.name)
      .sort()
      .join(" ");
  return prefix === known.action.split(":")[0] && types(catalogue.findAction(prefix, name)) === types(known);
}

function unmapped(
  catalogue: ServiceCatalogue,
  prefix: string,
  name: string,
  otherPrefixes: readonly string[],
): OperationFacts {
  const pattern = prefix === ANY_PREFIX ? "*" : `${prefix}:*`;
  const { beside } = furtherActions(catalogue, prefix, name, false);
  return {
    prefix,
    authorization: { certainty: "possible", prefix, pattern },
    provenance: "unmapped",
    resourceTypes: [],
    alsoPossible: [...otherPrefixes.map((other) => `${other}:*`), ...beside],
    instead: [],
    insteadOfSameResources: [],
    outcome: listedWithoutAction(prefix, name),
  };
}
