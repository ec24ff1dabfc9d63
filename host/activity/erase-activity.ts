/**
 * Takes stored events away for good: out of chunks and raw log files in R2, and out of the catalogue. A file that holds other events
 * too is written anew without them. Works file by file, so that it can stop anywhere and go on later; done twice, it does the same.
 */
import type { Bindings } from "../account/bindings.ts";
import { tenantStub } from "../account/stubs.ts";
import type { ErasureScope, Garbage, StoredObject } from "../account/tenant-types.ts";
import { DELETE_MAX, deleteObjects } from "./delete-objects.ts";
import { eraseFile } from "./erase-file.ts";
import { isUploadKey } from "./object-keys.ts";

export interface ErasureStep {
  readonly erasedEvents: number;
  /** Files from which something was taken away. */
  readonly erasedFiles: number;
  /** Nothing of the scope is left. */
  readonly isComplete: boolean;
}

export interface ErasureRequest {
  readonly tenantId: string;
  readonly scope: ErasureScope;
  readonly filesMax: number;
  /** Is told the keys of chunks before they are deleted; again, should the deletion not come about. */
  readonly beforeDeletion: (chunkKeys: readonly string[]) => Promise<void>;
}

/** Erases from at most `filesMax` files. Throws when R2 does; what was erased until then stays erased. */
export async function eraseActivity(bindings: Bindings, request: ErasureRequest): Promise<ErasureStep> {
  const { tenantId, scope, filesMax } = request;
  // One more than is erased tells whether there are others.
  const files = await tenantStub(bindings, tenantId).listErasure(scope, filesMax + 1);
  const erased: number[] = [];
  for (const file of files.slice(0, filesMax)) {
    const events = await eraseFile(bindings, tenantId, scope, file);
    if (events !== undefined) erased.push(events);
  }
  await deleteGarbage(bindings, request);
  return {
    erasedEvents: erased.reduce((sum, events) => sum + events, 0),
    erasedFiles: erased.length,
    isComplete: erased.length === files.length,
  };
}

/** What this erasure and others took out, and what else of its days nobody names any more. */
async function deleteGarbage(bindings: Bindings, { tenantId, scope, beforeDeletion }: ErasureRequest): Promise<void> {
  const tenant = tenantStub(bindings, tenantId);
  for (;;) {
    const garbage = await tenant.listGarbage(scope, { now: Date.now(), most: DELETE_MAX });
    if (garbage.length === 0) return;
    const keysIn = (bucket: StoredObject["bucket"]) => garbage.filter((object: Garbage) => object.bucket === bucket);
    const chunks = keysIn("ACTIVITY");
    if (chunks.length > 0) await beforeDeletion(chunks.map(({ key }: Garbage) => key));
    const raw: Garbage[] = [];
    for (const object of keysIn("CLOUDTRAIL")) if (!(await isNewer(bindings, object))) raw.push(object);
    await deleteObjects(bindings, [...chunks, ...raw]);
    await tenant.forgetGarbage(garbage);
  }
}

/** Keys of files from outside are not ours: another file may lie under one since. */
async function isNewer({ CLOUDTRAIL }: Bindings, { key, since }: Garbage): Promise<boolean> {
  if (isUploadKey(key)) return false;
  const object = await CLOUDTRAIL.head(key);
  return object !== null && object.uploaded.getTime() > since;
}
