import { describe, expect, test } from "vitest";
import { parseUserMapping, type UserMapping } from "../../../host/authorization/actions/user-mapping.ts";
import { actionsOfInvented, certainOf } from "./invented-call.ts";

function mappingOf(...mappings: readonly object[]): UserMapping {
  const result = parseUserMapping(JSON.stringify({ mappings }));
  if (!result.ok) throw new Error(JSON.stringify(result.faults));
  return result.value;
}

function faultsOf(text: string): readonly (readonly (string | undefined)[])[] {
  const result = parseUserMapping(text);
  return result.ok ? [] : result.faults.map(({ code, where }) => [code, where?.pointer]);
}

/** A placeholder as a mapping writes it. */
const hole = (name: string) => `\${${name}}`;

const ROW = { eventSource: "acme.amazonaws.com", eventName: "Paint", actions: ["iot:DescribeThing"] };

describe("parseUserMapping()", () => {
  test("reads rows", () => {
    expect(
      mappingOf({ ...ROW, note: "why" }, { eventSource: "b.amazonaws.com", eventName: "*", noAuthorization: true }),
    ).toEqual({
      rows: [
        { ...ROW, resources: undefined, note: "why" },
        { eventSource: "b.amazonaws.com", eventName: "*", actions: [], resources: undefined, note: undefined },
      ],
    });
  });

  test.each<[string, unknown, string, string]>([
    ["no object", [], "wrong-type", ""],
    ["no list of rows", {}, "missing-member", ""],
    ["a list of another type", { mappings: {} }, "wrong-type", "/mappings"],
    ["a member that is not known", { mappings: [], more: 1 }, "unknown-member", "/more"],
    ["a row that is no object", { mappings: [1] }, "wrong-type", "/mappings/0"],
    ["an unknown member of a row", { mappings: [{ ...ROW, action: [] }] }, "unknown-member", "/mappings/0/action"],
    ["a name of another type", { mappings: [{ ...ROW, eventName: 1 }] }, "wrong-type", "/mappings/0/eventName"],
    [
      "a source that is none",
      { mappings: [{ ...ROW, eventSource: "a b" }] },
      "invalid-value",
      "/mappings/0/eventSource",
    ],
    ["a name with a wildcard", { mappings: [{ ...ROW, eventName: "Get*" }] }, "invalid-value", "/mappings/0/eventName"],
    ["actions of another type", { mappings: [{ ...ROW, actions: "a:B" }] }, "wrong-type", "/mappings/0/actions"],
    ["no action", { mappings: [{ ...ROW, actions: [] }] }, "invalid-value", "/mappings/0/actions"],
    [
      "an action with a wildcard",
      { mappings: [{ ...ROW, actions: ["iot:*"] }] },
      "invalid-value",
      "/mappings/0/actions/0",
    ],
    [
      "a resource that is no ARN",
      { mappings: [{ ...ROW, resources: ["x"] }] },
      "invalid-value",
      "/mappings/0/resources/0",
    ],
    [
      "an unknown placeholder",
      { mappings: [{ ...ROW, resources: [`arn:aws:a:::${hole("Regions")}`] }] },
      "invalid-value",
      "/mappings/0/resources/0",
    ],
    ["a note that is no text", { mappings: [{ ...ROW, note: 1 }] }, "wrong-type", "/mappings/0/note"],
    [
      "actions of no authorization",
      { mappings: [{ ...ROW, noAuthorization: true }] },
      "invalid-value",
      "/mappings/0/noAuthorization",
    ],
    [
      "no authorization that is false",
      { mappings: [{ eventSource: "a", eventName: "B", noAuthorization: false }] },
      "invalid-value",
      "/mappings/0/noAuthorization",
    ],
    ["a row twice", { mappings: [ROW, { ...ROW, eventName: "paint" }] }, "duplicate-row", "/mappings/1"],
    ["a row without actions", { mappings: [{ eventSource: "a", eventName: "B" }] }, "missing-member", "/mappings/0"],
  ])("finds fault with %s", (_name, document, code, pointer) => {
    expect(faultsOf(JSON.stringify(document))).toEqual([[code, pointer]]);
  });

  test("finds all faults of a text, each with its line and column", () => {
    const result = parseUserMapping(
      '{ "mappings": [\n  { "eventSource": "a",\n    "eventName": 1, "actions": ["x"] } ] }',
    );
    expect(result.ok ? [] : result.faults.map(({ where }) => [where?.line, where?.column])).toEqual([
      [3, 18],
      [3, 33],
    ]);
  });

  test.each([
    ["", "not-json"],
    ["{", "not-json"],
    ["{} // no", "not-json"],
    ['{ "mappings": [], }', "not-json"],
    ['{ "mappings": [], "mappings": [] }', "duplicate-key"],
    [`${"[".repeat(100_000)}`, "too-deep"],
    [" ".repeat(1_000_001), "too-long"],
  ])("finds fault with the text %#", (text, code) => {
    expect(faultsOf(text).map(([found]) => found)).toEqual([code]);
  });
});

