/** Hands log files to the service, a few at a time, and adds up what it says of them. */
import { readFile } from "node:fs/promises";
import type { LogFile } from "./log-files.ts";
import { encodePath, type SignedFetch } from "./signed-fetch.ts";

export interface UploadCounts {
  readonly files: number;
  readonly bytes: number;
  /** As the service counted them. */
  readonly records: number;
}

/** More would not be faster: the Worker takes one file at a time per core. */
const CONCURRENCY = 4;

/** Sends every file to `PUT /cloudtrail/<key>`; `onProgress` is told after each. Rejects at the first refusal. */
export async function uploadLogs(
  fetchSigned: SignedFetch,
  files: readonly LogFile[],
  onProgress: (counts: UploadCounts) => void,
): Promise<UploadCounts> {
  let counts: UploadCounts = { files: 0, bytes: 0, records: 0 };
  const waiting = files.values();
  const work = async () => {
    for (const { key, path } of waiting) {
      const body = await readFile(path);
      const response = await fetchSigned({ method: "PUT", path: `/cloudtrail/${encodePath(key)}`, body });
      const { records } = (await response.json()) as { records?: number };
      if (typeof records !== "number") throw new Error(`the answer for ${key} counts no records`);
      counts = { files: counts.files + 1, bytes: counts.bytes + body.length, records: counts.records + records };
      onProgress(counts);
    }
  };
  await Promise.all(Array.from({ length: CONCURRENCY }, work));
  return counts;
}
