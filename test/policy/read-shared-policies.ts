/** The real policies of `../shared/data/scps`, read in place; none when the folder is not there. */
import { existsSync, readdirSync, readFileSync } from "node:fs";

const FOLDER = new URL("../../../shared/data/scps/", import.meta.url);

export interface SharedPolicy {
  /** `folder/file.json`. */
  readonly name: string;
  readonly text: string;
}

export function readSharedPolicies(): readonly SharedPolicy[] {
  if (!existsSync(FOLDER)) return [];
  return readdirSync(FOLDER, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".json"))
    .sort()
    .map((name) => ({ name, text: readFileSync(new URL(name, FOLDER), "utf8") }));
}