describe("actionsOf() with a mapping of the user's", () => {
  const operation = "acme.amazonaws.com Paint";
  const parameters = { thing: "t1", list: ["a", "b"], deep: [{ er: "x" }], secret: "HIDDEN_DUE_TO_SECURITY_REASONS" };
  const filled = (...resources: readonly string[]) =>
    certainOf(actionsOfInvented(operation, { parameters }, mappingOf({ ...ROW, resources })));

  test("puts it before our own", () => {
    const mapping = mappingOf({
      eventSource: "S3.amazonaws.com",
      eventName: "getobject",
      actions: ["IOT:describething"].map((a) => a.toLowerCase()),
    });
    const actions = actionsOfInvented("s3.amazonaws.com GetObject", {}, mapping);
    expect(actions).toEqual({
      certain: [[{ action: "iot:DescribeThing", provenance: "userMapping" }]],
      possible: [],
      outcome: undefined,
      isMapped: true,
    });
    expect(certainOf(actionsOfInvented("s3.amazonaws.com ListBuckets", {}, mapping))).toEqual(["s3:ListAllMyBuckets"]);
  });

  test("prefers the row of the name to the row of the source", () => {
    const mapping = mappingOf({ eventSource: "acme.amazonaws.com", eventName: "*", noAuthorization: true }, ROW);
    expect(certainOf(actionsOfInvented(operation, {}, mapping))).toEqual(["iot:DescribeThing"]);
    expect(actionsOfInvented("acme.amazonaws.com Other", {}, mapping)).toMatchObject({
      certain: [],
      outcome: { outcome: "notAnAuthorization" },
    });
  });

  test.each([
    [
      `arn:${hole("Partition")}:iot:${hole("Region")}:${hole("Account")}:thing/${hole("requestParameters.thing")}`,
      "arn:aws:iot:eu-west-1:111122223333:thing/t1",
    ],
    [`arn:aws:iot:::thing/${hole("requestParameters.deep.er")}`, "arn:aws:iot:::thing/x"],
    [`arn:aws:iot:::thing/${hole("requestParameters.list")}`, "arn:aws:iot:::thing/a,arn:aws:iot:::thing/b"],
    [`arn:aws:iot:::thing/${hole("requestParameters.none")}/x`, "arn:aws:iot:::thing/*/x"],
    [`arn:aws:iot:::thing/${hole("responseElements.id")}`, "arn:aws:iot:::thing/*"],
    [`arn:aws:iot:::thing/${hole("requestParameters.secret")}`, "arn:aws:iot:::thing/*"],
    ["arn:aws:iot:::thing/t-?", "arn:aws:iot:::thing/t-?"],
    ["*", "*"],
  ])("fills %s", (template, resource) => {
    expect(filled(template)).toEqual([`iot:DescribeThing@${resource}`]);
  });

  test("takes a value as it is, whatever it looks like", () => {
    const mapping = mappingOf({ ...ROW, resources: [`arn:aws:iot:::thing/${hole("requestParameters.thing")}`] });
    const { certain } = actionsOfInvented(operation, { parameters: { thing: "*" } }, mapping);
    expect(certain[0]?.[0]?.resources).toEqual([{ kind: "arn", arn: "arn:aws:iot:::thing/*" }]);
  });
});
