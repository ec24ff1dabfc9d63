/** All our rows, by IAM prefix and resource type. Looks up; knows no request. */
import type { ResourceRow, ServiceRows } from "./resource-row.ts";
import { ANALYTICS_ROWS } from "./rows/analytics.ts";
import { COMPUTE_ROWS } from "./rows/compute.ts";
import { DATABASE_ROWS } from "./rows/database.ts";
import { EC2_ROWS } from "./rows/ec2.ts";
import { IDENTITY_ROWS } from "./rows/identity.ts";
import { MANAGEMENT_ROWS } from "./rows/management.ts";
import { MESSAGING_ROWS } from "./rows/messaging.ts";
import { NETWORK_ROWS } from "./rows/network.ts";
import { SECURITY_ROWS } from "./rows/security.ts";
import { STORAGE_ROWS } from "./rows/storage.ts";

export const ALL_ROWS: readonly ServiceRows[] = [
  ...STORAGE_ROWS,
  ...EC2_ROWS,
  ...COMPUTE_ROWS,
  ...DATABASE_ROWS,
  ...MESSAGING_ROWS,
  ...IDENTITY_ROWS,
  ...SECURITY_ROWS,
  ...MANAGEMENT_ROWS,
  ...ANALYTICS_ROWS,
  ...NETWORK_ROWS,
];

const BY_TYPE: ReadonlyMap<string, readonly ResourceRow[]> = group();

/** Prefix in lower case; the type as the catalogue names it. In the order written: the first that names something counts. */
export function resourceRows(prefix: string, type: string): readonly ResourceRow[] {
  return BY_TYPE.get(`${prefix} ${type}`) ?? [];
}

function group(): ReadonlyMap<string, readonly ResourceRow[]> {
  const byType = new Map<string, ResourceRow[]>();
  for (const { prefix, rows } of ALL_ROWS) {
    for (const row of rows) {
      const key = `${prefix} ${row.type}`;
      const list = byType.get(key);
      if (list === undefined) byType.set(key, [row]);
      else list.push(row);
    }
  }
  return byType;
}
