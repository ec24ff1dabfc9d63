/** The lines of the event parts: what the chunk holds of an affected row, in words. */
import { type Authorization, resourceText } from "../../authorization/request/authorization.ts";
import type { RequestAuthorizations } from "../../authorization/request/authorizations-of.ts";
import { compareCodePoints } from "../../domain/compare-code-points.ts";
import type { DictionaryColumnName, EventChunk } from "../../domain/event-chunk.ts";
import { formatUuid } from "../../domain/format-uuid.ts";
import type { AffectedEvent } from "../../domain/report.ts";
import type { ChunkFacts } from "../judging/chunk-facts.ts";
import type { Explanation } from "./explain-verdict.ts";

export function affectedEvent(
  chunk: EventChunk,
  facts: ChunkFacts,
  row: number,
  explanation: Explanation,
): AffectedEvent {
  const text = (name: DictionaryColumnName) => chunk.columns[name].values[chunk.columns[name].ids[row] ?? 0] ?? "";
  const [eventSource, eventName] = splitOperation(text("operation"));
  const identity = facts.identity.facts[facts.identity.ids[row] ?? 0];
  const request = facts.request.facts[facts.request.ids[row] ?? 0];
  const named = request === undefined ? undefined : namedBy(request.authorizations, explanation.place);
  const errorCode = text("errorCode");
  const { decidedBy, unknown, reason } = explanation;
  return {
    eventID: text("irregularEventId") || formatUuid(chunk.eventId, row),
    eventTime: formatTime(chunk.time[row] ?? 0n),
    account: identity?.account ?? "",
    principal: identity?.principal ?? "",
    action: named?.action ?? "",
    ...(named === undefined ? {} : { mapping: named.provenance }),
    resources: request === undefined || named === undefined ? [] : resourcesOf(request.authorizations, named),
    region: text("region"),
    sourceIPAddress: text("sourceIp"),
    userAgent: text("userAgent"),
    eventSource,
    eventName,
    ...(errorCode === "" ? {} : { errorCode }),
    ...(decidedBy === undefined ? {} : { decidedBy }),
    unknown,
    ...(reason === undefined ? {} : { reason }),
    file: text("file"),
    offset: chunk.offset[row] ?? 0,
  };
}

/** By time, then event id, by code point (R10); then by place, so that the order is one even for records without ids. */
export function compareEvents(left: AffectedEvent, right: AffectedEvent): number {
  return (
    compareTimes(left.eventTime, right.eventTime) ||
    compareCodePoints(left.eventID, right.eventID) ||
    compareCodePoints(left.file, right.file) ||
    left.offset - right.offset
  );
}

/** Times as formatTime writes them; texts of one length order as they stand, a fraction must not sort before its second. */
export function compareTimes(left: string, right: string): number {
  return left.length === right.length ? compareCodePoints(left, right) : Date.parse(left) - Date.parse(right);
}

/** The authorization that is meant; of a row that was not explained by one its first. */
function namedBy({ certain, possible }: RequestAuthorizations, place: Explanation["place"]): Authorization | undefined {
  if (place === undefined) return certain[0]?.[0] ?? possible[0];
  return "possible" in place ? possible[place.possible] : certain[place.list]?.[place.alternative];
}

/** `eventSource eventName` → both. */
export function splitOperation(operation: string): readonly [string, string] {
  const space = operation.indexOf(" ");
  return space < 0 ? [operation, ""] : [operation.slice(0, space), operation.slice(space + 1)];
}

/** ISO-8601 in UTC; without a fraction where there is none, as CloudTrail writes it. */
export function formatTime(time: bigint): string {
  return new Date(Number(time)).toISOString().replace(".000Z", "Z");
}

/** What the action was asked for: ARNs, and forms with wildcards where they are known in part. */
function resourcesOf({ certain, possible }: RequestAuthorizations, named: Authorization): readonly string[] {
  const same = [...certain.flat(), ...possible].filter(({ action }) => action === named.action);
  const isKnown = ({ resource }: Authorization) => resource.kind === "arn" || resource.kind === "pattern";
  return [...new Set(same.filter(isKnown).map(({ resource }) => resourceText(resource)))];
}
