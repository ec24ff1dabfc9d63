/** The repository's wrangler.toml with other rate limits, for an instance that soon has enough of its clients. */
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));

/** Writes it into `folder`; gives its path. `limit`: requests of one access key in 10 seconds. */
export async function writeLimitedConfig(folder: string, limit: number): Promise<string> {
  const text = await readFile(join(ROOT, "wrangler.toml"), "utf8");
  const limited = text
    .replaceAll(/simple = \{ limit = \d+/g, `simple = { limit = ${limit}`)
    .replace('main = "host/worker.ts"', `main = "${join(ROOT, "host/worker.ts")}"`)
    .replace("[build]", `[build]\ncwd = "${ROOT}"`);
  if (limited.split(`limit = ${limit},`).length !== 3)
    throw new Error("wrangler.toml has no two rate limits to change");
  const file = join(folder, "wrangler.toml");
  await writeFile(file, limited);
  return file;
}
