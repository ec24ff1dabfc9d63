/** Requests signed by hand, so that they can be sent wrong, or twice with the same bytes, over real HTTP. */
import { Sha256 } from "@aws-crypto/sha256-js";
import { HttpRequest } from "@smithy/protocol-http";
import { SignatureV4 } from "@smithy/signature-v4";
import type { AccessKey } from "../../host/account/access-keys.ts";
import { REGION } from "./activity.ts";

export interface RawRequest {
  readonly method: "GET" | "PUT" | "DELETE";
  /** Escaped as it stands in the URL. */
  readonly path: string;
  /** Decoded; a name may come twice. */
  readonly query?: readonly (readonly [name: string, value: string])[];
  /** As it is sent, or what JSON is made of. */
  readonly body?: string | object;
}

/** What goes over the wire: to send it twice is a replay. */
export interface SignedBytes {
  readonly url: string;
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

export interface RawAnswer {
  readonly status: number;
  /** The header `x-amzn-errortype`. */
  readonly errorType?: string;
  /** Read as JSON. */
  readonly body: Readonly<Record<string, unknown>>;
}

/** Signed now, over host, date and content type, as the AWS CLI does. */
export async function signBytes(endpoint: string, key: AccessKey, request: RawRequest): Promise<SignedBytes> {
  const { method, path, query = [], body } = request;
  const { accessKeyId, secretAccessKey } = key;
  const credentials = { accessKeyId, secretAccessKey };
  const signer = new SignatureV4({
    credentials,
    region: REGION,
    service: "access-analyzer",
    sha256: Sha256,
    applyChecksum: false,
  });
  const text = typeof body === "object" ? JSON.stringify(body) : body;
  const { host, hostname } = new URL(endpoint);
  const headers = { host, ...(text === undefined ? {} : { "content-type": "application/json" }) };
  const names = Map.groupBy(query, ([name]) => name);
  const groups = [...names].map(([name, pairs]) => [name, pairs.map(([, value]) => value)] as const);
  const unsigned = new HttpRequest({
    method,
    hostname,
    path,
    query: Object.fromEntries(groups),
    headers,
    body: text,
  });
  const { host: _, ...signed } = (await signer.sign(unsigned)).headers;
  const search = query.map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`).join("&");
  const url = `${endpoint}${path}${search === "" ? "" : `?${search}`}`;
  return { url, method, headers: signed, ...(text === undefined ? {} : { body: text }) };
}

/** The same without a signature. */
export function withoutSignature({ headers, ...bytes }: SignedBytes): SignedBytes {
  const { authorization: _, ...others } = headers;
  return { ...bytes, headers: others };
}

/** The same with another last digit of the signature. */
export function withBadSignature({ headers, ...bytes }: SignedBytes): SignedBytes {
  const { authorization = "" } = headers;
  const digit = authorization.endsWith("0") ? "1" : "0";
  return { ...bytes, headers: { ...headers, authorization: `${authorization.slice(0, -1)}${digit}` } };
}

export async function sendBytes({ url, ...init }: SignedBytes): Promise<RawAnswer> {
  const response = await fetch(url, init);
  const body = (await response.json()) as Readonly<Record<string, unknown>>;
  const errorType = response.headers.get("x-amzn-errortype");
  return { status: response.status, body, ...(errorType === null ? {} : { errorType }) };
}
