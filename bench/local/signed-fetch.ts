/** Requests to the service's own routes (design part 6), signed as an AWS client signs. Retries what is worth it, no more. */
import { createHash } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import { Sha256 } from "@aws-crypto/sha256-js";
import { HttpRequest } from "@smithy/protocol-http";
import { SignatureV4 } from "@smithy/signature-v4";
import type { ClientOptions } from "./preview-client.ts";

export interface SignedRequest {
  readonly method: "GET" | "PUT";
  /** Percent-encoded, without a query. */
  readonly path: string;
  readonly body?: Uint8Array<ArrayBuffer> | string;
  readonly contentType?: string;
}

/** Resolves with an answer of status 2xx; rejects with its status and text otherwise. */
export type SignedFetch = (request: SignedRequest) => Promise<Response>;

const ATTEMPTS = 5;
const FIRST_PAUSE = 200;

/** Signs for the instance at `endpoint` with SigV4 service `access-analyzer`. */
export function createSignedFetch(options: ClientOptions): SignedFetch {
  const { endpoint, region, accessKeyId, secretAccessKey } = options;
  const { hostname, host, port } = new URL(endpoint);
  const credentials = { accessKeyId, secretAccessKey };
  const signer = new SignatureV4({ credentials, region, service: "access-analyzer", sha256: Sha256 });
  const send = async ({ method, path, body, contentType }: SignedRequest): Promise<Response> => {
    // Hashing here is many times faster than in the signer, which takes a hash that is given.
    const hash = createHash("sha256")
      .update(body ?? "")
      .digest("hex");
    const headers = {
      host,
      "x-amz-content-sha256": hash,
      ...(contentType === undefined ? {} : { "content-type": contentType }),
    };
    const request = new HttpRequest({ method, protocol: "http:", hostname, port: Number(port), path, headers, body });
    const { host: _, ...signed } = (await signer.sign(request)).headers;
    return fetch(`${endpoint}${path}`, { method, headers: signed, ...(body === undefined ? {} : { body }) });
  };
  return async (request) => {
    for (let attempt = 1; ; attempt += 1) {
      const response = await send(request);
      if (response.ok) return response;
      const text = await response.text();
      const isPassing = response.status === 429 || response.status >= 500;
      if (!isPassing || attempt === ATTEMPTS) {
        throw new Error(`${request.method} ${request.path} was answered ${response.status}: ${text}`);
      }
      await wait(FIRST_PAUSE * 2 ** attempt);
    }
  };
}

/** `key` as a path: every segment percent-encoded as RFC 3986 wants it. */
export function encodePath(key: string): string {
  const encode = (character: string) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
  return key
    .split("/")
    .map((segment) => encodeURIComponent(segment).replaceAll(/[!'()*]/g, encode))
    .join("/");
}
