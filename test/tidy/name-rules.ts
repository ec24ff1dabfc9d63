/** What the repository shows at its top, and how its files are called (design part 4). */

/** Nothing else is visible; names that begin with a dot are hidden tool files. */
const TOP_LEVEL = new Set([
  "package.json",
  "package-lock.json",
  "tsconfig.json",
  "asconfig.json",
  "wrangler.toml",
  "README.md",
  "LICENSE",
  "CHANGELOG.md",
  "assembly",
  "host",
  "test",
  "bench",
]);

/** Documents that readers look for under these names. */
const DOCUMENTS = new Set(["README.md", "STORAGE.md", "DEPLOY.md"]);

const KEBAB_CASE = /^[a-z0-9]+(?:-[a-z0-9]+)*(?:\.[a-z0-9]+(?:-[a-z0-9]+)*)*$/;

/** Takes a path from the root of the repository; gives what is wrong with its name, in words. */
export function findNameFaults(path: string): readonly string[] {
  const [top = "", ...rest] = path.split("/");
  if (top.startsWith(".")) return [];
  if (!TOP_LEVEL.has(top)) return [`${path}: ${top} has no place at the top of the repository`];
  return rest
    .filter((name) => !KEBAB_CASE.test(name) && !DOCUMENTS.has(name))
    .map((name) => `${path}: ${name} is not kebab-case`);
}
