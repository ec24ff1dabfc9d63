import { expect, test } from "vitest";
import { principalTagStates, sessionTagsOf } from "../../../host/authorization/keys/session-tags.ts";
import { callRequest } from "../../../host/authorization/request/call-request.ts";
import { present } from "../../../host/domain/key-state.ts";

const KEY_ID = "ASIAQQQQQQQQEXAMPLE1";
const call = (name: string, parameters: unknown, accessKeyId: unknown = KEY_ID, hasFailed = false) =>
  callRequest(
    {
      operation: `sts.amazonaws.com ${name}`,
      region: "eu-west-1",
      resources: "",
      requestParameters: JSON.stringify(parameters),
      responseElements: JSON.stringify({ credentials: { accessKeyId } }),
      additionalEventData: "",
      eventContext: "",
      hasFailed,
    },
    { account: "111122223333", principalArn: undefined },
  );

test("tags of a role's session, and those that come along", () => {
  const session = sessionTagsOf(
    call("AssumeRole", {
      tags: [
        { key: "Team", value: "Red" },
        { key: "shop", value: "north" },
      ],
      incomingTransitiveTags: { Cost: "7" },
      transitiveTagKeys: ["Team"],
    }),
  );
  expect(session?.accessKeyId).toBe(KEY_ID);
  expect([...(session?.transitiveKeys ?? [])]).toEqual(["team", "cost"]);
  if (session === undefined) throw new Error("no session");
  const states = principalTagStates(new Map([[KEY_ID, session]]), KEY_ID);
  expect(Object.fromEntries(states)).toEqual({
    "aws:principaltag/team": present("Red"),
    "aws:principaltag/shop": present("north"),
    "aws:principaltag/cost": present("7"),
  });
  expect(principalTagStates(new Map([[KEY_ID, session]]), "ASIAOTHER").size).toBe(0);
});
test("tags of a session of an identity provider", () => {
  const session = sessionTagsOf(call("AssumeRoleWithSAML", { principalTags: { Team: "red" } }));
  expect([...(session?.tags ?? [])]).toEqual([["team", "red"]]);
});
test.each([
  ["another operation", call("GetCallerIdentity", {})],
  ["a failed call", call("AssumeRole", {}, KEY_ID, true)],
  ["no key in the answer", call("AssumeRole", {}, null)],
  ["a hidden key", call("AssumeRole", {}, "HIDDEN_DUE_TO_SECURITY_REASONS")],
])("no session: %s", (_, request) => {
  expect(sessionTagsOf(request)).toBeUndefined();
});
test("hidden tags are left out", () => {
  const tags = [{ key: "team", value: "HIDDEN_DUE_TO_SECURITY_REASONS" }];
  expect(sessionTagsOf(call("AssumeRole", { tags }))?.tags.size).toBe(0);
});
