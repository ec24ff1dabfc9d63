/** `PUT /cloudtrail/{key}` and `POST /cloudtrail`: log files as CloudTrail delivers them, and events as senders push them. */
import { tenantOf } from "../../account/access-keys.ts";
import { LOG_FILE_BYTES_MAX } from "../../activity/extract-file.ts";
import type { IngestAnswer } from "../../activity/ingest-file.ts";
import type { FileSource } from "../../activity/receive-file.ts";
import { sha256Hex } from "../../activity/sha256.ts";
import type { Fault } from "../../domain/fault.ts";
import type { Call } from "../call.ts";
import { type Exception, invalidFields, type Outcome, problemsOfBody, refuse } from "../exceptions.ts";
import { type BodyLimits, UPLOAD_BODY_MAX } from "../input/read-body.ts";
import { readDelivery } from "../input/read-pushed-events.ts";
import type { AuthenticatedRequest } from "../signature/authenticate.ts";

/** A log file may be as large as what is read of it: nothing holds it whole. */
export const LOG_FILE_BODY: BodyLimits = {
  heldMax: UPLOAD_BODY_MAX,
  unreadMax: LOG_FILE_BYTES_MAX,
  advice: "compress the log file (.json.gz), or split it",
};

/** Bytes of a log file's key: R2 allows 1,024, and tenant and hash take part of them. */
const LOG_FILE_KEY_MAX = 896;

/** `fileKey` is the S3 object key of the log file, decoded. */
export async function putLogFile(
  call: Call,
  fileKey: string,
  { body, unread }: Pick<AuthenticatedRequest, "body" | "unread">,
): Promise<Outcome<Response>> {
  const problem = checkKey(fileKey);
  if (problem !== undefined) return refuse(invalidFields([{ name: "key", message: problem }]));
  const source: FileSource = unread === undefined ? { kind: "whole", bytes: body } : { kind: "stream", ...unread };
  return ingest(call, fileKey, source);
}

function checkKey(fileKey: string): string | undefined {
  const bytes = new TextEncoder().encode(fileKey).byteLength;
  if (bytes === 0 || bytes > LOG_FILE_KEY_MAX) return `must have 1 to ${LOG_FILE_KEY_MAX} bytes, not ${bytes}`;
  // Signature Version 4 takes such segments out of the path before it signs: the same signature would fit another key.
  const isLoose = fileKey.split("/").some((segment) => segment === "" || segment === "." || segment === "..");
  return isLoose ? "must have no empty segment, and none that is `.` or `..`" : undefined;
}

/** Named by their content: the same events again, as senders repeat them, change nothing. */
export async function pushEvents(
  call: Call,
  delivery: string | undefined,
  body: Uint8Array,
): Promise<Outcome<Response>> {
  const events = delivery === undefined ? { ok: true as const, value: body } : await readDelivery(body);
  if (!events.ok) return events;
  // Firehose tries with a delivery that holds nothing when a stream is made.
  if (delivery !== undefined && events.value.byteLength === 0) return { ok: true, value: Response.json({}) };
  const fileKey = `pushed/${await sha256Hex(events.value)}.json`;
  return ingest(call, fileKey, { kind: "whole", bytes: events.value });
}

async function ingest(call: Call, fileKey: string, source: FileSource): Promise<Outcome<Response>> {
  const { bindings, rooms, key, now } = call;
  const ingested = await rooms.ingestFile(bindings, { tenantId: tenantOf(key), key: fileKey, source, now });
  if (ingested.ok) return { ok: true, value: Response.json(ingested.value satisfies IngestAnswer) };
  return refuse(exceptionOf(ingested.faults, tenantOf(key)));
}

function exceptionOf(faults: readonly Fault[], tenantId: string): Exception {
  const [fault] = faults;
  switch (fault?.code) {
    case "collection-inactive": {
      const resource = { resourceId: "GLOBAL", resourceType: "PolicyPreviewConfiguration" } as const;
      return { code: "ConflictException", message: fault.message, ...resource };
    }
    case "too-many-events":
      return {
        code: "ServiceQuotaExceededException",
        message: fault.message,
        resourceId: tenantId,
        resourceType: "Activity",
      };
    case "body-hash":
      return { code: "InvalidSignatureException", message: fault.message };
    case "file-too-large":
      return { code: "RequestEntityTooLargeException", message: fault.message };
    default:
      return invalidFields(problemsOfBody(faults));
  }
}
