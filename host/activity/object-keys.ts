/** Where things lie in R2. One function per kind of object; nobody else puts a key together. */
import type { SuppliedKind } from "../account/tenant-types.ts";

/** Before the keys of what came through the API; the rest of the bucket of raw log files is filled from outside. */
const UPLOADS = "uploads/";

/**
 * In the bucket of raw log files: one that came through the API, under its tenant, its content and the key CloudTrail gave. Every
 * key is given once: no upload overwrites another, and what is deleted does not come back.
 */
export function uploadKey(tenantId: string, sha256: string, key: string): string {
  return `${UPLOADS}${tenantId}/${sha256}-${once()}/${key}`;
}

/** Eight hex digits at random. */
function once(): string {
  return crypto.randomUUID().slice(0, "01234567".length);
}

export function isUploadKey(key: string): boolean {
  return key.startsWith(UPLOADS);
}

/** Where versions before this one put raw log files. */
export function formerRawFileKey(tenantId: string, key: string): string {
  return `${tenantId}/${key}`;
}

/** Named by its content, which readers check, and given once, as keys of uploads are. */
export function chunkKey(tenantId: string, partition: string, sha256: string): string {
  return `chunks/${tenantId}/${partition}/${sha256}-${once()}.arrow`;
}

/** The hash a chunk's key names. */
export function chunkKeySha256(key: string): string | undefined {
  return /([0-9a-f]{64})(?:-[0-9a-f]{8})?\.arrow$/.exec(key)?.[1];
}

export function snapshotKey(tenantId: string, sha256: string): string {
  return `organizations/${tenantId}/${sha256}.json`;
}

/** What a user supplied beside the logs. */
export function suppliedKey(tenantId: string, kind: SuppliedKind, sha256: string): string {
  return `supplied/${tenantId}/${kind}/${sha256}.json`;
}
