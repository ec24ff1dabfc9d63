/** Bytes over a connection of their own, and what comes back. Never throws for what the other side does. */
import { connect } from "node:net";
import { type Answer, readAnswer } from "./read-answer.ts";

export type Outcome =
  | { readonly kind: "answered"; readonly answer: Answer; readonly milliseconds: number }
  /** The other side ended the connection without an answer. */
  | { readonly kind: "closed"; readonly why: string; readonly milliseconds: number }
  /** Nothing whole came in time, and the client left. */
  | { readonly kind: "late"; readonly milliseconds: number };

export interface SendOptions {
  readonly host: string;
  readonly isHead: boolean;
  /** ms */
  readonly limit: number;
}

export function send(wire: Buffer, { host, isHead, limit }: SendOptions): Promise<Outcome> {
  const { promise, resolve } = Promise.withResolvers<Outcome>();
  const [address = "", port] = host.split(":");
  const begun = performance.now();
  const socket = connect({ host: address, port: Number(port) });
  let bytes: Buffer[] = [];
  const milliseconds = () => performance.now() - begun;
  const end = (outcome: Outcome) => {
    clearTimeout(timer);
    socket.destroy();
    resolve(outcome);
  };
  const closed = (why: string) => end({ kind: "closed", why, milliseconds: milliseconds() });
  const look = (isEnd: boolean) => {
    const whole = Buffer.concat(bytes);
    bytes = [whole];
    try {
      const answer = readAnswer(whole, isEnd, isHead);
      if (answer !== undefined) end({ kind: "answered", answer, milliseconds: milliseconds() });
      else if (isEnd) closed(whole.length === 0 ? "without a byte" : "in the middle of an answer");
    } catch (error) {
      closed((error as Error).message);
    }
  };
  const timer = setTimeout(() => end({ kind: "late", milliseconds: milliseconds() }), limit);
  socket.on("data", (chunk) => {
    bytes.push(chunk);
    look(false);
  });
  socket.on("end", () => look(true));
  // An answer that came before the whole request had gone out may still be on its way in.
  socket.on("error", (error: NodeJS.ErrnoException) =>
    error.code === "EPIPE" ? undefined : closed(error.code ?? error.message),
  );
  socket.on("close", () => look(true));
  socket.write(wire);
  return promise;
}
