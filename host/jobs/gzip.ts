/** gzip of bytes in memory. */

/** Bytes handed on at a time; a Blob would do it in one go, and holds no more than 128 MiB. */
const SLICE_BYTES = 1024 * 1024;

export async function gzip(bytes: Uint8Array): Promise<Uint8Array> {
  let start = 0;
  const source = new ReadableStream<Uint8Array<ArrayBuffer>>({
    pull(controller) {
      if (start >= bytes.length) return controller.close();
      controller.enqueue(bytes.slice(start, start + SLICE_BYTES) as Uint8Array<ArrayBuffer>);
      start += SLICE_BYTES;
    },
  });
  return new Uint8Array(await new Response(source.pipeThrough(new CompressionStream("gzip"))).arrayBuffer());
}
