import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import type { BodyLimits } from "../../host/api/input/read-body.ts";
import { ORIGIN, presignRequest } from "./sign-request.ts";
import { NOW, signNow, tryAuthenticate, verdictOf } from "./try-authenticate.ts";

const HELD = 100;
const UNREAD = 1_000;
const LIMITS: BodyLimits = { heldMax: HELD, unreadMax: UNREAD };
const TOO_LARGE = /^RequestEntityTooLargeException/;

function sha256Of(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

interface Sent {
  readonly bytes: number;
  /** `x-amz-content-sha256`, signed; absent when undefined. */
  readonly sha256?: string;
  readonly signature?: string;
  /** `content-length`; absent when undefined. */
  readonly announced?: number | undefined;
}

/** A log file whose bytes come from a stream, which tells how many parts of it were taken. */
async function streamed({ bytes, sha256, signature, announced = bytes }: Sent) {
  const body = "x".repeat(bytes);
  const signed = await signNow({
    method: "PUT",
    path: "/cloudtrail/x.json",
    body,
    ...(sha256 === undefined ? {} : { headers: { "x-amz-content-sha256": sha256 } }),
  });
  const headers = new Headers(signed.headers);
  const authorization = headers.get("authorization") ?? "";
  if (signature !== undefined) headers.set("authorization", authorization.replace(/[0-9a-f]{64}$/, signature));
  headers.set("content-length", String(announced));
  return fromStream(signed.url, headers, body);
}

function fromStream(url: string, headers: Headers, body: string) {
  const taken = { parts: 0, isCanceled: false };
  const stream = new ReadableStream<Uint8Array<ArrayBuffer>>(
    {
      pull(controller) {
        const part = body.slice(taken.parts * 10, taken.parts * 10 + 10);
        if (part === "") return controller.close();
        taken.parts += 1;
        controller.enqueue(new TextEncoder().encode(part));
      },
      cancel() {
        taken.isCanceled = true;
      },
    },
    { highWaterMark: 0 },
  );
  const init = { method: "PUT", headers, body: stream, duplex: "half" };
  return { request: new Request(url, init as RequestInit), taken };
}

describe("a body too large to hold", () => {
  test("is accepted unread when its length is announced and its hash is signed", async () => {
    const sha256 = sha256Of("x".repeat(HELD + 1));
    const { request, taken } = await streamed({ bytes: HELD + 1, sha256 });
    const outcome = await tryAuthenticate(request, NOW, LIMITS);
    if (!outcome.ok) throw new Error(outcome.exception.message);
    const { body, unread } = outcome.value;
    expect([body.byteLength, unread?.sha256, unread?.bytes, taken.parts]).toEqual([0, sha256, HELD + 1, 0]);
    expect(await new Response(unread?.stream).text()).toBe("x".repeat(HELD + 1));
  });

  test("with another hash than its own is still accepted: whoever reads it must compare", async () => {
    const { request, taken } = await streamed({ bytes: UNREAD, sha256: sha256Of("other") });
    const outcome = await tryAuthenticate(request, NOW, LIMITS);
    expect(outcome).toMatchObject({ ok: true, value: { unread: { sha256: sha256Of("other"), bytes: UNREAD } } });
    expect(taken.parts).toBe(0);
  });

  test("has its hash in lower case, however the header spells it", async () => {
    const body = "x".repeat(HELD + 1);
    const { url, headers } = await signNow({ method: "PUT", path: "/cloudtrail/x.json", body });
    const all = new Headers(headers);
    all.set("content-length", String(body.length));
    all.set("x-amz-content-sha256", sha256Of(body).toUpperCase());
    const outcome = await tryAuthenticate(fromStream(url, all, body).request, NOW, LIMITS);
    expect(outcome).toMatchObject({ ok: true, value: { unread: { sha256: sha256Of(body) } } });
  });

  test("is refused without reading it when the signature is wrong", async () => {
    const sha256 = sha256Of("x".repeat(HELD + 1));
    const { request, taken } = await streamed({ bytes: HELD + 1, sha256, signature: "0".repeat(64) });
    expect(await verdictOf(request, NOW, LIMITS)).toMatch(/^InvalidSignatureException/);
    expect(taken.parts).toBe(0);
  });

  test("is refused without reading it when hash or length were changed on the way", async () => {
    const sha256 = sha256Of("x".repeat(HELD + 1));
    const signed = await signNow({
      method: "PUT",
      path: "/cloudtrail/x.json",
      headers: { "content-length": String(HELD + 1), "x-amz-content-sha256": sha256 },
    });
    const changes: readonly (readonly [string, string])[] = [
      ["x-amz-content-sha256", sha256Of("other")],
      ["content-length", String(HELD + 2)],
    ];
    for (const [name, value] of changes) {
      const headers = new Headers(signed.headers);
      headers.set(name, value);
      const { request, taken } = fromStream(signed.url, headers, "x".repeat(HELD + 2));
      expect(await verdictOf(request, NOW, LIMITS)).toMatch(/^InvalidSignatureException/);
      expect(taken.parts).toBe(0);
    }
    const { request } = fromStream(signed.url, signed.headers, "x".repeat(HELD + 1));
    expect(await verdictOf(request, NOW, LIMITS)).toBe("accepted");
  });

  test.each([undefined, "UNSIGNED-PAYLOAD", "STREAMING-AWS4-HMAC-SHA256-PAYLOAD"])(
    "with the hash `%s` is refused without reading it, and told what to do",
    async (sha256) => {
      const { request, taken } = await streamed({ bytes: HELD + 1, ...(sha256 === undefined ? {} : { sha256 }) });
      const verdict = await verdictOf(request, NOW, LIMITS);
      expect(verdict).toMatch(TOO_LARGE);
      expect(verdict).toContain("must come with Content-Length and with its hash signed in x-amz-content-sha256");
      expect(verdict).toContain(`${HELD} bytes`);
      expect(taken.parts).toBe(0);
    },
  );

  test("and without Content-Length is refused at the limit, and the rest is not waited for", async () => {
    const sha256 = sha256Of("x".repeat(UNREAD));
    const signed = await signNow({ method: "PUT", path: "/cloudtrail/x.json", body: "x".repeat(UNREAD) });
    for (const headers of [signed.headers, new Headers([...signed.headers, ["x-amz-content-sha256", sha256]])]) {
      const { request, taken } = fromStream(signed.url, headers, "x".repeat(UNREAD));
      const verdict = await verdictOf(request, NOW, LIMITS);
      expect(verdict).toMatch(TOO_LARGE);
      expect(verdict).toContain("Content-Length");
      expect(taken).toEqual({ parts: HELD / 10 + 1, isCanceled: true });
    }
  });

  test("is refused at any hash when it is larger than anybody reads", async () => {
    const sha256 = sha256Of("x".repeat(UNREAD + 1));
    const { request, taken } = await streamed({ bytes: UNREAD + 1, sha256 });
    const verdict = await verdictOf(request, NOW, LIMITS);
    expect(verdict).toMatch(TOO_LARGE);
    expect(verdict).toContain(`${UNREAD} bytes`);
    expect(taken.parts).toBe(0);
  });

  test("is refused where nobody reads what is not held", async () => {
    const sha256 = sha256Of("x".repeat(HELD + 1));
    const { request, taken } = await streamed({ bytes: HELD + 1, sha256 });
    expect(await verdictOf(request, NOW, { heldMax: HELD })).toMatch(TOO_LARGE);
    expect(taken.parts).toBe(0);
  });

  test("longer than it was announced is refused too", async () => {
    const { request } = await streamed({ bytes: UNREAD, announced: HELD });
    expect(await verdictOf(request, NOW, LIMITS)).toMatch(TOO_LARGE);
  });
});

describe("a body that can be held", () => {
  test("is read and hashed, whatever the header says of it", async () => {
    const right = await streamed({ bytes: HELD, sha256: sha256Of("x".repeat(HELD)) });
    const outcome = await tryAuthenticate(right.request, NOW, LIMITS);
    expect(outcome).toMatchObject({ ok: true, value: { body: new TextEncoder().encode("x".repeat(HELD)) } });
    expect(outcome).not.toHaveProperty("value.unread");
    const wrong = await streamed({ bytes: HELD, sha256: sha256Of("other") });
    expect(await verdictOf(wrong.request, NOW, LIMITS)).toMatch(/^InvalidSignatureException: the body does not have/);
  });

  test("is not read before time and key are in order", async () => {
    const late = await streamed({ bytes: HELD });
    expect(await verdictOf(late.request, NOW + 3_600_000, LIMITS)).toMatch(/expired/);
    expect(late.taken.parts).toBe(0);
  });

  test("without a body at all is empty", async () => {
    const request = await presignRequest({ path: "/policy/preview", date: new Date(NOW) });
    expect(await tryAuthenticate(request, NOW, LIMITS)).toMatchObject({ ok: true, value: { body: new Uint8Array(0) } });
    expect(request.url.startsWith(ORIGIN)).toBe(true);
  });
});
