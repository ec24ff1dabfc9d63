/** `PUT /organization`: checks the snapshot, stores it under its content hash, and points the tenant to it. */
import type { Bindings } from "../account/bindings.ts";
import { tenantStub } from "../account/stubs.ts";
import { failure, type Result, success } from "../domain/fault.ts";
import { parseOrganization } from "../organization/parse-organization.ts";
import { decodeText, NOT_UTF8 } from "./decode-text.ts";
import { snapshotKey } from "./object-keys.ts";
import { sha256Hex } from "./sha256.ts";

export interface StoredOrganization {
  readonly accounts: number;
  readonly organizationalUnits: number;
  readonly policies: number;
  readonly capturedAt: string;
}

/** Faults are those of the snapshot's grammar; then nothing is stored. A snapshot without `CapturedAt` gets `now` (R3). */
export async function storeOrganization(
  bindings: Bindings,
  input: { readonly tenantId: string; readonly body: Uint8Array; readonly now: number },
): Promise<Result<StoredOrganization>> {
  const text = decodeText(input.body);
  if (text === undefined) return failure(NOT_UTF8);
  const parsed = parseOrganization(text);
  if (!parsed.ok) return parsed;
  const capturedAt = parsed.value.CapturedAt ?? new Date(input.now).toISOString();
  const snapshot = { ...parsed.value, CapturedAt: capturedAt };
  const bytes = new TextEncoder().encode(JSON.stringify(snapshot));
  const sha256 = await sha256Hex(bytes);
  const key = snapshotKey(input.tenantId, sha256);
  await bindings.ACTIVITY.put(key, bytes);
  const pointer = { snapshotKey: key, sha256, capturedAt, bytes: bytes.length, now: input.now };
  await tenantStub(bindings, input.tenantId).putOrganization(pointer);
  return success({
    accounts: snapshot.Accounts.length,
    organizationalUnits: snapshot.OrganizationalUnits.length,
    policies: snapshot.Policies.length,
    capturedAt,
  });
}

/** The stored snapshot as text, or undefined when the tenant has none. */
export async function loadOrganizationText(bindings: Bindings, tenantId: string): Promise<string | undefined> {
  const pointer = await tenantStub(bindings, tenantId).getOrganization();
  if (pointer === undefined) return undefined;
  const object = await bindings.ACTIVITY.get(pointer.snapshotKey);
  return object === null ? undefined : object.text();
}
