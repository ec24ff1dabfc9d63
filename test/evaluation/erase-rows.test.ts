import { describe, expect, test } from "vitest";
import { type Erasure, eraseRows } from "../../host/evaluation/chunks/erase-rows.ts";
import { selectRows } from "../../host/evaluation/chunks/select-rows.ts";
import { createRandom } from "../events/random.ts";
import { MILL, SHOP } from "../organization/snapshot-of.ts";
import { chunkOfRecords, type LoggedRecord } from "./chunk-of-records.ts";
import { chunkOf, rowsOf } from "./invented-chunk.ts";
import { callerSeenByOwner, callOf, roleSessionOf, STRANGER, userOf } from "./invented-records.ts";

/** Positions of the records, which are the offsets of their rows. */
const offsetsOf = (records: readonly LoggedRecord[], erasure: Erasure) => {
  const chunk = chunkOfRecords(records);
  const { kept, erased, erasedOffsets } = eraseRows(chunk, erasure);
  const offsets = erasedOffsets.get("file.json") ?? [];
  expect(erased).toBe(offsets.length);
  expect(erasedOffsets.size).toBe(erased === 0 ? 0 : 1);
  const others = records.map((_, row) => row).filter((row) => !offsets.includes(row));
  expect(kept && rowsOf(kept)).toEqual(others.length === 0 ? undefined : others.map((row) => rowsOf(chunk)[row]));
  return offsets;
};

const SERVICE: LoggedRecord = { type: "AWSService", invokedBy: "ec2.amazonaws.com" };
const OF_ACCOUNTS = [
  callOf(0),
  callOf(1, { userIdentity: roleSessionOf("build/miller") }),
  callOf(2, { recipientAccountId: SHOP, userIdentity: callerSeenByOwner(MILL) }),
  callOf(3, { userIdentity: userOf("una", SHOP) }),
  callOf(4, { recipientAccountId: STRANGER, userIdentity: userOf("sam", STRANGER) }),
  callOf(5, { userIdentity: SERVICE }),
  callOf(6, { recipientAccountId: undefined, userIdentity: userOf("una", SHOP) }),
  callOf(7, { recipientAccountId: undefined, userIdentity: SERVICE }),
];
const OF_DAYS = [
  "2026-11-22T23:59:59.999Z",
  "2026-11-23T00:00:00Z",
  "2026-11-23T23:59:59.999Z",
  "2026-11-24T00:00:00Z",
  "2026-11-24T01:00:00+02:00",
  "1969-12-31T23:59:59.999Z",
].map((eventTime, id) => callOf(id, { eventTime }));

