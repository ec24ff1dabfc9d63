/** Standard input and output as the commands use them. */
import { createReadStream } from "node:fs";
import type { Readable, Writable } from "node:stream";
import { text } from "node:stream/consumers";

/** `-` is standard input. */
export function openInput(path: string): Readable {
  return path === "-" ? process.stdin : createReadStream(path);
}

/** The whole of a file, or of standard input, as UTF-8. Rejects with Node's own error. */
export function readInput(path: string): Promise<string> {
  return text(openInput(path));
}

/** Waits while the reader is slower than we are. */
export async function writeLine(output: Writable, line: string): Promise<void> {
  if (!output.write(`${line}\n`)) await new Promise((resolve) => output.once("drain", resolve));
}

/** A reader that has seen enough (`| head`) is no failure. */
export function closeOnBrokenPipe(output: Writable): void {
  output.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") throw error;
    process.exit(0);
  });
}

/** In words, for the user who named the path. */
export function describeReadError(path: string, error: unknown): string {
  const { code } = error as NodeJS.ErrnoException;
  const words = { ENOENT: "there is no such file", EISDIR: "it is a folder", EACCES: "it may not be read" };
  const known = code !== undefined && Object.hasOwn(words, code) ? words[code as keyof typeof words] : undefined;
  return `${path}: ${known ?? (error instanceof Error ? error.message : String(error))}`;
}
