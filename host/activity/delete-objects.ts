/** Deletes objects of both buckets of activity. */
import type { Bindings } from "../account/bindings.ts";
import type { StoredObject } from "../account/tenant-types.ts";

/** R2 deletes at most this many at once. */
export const DELETE_MAX = 1000;

export async function deleteObjects(bindings: Bindings, objects: readonly StoredObject[]): Promise<void> {
  for (const bucket of ["ACTIVITY", "CLOUDTRAIL"] as const) {
    const keys = objects.filter((object) => object.bucket === bucket).map(({ key }) => key);
    for (let start = 0; start < keys.length; start += DELETE_MAX) {
      await bindings[bucket].delete(keys.slice(start, start + DELETE_MAX));
    }
  }
}
