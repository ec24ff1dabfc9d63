import { describe, expect, test } from "vitest";
import { type AccessKey, ROLES, readAccessKeys, tenantOf } from "../../host/account/access-keys.ts";
import type { Bindings } from "../../host/account/bindings.ts";

const KEY: AccessKey = {
  accessKeyId: "AKIDEXAMPLE",
  secretAccessKey: "a-secret-marker",
  accountId: "111122223333",
  organizationId: "o-abcdefghij",
  role: "admin",
};

function read(secrets: Readonly<Record<string, unknown>>) {
  return readAccessKeys(secrets as unknown as Bindings);
}

function keysOf(secrets: Readonly<Record<string, unknown>>): readonly AccessKey[] {
  const keys = read(secrets);
  if (!keys.ok) throw new Error(JSON.stringify(keys.faults));
  return [...keys.value.values()];
}

/** Messages of the faults; none of them tells a secret. */
function faultsOf(secrets: Readonly<Record<string, unknown>>): readonly string[] {
  const keys = read(secrets);
  if (keys.ok) throw new Error("was read");
  expect(new Set(keys.faults.map(({ code }) => code))).toEqual(new Set(["access-keys"]));
  expect(JSON.stringify(keys.faults)).not.toContain("marker");
  return keys.faults.map(({ message }) => message);
}

function listOf(...entries: readonly unknown[]): string {
  return JSON.stringify(entries);
}

describe("readAccessKeys() gives", () => {
  test("no keys without secrets, or with an empty list", () => {
    expect(keysOf({})).toEqual([]);
    expect(keysOf({ ACCESS_KEYS: "[]" })).toEqual([]);
  });

  test.each(ROLES)("a key with role %s by its id", (role) => {
    const keys = read({ ACCESS_KEYS: listOf({ ...KEY, role }) });
    expect(keys.ok && keys.value.get(KEY.accessKeyId)).toEqual({ ...KEY, role });
  });

  test("the keys of all secrets, and looks at no other binding", () => {
    const keyOf = (accessKeyId: string) => ({ ...KEY, accessKeyId, secretAccessKey: `${accessKeyId} secret` });
    const secrets = {
      ACCESS_KEYS: listOf(keyOf("AKID1"), keyOf("AKID2")),
      ACCESS_KEYS_2: listOf(keyOf("AKID3")),
      ACCESS_KEYS_10: listOf(keyOf("AKID4")),
      ACCESS_KEYS_OLD: "no list",
      MY_ACCESS_KEYS: "no list",
      ACCESS_KEYS_: "no list",
      access_keys: "no list",
    };
    expect(keysOf(secrets).map(({ accessKeyId }) => accessKeyId)).toEqual(["AKID1", "AKID2", "AKID3", "AKID4"]);
  });

  test("a key of an account without an organization", () => {
    const { organizationId: _, ...alone } = KEY;
    expect(keysOf({ ACCESS_KEYS: listOf(alone) })).toEqual([alone]);
    expect(keysOf({ ACCESS_KEYS: listOf({ ...alone, organizationId: null }) })).toEqual([alone]);
  });

  test("no member that a key does not have", () => {
    expect(keysOf({ ACCESS_KEYS: listOf({ ...KEY, comment: "x" }) })).toEqual([KEY]);
  });
});

