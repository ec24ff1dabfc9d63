/** All rows of keys that requests prove, by key. Data and the look-up of it, nothing else. */
import type { KeyRow, ServiceKeyRows } from "./key-row.ts";
import { APPLICATION_KEYS } from "./rows/application.ts";
import { COMPUTE_KEYS } from "./rows/compute.ts";
import { DATABASE_KEYS } from "./rows/database.ts";
import { IDENTITY_KEYS } from "./rows/identity.ts";
import { MANAGEMENT_KEYS } from "./rows/management.ts";
import { SECURITY_KEYS } from "./rows/security.ts";
import { STORAGE_KEYS } from "./rows/storage.ts";

export const KEY_ROWS: readonly ServiceKeyRows[] = [
  ...APPLICATION_KEYS,
  ...COMPUTE_KEYS,
  ...DATABASE_KEYS,
  ...IDENTITY_KEYS,
  ...MANAGEMENT_KEYS,
  ...SECURITY_KEYS,
  ...STORAGE_KEYS,
];

const BY_KEY: ReadonlyMap<string, readonly KeyRow[] | undefined> = new Map(
  Object.entries(
    Object.groupBy(
      KEY_ROWS.flatMap(({ rows }) => rows),
      ({ key }) => key,
    ),
  ),
);

export interface FoundRow {
  readonly row: KeyRow;
  /** What the `*` of the row's key stands for. */
  readonly name: string;
}

/** The first row of the key that holds for the action; `key` and the action's `name` in lower case. */
export function findKeyRow(key: string, actionName: string): FoundRow | undefined {
  const exact = rowFor(BY_KEY.get(key), actionName);
  if (exact !== undefined) return { row: exact, name: "" };
  // `kms:encryptioncontext:*`, `s3:requestobjecttag/*`
  const split = key.slice(key.indexOf(":") + 1).search(/[:/]/);
  if (split < 0) return undefined;
  const end = key.indexOf(":") + split + 2;
  const open = rowFor(BY_KEY.get(`${key.slice(0, end)}*`), actionName);
  return open === undefined ? undefined : { row: open, name: key.slice(end) };
}

function rowFor(rows: readonly KeyRow[] | undefined, actionName: string): KeyRow | undefined {
  return rows?.find(({ actions }) => actions === undefined || actions.test(actionName));
}
