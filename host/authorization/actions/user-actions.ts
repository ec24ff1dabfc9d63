/**
 * The actions that a row of the user's mapping gives to a request, and its resources with the placeholders filled. A
 * placeholder that the record does not fill is a wildcard; so is all of them but one where several have several values.
 */
import type { PatternPart } from "../../domain/program.ts";
import type { ServiceCatalogue } from "../catalogue/service-catalogue.ts";
import { notAnAuthorization } from "../not-authorizations.ts";
import { NO_RESOURCE, type Resource } from "../request/authorization.ts";
import { type CallRequest, HIDDEN, textsAt } from "../request/call-request.ts";
import type { OperationActions } from "./operation-actions.ts";
import type { UserMapping, UserMappingRow } from "./user-mapping.ts";

const PARTS = { requestParameters: "parameters", responseElements: "response", additionalEventData: "extra" } as const;

/** Undefined when no row is about the event. A row of its name goes before one of its whole source. */
export function userActions(
  catalogue: ServiceCatalogue,
  request: CallRequest,
  mapping: UserMapping,
): OperationActions | undefined {
  const rows = rowsByEvent(mapping);
  const row = rows.get(eventOf(request.source, request.name)) ?? rows.get(eventOf(request.source, "*"));
  if (row === undefined) return undefined;
  if (row.actions.length === 0) {
    return { certain: [], possible: [], outcome: notAnAuthorization("userMapping"), isMapped: true };
  }
  const filled = row.resources?.flatMap((template) => fill(request, template));
  const drafts = row.actions.map((action) => {
    const [prefix = "", name = ""] = action.split(":");
    const draft = { action: catalogue.findAction(prefix, name)?.action ?? action, provenance: "userMapping" } as const;
    return [filled === undefined ? draft : { ...draft, resources: filled }];
  });
  return { certain: drafts, possible: [], outcome: undefined, isMapped: true };
}

/** By event; kept as long as the mapping lives, because it is asked for every distinct request. */
const known = new WeakMap<UserMapping, ReadonlyMap<string, UserMappingRow>>();

function rowsByEvent(mapping: UserMapping): ReadonlyMap<string, UserMappingRow> {
  const rows =
    known.get(mapping) ?? new Map(mapping.rows.map((row) => [eventOf(row.eventSource, row.eventName), row] as const));
  known.set(mapping, rows);
  return rows;
}

function eventOf(source: string, name: string): string {
  return `${source} ${name}`.toLowerCase();
}

function fill(request: CallRequest, template: string): readonly Resource[] {
  if (template === "*") return [NO_RESOURCE];
  const pieces = template.split(/(\$\{[^}]*\}|[*?])/).map((piece) => ({ piece, values: valuesOf(request, piece) }));
  const several = pieces.find(({ values }) => values.length > 1);
  return (several?.values ?? [undefined]).map((chosen) => {
    const parts = pieces.flatMap(({ piece, values }): readonly PatternPart[] => {
      if (piece === "") return [];
      if (piece === "*" || piece === "?") return [{ wildcard: piece }];
      const value = several?.piece === piece ? chosen : values.length === 1 ? values[0] : undefined;
      return [value === undefined ? { wildcard: "*" } : { literal: value }];
    });
    const arn = parts.map((part) => ("literal" in part ? part.literal : "")).join("");
    return parts.every((part) => "literal" in part) ? { kind: "arn", arn } : { kind: "pattern", parts };
  });
}

/** A text without placeholder stands for itself. */
function valuesOf(request: CallRequest, piece: string): readonly string[] {
  const name = /^\$\{(.*)\}$/s.exec(piece)?.[1];
  if (name === undefined) return [piece];
  if (name === "Partition") return [request.partition];
  if (name === "Region") return request.region === "" ? [] : [request.region];
  if (name === "Account") return request.account === undefined ? [] : [request.account];
  const [part = "", ...path] = name.split(".");
  const members = request[PARTS[part as keyof typeof PARTS]];
  const texts = textsAt(members, path.join("."));
  return texts.includes(HIDDEN) ? [] : [...new Set(texts)];
}