describe("eraseRows()", () => {
  test.each<[string, readonly LoggedRecord[], Erasure, readonly number[]]>([
    ["of an account, in its log or called by it", OF_ACCOUNTS, { accountId: MILL }, [0, 1, 2, 3, 5]],
    ["of a caller that is logged by others and nobody", OF_ACCOUNTS, { accountId: SHOP }, [2, 3, 6]],
    ["of an account by itself", OF_ACCOUNTS, { accountId: STRANGER }, [4]],
    ["of an account that there is nothing of", OF_ACCOUNTS, { accountId: "999999999999" }, []],
    ["that name no account, of no account", OF_ACCOUNTS, { accountId: "" }, [7]],
    ["of all", OF_ACCOUNTS, {}, [0, 1, 2, 3, 4, 5, 6, 7]],
    [
      "of all, told by what is undefined",
      OF_ACCOUNTS,
      { accountId: undefined, endDay: undefined },
      [0, 1, 2, 3, 4, 5, 6, 7],
    ],
    ["of a day", OF_DAYS, { startDay: "2026-11-23", endDay: "2026-11-23" }, [1, 2, 4]],
    ["from a day on", OF_DAYS, { startDay: "2026-11-23" }, [1, 2, 3, 4]],
    ["up to a day", OF_DAYS, { endDay: "2026-11-23" }, [0, 1, 2, 4, 5]],
    ["up to a day before 1970", OF_DAYS, { endDay: "1969-12-31" }, [5]],
    ["of two days", OF_DAYS, { startDay: "2026-11-22", endDay: "2026-11-23" }, [0, 1, 2, 4]],
    ["of days that end before they begin", OF_DAYS, { startDay: "2026-11-24", endDay: "2026-11-23" }, []],
    ["of an account on its days", OF_DAYS, { accountId: MILL, startDay: "2026-11-24" }, [3]],
    ["of an account on days of others", OF_DAYS, { accountId: SHOP, startDay: "2026-11-24" }, []],
  ])("erases events %s", (_, records, erasure, offsets) => {
    expect(offsetsOf(records, erasure)).toEqual(offsets);
  });

  test("tells of places by file, in their order, whatever the order of the rows", () => {
    const offset = Uint32Array.of(300, 0xffff_fff0, 100, 20, 3);
    const file = { ids: Uint8Array.of(1, 1, 2, 1, 3), values: ["", "a.json", "b.json.gz", "c.json"] };
    const time = BigInt64Array.of(0n, 0n, 0n, 0n, 86_400_000n);
    const { kept, erased, erasedOffsets } = eraseRows(
      { ...chunkOf([0, 0, 0, 0, 0], { file }), offset, time },
      { endDay: "1970-01-01" },
    );
    expect([...erasedOffsets]).toEqual([
      ["a.json", [20, 300, 0xffff_fff0]],
      ["b.json.gz", [100]],
    ]);
    expect(erased).toBe(4);
    expect(kept?.offset).toEqual(Uint32Array.of(3));
    expect(kept?.columns.file.values).toEqual(["", "c.json"]);
  });

  test("leaves nothing of erased values in what is kept", () => {
    const records = OF_ACCOUNTS.map((record, id) => ({ ...record, userAgent: `agent ${id}` }));
    const { kept } = eraseRows(chunkOfRecords(records), { accountId: MILL });
    const texts = Object.values(kept?.columns ?? {}).flatMap(({ values }) => values);
    expect(texts).toContain("agent 4");
    expect(texts.join()).not.toMatch(/agent [01235]/);
    expect(texts.join()).not.toContain(MILL);
  });

  test("gives the chunk itself when nothing of it is erased, and no chunk when there are no rows", () => {
    const chunk = chunkOfRecords(OF_DAYS);
    expect(eraseRows(chunk, { accountId: SHOP })).toEqual({ kept: chunk, erased: 0, erasedOffsets: new Map() });
    expect(eraseRows(chunk, { accountId: SHOP }).kept).toBe(chunk);
    expect(eraseRows(chunkOf([]), {})).toEqual({ kept: undefined, erased: 0, erasedOffsets: new Map() });
  });

  test.each(["", "2026-02-30", "2026-13-01", "2026-1-1", "2026-11-23T00:00:00Z", "yesterday"])(
    "throws for the day %j",
    (day) => {
      expect(() => eraseRows(chunkOf([0]), { startDay: day })).toThrow(RangeError);
      expect(() => eraseRows(chunkOf([0]), { endDay: day })).toThrow(RangeError);
    },
  );

  test("agrees with looking at record by record on random ones", () => {
    // The empty text: none.
    const accounts = ["", MILL, SHOP, STRANGER];
    const days = ["", "2026-11-20", "2026-11-21", "2026-11-22", "2026-11-23", "2026-11-24", "2026-11-25"];
    for (let seed = 1; seed <= 200; seed++) {
      const random = createRandom(seed);
      const facts = Array.from({ length: random.below(30) }, () => ({
        logged: random.pick(accounts),
        caller: random.pick(accounts),
        time: new Date(Date.UTC(2026, 10, 21) + random.below(4 * 24) * 3_600_000 - random.below(2)).toISOString(),
      }));
      const records = facts.map(({ logged, caller, time }, id) =>
        callOf(id, {
          eventTime: time,
          recipientAccountId: logged || undefined,
          userIdentity: caller === "" ? SERVICE : random.pick([userOf, roleSessionOf])("una", caller),
        }),
      );
      const [account, start, end] = [random.pick(accounts), random.pick(days), random.pick(days)];
      const expected = facts.flatMap(({ logged, caller, time }, row) => {
        const isOfAccount = account === "" || logged === account || caller === account;
        const day = time.slice(0, 10);
        return isOfAccount && (start === "" || day >= start) && (end === "" || day <= end) ? [row] : [];
      });
      const erasure = { accountId: account || undefined, startDay: start || undefined, endDay: end || undefined };
      expect({ seed, offsets: offsetsOf(records, erasure) }).toEqual({ seed, offsets: expected });
    }
  });

  test("leaves the chunk it is given as it was", () => {
    const chunk = chunkOfRecords(OF_ACCOUNTS);
    const before = structuredClone(chunk);
    eraseRows(chunk, { accountId: MILL });
    expect(chunk).toEqual(before);
  });
});

describe("selectRows()", () => {
  test("gives the rows that it is asked for, in that order, also twice", () => {
    const chunk = chunkOfRecords(OF_ACCOUNTS);
    const rows = rowsOf(chunk);
    expect(rowsOf(selectRows(chunk, Uint32Array.of(6, 0, 6)))).toEqual([rows[6], rows[0], rows[6]]);
    expect(rowsOf(selectRows(chunk, new Uint32Array(0)))).toEqual([]);
  });
});
