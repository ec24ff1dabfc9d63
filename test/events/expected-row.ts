/**
 * The slow twin of assembly/events/row.ts: the text of each member's value → the row it must become, or the reason why it
 * cannot, with nothing but JSON.parse and Date.
 */
import type { UnreadableReason } from "../../host/domain/event-chunk.ts";
import type { RecordPart, WantedPath } from "../../host/domain/parameter-selection.ts";
import type { Row } from "./extract-all.ts";
import { prunedPart } from "./pruned-part.ts";

const NO_UUID = "0".repeat(32);
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const TIME = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d:\d\d)(\.\d+)?(?:Z|([+-])(\d\d):(\d\d))$/;
const QUERY_TIME = /^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d)(\.\d+)?(?: UTC)?$/;

/** `members`: JSON texts of the values by name, the last one written of each. */
export function expectedRow(
  members: ReadonlyMap<string, string>,
  file: string,
  offset: number,
  selection: readonly WantedPath[] = [],
): Row | UnreadableReason {
  const text = (name: string): string => textOf(members.get(name));
  const raw = (name: string): string => rawOf(members.get(name));
  if (text("eventSource") === "") return "withoutSource";
  if (text("eventName") === "") return "withoutName";
  if (text("eventTime") === "") return "withoutTime";
  const part = (name: RecordPart): string =>
    prunedPart(members.get(name), selection, text("eventSource"), text("eventName"), name);
  const time = timeOf(JSON.parse(members.get("eventTime") ?? "null"));
  if (time === undefined) return "malformedTime";
  const eventId = uuidOf(members.get("eventID"));
  const sharedEventId = uuidOf(members.get("sharedEventID"));
  return {
    operation: `${text("eventSource")} ${text("eventName")}`,
    identity: raw("userIdentity"),
    recipientAccount: text("recipientAccountId"),
    region: text("awsRegion"),
    sourceIp: text("sourceIPAddress"),
    userAgent: text("userAgent"),
    vpcEndpoint: text("vpcEndpointId"),
    vpcEndpointAccount: text("vpcEndpointAccountId"),
    errorCode: text("errorCode"),
    kind: `${text("eventType")} ${text("eventCategory")}`,
    resources: raw("resources"),
    tls: raw("tlsDetails"),
    eventContext: raw("eventContext"),
    irregularEventId: eventId === undefined ? text("eventID") : "",
    irregularSharedEventId: sharedEventId === undefined ? text("sharedEventID") : "",
    file,
    requestParameters: part("requestParameters"),
    responseElements: part("responseElements"),
    additionalEventData: part("additionalEventData"),
    addendum: raw("addendum"),
    time,
    eventId: eventId ?? NO_UUID,
    sharedEventId: sharedEventId ?? NO_UUID,
    offset,
  };
}

function textOf(json: string | undefined): string {
  const value: unknown = JSON.parse(json ?? "null");
  if (value === null) return "";
  return typeof value === "string" ? value.toWellFormed() : (json ?? "");
}

function rawOf(json: string | undefined): string {
  if (json === undefined || json === "null") return "";
  return /^"[{[]/.test(json) ? textOf(json) : json;
}

function uuidOf(json: string | undefined): string | undefined {
  const value: unknown = JSON.parse(json ?? "null");
  if (typeof value !== "string" || !UUID.test(value)) return undefined;
  const digits = value.replaceAll("-", "");
  return digits === NO_UUID ? undefined : digits;
}

/** Date rolls 30 February over to March: a day that does not come back as it went in is none. */
function timeOf(value: unknown): number | undefined {
  const match = typeof value === "string" ? (TIME.exec(value) ?? QUERY_TIME.exec(value)) : null;
  if (match === null) return undefined;
  const [, day, clock, fraction = ".0", sign = "+", hours = "00", minutes = "00"] = match;
  const base = new Date(`${day}T${clock}.000Z`);
  if (Number.isNaN(base.getTime()) || base.toISOString() !== `${day}T${clock}.000Z`) return undefined;
  if (Number(hours) > 23 || Number(minutes) > 59) return undefined;
  const shift = (Number(hours) * 60 + Number(minutes)) * 60_000 * (sign === "+" ? -1 : 1);
  return base.getTime() + Number(fraction.slice(1, 4).padEnd(3, "0")) + shift;
}
