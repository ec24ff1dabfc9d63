/**
 * `PUT /cloudtrail/{key}`: one log file → the raw file, its chunks, and its row in the tenant's ledger, in this order, so
 * that what the ledger names is there. The file counts from the moment the ledger has it.
 */
import type { Bindings } from "../account/bindings.ts";
import { tenantStub } from "../account/stubs.ts";
import { type CatalogueChunk, type LedgerRow, UNREADABLE_SAMPLES_MAX } from "../account/tenant-types.ts";
import { type EventChunk, EXTRACTION_VERSION } from "../domain/event-chunk.ts";
import { describeFault, type Fault, failure, type Result, success } from "../domain/fault.ts";
import { encodeChunk } from "../evaluation/chunks/chunk-file.ts";
import { partitionChunk } from "../evaluation/chunks/partition-chunk.ts";
import type { ExtractionTotals } from "../wasm/extractor.ts";
import { extractFile } from "./extract-file.ts";
import { chunkKey, rawFileKey } from "./object-keys.ts";
import { sha256Hex } from "./sha256.ts";

export interface IngestRequest {
  readonly tenantId: string;
  /** The S3 object key of the log file; the same key again replaces it, the same bytes again change nothing. */
  readonly key: string;
  /** As delivered: JSON or gzip. */
  readonly body: Uint8Array;
  /** ms */
  readonly now: number;
}

export interface IngestAnswer {
  readonly key: string;
  readonly records: number;
  readonly stored: number;
  readonly unreadable: number;
  /** The very same file was here before. */
  readonly repeated: boolean;
  /** The file is damaged: what was read before the damage is stored, and this says where it ends. */
  readonly fault?: string;
}

/**
 * Faults: `collection-inactive`, those of a file without a single record to read, and damaged gzip, of which runtimes give more
 * or less (R10); then nothing is stored. JSON that is cut off is stored up to there, and the answer and the ledger say so.
 */
export async function ingestFile(bindings: Bindings, request: IngestRequest): Promise<Result<IngestAnswer>> {
  const tenant = tenantStub(bindings, request.tenantId);
  const configuration = await tenant.getConfiguration();
  if (configuration?.status !== "ACTIVE") {
    const message =
      "activity is collected only while the policy preview configuration is ACTIVE; call CreatePolicyPreviewConfiguration first";
    return failure({ code: "collection-inactive", message });
  }
  const contentSha256 = await sha256Hex(request.body);
  const known = await tenant.findFile(request.key);
  if (known !== undefined && known.contentSha256 === contentSha256) return success(answerOf(known, true));

  const extracted = await extractFile(request.key, request.body);
  if (!extracted.ok) return extracted;
  await bindings.CLOUDTRAIL.put(rawFileKey(request.tenantId, request.key), request.body);
  const chunks: CatalogueChunk[] = [];
  for (const chunk of extracted.value.chunks) chunks.push(...(await storeChunk(bindings, request, chunk)));
  const { totals, fault } = extracted.value;
  const row: LedgerRow = {
    key: request.key,
    contentSha256,
    compressedBytes: request.body.length,
    receivedAt: request.now,
    records: totals.records,
    rows: totals.rows,
    unreadable: totals.unreadableCount,
    unreadableSamples: totals.unreadable.slice(0, UNREADABLE_SAMPLES_MAX),
    ...damageOf(totals, fault),
  };
  await tenant.recordFile(row, chunks);
  return success(answerOf(row, false));
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

async function storeChunk(
  bindings: Bindings,
  { tenantId, key }: IngestRequest,
  extracted: EventChunk,
): Promise<readonly CatalogueChunk[]> {
  const stored: CatalogueChunk[] = [];
  for (const { partition, chunk, timeMin, timeMax } of partitionChunk(extracted)) {
    const bytes = encodeChunk(chunk, [{ file: key, rows: chunk.rows }]);
    const name = chunkKey(tenantId, partition, await sha256Hex(bytes));
    await bindings.ACTIVITY.put(name, bytes);
    stored.push({
      chunkKey: name,
      partition,
      rows: chunk.rows,
      bytes: bytes.length,
      timeMin,
      timeMax,
      fileKey: key,
      extractionVersion: EXTRACTION_VERSION,
    });
  }
  return stored;
}

function answerOf(row: LedgerRow, repeated: boolean): IngestAnswer {
  return {
    key: row.key,
    records: row.records,
    stored: row.rows,
    unreadable: row.unreadable,
    repeated,
    ...(row.fault === undefined ? {} : { fault: row.fault }),
  };
}
