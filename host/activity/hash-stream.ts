/** Bytes on their way, hashed as they go by: for files too large to hold. */

/** Workers' own; the types of the DOM hide it. */
type DigestStream = WritableStream<Uint8Array> & { readonly digest: Promise<ArrayBuffer> };
const { DigestStream } = crypto as unknown as { readonly DigestStream: new (algorithm: "SHA-256") => DigestStream };

export interface HashedStream {
  /** The same bytes. */
  readonly stream: ReadableStream<Uint8Array>;
  /** SHA-256 in lower-case hex, once the stream was read to its end; never before. */
  readonly sha256: Promise<string>;
}

export function hashStream(source: ReadableStream<Uint8Array>): HashedStream {
  const digest = new DigestStream("SHA-256");
  const writer = digest.getWriter();
  const stream = source.pipeThrough(
    new TransformStream<Uint8Array, Uint8Array>({
      async transform(piece, controller) {
        await writer.write(piece);
        controller.enqueue(piece);
      },
      flush: () => writer.close(),
    }),
  );
  const sha256 = digest.digest.then((hash) =>
    Array.from(new Uint8Array(hash), (byte) => byte.toString(16).padStart(2, "0")).join(""),
  );
  // Nobody may be left to listen when the source breaks: that is the reader's to see.
  sha256.catch(() => undefined);
  return { stream, sha256 };
}
