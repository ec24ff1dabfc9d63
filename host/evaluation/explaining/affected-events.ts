/** The lines of the event parts: what the chunk holds of an affected row, in words. */
import type { OperationFacts } from "../../authorization/operation-facts.ts";
import { compareCodePoints } from "../../domain/compare-code-points.ts";
import type { DictionaryColumnName, EventChunk } from "../../domain/event-chunk.ts";
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
  const operation = facts.operation.facts[facts.operation.ids[row] ?? 0];
  const errorCode = text("errorCode");
  const { decidedBy, unknown, reason } = explanation;
  return {
    eventID: text("irregularEventId") || formatUuid(chunk.eventId, row),
    eventTime: formatTime(chunk.time[row] ?? 0n),
    account: identity?.account ?? "",
    principal: identity?.principal ?? "",
    action: operation === undefined ? "" : actionOf(operation),
    resources: resourcesOf(facts, row),
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

export function actionOf({ authorization }: OperationFacts): string {
  return authorization.certainty === "exact" ? authorization.action : authorization.pattern;
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

function resourcesOf(facts: ChunkFacts, row: number): readonly string[] {
  const resources = facts.resource.facts[facts.resource.ids[row] ?? 0]?.resources;
  return resources?.kind === "arns" ? resources.arns : [];
}

/** Empty for a record without an id. */
function formatUuid(bytes: Uint8Array, row: number): string {
  const start = row * 16;
  const hex = Array.from(bytes.subarray(start, start + 16), (byte) => byte.toString(16).padStart(2, "0")).join("");
  if (/^0*$/.test(hex)) return "";
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
}
