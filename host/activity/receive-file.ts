/**
 * The bytes of one log file, whichever way they come: whole in memory, as a stream whose hash is known and signed, or as an
 * object that lies in the bucket already. After this they can be read, hashed and kept in the same way.
 */
import type { Bindings } from "../account/bindings.ts";
import type { LedgerRow } from "../account/tenant-types.ts";
import { failure, type Result, success } from "../domain/fault.ts";
import { hashStream } from "./hash-stream.ts";
import { uploadKey } from "./object-keys.ts";
import { sha256Hex } from "./sha256.ts";
import type { WriteLog } from "./write-log.ts";

export type FileSource =
  /** As delivered: JSON or gzip. */
  | { readonly kind: "whole"; readonly bytes: Uint8Array }
  /** Not read yet. The sender has signed the hash; whether the bytes have it shows at their end. */
  | {
      readonly kind: "stream";
      readonly stream: ReadableStream<Uint8Array>;
      readonly sha256: string;
      readonly bytes: number;
    }
  /** Put into the bucket CLOUDTRAIL from outside, under this key. */
  | { readonly kind: "stored"; readonly rawKey: string };

export interface ReceivedFile {
  readonly rawKey: string;
  /** As delivered. */
  readonly bytes: number;
  /** To be read once, to its end. */
  open(): Promise<Uint8Array | ReadableStream<Uint8Array>>;
  /** Lower-case hex; of a file from outside only after it was read. */
  sha256(): Promise<string>;
  /** Makes sure that the raw file lies under `rawKey`. Throws when another one has taken its place meanwhile. */
  keep(): Promise<void>;
}

export interface Reception {
  readonly tenantId: string;
  readonly key: string;
  /** What the ledger has under the key. */
  readonly known: LedgerRow | undefined;
  readonly source: FileSource;
  readonly log: WriteLog;
}

/**
 * `repeated` when the ledger has these very bytes. Faults: `body-hash` (the bytes are not those that were signed; nothing is
 * left of them), `file-gone` (the object is not in the bucket any more).
 */
export async function receiveFile(
  bindings: Bindings,
  reception: Reception,
): Promise<Result<ReceivedFile | "repeated">> {
  const { tenantId, key, known, source, log } = reception;
  const bucket = bindings.CLOUDTRAIL;
  if (source.kind === "whole") {
    const sha256 = await sha256Hex(source.bytes);
    if (known?.contentSha256 === sha256) return success("repeated");
    const rawKey = uploadKey(tenantId, sha256, key);
    return success({
      rawKey,
      bytes: source.bytes.byteLength,
      open: async () => source.bytes,
      sha256: async () => sha256,
      keep: async () => {
        await log.expect([{ bucket: "CLOUDTRAIL", key: rawKey }]);
        await bucket.put(rawKey, source.bytes);
      },
    });
  }
  if (source.kind === "stored") {
    const object = await bucket.get(source.rawKey);
    if (object === null) {
      return failure({ code: "file-gone", message: "the file is not in the bucket any more", where: { file: key } });
    }
    const hashed = hashStream(object.body);
    return success({
      rawKey: source.rawKey,
      bytes: object.size,
      open: async () => hashed.stream,
      sha256: () => hashed.sha256,
      async keep() {
        const now = await bucket.head(source.rawKey);
        if (now?.etag !== object.etag) throw new Error("the file was replaced while it was read");
      },
    });
  }
  return receiveStream(bindings, reception, source);
}

/** R2 checks the hash itself, and keeps nothing of what has another one. */
async function receiveStream(
  bindings: Bindings,
  { tenantId, key, known, log }: Reception,
  { stream, sha256, bytes }: FileSource & { readonly kind: "stream" },
): Promise<Result<ReceivedFile | "repeated">> {
  const mismatch = failure({
    code: "body-hash",
    message: "the body does not have the hash that x-amz-content-sha256 says",
    where: { file: key },
  });
  if (known?.contentSha256 === sha256) {
    const hashed = hashStream(stream);
    await hashed.stream.pipeTo(new WritableStream());
    return (await hashed.sha256) === sha256 ? success("repeated") : mismatch;
  }
  const bucket = bindings.CLOUDTRAIL;
  const rawKey = uploadKey(tenantId, sha256, key);
  await log.expect([{ bucket: "CLOUDTRAIL", key: rawKey }]);
  const stored = await bucket.put(rawKey, stream, { sha256 }).then(
    () => true,
    (error: unknown) => {
      if (error instanceof Error && /checksum|sha-?256/i.test(error.message)) return false;
      throw error;
    },
  );
  if (!stored) return mismatch;
  return success({
    rawKey,
    bytes,
    async open() {
      const object = await bucket.get(rawKey);
      if (object === null) throw new Error("a file that was just stored is not there");
      return object.body;
    },
    sha256: async () => sha256,
    keep: async () => {},
  });
}
