/** Where things lie in R2. One function per kind of object; nobody else puts a key together. */
import type { SuppliedKind } from "../account/tenant-types.ts";

/** Before the keys of what came through the API; the rest of the bucket of raw log files is filled from outside. */
const UPLOADS = "uploads/";

/**
 * In the bucket of raw log files: one that came through the API, under its tenant, its content and the key CloudTrail gave, so
 * that no upload overwrites another before the ledger names it.
 */
export function uploadKey(tenantId: string, sha256: string, key: string): string {
  return `${UPLOADS}${tenantId}/${sha256}/${key}`;
}

export function isUploadKey(key: string): boolean {
  return key.startsWith(UPLOADS);
}

/** Where versions before this one put raw log files. */
export function formerRawFileKey(tenantId: string, key: string): string {
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
