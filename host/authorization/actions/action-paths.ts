/**
 * Which members of records the tables of this folder read, so that just these are taken into a chunk. Made from the rows:
 * none can be forgotten. A name would not do to select events by: Lambda writes dates behind names.
 */
import type { WantedPath } from "../../domain/parameter-selection.ts";
import { eventSourcesOf } from "../event-source-prefixes.ts";
import { BEARER_PATHS } from "./bearer-actions.ts";
import { besidePaths } from "./beside-actions.ts";
import { BESIDE_ROWS } from "./beside-rows.ts";
import { REQUEST_ROWS } from "./own-actions.ts";
import { PASS_ROLE_ROWS, passRolePaths } from "./passed-roles.ts";
import { S3_BUCKET_PATHS } from "./s3-family.ts";
import { TELLING_PATHS } from "./shared-sources.ts";
import { TAG_PATHS, TAG_PATHS_OF, TAGGED_TYPE_PATHS } from "./tag-rows.ts";

const READS: readonly (readonly [prefix: string, paths: readonly string[]])[] = [
  ...REQUEST_ROWS.map((row) => [row.prefix, row.paths] as const),
  ...BESIDE_ROWS.map((row) => [row.prefix, besidePaths(row)] as const),
  ...PASS_ROLE_ROWS.map((row) => [row.prefix, passRolePaths(row)] as const),
  ...Object.entries(TAG_PATHS_OF).map(([prefix, paths]) => [prefix, paths.split(" ")] as const),
  ...TELLING_PATHS,
  ["s3", S3_BUCKET_PATHS],
  ["ec2", TAGGED_TYPE_PATHS],
  ["*", TAG_PATHS],
];

function wantedPaths(): readonly WantedPath[] {
  const wanted = new Map<string, WantedPath>();
  for (const [prefix, paths] of READS) {
    for (const source of prefix === "*" ? ["*"] : eventSourcesOf(prefix)) {
      for (const path of paths.flatMap(spellingsOf)) {
        wanted.set(`${source} ${path}`, { source, part: "requestParameters", path });
      }
    }
  }
  return [...wanted.values(), ...BEARER_PATHS];
}

/** Longer paths than this are in one style throughout. */
const MIXED_NAMES_MAX = 2;

/**
 * The extraction takes names as they are spelled, our rows read them in any case: CloudTrail begins most with a small letter,
 * those of S3's XML, of EC2's newer operations and of maps as they came [E].
 */
function spellingsOf(path: string): readonly string[] {
  const names = path.split(".");
  const styles = [(name: string) => name, capitalized];
  if (names.length > MIXED_NAMES_MAX) return styles.map((style) => names.map(style).join("."));
  return names.reduce<readonly string[]>(
    (paths, name) => paths.flatMap((before) => styles.map((style) => [before, style(name)].filter(Boolean).join("."))),
    [""],
  );
}

function capitalized(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}

export const ACTION_PATHS: readonly WantedPath[] = wantedPaths();
