/**
 * The objects that one piece of work writes: the tenant is told of each before it is written, so that none is lost from sight
 * however the work ends.
 */
import type { Bindings } from "../account/bindings.ts";
import { tenantStub } from "../account/stubs.ts";
import { logError } from "../account/telemetry.ts";
import type { StoredObject } from "../account/tenant-types.ts";
import { deleteObjects } from "./delete-objects.ts";

export interface WriteLog {
  /** To be awaited before the objects are written. */
  expect(objects: readonly StoredObject[]): Promise<void>;
  /** Deletes what nothing names after all. Never throws: should it fail, the tenant finds out by itself after a while. */
  discard(): Promise<void>;
}

export function createWriteLog(bindings: Bindings, tenantId: string): WriteLog {
  const written: StoredObject[] = [];
  return {
    async expect(objects) {
      written.push(...objects);
      await tenantStub(bindings, tenantId).expectObjects(objects, Date.now());
    },
    async discard() {
      if (written.length === 0) return;
      try {
        const tenant = tenantStub(bindings, tenantId);
        // Only the tenant knows whether they are named all the same: an answer of its may have been lost.
        const unnamed = await tenant.discardObjects(written, Date.now());
        await deleteObjects(bindings, unnamed);
        await tenant.forgetGarbage(unnamed);
      } catch (error) {
        logError("objects-not-discarded", error, { tenantId, objects: written.length });
      }
    },
  };
}
