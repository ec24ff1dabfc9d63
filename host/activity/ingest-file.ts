/**
 * One log file → the raw file, its chunks, and its row in the tenant's ledger, in this order or at least the last last, so
 * that what the ledger names is there. The file counts from the moment the ledger has it.
 */
import type { Bindings } from "../account/bindings.ts";
import { readSetting } from "../account/settings.ts";
import { tenantStub } from "../account/stubs.ts";
import { measure } from "../account/telemetry.ts";
import {
  type CatalogueChunk,
  type IngestState,
  type LedgerRow,
  UNREADABLE_SAMPLES_MAX,
} from "../account/tenant-types.ts";
import { describeFault, type Fault, failure, type Result, success } from "../domain/fault.ts";
import { daysOf } from "../evaluation/chunks/partition-chunk.ts";
import type { ExtractionTotals } from "../wasm/extractor.ts";
import { extractFile } from "./extract-file.ts";
import { readLogFileKey } from "./log-file-key.ts";
import { formerRawFileKey } from "./object-keys.ts";
import { type FileSource, type ReceivedFile, receiveFile } from "./receive-file.ts";
import { storeRows } from "./store-chunks.ts";
import { createWriteLog, type WriteLog } from "./write-log.ts";

export interface IngestRequest {
  readonly tenantId: string;
  /** The S3 object key of the log file; the same key again replaces it, the same bytes again change nothing. */
  readonly key: string;
  readonly source: FileSource;
  /** ms */
  readonly now: number;
}

export interface IngestAnswer {
  readonly key: string;
  readonly records: number;
  readonly stored: number;
  readonly unreadable: number;
  /** What was not stored, by reason: `unreadable` counts records, `digestFile` the file. */
  readonly skipped: Readonly<Record<string, number>>;
  /** The very same file was here before. */
  readonly repeated: boolean;
  /** The file is damaged: what was read before the damage is stored, and this says where it ends. */
  readonly fault?: string;
}

/**
 * Faults: `collection-inactive`, `too-many-events`, those of receiving and of a file without a single record to read, damaged gzip,
 * of which runtimes give more or less (R10), `file-too-large`; then nothing is stored. JSON that is cut off is stored up to there,
 * and the answer and the ledger say so.
 */
export async function ingestFile(bindings: Bindings, request: IngestRequest): Promise<Result<IngestAnswer>> {
  const { tenantId, key, source } = request;
  if (readLogFileKey(key).kind === "digestFile") {
    return success({ key, records: 0, stored: 0, unreadable: 0, skipped: { digestFile: 1 }, repeated: false });
  }
  const tenant = tenantStub(bindings, tenantId);
  const state = await tenant.ingestState(key);
  const inactive = whyInactive(state);
  if (inactive !== undefined) return failure(inactive);
  const log = createWriteLog(bindings, tenantId);
  const received = await receiveFile(bindings, { tenantId, key, known: state.known, source, log }).catch(
    async (error: unknown) => {
      await log.discard();
      throw error;
    },
  );
  if (!received.ok) await log.discard();
  if (!received.ok) return received;
  if (received.value === "repeated") return success(answerOf(state.known as LedgerRow, true));
  return storeReceived(bindings, request, received.value, { state, log });
}

async function storeReceived(
  bindings: Bindings,
  request: IngestRequest,
  received: ReceivedFile,
  { state, log }: { readonly state: IngestState; readonly log: WriteLog },
): Promise<Result<IngestAnswer>> {
  try {
    const tooMany = whyTooMany(bindings, state);
    const row = tooMany === undefined ? await extract(bindings, request, received, log) : failure(tooMany);
    if (!row.ok) {
      await log.discard();
      return row;
    }
    const { file, chunks } = row.value;
    const former = formerRawFileKey(request.tenantId, request.key);
    const outcome = await tenantStub(bindings, request.tenantId).recordFile(file, chunks, former);
    // The very same file came in by another way meanwhile.
    if (outcome.repeated) await log.discard();
    const { records, rows, compressedBytes } = outcome.row;
    measure(bindings, request.tenantId, ["ingest"], [records, rows, compressedBytes]);
    return success(answerOf(outcome.row, outcome.repeated));
  } catch (error) {
    await log.discard();
    throw error;
  }
}

