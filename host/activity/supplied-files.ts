/**
 * `PUT /mapping`, `PUT /context`: checks what a user supplies beside the logs, stores it under its content hash, and points
 * the tenant to it. Takes nothing away: jobs pin these files by key.
 */
import type { Bindings } from "../account/bindings.ts";
import { tenantStub } from "../account/stubs.ts";
import type { SuppliedKind } from "../account/tenant-types.ts";
import { parseUserMapping } from "../authorization/actions/user-mapping.ts";
import { parseSuppliedContext } from "../authorization/keys/supplied-context.ts";
import { failure, type Result, success } from "../domain/fault.ts";
import { decodeText, NOT_UTF8 } from "./decode-text.ts";
import { suppliedKey } from "./object-keys.ts";
import { sha256Hex } from "./sha256.ts";

export interface StoredSupplied {
  /** Names the content, whatever time it was stored. */
  readonly sha256: string;
  readonly bytes: number;
}

const PARSERS: Readonly<Record<SuppliedKind, (text: string) => Result<unknown>>> = {
  mapping: parseUserMapping,
  context: parseSuppliedContext,
};

/** Faults are `not-utf-8` and those of the kind's grammar; then nothing is stored. A byte order mark is left out. */
export async function storeSupplied(
  bindings: Bindings,
  input: { readonly tenantId: string; readonly kind: SuppliedKind; readonly body: Uint8Array; readonly now: number },
): Promise<Result<StoredSupplied>> {
  const { tenantId, kind, body, now } = input;
  const text = decodeText(body);
  if (text === undefined) return failure(NOT_UTF8);
  const parsed = PARSERS[kind](text);
  if (!parsed.ok) return parsed;
  const bytes = new TextEncoder().encode(text);
  const stored = { sha256: await sha256Hex(bytes), bytes: bytes.length };
  const key = suppliedKey(tenantId, kind, stored.sha256);
  await bindings.ACTIVITY.put(key, bytes);
  await tenantStub(bindings, tenantId).putSupplied(kind, { suppliedKey: key, ...stored, now });
  return success(stored);
}

/** The stored file as text, or undefined when the tenant has none of that kind. */
export async function loadSuppliedText(
  bindings: Bindings,
  tenantId: string,
  kind: SuppliedKind,
): Promise<string | undefined> {
  const pointer = (await tenantStub(bindings, tenantId).getSupplied())[kind];
  if (pointer === undefined) return undefined;
  const object = await bindings.ACTIVITY.get(pointer.suppliedKey);
  return object === null ? undefined : object.text();
}
