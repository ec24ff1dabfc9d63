/** Which members of records the rows and readings of this folder look at, for the extraction. Made from them: none can be forgotten. */
import type { RecordPart, WantedPath } from "../../domain/parameter-selection.ts";
import { eventSourcesOf } from "../event-source-prefixes.ts";
import { KEY_ROWS } from "./key-rows.ts";
import { REQUEST_TAG_PATHS, SERVICE_TAG_PATHS } from "./request-tags.ts";
import { SESSION_PATHS } from "./session-tags.ts";

type Read = readonly [prefix: string, part: RecordPart, path: string];

const READS: readonly Read[] = [
  ...KEY_ROWS.flatMap(({ prefix, rows }) =>
    rows.flatMap(({ places }) => places.map(({ part, path }): Read => [prefix, part, path])),
  ),
  ...REQUEST_TAG_PATHS.map((path): Read => ["*", "requestParameters", path]),
  ...Object.entries(SERVICE_TAG_PATHS).flatMap(([prefix, paths]) =>
    paths.map((path): Read => [prefix, "requestParameters", path]),
  ),
  ...SESSION_PATHS.map(([part, path]): Read => ["sts", part, path]),
];

/**
 * The extraction takes names as they are spelled, our rows read them in any case: services write all of them with a small or
 * all with a capital first letter, EC2's newer operations and S3's XML some of them [E].
 */
function spellingsOf(path: string): readonly string[] {
  return [path, path.replace(/(^|\.)([a-z])/g, (_, dot: string, letter: string) => dot + letter.toUpperCase())];
}

function wantedPaths(): readonly WantedPath[] {
  const wanted = new Map<string, WantedPath>();
  for (const [prefix, part, path] of READS) {
    for (const source of prefix === "*" ? ["*"] : eventSourcesOf(prefix)) {
      for (const spelling of path.includes("-") ? [path] : spellingsOf(path)) {
        wanted.set(`${source} ${part} ${spelling}`, { source, part, path: spelling });
      }
    }
  }
  return [...wanted.values()];
}

export const KEY_PATHS: readonly WantedPath[] = wantedPaths();
