/** What a user supplies beside the logs: mapping and context, each put, given back and removed in the same way. */
import { tenantOf } from "../../account/access-keys.ts";
import type { SuppliedKind } from "../../account/tenant-types.ts";
import { type Call, callersTenant } from "../call.ts";
import { invalidFields, notFound, type Outcome, problemsOfBody, refuse } from "../exceptions.ts";

/** The kinds as they stand in names of routes and resources. */
export const SUPPLIED_NAMES = { mapping: "Mapping", context: "Context" } as const satisfies Record<
  SuppliedKind,
  string
>;

export async function putSupplied(call: Call, kind: SuppliedKind, body: Uint8Array): Promise<Outcome<Response>> {
  const { bindings, rooms, key, now } = call;
  const stored = await rooms.storeSupplied(bindings, { tenantId: tenantOf(key), kind, body, now });
  if (!stored.ok) return refuse(invalidFields(problemsOfBody(stored.faults)));
  return { ok: true, value: Response.json(stored.value) };
}

export async function getSupplied({ bindings, rooms, key }: Call, kind: SuppliedKind): Promise<Outcome<Response>> {
  const tenantId = tenantOf(key);
  const text = await rooms.loadSuppliedText(bindings, tenantId, kind);
  if (text === undefined) return refuse(notFound(SUPPLIED_NAMES[kind], tenantId, `store one with PUT /${kind}`));
  return { ok: true, value: new Response(text, { headers: { "content-type": "application/json" } }) };
}

/** Jobs that run keep what they pinned. */
export async function deleteSupplied(call: Call, kind: SuppliedKind): Promise<Outcome<Response>> {
  await callersTenant(call).removeSupplied(kind);
  return { ok: true, value: Response.json({}) };
}
