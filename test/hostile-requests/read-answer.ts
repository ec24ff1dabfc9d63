/** Bytes of an HTTP/1.1 answer → its parts, as soon as they are whole. Takes what a server may send, and no more. */

export interface Answer {
  readonly status: number;
  /** Names in lower case. */
  readonly headers: ReadonlyMap<string, string>;
  readonly body: Buffer;
}

const HEAD_END = "\r\n\r\n";

/**
 * Undefined while more has to come; `isEnd` says that nothing will. Steps over answers of status 1xx. Throws when the bytes
 * are no answer.
 */
export function readAnswer(bytes: Buffer, isEnd: boolean, isHead: boolean): Answer | undefined {
  const headEnd = bytes.indexOf(HEAD_END);
  if (headEnd < 0) return undefined;
  const [first = "", ...lines] = bytes.toString("latin1", 0, headEnd).split("\r\n");
  const status = Number(/^HTTP\/1\.[01] (\d{3})\b/.exec(first)?.[1]);
  if (Number.isNaN(status)) throw new Error(`no answer: ${first.slice(0, 100)}`);
  const rest = bytes.subarray(headEnd + HEAD_END.length);
  if (status < 200 && status !== 101) return readAnswer(rest, isEnd, isHead);
  const headers = new Map<string, string>();
  for (const line of lines) {
    const colon = line.indexOf(":");
    headers.set(line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim());
  }
  if (isHead || status === 101 || status === 204 || status === 304) return { status, headers, body: Buffer.alloc(0) };
  const body = readBody(rest, headers, isEnd);
  return body === undefined ? undefined : { status, headers, body };
}

function readBody(rest: Buffer, headers: ReadonlyMap<string, string>, isEnd: boolean): Buffer | undefined {
  if (/chunked/i.test(headers.get("transfer-encoding") ?? "")) return readChunks(rest);
  const length = headers.get("content-length");
  if (length === undefined) return isEnd ? rest : undefined;
  return rest.length >= Number(length) ? rest.subarray(0, Number(length)) : undefined;
}

function readChunks(bytes: Buffer): Buffer | undefined {
  const chunks: Buffer[] = [];
  for (let offset = 0; ; ) {
    const lineEnd = bytes.indexOf("\r\n", offset);
    if (lineEnd < 0) return undefined;
    const length = Number.parseInt(bytes.toString("latin1", offset, lineEnd), 16);
    if (Number.isNaN(length)) throw new Error("a chunk of the answer has no length");
    if (length === 0) return Buffer.concat(chunks);
    const start = lineEnd + 2;
    if (bytes.length < start + length + 2) return undefined;
    chunks.push(bytes.subarray(start, start + length));
    offset = start + length + 2;
  }
}