describe("readAccessKeys() refuses", () => {
  test.each([
    ["text", "a-secret-marker"],
    ["nothing", ""],
    ["a list that is cut off", listOf(KEY).slice(0, -1)],
    ["an object", JSON.stringify(KEY)],
    ["null", "null"],
    ["a number", 7],
  ])("a secret that is %s", (_, text) => {
    const [message, ...more] = faultsOf({ ACCESS_KEYS_2: text });
    expect(message).toMatch(/^secret `ACCESS_KEYS_2`: entry 0 is not an access key; it must be a JSON list of \{/);
    expect(more).toEqual([]);
  });

  const changes: readonly object[] = [
    { accessKeyId: undefined },
    { accessKeyId: "" },
    { accessKeyId: "AK" },
    { accessKeyId: "A".repeat(129) },
    { accessKeyId: "AKID/EXAMPLE" },
    { accessKeyId: "AKID EXAMPLE" },
    { accessKeyId: 7 },
    { secretAccessKey: undefined },
    { secretAccessKey: "" },
    { secretAccessKey: 7 },
    { accountId: undefined },
    { accountId: "11112222333" },
    { accountId: "1111222233334" },
    { accountId: 111_122_223_333 },
    { organizationId: "" },
    { organizationId: "abcdefghij" },
    { organizationId: "o-ABCDEFGHIJ" },
    { organizationId: "o-abc" },
    { organizationId: 7 },
    { role: undefined },
    { role: "owner" },
    { role: "Admin" },
    { role: ["admin"] },
  ];
  test.each(changes)("a key with %o, and says which entry it is", (change) => {
    const other = { ...KEY, accessKeyId: "AKIDOTHER" };
    const [message] = faultsOf({ ACCESS_KEYS: listOf(other, { ...KEY, ...change }) });
    expect(message).toMatch(/^secret `ACCESS_KEYS`: entry 1 is not an access key/);
  });

  test.each([null, "AKIDEXAMPLE", 7, []])("an entry that is %o", (entry) => {
    expect(faultsOf({ ACCESS_KEYS: listOf(entry) })).toHaveLength(1);
  });

  test("an id that is listed twice, in one secret or in two", () => {
    const again = { ...KEY, secretAccessKey: "another-marker" };
    expect(faultsOf({ ACCESS_KEYS: listOf(KEY, again) })[0]).toContain("`ACCESS_KEYS`: `AKIDEXAMPLE` is listed twice");
    const inTwo = faultsOf({ ACCESS_KEYS: listOf(KEY), ACCESS_KEYS_2: listOf(again) });
    expect(inTwo[0]).toContain("`ACCESS_KEYS_2`: `AKIDEXAMPLE` is listed twice");
  });

  test("two ingest keys with one secret, which is a token: it must say whose events come", () => {
    const first: AccessKey = { ...KEY, role: "ingest" };
    const second: AccessKey = { ...first, accessKeyId: "AKIDSECOND", organizationId: "o-zyxwvutsrq" };
    const message = "`AKIDSECOND` has the secret of another ingest key";
    expect(faultsOf({ ACCESS_KEYS: listOf(first, second) })[0]).toContain(message);
    expect(faultsOf({ ACCESS_KEYS: listOf(first), ACCESS_KEYS_2: listOf(second) })[0]).toContain(message);
  });

  test("an ingest key with the secret of another key, which the token would show; not one secret of others", () => {
    const reader: AccessKey = { ...KEY, accessKeyId: "AKIDREADER", role: "reader" };
    const ingest: AccessKey = { ...KEY, accessKeyId: "AKIDINGEST", role: "ingest" };
    expect(faultsOf({ ACCESS_KEYS: listOf(KEY, ingest) })[0]).toContain("`AKIDINGEST`");
    expect(faultsOf({ ACCESS_KEYS: listOf(ingest, KEY) })[0]).toContain(KEY.accessKeyId);
    expect(keysOf({ ACCESS_KEYS: listOf(KEY, reader) })).toHaveLength(2);
  });

  test("everything, with all faults, when one entry is none", () => {
    const secrets = { ACCESS_KEYS: listOf(KEY, {}, KEY), ACCESS_KEYS_2: "marker" };
    expect(faultsOf(secrets)).toHaveLength(3);
  });
});

describe("tenantOf()", () => {
  test("is the organization, or the account of a key without one", () => {
    expect(tenantOf(KEY)).toBe("o-abcdefghij");
    const { organizationId: _, ...alone } = KEY;
    expect(tenantOf(alone)).toBe("111122223333");
  });
});
