/** A server on 127.0.0.1 that keeps what it was asked and answers what the test says. */
import { createServer, type IncomingHttpHeaders } from "node:http";

export interface SeenRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

export interface FakeAnswer {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

export interface FakeServer {
  readonly endpoint: string;
  readonly seen: readonly SeenRequest[];
  close(): Promise<void>;
}

export async function startFakeServer(answer: (request: SeenRequest) => FakeAnswer): Promise<FakeServer> {
  const seen: SeenRequest[] = [];
  const server = createServer(async (request, response) => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    const { method = "", url = "", headers } = request;
    const asked = { method, url, headers, body: Buffer.concat(parts) };
    seen.push(asked);
    const { status = 200, headers: more = {}, body = {} } = answer(asked);
    response.writeHead(status, { "content-type": "application/json", ...more });
    response.end(JSON.stringify(body));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("the fake server has no port");
  return {
    endpoint: `http://127.0.0.1:${address.port}`,
    seen,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
