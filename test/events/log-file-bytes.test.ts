import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import type { Fault } from "../../host/domain/fault.ts";
import { logFileBytes } from "../../host/evaluation/chunks/log-file-bytes.ts";
import { createRandom } from "./random.ts";

const random = createRandom(7);
/** Hard to compress, so that the gzip file has many slices. */
const TEXT = Array.from({ length: 600_000 }, () => String.fromCharCode(33 + random.below(90))).join("");
const GZIP = gzipSync(TEXT);

async function readAll(
  source: ReadableStream<Uint8Array> | Uint8Array,
): Promise<{ text: string; fault: Fault | undefined }> {
  const reading = logFileBytes("log", source);
  const pieces: Uint8Array[] = [];
  let step = await reading.next();
  for (; !step.done; step = await reading.next()) pieces.push(step.value);
  return { text: Buffer.concat(pieces).toString("latin1"), fault: step.value };
}

function streamOf(bytes: Uint8Array, size: number): ReadableStream<Uint8Array> {
  let start = 0;
  return new ReadableStream({
    pull(controller) {
      if (start < bytes.length) controller.enqueue(bytes.subarray(start, start + size));
      else controller.close();
      start += size;
    },
  });
}

describe("logFileBytes()", () => {
  it.each([1000, 100_000, GZIP.length])("unpacks gzip that comes in pieces of %i bytes", async (size) => {
    expect(await readAll(streamOf(GZIP, size))).toEqual({ text: TEXT, fault: undefined });
  });

  it("tells gzip by its first bytes, even when they come one by one", async () => {
    const small = gzipSync("{}");
    expect(await readAll(streamOf(small, 1))).toEqual({ text: "{}", fault: undefined });
    expect(await readAll(small)).toEqual({ text: "{}", fault: undefined });
  });

  it.each(["", "x", '{"Records":[]}'])("hands on %j as it is", async (text) => {
    const bytes = new TextEncoder().encode(text);
    expect(await readAll(bytes)).toEqual({ text, fault: undefined });
    expect(await readAll(streamOf(bytes, 1))).toEqual({ text, fault: undefined });
  });

  it("gives what comes before the place where a file is cut off, and the fault", async () => {
    const { text, fault } = await readAll(GZIP.subarray(0, GZIP.length / 2));
    expect(fault).toMatchObject({ code: "gzip-damaged", where: { file: "log" } });
    expect(text.length).toBeGreaterThan(200_000);
    expect(TEXT.startsWith(text)).toBe(true);
  });

  it("finds a flipped bit", async () => {
    const bytes = Uint8Array.from(GZIP);
    bytes[bytes.length - 6] = (bytes.at(-6) ?? 0) ^ 1;
    expect((await readAll(bytes)).fault).toMatchObject({ code: "gzip-damaged" });
  });

  it("refuses several gzip files joined into one, after the first", async () => {
    const { text, fault } = await readAll(Buffer.concat([gzipSync("first"), gzipSync("second")]));
    expect({ text, code: fault?.code }).toEqual({ text: "first", code: "gzip-damaged" });
  });

  it("throws on what the source throws", async () => {
    const broken = (first: Uint8Array) =>
      new ReadableStream<Uint8Array>({
        start: (controller) => controller.enqueue(first),
        pull: (controller) => controller.error(new Error("the network is gone")),
      });
    await expect(readAll(broken(GZIP.subarray(0, 5000)))).rejects.toThrow("the network is gone");
    await expect(readAll(broken(new TextEncoder().encode("{}")))).rejects.toThrow("the network is gone");
  });

  it("cancels the source when nobody wants the rest", async () => {
    for (const bytes of [GZIP, new TextEncoder().encode(TEXT)]) {
      let isCancelled = false;
      const source = new ReadableStream<Uint8Array>({
        pull: (controller) => controller.enqueue(bytes.subarray(0, 70_000)),
        cancel: () => {
          isCancelled = true;
        },
      });
      for await (const piece of logFileBytes("log", source)) {
        expect(piece.length).toBeGreaterThan(0);
        break;
      }
      expect(isCancelled).toBe(true);
    }
  });
});
