/**
 * Signature Version 4, written for this pass alone: it signs requests that no client would make, with any part of the
 * signature wrong on demand. Shares no code with the service, so that both must have the rules right to agree.
 */
import { createHash, createHmac } from "node:crypto";
import { type Header, type Message, NO_BODY } from "./message.ts";

export interface Draft {
  readonly method: string;
  /** As on the request line. */
  readonly path: string;
  /** Without `?`. */
  readonly query?: string;
  readonly body?: Buffer;
  /** Signed too. */
  readonly headers?: readonly Header[];
}

export interface Signing {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly host: string;
  readonly date: Date;
  readonly region?: string;
  readonly service?: string;
  /** Sends and signs `x-amz-content-sha256`, as some clients do. */
  readonly signsHash?: boolean;
}

export function signMessage(draft: Draft, signing: Signing): Message {
  const { method, path, query = "", body = NO_BODY } = draft;
  const { accessKeyId, secretAccessKey, region = "us-east-1", service = "access-analyzer" } = signing;
  const time = amzDate(signing.date);
  const hash = sha256(body);
  const headers: Header[] = [["Host", signing.host], ["X-Amz-Date", time], ...(draft.headers ?? [])];
  if (signing.signsHash) headers.push(["X-Amz-Content-Sha256", hash]);
  const signed = headers.map(([name, value]) => [name.toLowerCase(), trim(value)] as const).sort(byName);
  const names = signed.map(([name]) => name).join(";");
  // The way to the service goes through a URL, which escapes and shortens.
  const url = new URL(`http://host${path}${query === "" ? "" : `?${query}`}`);
  const canonical = [
    method,
    canonicalPath(url.pathname),
    canonicalQuery(url.search.slice(1)),
    ...signed.map(([name, value]) => `${name}:${value}`),
    "",
    names,
    hash,
  ].join("\n");
  const scope = [time.slice(0, 8), region, service, "aws4_request"];
  const text = ["AWS4-HMAC-SHA256", time, scope.join("/"), sha256(Buffer.from(canonical))].join("\n");
  const key = scope.reduce<string | Buffer>((secret, part) => hmac(secret, part), `AWS4${secretAccessKey}`);
  const signature = hmac(key, text).toString("hex");
  const credential = `${accessKeyId}/${scope.join("/")}`;
  const authorization = `AWS4-HMAC-SHA256 Credential=${credential}, SignedHeaders=${names}, Signature=${signature}`;
  const target = query === "" ? path : `${path}?${query}`;
  return { method, target, headers: [...headers, ["Authorization", authorization]], body };
}

/** `YYYYMMDDTHHMMSSZ`. */
export function amzDate(date: Date): string {
  return date.toISOString().replace(/[-:]|\.\d+/g, "");
}

function sha256(bytes: Buffer): string {
  return createHash("sha256").update(bytes).digest("hex");
}

function hmac(key: string | Buffer, text: string): Buffer {
  return createHmac("sha256", key).update(text).digest();
}

function trim(value: string): string {
  return value.trim().replace(/\s+/g, " ");
}

function byName([left]: Header, [right]: Header): number {
  return left < right ? -1 : 1;
}

function escapeText(text: string): string {
  return encodeURIComponent(text).replace(/[!'()*]/g, (one) => `%${one.charCodeAt(0).toString(16).toUpperCase()}`);
}

/** Empty segments do not count, and everything is escaped once more. */
function canonicalPath(path: string): string {
  const segments = path.split("/").filter((segment) => segment !== "");
  const normal = `/${segments.join("/")}${segments.length > 0 && path.endsWith("/") ? "/" : ""}`;
  return normal.split("/").map(escapeText).join("/");
}

function canonicalQuery(query: string): string {
  const pairs = query
    .split("&")
    .filter((part) => part !== "")
    .map((part) => {
      const [name = "", ...value] = part.split("=");
      return [decode(name), decode(value.join("="))].map(escapeText) as [string, string];
    });
  return pairs
    .sort(([name, value], [otherName, otherValue]) =>
      name === otherName ? less(value, otherValue) : less(name, otherName),
    )
    .map((pair) => pair.join("="))
    .join("&");
}

function less(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}

/** What cannot be decoded is refused before anybody looks at the signature. */
function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
