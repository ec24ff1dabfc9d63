/**
 * The queue `cloudtrail-files`: R2 tells of objects that were put into the bucket of raw log files from outside (S3 API, rclone,
 * Sippy). Log files go the way of every other; what is skipped, is by its name.
 */
import { type AccessKey, readAccessKeys, tenantOf } from "../account/access-keys.ts";
import type { Bindings } from "../account/bindings.ts";
import { tenantStub } from "../account/stubs.ts";
import { log, logError, measure } from "../account/telemetry.ts";
import { describeFault, type Fault } from "../domain/fault.ts";
import { ingestFile } from "./ingest-file.ts";
import { type LogFileKey, readLogFileKey } from "./log-file-key.ts";
import { isUploadKey } from "./object-keys.ts";

/** How long a file that could not be taken rests, seconds times the number of attempts. */
const RETRY_PAUSE_S = 15;
/** Actions of R2 after which an object is there. */
const CREATING = new Set(["PutObject", "CopyObject", "CompleteMultipartUpload"]);
/** What storage is tried with. */
const PROBES = "probes/";

/** Each message by itself: one that cannot be taken now comes again, and after that into the dead-letter queue. */
export async function consumeNotifications(batch: MessageBatch<unknown>, bindings: Bindings): Promise<void> {
  for (const message of batch.messages) {
    const key = createdKey(message.body);
    if (key === undefined) {
      message.ack();
      continue;
    }
    try {
      await takeFile(bindings, key);
      message.ack();
    } catch (error) {
      logError("file-not-taken", error, { key, attempts: message.attempts });
      message.retry({ delaySeconds: RETRY_PAUSE_S * message.attempts });
    }
  }
}

/** Undefined for what creates no object, and for what this service put there itself. */
function createdKey(body: unknown): string | undefined {
  const { action, object } = Object(body) as { readonly action?: unknown; readonly object?: unknown };
  const { key } = Object(object) as { readonly key?: unknown };
  if (typeof key !== "string") {
    log("error", "foreign-message");
    return undefined;
  }
  if (!CREATING.has(String(action)) || isUploadKey(key) || key.startsWith(PROBES)) return undefined;
  return key;
}

async function takeFile(bindings: Bindings, key: string): Promise<void> {
  const name = readLogFileKey(key);
  if (name.kind !== "log") return skip(bindings, key, name.kind);
  const tenantId = findTenant(bindings, name);
  if (tenantId === undefined) return skip(bindings, key, "ofNoTenant");
  const now = Date.now();
  const ingested = await ingestFile(bindings, { tenantId, key, source: { kind: "stored", rawKey: key }, now });
  if (ingested.ok) {
    const { records, stored, unreadable, repeated } = ingested.value;
    log("info", "file", { key, tenantId, records, stored, unreadable, repeated });
    return;
  }
  const [fault] = ingested.faults;
  if (fault === undefined) throw new Error("a refusal without a fault");
  if (fault.code === "too-many-events") throw new Error(fault.message);
  if (fault.code === "collection-inactive" || fault.code === "file-gone") return skip(bindings, key, fault.code);
  await enterDamaged(bindings, tenantId, key, fault);
}

/** Nobody waits for an answer here, so that the ledger, and with it every report, has to tell of a file that cannot be read. */
async function enterDamaged(bindings: Bindings, tenantId: string, key: string, fault: Fault): Promise<void> {
  const object = await bindings.CLOUDTRAIL.head(key);
  if (object === null) return skip(bindings, key, "file-gone");
  log("warn", "file-damaged", { key, tenantId, code: fault.code });
  const { file: _, ...where } = fault.where ?? {};
  const row = {
    key,
    contentSha256: `etag:${object.etag}`,
    compressedBytes: object.size,
    receivedAt: Date.now(),
    records: 0,
    rows: 0,
    unreadable: 0,
    unreadableSamples: [],
    fault: describeFault({ ...fault, where }),
    rawKey: key,
  };
  await tenantStub(bindings, tenantId).recordFile(row, []);
}

function skip(bindings: Bindings, key: string, reason: string): void {
  log("info", "file-skipped", { key, reason });
  measure(bindings, "", ["file-skipped", reason], [1]);
}

/**
 * Whose file it is: the organization's that its key names, else that of the account's key. An instance with one tenant takes every
 * file that names no other organization. Throws when the access keys cannot be read.
 */
function findTenant(bindings: Bindings, { organizationId, accountId }: LogFileKey & { readonly kind: "log" }) {
  const keys = readAccessKeys(bindings);
  if (!keys.ok) throw new Error(keys.faults.map(describeFault).join("; "));
  const all: readonly AccessKey[] = [...keys.value.values()];
  const tenants = new Set(all.map(tenantOf));
  if (organizationId !== undefined && tenants.has(organizationId)) return organizationId;
  const ofAccount = all.find((key) => key.accountId === accountId);
  if (organizationId === undefined && ofAccount !== undefined) return tenantOf(ofAccount);
  const [only] = tenants;
  const isOthers = organizationId !== undefined && only?.startsWith("o-") === true;
  return tenants.size === 1 && !isOthers ? only : undefined;
}
