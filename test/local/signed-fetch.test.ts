import { createHash } from "node:crypto";
import { Sha256 } from "@aws-crypto/sha256-js";
import { HttpRequest } from "@smithy/protocol-http";
import { SignatureV4 } from "@smithy/signature-v4";
import { afterEach, describe, expect, it } from "vitest";
import { createSignedFetch, encodePath } from "../../bench/local/signed-fetch.ts";
import { type FakeServer, type SeenRequest, startFakeServer } from "./fake-server.ts";

const KEY = { region: "us-east-1", accessKeyId: "AKIATESTTESTTESTTEST", secretAccessKey: "not-a-secret" };
let server: FakeServer;
afterEach(() => server.close());

/** The Authorization header that the request should carry, worked out again from what arrived. */
async function signAgain({ method, url, headers }: SeenRequest): Promise<string | undefined> {
  const names = /SignedHeaders=([^,]+)/.exec(headers.authorization ?? "")?.[1]?.split(";") ?? [];
  const signed = Object.fromEntries(names.map((name) => [name, String(headers[name])]));
  const credentials = { accessKeyId: KEY.accessKeyId, secretAccessKey: KEY.secretAccessKey };
  const signer = new SignatureV4({ credentials, region: KEY.region, service: "access-analyzer", sha256: Sha256 });
  const stamp = String(headers["x-amz-date"]).replace(/(....)(..)(..T..)(..)(..Z)/, "$1-$2-$3:$4:$5");
  const request = new HttpRequest({ method, path: url, headers: signed });
  return (await signer.sign(request, { signingDate: new Date(stamp) })).headers.authorization;
}

describe("createSignedFetch()", () => {
  it("signs the body's hash, the host and the encoded path as they arrive", async () => {
    server = await startFakeServer(() => ({ body: { records: 3 } }));
    const fetchSigned = createSignedFetch({ endpoint: server.endpoint, ...KEY });
    const body = Buffer.from("some bytes");
    const response = await fetchSigned({ method: "PUT", path: `/cloudtrail/${encodePath("a b/c+(d).json")}`, body });
    expect(await response.json()).toEqual({ records: 3 });
    const [request] = server.seen;
    expect(request?.url).toBe("/cloudtrail/a%20b/c%2B%28d%29.json");
    expect(request?.headers["x-amz-content-sha256"]).toBe(createHash("sha256").update(body).digest("hex"));
    expect(request?.body.equals(body)).toBe(true);
    expect(request?.headers.authorization).toBe(await signAgain(request!));
  });

  it("tries again when the service is overloaded", async () => {
    let asked = 0;
    server = await startFakeServer(() => {
      asked += 1;
      return { status: asked === 1 ? 503 : 200 };
    });
    const fetchSigned = createSignedFetch({ endpoint: server.endpoint, ...KEY });
    expect((await fetchSigned({ method: "GET", path: "/activity" })).status).toBe(200);
    expect(asked).toBe(2);
  });

  it("does not repeat a refusal, and says what was answered", async () => {
    server = await startFakeServer(() => ({ status: 403, body: { message: "not yours" } }));
    const fetchSigned = createSignedFetch({ endpoint: server.endpoint, ...KEY });
    await expect(fetchSigned({ method: "GET", path: "/activity" })).rejects.toThrow(/GET \/activity .* 403.*not yours/);
    expect(server.seen).toHaveLength(1);
  });
});
