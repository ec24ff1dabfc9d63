/** Requests signed as real clients sign them (reference/real-clients.md), for the tests of the API. */
import { Sha256 } from "@aws-crypto/sha256-js";
import { HttpRequest } from "@smithy/protocol-http";
import { SignatureV4 } from "@smithy/signature-v4";
import type { AccessKey } from "../../host/account/access-keys.ts";

export const ORIGIN = "http://127.0.0.1:8787";

export const ADMIN: AccessKey = {
  accessKeyId: "AKIDADMINEXAMPLE",
  secretAccessKey: "the admin's secret",
  accountId: "111122223333",
  organizationId: "o-abcdefghij",
  role: "admin",
};

export interface RequestToSign {
  readonly method?: string;
  /** Escaped as it stands in the URL. */
  readonly path: string;
  /** Decoded. */
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array<ArrayBuffer>;
  /** Signed with the request, besides `host` and `x-amz-date`. */
  readonly headers?: Readonly<Record<string, string>>;
  readonly key?: AccessKey;
  readonly date?: Date;
  readonly region?: string;
  readonly service?: string;
  /** Also sends and signs `x-amz-content-sha256`, as the SDKs for JavaScript do and the CLI does not. */
  readonly signsHash?: boolean;
}

/** The request as it arrives at the service. */
export async function signRequest(toSign: RequestToSign): Promise<Request> {
  const { method = "GET", path, query = {}, body, key = ADMIN, signsHash = false } = toSign;
  const signer = new SignatureV4({
    credentials: { accessKeyId: key.accessKeyId, secretAccessKey: key.secretAccessKey },
    region: toSign.region ?? "us-east-1",
    service: toSign.service ?? "access-analyzer",
    sha256: Sha256,
    applyChecksum: signsHash,
  });
  const headers = { host: new URL(ORIGIN).host, ...toSign.headers };
  const unsigned = new HttpRequest({ method, hostname: "127.0.0.1", path, query: { ...query }, headers, body });
  const signed = await signer.sign(unsigned, { signingDate: toSign.date ?? new Date() });
  const search = Object.entries(query).map(
    ([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`,
  );
  const url = `${ORIGIN}${path}${search.length === 0 ? "" : `?${search.join("&")}`}`;
  return new Request(url, { method, headers: signed.headers, ...(body === undefined ? {} : { body }) });
}

/** The same request with other headers, body or URL: what somebody on the way could make of it. */
export function tamper(
  request: Request,
  change: { readonly url?: string; readonly headers?: Readonly<Record<string, string | null>>; readonly body?: string },
): Request {
  const headers = new Headers(request.headers);
  for (const [name, value] of Object.entries(change.headers ?? {})) {
    if (value === null) headers.delete(name);
    else headers.set(name, value);
  }
  const { method } = request;
  return new Request(change.url ?? request.url, {
    method,
    headers,
    ...(change.body === undefined ? {} : { body: change.body }),
  });
}
