import { expect, test } from "vitest";
import { eventContextKeys } from "../../../host/authorization/keys/enrichment.ts";
import { present, presentList } from "../../../host/domain/key-state.ts";

const keysOf = (context: unknown) => Object.fromEntries(eventContextKeys(JSON.stringify(context)));

test("scalars, lists, and the time in the keys' own form", () => {
  const requestContext = {
    "aws:ViaAWSService": "false",
    "aws:MultiFactorAuthPresent": true,
    "aws:PrincipalOrgPaths": "o-a/r-b/",
    "aws:PrincipalServiceNamesList": ["a.amazonaws.com", "b.amazonaws.com"],
    "aws:CurrentTime": "2026-03-01 08:30:05",
    "aws:EpochTime": "1772353805",
  };
  expect(keysOf({ requestContext })).toEqual({
    "aws:viaawsservice": present("false"),
    "aws:multifactorauthpresent": present("true"),
    "aws:principalorgpaths": presentList("o-a/r-b/"),
    "aws:principalservicenameslist": presentList("a.amazonaws.com", "b.amazonaws.com"),
    "aws:currenttime": present("2026-03-01T08:30:05Z"),
    "aws:epochtime": present("1772353805"),
  });
});
test("keys one level deeper", () => {
  const requestContext = { conditionKeys: { "aws:SecureTransport": "true" } };
  expect(keysOf({ requestContext })).toEqual({ "aws:securetransport": present("true") });
});
test("tags of the principal", () => {
  const tagContext = { principalTags: { Team: "Red" }, resourceTags: [{ arn: "arn:x", tags: { a: "b" } }] };
  expect(keysOf({ tagContext })).toEqual({ "aws:principaltag/team": present("Red") });
});
test("what nobody can read says nothing", () => {
  const requestContext = { "aws:userid": { a: 1 }, "aws:username": "***", "aws:PrincipalType": ["a", "b"], noKey: "x" };
  expect(keysOf({ requestContext, tagContext: { principalTags: { team: 1 } } })).toEqual({});
  for (const text of ["", "{", "null", "[]", '{"requestContext":7,"tagContext":[]}']) {
    expect([...eventContextKeys(text)]).toEqual([]);
  }
});
