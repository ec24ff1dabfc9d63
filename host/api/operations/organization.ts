/** `PUT /organization` and `GET /organization`: the snapshot that verdicts rest on. */
import { tenantOf } from "../../account/access-keys.ts";
import type { Call } from "../call.ts";
import { invalidFields, notFound, type Outcome, problemsOfBody, refuse } from "../exceptions.ts";

export async function putOrganization(call: Call, body: Uint8Array): Promise<Outcome<Response>> {
  const { bindings, rooms, key, now } = call;
  const stored = await rooms.storeOrganization(bindings, { tenantId: tenantOf(key), body, now });
  if (!stored.ok) return refuse(invalidFields(problemsOfBody(stored.faults)));
  return { ok: true, value: Response.json(stored.value) };
}

export async function getOrganization({ bindings, rooms, key }: Call): Promise<Outcome<Response>> {
  const tenantId = tenantOf(key);
  const text = await rooms.loadOrganizationText(bindings, tenantId);
  if (text === undefined) return refuse(notFound("Organization", tenantId, "store one with PUT /organization"));
  return { ok: true, value: new Response(text, { headers: { "content-type": "application/json" } }) };
}
