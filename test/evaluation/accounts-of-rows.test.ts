import { describe, expect, test } from "vitest";
import { identityFacts } from "../../host/authorization/identity-facts.ts";
import { accountsOfRows, countAccounts } from "../../host/evaluation/chunks/accounts-of-rows.ts";
import { createRandom } from "../events/random.ts";
import { MILL, SHOP } from "../organization/snapshot-of.ts";
import { chunkOfRecords, type LoggedRecord } from "./chunk-of-records.ts";
import { chunkOf } from "./invented-chunk.ts";
import { callerSeenByOwner, callOf, roleSessionOf, STRANGER, sharedRead, userOf } from "./invented-records.ts";

const SERVICE: LoggedRecord = { type: "AWSService", invokedBy: "ec2.amazonaws.com" };
const ANONYMOUS: LoggedRecord = { type: "AWSAccount", principalId: "", accountId: "ANONYMOUS_PRINCIPAL" };
const shared = sharedRead(1);

/** What is said of the record, the account of its log, that of its caller. */
const CASES: readonly (readonly [string, LoggedRecord, string, string])[] = [
  ["of a user", callOf(1), MILL, MILL],
  ["of a role's session", callOf(1, { userIdentity: roleSessionOf("build/miller") }), MILL, MILL],
  ["of another account's role", callOf(1, { userIdentity: roleSessionOf("reader", SHOP) }), MILL, SHOP],
  [
    "of a session whose role lies elsewhere than its issuer says",
    callOf(1, { userIdentity: issuedBy(STRANGER) }),
    MILL,
    SHOP,
  ],
  ["of the root user", callOf(1, { userIdentity: { type: "Root", accountId: MILL } }), MILL, MILL],
  ["in the caller's log", shared.callers, MILL, MILL],
  ["in the owner's log", shared.owners, SHOP, MILL],
  ["in nobody's log", callOf(1, { recipientAccountId: undefined }), "", MILL],
  ["of a service", callOf(1, { userIdentity: SERVICE }), MILL, ""],
  ["of nobody", callOf(1, { userIdentity: ANONYMOUS }), MILL, ""],
  ["without an identity", callOf(1, { userIdentity: undefined }), MILL, ""],
  ["with an account that is none", callOf(1, { userIdentity: { ...userOf("ida"), accountId: "12" } }), MILL, ""],
  ["with an account that is a number", callOf(1, { userIdentity: { ...userOf("ida"), accountId: 1 } }), MILL, ""],
  [
    "with an identity as Athena writes it",
    callOf(1, { userIdentity: { type: "IAMUser", accountid: SHOP } }),
    MILL,
    SHOP,
  ],
  ["with an identity that is no object", callOf(1, { userIdentity: MILL }), MILL, ""],
  ["that names no account at all", callOf(1, { recipientAccountId: undefined, userIdentity: SERVICE }), "", ""],
];

describe("accountsOfRows()", () => {
  test.each(CASES)("of a call %s", (_, record, logged, caller) => {
    expect(accountsOfRows(chunkOfRecords([record]))).toEqual({ logged: [logged], caller: [caller] });
  });

  test("tells of rows in their order", () => {
    expect(accountsOfRows(chunkOfRecords(CASES.map(([, record]) => record)))).toEqual({
      logged: CASES.map(([, , logged]) => logged),
      caller: CASES.map(([, , , caller]) => caller),
    });
  });

  test("gives nothing for a chunk without rows", () => {
    expect(accountsOfRows(chunkOf([]))).toEqual({ logged: [], caller: [] });
  });

  test("finds the account that evaluation finds", () => {
    const chunk = chunkOfRecords(CASES.map(([, record]) => record));
    const { identity } = chunk.columns;
    expect(accountsOfRows(chunk).caller).toEqual(
      Array.from(identity.ids, (id) => identityFacts(identity.values[id] ?? "").account ?? ""),
    );
  });
});

describe("countAccounts()", () => {
  const counted = (records: readonly LoggedRecord[]) => Object.fromEntries(countAccounts(chunkOfRecords(records)));

  test.each([
    ["a call in its caller's log", [callOf(1)], { [MILL]: { logged: 1, called: 0 } }],
    [
      "both logs of a call",
      [shared.callers, shared.owners],
      { [MILL]: { logged: 1, called: 1 }, [SHOP]: { logged: 1, called: 0 } },
    ],
    [
      "a call in nobody's log",
      [callOf(1, { recipientAccountId: undefined, userIdentity: callerSeenByOwner(STRANGER) })],
      { [STRANGER]: { logged: 0, called: 1 } },
    ],
    ["a call of nobody", [callOf(1, { userIdentity: ANONYMOUS })], { [MILL]: { logged: 1, called: 0 } }],
    [
      "calls without an account",
      [callOf(1), callOf(2, { recipientAccountId: undefined, userIdentity: SERVICE }), callOf(3)],
      { [MILL]: { logged: 2, called: 0 }, "": { logged: 1, called: 0 } },
    ],
    ["nothing", [], {}],
  ])("counts %s", (_, records, counts) => {
    expect(counted(records)).toEqual(counts);
  });

  test("does not name accounts of the dictionaries that no row names", () => {
    const values = ["", MILL, SHOP];
    const chunk = chunkOf([0, 0], { recipientAccount: { ids: Uint8Array.of(1, 1), values } });
    expect([...countAccounts(chunk)]).toEqual([[MILL, { logged: 2, called: 0 }]]);
  });

  test("agrees with counting record by record on 2,000 random ones", () => {
    const random = createRandom(8);
    const accounts = ["", MILL, SHOP, STRANGER];
    const pairs = Array.from({ length: 2000 }, () => [random.pick(accounts), random.pick(accounts)] as const);
    const records = pairs.map(([logged, caller], id) =>
      callOf(id, {
        recipientAccountId: logged || undefined,
        userIdentity: caller === "" ? SERVICE : random.pick([userOf, roleSessionOf])(`name-${random.below(9)}`, caller),
      }),
    );
    const count = (test: (logged: string, caller: string) => boolean) =>
      pairs.filter(([logged, caller]) => test(logged, caller)).length;
    expect(counted(records)).toEqual(
      Object.fromEntries(
        accounts.map((account) => [
          account,
          {
            logged: count((logged, caller) => logged === account && (account !== "" || caller === "")),
            called: account === "" ? 0 : count((logged, caller) => caller === account && logged !== account),
          },
        ]),
      ),
    );
  });
});

/** A session whose own account and the one of its issuer differ: the record's word for the caller is the first (R4). */
function issuedBy(accountId: string): LoggedRecord {
  return { ...roleSessionOf("reader", accountId), accountId: SHOP };
}
