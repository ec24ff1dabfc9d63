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

/**
 * Gives the ledger's members that change: none when the raw file is gone. `replaced`: somebody put another file in its place
 * meanwhile, which stays.
 */
export async function rewriteRawFile(
  bindings: Bindings,
  input: { readonly tenantId: string; readonly row: LedgerRow; readonly offsets: readonly number[] },
): Promise<Pick<LedgerRow, "contentSha256" | "compressedBytes" | "rawKey"> | "replaced"> {
  const { tenantId, row, offsets } = input;
  const { key, contentSha256, compressedBytes, rawKey: oldKey = formerRawFileKey(tenantId, key) } = row;
  const bucket = bindings.CLOUDTRAIL;
  const object = await bucket.get(oldKey);
  if (object === null || offsets.length === 0) return { contentSha256, compressedBytes };
  const blanked = blankRecords(logFileBytes(key, object.body), offsets);
  // Packed whatever it was: blanks pack well, and readers tell by the content.
  const packed = await gzip(blanked);
  const sha256 = await sha256Hex(packed);
  // A file that came from outside stays where its owner put it.
  const isOurs = isUploadKey(oldKey) || oldKey === formerRawFileKey(tenantId, key);
  const rawKey = isOurs ? uploadKey(tenantId, sha256, key) : oldKey;
  const onlyIf = isOurs ? {} : { onlyIf: { etagMatches: object.etag } };
  if ((await bucket.put(rawKey, packed, onlyIf)) === null) return "replaced";
  // Files of a former version are not in the ledger by their place, so that nobody else takes them away.
  if (isOurs && !isUploadKey(oldKey)) await bucket.delete(oldKey);
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
