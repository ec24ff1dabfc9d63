import { describe, expect, test } from "vitest";
import { tenantStub } from "../../host/account/stubs.ts";
import type { SuppliedKind } from "../../host/account/tenant-types.ts";
import { loadSuppliedText, storeSupplied } from "../../host/activity/supplied-files.ts";
import { bindings } from "./helpers/preview-tenant.ts";

const NOW = Date.UTC(2026, 10, 23, 12);
/** Spaces and all: what a user wrote is given back, not what was read in it. */
const TEXTS: Readonly<Record<SuppliedKind, readonly [string, string]>> = {
  mapping: [
    '{ "mappings": [] }\n',
    '{"mappings": [{"eventSource": "mill.example", "eventName": "Grind", "noAuthorization": true, "note": "Mühle"}]}',
  ],
  context: ['{ "aws:PrincipalTag/team": "grain" }\n', '{"aws:PrincipalTag/team": ["rye", "Mühle"]}'],
};
const BAD: Readonly<Record<SuppliedKind, readonly [text: string, pointer: string]>> = {
  mapping: [
    '{"mappings":[{"eventSource":"mill.example","eventName":"Grind","actions":["Grind"]}]}',
    "/mappings/0/actions/0",
  ],
  context: ['{"aws:PrincipalTag/team":{"is":"no value"}}', "/aws:PrincipalTag~1team"],
};

let tenants = 0;

function newTenantId(): string {
  tenants += 1;
  return `o-supplied${tenants}`;
}

describe.each(["mapping", "context"] as const)("storeSupplied() of a %s", (kind) => {
  const [first, second] = TEXTS[kind];
  const store = (tenantId: string, text: string | Uint8Array) => {
    const body = typeof text === "string" ? new TextEncoder().encode(text) : text;
    return storeSupplied(bindings, { tenantId, kind, body, now: NOW });
  };
  const pointerOf = async (tenantId: string) => (await tenantStub(bindings, tenantId).getSupplied())[kind];
  const objectsOf = async (tenantId: string) => {
    const { objects } = await bindings.ACTIVITY.list({ prefix: `supplied/${tenantId}/` });
    return objects.map(({ key }) => key);
  };

  test("keeps the text as it is, once however often it is stored", async () => {
    const tenantId = newTenantId();
    expect(await loadSuppliedText(bindings, tenantId, kind)).toBeUndefined();
    const stored = await store(tenantId, second);
    expect(stored).toMatchObject({ ok: true, value: { bytes: new TextEncoder().encode(second).length } });
    expect(await store(tenantId, second)).toEqual(stored);
    expect(await loadSuppliedText(bindings, tenantId, kind)).toBe(second);
    const pointer = await pointerOf(tenantId);
    expect(await objectsOf(tenantId)).toEqual([pointer?.suppliedKey]);
    expect(pointer).toMatchObject({ ...(stored.ok ? stored.value : {}), storedAt: "2026-11-23T12:00:00.000Z" });
  });

  test("puts the newer file in place of the older, which running jobs may still read", async () => {
    const tenantId = newTenantId();
    await store(tenantId, first);
    const before = await pointerOf(tenantId);
    await store(tenantId, second);
    expect(await loadSuppliedText(bindings, tenantId, kind)).toBe(second);
    await tenantStub(bindings, tenantId).removeSupplied(kind);
    expect(await loadSuppliedText(bindings, tenantId, kind)).toBeUndefined();
    expect(await objectsOf(tenantId)).toContain(before?.suppliedKey);
  });

  test.each([
    ["is not JSON", "{", undefined],
    ["says what the grammar does not know", ...BAD[kind]],
    ["is not UTF-8", Uint8Array.of(0x22, 0xff, 0x22), undefined],
  ])("refuses a file that %s, and keeps the one before", async (_, text, pointer) => {
    const tenantId = newTenantId();
    await store(tenantId, first);
    const refused = await store(tenantId, text);
    if (refused.ok) throw new Error("it was stored");
    const [fault] = refused.faults;
    expect(fault?.message).not.toBe("");
    if (pointer !== undefined) expect(fault?.where?.pointer).toBe(pointer);
    expect(await loadSuppliedText(bindings, tenantId, kind)).toBe(first);
    expect(await objectsOf(tenantId)).toHaveLength(1);
  });

  test("takes a byte order mark as none", async () => {
    const tenantId = newTenantId();
    expect((await store(tenantId, `\uFEFF${first}`)).ok).toBe(true);
    expect(await loadSuppliedText(bindings, tenantId, kind)).toBe(first);
  });

  test("touches neither the other kind nor another tenant", async () => {
    const [tenantId, other] = [newTenantId(), newTenantId()];
    await store(tenantId, first);
    const otherKind = kind === "mapping" ? "context" : "mapping";
    expect(await loadSuppliedText(bindings, tenantId, otherKind)).toBeUndefined();
    expect(await loadSuppliedText(bindings, other, kind)).toBeUndefined();
    await tenantStub(bindings, other).removeSupplied(kind);
    expect(await loadSuppliedText(bindings, tenantId, kind)).toBe(first);
  });
});
