import { describe, expect, test } from "vitest";
import type { Bindings } from "../../host/account/bindings.ts";
import type { Exception } from "../../host/api/exceptions.ts";
import { deleteActivity } from "../../host/api/operations/activity.ts";
import { createFakeService, createFakes, type FakeService } from "./fake-rooms.ts";
import { send } from "./send.ts";
import { ADMIN, presignRequest } from "./sign-request.ts";

const path = "/activity";
type Query = readonly (readonly [name: string, value: string])[];

function erase(service: FakeService, query: Readonly<Record<string, string>>) {
  return send(service, { method: "DELETE", path, query });
}

/** The operation alone, with parameters in any number. */
function eraseDirectly(query: Query) {
  const { rooms, state } = createFakes();
  const call = { bindings: {} as Bindings, rooms, key: ADMIN, now: 0 };
  return { state, outcome: deleteActivity(call, query) };
}

/** Problems of a request that erased nothing, `name: message` each. */
async function problems(query: Query): Promise<readonly string[]> {
  const { state, outcome } = eraseDirectly(query);
  const ended = await outcome;
  expect(state.erased).toEqual([]);
  if (ended.ok) throw new Error("was accepted");
  const exception: Exception = ended.exception;
  if (exception.code !== "ValidationException") throw new Error(exception.code);
  expect(exception.reason).toBe("fieldValidationFailed");
  return exception.fieldList?.map(({ name, message }) => `${name}: ${message}`) ?? [];
}

describe("GET /activity", () => {
  test("tells what is stored for the tenant, and takes no parameters into account", async () => {
    const service = createFakeService();
    service.state.uploaded.push("x");
    const { status, body } = await send(service, { path, query: { accountId: "x" } });
    expect(status).toBe(200);
    expect(body).toMatchObject({ accounts: [], events: 1, files: 1, damagedFiles: { count: 0, first: [] } });
    expect(service.calls).toEqual(["tenant"]);
  });
});

describe("DELETE /activity hands over exactly what is to be erased", () => {
  test.each<[Readonly<Record<string, string>>, object]>([
    [{ accountId: "111122223333" }, { accountId: "111122223333" }],
    [{ startDay: "2026-01-31" }, { startDay: "2026-01-31" }],
    [{ endDay: "2028-02-29" }, { endDay: "2028-02-29" }],
    [
      { startDay: "2026-01-31", endDay: "2026-01-31" },
      { startDay: "2026-01-31", endDay: "2026-01-31" },
    ],
    [
      { endDay: "2026-12-31", accountId: "000000000000", startDay: "2026-01-01" },
      { accountId: "000000000000", startDay: "2026-01-01", endDay: "2026-12-31" },
    ],
    [{ all: "true" }, {}],
  ])("%o", async (query, scope) => {
    const service = createFakeService();
    const { status, body } = await erase(service, query);
    expect([status, service.state.erased]).toEqual([200, [scope]]);
    expect(body).toEqual({ erasedEvents: 3, erasedFiles: 2, endedJobs: [], reports: [], isComplete: true });
  });

  test("also when it is signed in the query", async () => {
    const service = createFakeService();
    const request = await presignRequest({ method: "DELETE", path, query: { startDay: "2026-01-01" } });
    expect((await service.fetch(request)).status).toBe(200);
    expect(service.state.erased).toEqual([{ startDay: "2026-01-01" }]);
  });

  test("for the caller's tenant, some files at a time, and says when there is more", async () => {
    const service = createFakeService();
    service.state.isErasureComplete = false;
    const requests: object[] = [];
    const { eraseActivity } = service.rooms;
    Object.assign(service.rooms, {
      eraseActivity: (...args: Parameters<typeof eraseActivity>) => {
        requests.push(args[1]);
        return eraseActivity(...args);
      },
    });
    expect((await erase(service, { all: "true" })).body.isComplete).toBe(false);
    expect(requests).toMatchObject([{ tenantId: "o-abcdefghij", scope: {}, filesMax: 50 }]);
  });
});

describe("DELETE /activity refuses", () => {
  test.each(["", "1", "11112222333", "1111222233334", "11112222333x", " 111122223333", "１１１１２２２２３３３３"])(
    "the account `%s`",
    async (accountId) => {
      expect(await problems([["accountId", accountId]])).toEqual(["accountId: must be an account id of 12 digits"]);
    },
  );

  const NO_DAYS = [
    "",
    "2026",
    "2026-1-1",
    "20260101",
    "2026-01-01T00:00:00Z",
    "2026-00-10",
    "2026-13-10",
    "2026-01-00",
    "2026-01-32",
    "2026-04-31",
    "2026-02-29",
    "2100-02-29",
    "2026-01-01 ",
    "+02026-01-01",
    "today",
  ];
  test.each(NO_DAYS)("the day `%s`", async (day) => {
    const message = "must be a day of form YYYY-MM-DD";
    expect(await problems([["startDay", day]])).toEqual([`startDay: ${message}`]);
    expect(await problems([["endDay", day]])).toEqual([`endDay: ${message}`]);
  });

  test("nothing at all, rather than to erase everything", async () => {
    expect(await problems([])).toEqual([
      "accountId: or startDay or endDay must say what to erase; `all=true` erases everything",
    ]);
  });

  test.each(["", "false", "TRUE", "1", "yes", "true "])("all=`%s`", async (all) => {
    expect(await problems([["all", all]])).toEqual(["all: must be `true`"]);
  });

  test.each<[string, string]>([
    ["accountId", "111122223333"],
    ["startDay", "2026-01-01"],
    ["endDay", "2026-01-01"],
  ])("all beside %s", async (name, value) => {
    const together: Query = [
      ["all", "true"],
      [name, value],
    ];
    for (const query of [together, together.toReversed()]) {
      expect(await problems(query)).toEqual(["all: goes with no other parameter"]);
    }
  });

  test("a window that ends before it begins", async () => {
    const window = [
      ["startDay", "2026-01-02"],
      ["endDay", "2026-01-01"],
    ] as const;
    expect(await problems(window)).toEqual(["endDay: must not be before startDay"]);
  });

  test.each<[string, string]>([
    ["accountId", "111122223333"],
    ["startDay", "2026-01-01"],
    ["endDay", "2026-01-01"],
    ["all", "true"],
  ])("%s given twice, also with the same value", async (name, value) => {
    const twice: Query = [
      [name, value],
      [name, value],
    ];
    expect(await problems(twice)).toEqual([`${name}: is given twice`]);
  });

  test.each([
    "bogus",
    "AccountId",
    "accountid",
    "account",
    "",
    "constructor",
    "toString",
    "valueOf",
    "hasOwnProperty",
    "__proto__",
    "__defineGetter__",
    "__lookupGetter__",
  ])("the parameter `%s`, which there is not", async (name) => {
    const query: Query = [
      ["all", "true"],
      [name, "1"],
    ];
    expect(await problems(query)).toEqual([`${name}: is none of accountId, startDay, endDay, all`]);
  });

  test("with all problems at once", async () => {
    const service = createFakeService();
    const query = { accountId: "1", startDay: "2026-02-30", endDay: "2026-01-01", all: "no", bogus: "1" };
    const { status, error, body } = await erase(service, query);
    expect([status, error, service.calls]).toEqual([400, "ValidationException", []]);
    const names = (body.fieldList as { name: string }[]).map(({ name }) => name).sort();
    expect(names).toEqual(["accountId", "all", "all", "bogus", "endDay", "startDay"]);
    expect(body.message).toMatch(/^accountId: must be an account id of 12 digits; /);
  });
});
