/**
 * A raw log file without some of its records: they are blanked out in place, so that all other records stay where chunks and
 * reports say they are.
 */
import type { Bindings } from "../account/bindings.ts";
import type { LedgerRow } from "../account/tenant-types.ts";
import { blankRecords } from "../evaluation/chunks/blank-records.ts";
import { logFileBytes } from "../evaluation/chunks/log-file-bytes.ts";
import { formerRawFileKey, isUploadKey, uploadKey } from "./object-keys.ts";
import { sha256Hex } from "./sha256.ts";
import type { WriteLog } from "./write-log.ts";

export interface Rewriting {
  readonly tenantId: string;
  readonly row: LedgerRow;
  /** Where the records begin, in the uncompressed file. */
  readonly offsets: readonly number[];
  readonly log: WriteLog;
}

/**
 * Gives the ledger's members that change. When the raw file is gone it is only that the same bytes, put again, count as new.
 * `replaced`: somebody put another file in its place meanwhile, which stays.
 */
export async function rewriteRawFile(
  bindings: Bindings,
  { tenantId, row, offsets, log }: Rewriting,
): Promise<Pick<LedgerRow, "contentSha256" | "compressedBytes" | "rawKey"> | "replaced"> {
  const { key, compressedBytes, rawKey: oldKey = formerRawFileKey(tenantId, key) } = row;
  const bucket = bindings.CLOUDTRAIL;
  const object = await bucket.get(oldKey);
  if (object === null || offsets.length === 0) {
    await object?.body.cancel();
    return { contentSha256: `of a part of ${row.contentSha256}`, compressedBytes };
  }
  const blanked = blankRecords(logFileBytes(key, object.body), offsets);
  // Packed whatever it was: blanks pack well, and readers tell by the content.
  const packed = await gzip(blanked);
  const sha256 = await sha256Hex(packed);
  // A file that came from outside stays where its owner put it.
  const isOurs = isUploadKey(oldKey) || row.rawKey === undefined;
  const rawKey = isOurs ? uploadKey(tenantId, sha256, key) : oldKey;
  if (isOurs) await log.expect([{ bucket: "CLOUDTRAIL", key: rawKey }]);
  const onlyIf = isOurs ? {} : { onlyIf: { etagMatches: object.etag } };
  if ((await bucket.put(rawKey, packed, onlyIf)) === null) return "replaced";
  return { contentSha256: sha256, compressedBytes: packed.byteLength, rawKey };
}

async function gzip(bytes: AsyncGenerator<Uint8Array>): Promise<Uint8Array> {
  const stream = new ReadableStream<Uint8Array<ArrayBuffer>>({
    async pull(controller) {
      const { done, value } = await bytes.next();
      if (done) controller.close();
      else controller.enqueue(value as Uint8Array<ArrayBuffer>);
    },
  });
  return new Uint8Array(await new Response(stream.pipeThrough(new CompressionStream("gzip"))).arrayBuffer());
}
