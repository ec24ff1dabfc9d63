import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import type { Exception } from "../../host/api/exceptions.ts";
import { readDelivery } from "../../host/api/input/read-pushed-events.ts";

const EVENT = '{"eventVersion":"1.11","eventName":"Ü"}';

function base64(content: string | Uint8Array): string {
  return Buffer.from(content).toString("base64");
}

function delivery(...data: readonly unknown[]): string {
  return JSON.stringify({ requestId: "r", timestamp: 1_795_559_087_000, records: data.map((one) => ({ data: one })) });
}

async function read(body: string | Uint8Array): Promise<string> {
  const outcome = await readDelivery(typeof body === "string" ? new TextEncoder().encode(body) : body);
  if (!outcome.ok) throw new Error(outcome.exception.message);
  return new TextDecoder().decode(outcome.value);
}

async function refusal(body: string | Uint8Array): Promise<Exception> {
  const outcome = await readDelivery(typeof body === "string" ? new TextEncoder().encode(body) : body);
  if (outcome.ok) throw new Error("was read");
  return outcome.exception;
}

describe("readDelivery() gives the records of a delivery, a line each", () => {
  test("from base64", async () => {
    expect(await read(delivery(base64(EVENT)))).toBe(`${EVENT}\n`);
    expect(await read(delivery(base64("1"), base64(EVENT), base64("2\n")))).toBe(`1\n${EVENT}\n2\n\n`);
  });

  test("from records that are gzip, as a subscription of CloudWatch Logs makes them", async () => {
    const logs = JSON.stringify({
      messageType: "DATA_MESSAGE",
      logEvents: [{ id: "1", timestamp: 1, message: EVENT }],
    });
    expect(await read(delivery(base64(gzipSync(logs)), base64(EVENT)))).toBe(`${logs}\n${EVENT}\n`);
  });

  test("from a body that is gzip", async () => {
    expect(await read(gzipSync(delivery(base64(EVENT))))).toBe(`${EVENT}\n`);
    expect(await read(gzipSync(delivery(base64(gzipSync(EVENT)))))).toBe(`${EVENT}\n`);
  });

  test("unpacks once: gzip inside gzip is nobody's form", async () => {
    const twice = gzipSync(gzipSync(EVENT));
    const outcome = await readDelivery(new TextEncoder().encode(delivery(base64(twice))));
    expect(outcome.ok && Buffer.from(outcome.value).equals(Buffer.concat([gzipSync(EVENT), Buffer.from("\n")]))).toBe(
      true,
    );
  });

  test("from no records at all, as nothing", async () => {
    expect(await read(delivery())).toBe("");
    expect(await read('{"records":[]}')).toBe("");
  });

  test("whatever else a record or the delivery has", async () => {
    const body = { records: [{ data: base64(EVENT), attributes: { a: 1 } }], version: "2.0" };
    expect(await read(JSON.stringify(body))).toBe(`${EVENT}\n`);
  });
});

describe("readDelivery() refuses", () => {
  test.each([
    ["no JSON", "{"],
    ["nothing", ""],
    ["a list", "[]"],
    ["text", '"x"'],
    ["no records", "{}"],
    ["records that are no list", '{"records":{}}'],
    ["an event as it is", EVENT],
    ["bytes that are not UTF-8", Uint8Array.of(0x22, 0xff, 0x22)],
    ["gzip of no JSON", new Uint8Array(gzipSync("x"))],
    ["gzip that is cut off", new Uint8Array(gzipSync(delivery(base64(EVENT))).subarray(0, -9))],
    ["the beginning of gzip", Uint8Array.of(0x1f, 0x8b)],
  ])("a body that is %s", async (_, body) => {
    const exception = await refusal(body);
    expect(exception).toMatchObject({ code: "ValidationException", reason: "cannotParse" });
    expect(exception.message).toMatch(/^the body is no delivery of Firehose/);
    expect(exception).not.toHaveProperty("fieldList");
  });

  test.each([
    ["no base64", delivery(base64(EVENT), "%%%"), 1],
    ["base64 that is cut off", delivery("YWJjZ"), 0],
    ["no text", delivery(base64(EVENT), base64(EVENT), 7), 2],
    ["no data", '{"records":[{}]}', 0],
    ["no object", '{"records":[null]}', 0],
    ["damaged gzip", delivery(base64(gzipSync(EVENT).subarray(0, -4))), 0],
    ["gzip with another checksum", delivery(base64(withWrongChecksum())), 0],
  ])("a record that is %s, and says which", async (_, body, index) => {
    const name = `records[${index}].data`;
    expect(await refusal(body)).toEqual({
      code: "ValidationException",
      reason: "cannotParse",
      message: expect.stringMatching(new RegExp(`^records\\[${index}\\]\\.data: must be base64`)),
      fieldList: [{ name, message: expect.stringContaining("base64") }],
    });
  });

  test("to unpack without end: a record, all records together, or the body", async () => {
    const mebibyte = 1024 * 1024;
    const bomb = base64(gzipSync(new Uint8Array(101 * mebibyte)));
    expect(await refusal(delivery(base64(EVENT), bomb))).toMatchObject({ fieldList: [{ name: "records[1].data" }] });
    const half = base64(gzipSync(new Uint8Array(20 * mebibyte)));
    expect(await refusal(delivery(half, half))).toMatchObject({ fieldList: [{ name: "records[1].data" }] });
    expect(await refusal(gzipSync(new Uint8Array(101 * mebibyte)))).toMatchObject({ reason: "cannotParse" });
  });
});

function withWrongChecksum(): Uint8Array {
  const bytes = new Uint8Array(gzipSync(EVENT));
  const index = bytes.length - 8;
  bytes[index] = (bytes[index] ?? 0) ^ 1;
  return bytes;
}
