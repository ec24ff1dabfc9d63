/** What is wrong with the log of the runtime, in words: content, secrets, and failures that no client was told of. */
import { KEYS, MARKER } from "./tenants.ts";

/** What `app.ts` writes of an error that nobody expected. */
const FAILURE = /request [0-9a-f-]{36} failed (.*)/g;
/** The client left in the middle of its body. */
const CLIENT_LEFT = "Network connection lost";
/** Characters of a line that are shown. */
const LINE_SHOWN = 300;

export function checkLog(log: string): readonly string[] {
  const faults: string[] = [];
  const withContent = log.split("\n").find((line) => line.includes(MARKER));
  if (withContent !== undefined) faults.push(`the log holds content: ${withContent.slice(0, LINE_SHOWN)}`);
  for (const [name, { secretAccessKey }] of Object.entries(KEYS)) {
    if (log.includes(secretAccessKey)) faults.push(`the log holds the secret of ${name}`);
  }
  const failures = new Set([...log.matchAll(FAILURE)].map(([, error = ""]) => error.slice(0, LINE_SHOWN)));
  for (const error of failures) {
    if (!error.includes(CLIENT_LEFT)) faults.push(`the Worker failed inside: ${error}`);
  }
  return faults;
}
