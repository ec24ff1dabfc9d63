/** One HTTP/1.1 request as bytes. Nothing is escaped, checked or put in order: what is odd goes out as it is. */

export type Header = readonly [name: string, value: string];

export interface Message {
  readonly method: string;
  /** As on the request line. */
  readonly target: string;
  /** One byte a character. */
  readonly headers: readonly Header[];
  readonly body: Buffer;
}

export const NO_BODY = Buffer.alloc(0);

/** Adds the body's length unless a header says one, and that the connection ends with the answer. */
export function toWire(message: Message): Buffer {
  const { method, target, body } = message;
  const headers: Header[] = [...message.headers, ["Connection", "close"]];
  const isFramed = headers.some(([name]) => /^(content-length|transfer-encoding)$/i.test(name));
  if (!isFramed && (body.length > 0 || /^(PUT|POST|PATCH)$/.test(method))) {
    headers.push(["Content-Length", String(body.length)]);
  }
  const lines = [`${method} ${target} HTTP/1.1`, ...headers.map(([name, value]) => `${name}: ${value}`), "", ""];
  return Buffer.concat([Buffer.from(lines.join("\r\n"), "latin1"), body]);
}

/** With another value of the header, or without it when that is undefined. */
export function withHeader(message: Message, name: string, value: string | undefined): Message {
  const others = message.headers.filter(([other]) => other.toLowerCase() !== name.toLowerCase());
  return { ...message, headers: value === undefined ? others : [...others, [name, value]] };
}

/** The first value; empty when there is none. */
export function headerOf({ headers }: Message, name: string): string {
  return headers.find(([other]) => other.toLowerCase() === name.toLowerCase())?.[1] ?? "";
}
