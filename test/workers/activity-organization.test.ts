import { describe, expect, test } from "vitest";
import { tenantStub } from "../../host/account/stubs.ts";
import { loadOrganizationText, storeOrganization } from "../../host/activity/store-organization.ts";
import type { OrganizationSnapshot } from "../../host/domain/organization.ts";
import { MILL, PLANTS, snapshotOf } from "../organization/snapshot-of.ts";
import { bindings } from "./helpers/preview-tenant.ts";

const NOW = Date.UTC(2026, 10, 23, 12);
let tenants = 0;

function newTenantId(): string {
  tenants += 1;
  return `o-organization${tenants}`;
}

async function snapshotsOf(tenantId: string): Promise<number> {
  return (await bindings.ACTIVITY.list({ prefix: `organizations/${tenantId}/` })).objects.length;
}

describe("storeOrganization()", () => {
  const store = (tenantId: string, snapshot: unknown) => {
    const body = new TextEncoder().encode(typeof snapshot === "string" ? snapshot : JSON.stringify(snapshot));
    return storeOrganization(bindings, { tenantId, body, now: NOW });
  };
  const withoutTime = (): OrganizationSnapshot => {
    const { CapturedAt: _, ...snapshot } = snapshotOf();
    return snapshot;
  };

  test("keeps the time at which a snapshot was taken, and counts what is in it", async () => {
    const tenantId = newTenantId();
    expect(await store(tenantId, snapshotOf())).toEqual({
      ok: true,
      value: { accounts: 3, organizationalUnits: 2, policies: 3, capturedAt: "2026-11-20T08:00:00Z" },
    });
    expect(JSON.parse((await loadOrganizationText(bindings, tenantId)) ?? "")).toEqual(snapshotOf());
  });

  test("takes the time of storing for a snapshot that does not say when it was taken (R3)", async () => {
    const tenantId = newTenantId();
    expect(await store(tenantId, withoutTime())).toMatchObject({ value: { capturedAt: "2026-11-23T12:00:00.000Z" } });
    const stored = JSON.parse((await loadOrganizationText(bindings, tenantId)) ?? "") as OrganizationSnapshot;
    expect(stored).toEqual({ ...withoutTime(), CapturedAt: "2026-11-23T12:00:00.000Z" });
  });

  test("puts the newer snapshot in place of the older, which running jobs may still read", async () => {
    const tenantId = newTenantId();
    await store(tenantId, snapshotOf());
    const first = await tenantStub(bindings, tenantId).getOrganization();
    await store(tenantId, snapshotOf({ PolicyTargets: [] }));
    expect(await loadOrganizationText(bindings, tenantId)).toContain('"PolicyTargets":[]');
    expect(await bindings.ACTIVITY.head(first?.snapshotKey ?? "")).not.toBeNull();
  });

  const bad: readonly (readonly [string, unknown, string, string | undefined])[] = [
    ["is not JSON", '{"Organization":', "", undefined],
    ["lists an account without its parent", accountOf("ou-jm01-nowhere01"), "unknown-parent", "/Accounts/1/ParentId"],
    ["has two roots", snapshotOf({ Roots: [{ Id: "r-jm01" }, { Id: "r-jm02" }] }), "several-roots", "/Roots"],
    ["attaches a policy it does not list", attachmentOf("p-nowhere1"), "unknown-policy", "/PolicyTargets/0/PolicyId"],
    [
      "attaches a policy that cannot be read",
      contentOf('{"Version":"2012-10-17"}'),
      "invalid-content",
      "/Policies/0/Content",
    ],
  ];
  test.each(bad)("refuses a snapshot that %s, and keeps the one before", async (_, snapshot, code, pointer) => {
    const tenantId = newTenantId();
    await store(tenantId, snapshotOf());
    const before = await tenantStub(bindings, tenantId).getOrganization();
    const refused = await store(tenantId, snapshot);
    if (refused.ok) throw new Error("it was stored");
    const [fault] = refused.faults;
    if (pointer === undefined) expect(fault?.where?.line).toBe(1);
    else expect([fault?.code, fault?.where?.pointer]).toEqual([code, pointer]);
    expect(fault?.message).not.toBe("");
    expect(await tenantStub(bindings, tenantId).getOrganization()).toEqual(before);
    expect(await snapshotsOf(tenantId)).toBe(1);
  });

  function accountOf(ParentId: string): OrganizationSnapshot {
    return snapshotOf({
      Accounts: snapshotOf().Accounts.map((account) => (account.Id === MILL ? { ...account, ParentId } : account)),
    });
  }
  function attachmentOf(PolicyId: string): OrganizationSnapshot {
    return snapshotOf({ PolicyTargets: [{ PolicyId, TargetId: PLANTS }] });
  }
  function contentOf(Content: string): OrganizationSnapshot {
    const [leaving, ...others] = snapshotOf().Policies;
    if (leaving === undefined) throw new Error("Juniper Mills has policies");
    return snapshotOf({ Policies: [{ ...leaving, Content }, ...others] });
  }
});
