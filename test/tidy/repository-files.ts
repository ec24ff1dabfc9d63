/** What lies in the repository: tracked, or new and not ignored. */
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { extname } from "node:path";

const ROOT = new URL("../../", import.meta.url);

/** Not text, or written by a tool. */
const NOT_OURS_TO_WRITE = new Set([".gz", ".ico", ".jpg", ".png", ".wasm", ".woff2"]);

export interface RepositoryFile {
  /** From the root of the repository, with slashes. */
  readonly path: string;
  readonly text: string;
}

/** Paths from the root of the repository. Git still lists what was deleted and not yet committed; such paths are left out. */
export function listRepositoryPaths(): readonly string[] {
  const list = execFileSync("git", ["ls-files", "-co", "--exclude-standard", "-z"], { cwd: ROOT, encoding: "utf8" });
  const paths = list.split("\0").filter((path) => path !== "" && existsSync(new URL(path, ROOT)));
  if (paths.length === 0) throw new Error("git lists no files; these tests run in a clone");
  return paths;
}

/** The texts that people wrote. */
export function readRepositoryTexts(): readonly RepositoryFile[] {
  return listRepositoryPaths()
    .filter((path) => !NOT_OURS_TO_WRITE.has(extname(path)) && path !== "package-lock.json")
    .map((path) => ({ path, text: readFileSync(new URL(path, ROOT), "utf8") }));
}
