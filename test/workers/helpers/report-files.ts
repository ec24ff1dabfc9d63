/** What lies in the bucket of reports, read past the service. */
import type { AffectedEvent, ReportManifest, ReportSummary } from "../../../host/domain/report.ts";
import { bindings } from "./preview-tenant.ts";
import { gunzip } from "./records.ts";

const reports = () => bindings.REPORTS as R2Bucket;

/** Every object under the prefix: key behind the prefix → its bytes as stored. */
export async function objectsUnder(prefix: string): Promise<ReadonlyMap<string, Uint8Array<ArrayBuffer>>> {
  const { objects, truncated } = await reports().list({ prefix });
  if (truncated) throw new Error("more objects than a test should leave");
  const found = new Map<string, Uint8Array<ArrayBuffer>>();
  for (const { key } of objects) {
    const object = await reports().get(key);
    if (object === null) throw new Error(`${key} was listed and is gone`);
    found.set(key.slice(prefix.length), new Uint8Array(await object.arrayBuffer()));
  }
  return found;
}

/** Names in the manifest's form → uncompressed bytes. */
export async function contentsUnder(prefix: string): Promise<ReadonlyMap<string, Uint8Array<ArrayBuffer>>> {
  const contents = new Map<string, Uint8Array<ArrayBuffer>>();
  for (const [name, bytes] of await objectsUnder(prefix)) {
    contents.set(name, name.endsWith(".gz") ? await gunzip(bytes) : bytes);
  }
  return contents;
}

export function textOf(contents: ReadonlyMap<string, Uint8Array>, name: string): string {
  const bytes = contents.get(name);
  if (bytes === undefined) throw new Error(`there is no ${name}, only ${[...contents.keys()].join(", ")}`);
  return new TextDecoder().decode(bytes);
}

export function summaryOf(contents: ReadonlyMap<string, Uint8Array>): ReportSummary {
  return JSON.parse(textOf(contents, "summary.json")) as ReportSummary;
}

export function manifestOf(contents: ReadonlyMap<string, Uint8Array>): ReportManifest {
  return JSON.parse(textOf(contents, "manifest.json")) as ReportManifest;
}

export function eventsOf(contents: ReadonlyMap<string, Uint8Array>, name: string): readonly AffectedEvent[] {
  return textOf(contents, name)
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line) as AffectedEvent);
}
