import { expect, test } from "vitest";
import { KEY_PATHS } from "../../../host/authorization/keys/key-paths.ts";
import { findKeyRow, KEY_ROWS } from "../../../host/authorization/keys/key-rows.ts";
import { rowState } from "../../../host/authorization/keys/row-state.ts";
import { resourceOf } from "../../../host/authorization/request/authorization.ts";
import { callRequest } from "../../../host/authorization/request/call-request.ts";
import { catalogue } from "../built-catalogue.ts";

const ALL = KEY_ROWS.flatMap(({ prefix, rows }) => rows.map((row) => ({ prefix, row })));

test("every place that a row reads is wanted, of a source of the row's service", () => {
  for (const { row } of ALL) {
    for (const { path, part } of row.places) {
      expect(
        KEY_PATHS.some((wanted) => wanted.path === path && wanted.part === part && wanted.source !== "*"),
        `${row.key} ${path}`,
      ).toBe(true);
    }
  }
});

/** Some rows speak of one type only. */
const VOLUME = resourceOf("arn:aws:ec2:eu-west-1:111122223333:volume/vol-1");

test("rows read nothing but their places", () => {
  for (const { row } of ALL) {
    const read = new Set<string>();
    // what is asked of the parameters, name by name
    const spy = (path: string): object =>
      new Proxy(
        {},
        {
          get: (_, name) => (typeof name === "string" ? spy(path === "" ? name : `${path}.${name}`) : undefined),
          has: () => true,
          getOwnPropertyDescriptor: (_, name) => {
            read.add(path === "" ? String(name) : `${path}.${String(name)}`);
            return { configurable: true, enumerable: true, value: undefined };
          },
        },
      );
    const request = callRequest(
      {
        operation: "x y",
        region: "r",
        resources: "",
        requestParameters: "{}",
        responseElements: "{}",
        additionalEventData: "{}",
        eventContext: "",
        hasFailed: false,
      },
      { account: undefined, principalArn: undefined },
    );
    const spied = { ...request, parameters: { state: "known" as const, object: spy("") as Record<string, unknown> } };
    rowState(row, spied, { action: "x:y", resource: VOLUME, provenance: "table", keys: new Map() }, "n");
    if (row.places.some(({ part }) => part === "requestParameters")) expect(read.size, row.key).toBeGreaterThan(0);
    for (const path of read) {
      const isNamed = row.places.some((place) => place.path === path || place.path.startsWith(`${path}.`));
      const isBody = row.key.startsWith("s3:requestobjecttag") && path.startsWith("Tagging");
      expect(isNamed || isBody, `${row.key} reads ${path}`).toBe(true);
    }
  }
});

test("nothing secret or bulky is wanted", () => {
  const SECRET = /(?<!manageMasterUser)password|secretString|policyDocument|\b(?:code|content|rawMessage)\b|token$/i;
  for (const { path } of KEY_PATHS) expect(path).not.toMatch(SECRET);
});

test("the catalogue knows every key that has a row", () => {
  for (const { row } of ALL) expect(catalogue.isKnownConditionKey(row.key.replace("*", "n")), row.key).toBe(true);
});

test("rows for some actions go before those for all", () => {
  for (const { row } of ALL) {
    const first = findKeyRow(row.key.replace("*", "n"), "");
    if (row.actions === undefined) expect(first?.row.actions, row.key).toBeUndefined();
  }
  expect(findKeyRow("lambda:subnetids", "createfunction")?.row.actions).toBeDefined();
  expect(findKeyRow("kms:encryptioncontext:a:b", "decrypt")?.name).toBe("a:b");
  expect(findKeyRow("ec2:toString", "runinstances")).toBeUndefined();
});
