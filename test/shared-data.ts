/** The data beside the repository (`../shared`), read in place. Suites that need it skip by name where it is absent. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";

export const SHARED = new URL("../../shared/", import.meta.url);
export const hasShared = existsSync(SHARED);

export interface SharedFile {
  /** Path below the folder. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Every file below a folder of `../shared` whose name ends so, by name. */
export function sharedFiles(folder: string, ending: string): readonly SharedFile[] {
  const root = new URL(`${folder}/`, SHARED);
  return readdirSync(root, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(ending))
    .sort()
    .map((name) => ({ name, bytes: readFileSync(new URL(name, root)) }));
}

/** The records of a delivery file. */
export function recordsOf({ bytes }: SharedFile): readonly Record<string, unknown>[] {
  return JSON.parse(gunzipSync(bytes).toString("utf8")).Records;
}