function whyInactive({ status }: IngestState): Fault | undefined {
  if (status === "ACTIVE") return undefined;
  const message =
    status === "FAILED"
      ? "the policy preview configuration FAILED, so no activity is collected; see the Worker's log, mend its buckets, then call CreatePolicyPreviewConfiguration again"
      : "activity is collected only while the policy preview configuration is ACTIVE; call CreatePolicyPreviewConfiguration first";
  return { code: "collection-inactive", message };
}

/** The file that is replaced does not count. */
function whyTooMany(bindings: Bindings, { events, known }: IngestState): Fault | undefined {
  const most = readSetting(bindings, "STORED_EVENTS_MAX");
  if (events - (known?.rows ?? 0) < most) return undefined;
  const message = `${events} events are stored, and no more than ${most} may be; erase some with DELETE /activity, or raise STORED_EVENTS_MAX`;
  return { code: "too-many-events", message };
}

/**
 * UTC days of one file: each becomes an object of its own, and a request may make a thousand calls. CloudTrail writes a file
 * every few minutes.
 */
const DAYS_MAX = 400;

interface ExtractedRow {
  readonly file: LedgerRow;
  readonly chunks: readonly CatalogueChunk[];
}

async function extract(
  bindings: Bindings,
  { tenantId, key, now }: IngestRequest,
  received: ReceivedFile,
  log: WriteLog,
): Promise<Result<ExtractedRow>> {
  const chunks: CatalogueChunk[] = [];
  const days = new Set<bigint>();
  const extracted = await extractFile(key, await received.open(), async (chunk) => {
    for (const day of daysOf(chunk)) days.add(day);
    if (days.size > DAYS_MAX) return;
    chunks.push(...(await storeRows(bindings, { tenantId, fileKey: key, log }, chunk)));
  });
  if (!extracted.ok) return extracted;
  if (days.size > DAYS_MAX) {
    const message = `the file holds events of ${days.size} days, and at most ${DAYS_MAX} are taken of one file; split it by time`;
    return failure({ code: "too-many-days", message });
  }
  const { totals, fault } = extracted.value;
  await received.keep();
  const file: LedgerRow = {
    key,
    contentSha256: await received.sha256(),
    compressedBytes: received.bytes,
    receivedAt: now,
    records: totals.records,
    rows: totals.rows,
    unreadable: totals.unreadableCount,
    unreadableSamples: totals.unreadable.slice(0, UNREADABLE_SAMPLES_MAX),
    rawKey: received.rawKey,
    ...damageOf(totals, fault),
  };
  return success({ file, chunks });
}

/** A record without an end is the end of what could be read: nobody knows how many more there were. */
function damageOf(totals: ExtractionTotals, fault: Fault | undefined): { readonly fault?: string } {
  if (fault !== undefined) {
    // The ledger's row names the file already.
    const { file: _, ...where } = fault.where ?? {};
    return { fault: describeFault({ ...fault, where }) };
  }
  const cut = totals.unreadable.find(({ reason }) => reason === "truncated");
  return cut === undefined
    ? {}
    : { fault: `the file is cut off inside the record at byte ${cut.offset}; what followed is lost` };
}

function answerOf(row: LedgerRow, repeated: boolean): IngestAnswer {
  return {
    key: row.key,
    records: row.records,
    stored: row.rows,
    unreadable: row.unreadable,
    skipped: row.unreadable === 0 ? {} : { unreadable: row.unreadable },
    repeated,
    ...(row.fault === undefined ? {} : { fault: row.fault }),
  };
}
