/** Where things lie in R2. One function per kind of object; nobody else puts a key together. */
import type { SuppliedKind } from "../account/tenant-types.ts";

/** In the bucket of raw log files: the key CloudTrail gave, under its tenant. */
export function rawFileKey(tenantId: string, key: string): string {
  return `${tenantId}/${key}`;
}

/** Named by its content, so that the same chunk written twice is one object. */
export function chunkKey(tenantId: string, partition: string, sha256: string): string {
  return `chunks/${tenantId}/${partition}/${sha256}.arrow`;
}

/** The hash a chunk's key names. */
export function chunkKeySha256(key: string): string | undefined {
  return /([0-9a-f]{64})\.arrow$/.exec(key)?.[1];
}

export function snapshotKey(tenantId: string, sha256: string): string {
  return `organizations/${tenantId}/${sha256}.json`;
}

/** What a user supplied beside the logs. */
export function suppliedKey(tenantId: string, kind: SuppliedKind, sha256: string): string {
  return `supplied/${tenantId}/${kind}/${sha256}.json`;
}
