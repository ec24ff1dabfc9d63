/**
 * What the service tells whoever runs it: one JSON object a line in the Worker's log, and data points for Workers Analytics
 * Engine where the binding METRICS is there. Never the content of policies, events or secrets: fields are names, ids, counts.
 */
import type { Bindings } from "./bindings.ts";

export type Fields = Readonly<Record<string, string | number | boolean | undefined>>;

type Level = "info" | "warn" | "error";

/** One line. `event` says what happened, in the words of this code base; undefined fields are left out. */
export function log(level: Level, event: string, fields: Fields = {}): void {
  // biome-ignore lint/suspicious/noConsole: this is the one place that writes to the log
  console[level](JSON.stringify({ level, event, ...fields }));
}

/** The same for something that broke. What the error says of itself is told unless it may quote data. */
export function logError(event: string, error: unknown, fields: Fields = {}): void {
  log("error", event, { ...fields, ...describeError(error) });
}

/** SyntaxErrors quote the text they could not read, which may be anybody's event or policy. */
function describeError(error: unknown): Fields {
  if (!(error instanceof Error)) return { error: typeof error };
  const { name, message, stack = "" } = error;
  // The stack repeats the message, whose lines may look like places.
  const places = stack
    .slice(Math.max(0, stack.indexOf(message)) + message.length)
    .split("\n")
    .filter((line) => /^\s+at /.test(line))
    .map((line) => line.trim())
    .join("; ");
  return { error: name, ...(error instanceof SyntaxError ? {} : { message }), places };
}

/** One data point: `index` is the tenant, or empty. Nothing happens without the binding. */
export function measure(
  { METRICS }: Bindings,
  index: string,
  texts: readonly string[],
  numbers: readonly number[],
): void {
  METRICS?.writeDataPoint({ indexes: [index], blobs: [...texts], doubles: [...numbers] });
}
