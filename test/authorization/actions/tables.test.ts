/** What must hold of every row of the tables: it names actions that exist and reads only parameters that are wanted. */
import { describe, expect, test } from "vitest";
import { ACTION_PATHS } from "../../../host/authorization/actions/action-paths.ts";
import { BESIDE_ROWS } from "../../../host/authorization/actions/beside-rows.ts";
import { actionsOfText } from "../../../host/authorization/actions/name-row.ts";
import { NAME_ROWS, REQUEST_ROWS } from "../../../host/authorization/actions/own-actions.ts";
import { PASS_ROLE_ROWS, passRolePaths } from "../../../host/authorization/actions/passed-roles.ts";
import { rowCall } from "../../../host/authorization/actions/row-call.ts";
import { SURE_TAG_ROWS, TAG_PATHS, TAG_PATHS_OF } from "../../../host/authorization/actions/tag-rows.ts";
import { eventSourcesOf } from "../../../host/authorization/event-source-prefixes.ts";
import { catalogue } from "../built-catalogue.ts";
import { everyAction } from "../every-action.ts";
import { actionsOfInvented, inventedCall } from "./invented-call.ts";

function exists(action: string): boolean {
  const [prefix = "", name = ""] = action.split(":");
  return action === "*" || catalogue.findAction(prefix, name)?.action === action;
}

function operationsOf(rows: readonly { readonly prefix: string; readonly names: string }[]): readonly string[] {
  return rows.flatMap(({ prefix, names }) => names.split(" ").map((name) => `${prefix}.amazonaws.com ${name}`));
}

const NAMED = NAME_ROWS.map(([prefix, , names]) => ({ prefix, names }));

describe("the tables of actions", () => {
  test("name only actions that exist", () => {
    const named = NAME_ROWS.flatMap(([, text]) => {
      const { certain, possible } = actionsOfText(text);
      return [...certain.flat(), ...possible].map(({ action }) => action);
    });
    const others = [
      ...BESIDE_ROWS.flatMap(({ actions }) => actions.split(" ")),
      ...SURE_TAG_ROWS.flatMap((row) => row.action.split("|")),
    ];
    expect([...named, ...others].filter((action) => !exists(action))).toEqual([]);
  });

  test("are about operations that map, with and without parameters, to actions that exist", () => {
    const operations = operationsOf([...NAMED, ...REQUEST_ROWS, ...BESIDE_ROWS, ...PASS_ROLE_ROWS, ...SURE_TAG_ROWS]);
    expect(operations.length).toBeGreaterThan(900);
    for (const operation of operations) {
      for (const parameters of [undefined, null, {}]) {
        const actions = actionsOfInvented(operation, { parameters });
        const isOutside = operation === "ssm.amazonaws.com OpenDataChannel";
        expect(actions.isMapped, operation).toBe(!isOutside);
        const drafts = [...actions.certain.flat(), ...actions.possible];
        expect(drafts.length, operation).toBeGreaterThan(0);
        expect(isOutside ? [] : drafts.map(({ action }) => action).filter((action) => !exists(action))).toEqual([]);
      }
    }
  });

  test("name each operation once where a row decides it alone", () => {
    const operations = operationsOf([...NAMED, ...REQUEST_ROWS]).map((operation) => operation.toLowerCase());
    const twice = operations.filter((operation, index) => operations.indexOf(operation) !== index);
    expect(twice).toEqual([]);
  });

  test("give an answer for every action there is", () => {
    expect(everyAction().length).toBeGreaterThan(18_000);
    for (const each of everyAction()) {
      const actions = actionsOfInvented(each.replace(":", ".amazonaws.com "));
      const asked = [...actions.certain.flat(), ...actions.possible].map(({ action }) => action);
      expect(asked.length, each).toBeGreaterThan(0);
      expect(actions.certain.every((list) => list.length > 0)).toBe(true);
      expect(asked.filter((action) => !exists(action))).toEqual([]);
    }
  });
});

describe("ACTION_PATHS", () => {
  const wanted = new Set(ACTION_PATHS.map(({ source, path }) => `${source} ${path}`));

  test.each<[string, readonly { readonly prefix: string; readonly paths: readonly string[] }[]]>([
    ["own actions", REQUEST_ROWS],
    ["what is asked besides", BESIDE_ROWS.map(({ prefix, when }) => ({ prefix, paths: when?.split(" ") ?? [] }))],
    ["roles", PASS_ROLE_ROWS.map((row) => ({ prefix: row.prefix, paths: passRolePaths(row) }))],
    ["tags", Object.entries(TAG_PATHS_OF).map(([prefix, paths]) => ({ prefix, paths: paths.split(" ") }))],
  ])("hold every path that rows of %s read, for every source of theirs", (_name, rows) => {
    const missing = rows.flatMap(({ prefix, paths }) =>
      eventSourcesOf(prefix).flatMap((source) => paths.filter((path) => !wanted.has(`${source} ${path}`))),
    );
    expect(missing).toEqual([]);
    expect(rows.flatMap(({ paths }) => paths).every((path) => /^[\w*-]+(?:\.[\w*-]+)*$/.test(path))).toBe(true);
  });

  test("hold the paths of tags for every source", () => {
    expect(TAG_PATHS.filter((path) => !wanted.has(`* ${path}`))).toEqual([]);
  });

  test.each([
    "s3.amazonaws.com ReplicationConfiguration.Role",
    "s3.amazonaws.com x-amz-copy-source",
    "ec2.amazonaws.com *.TagSpecification",
    "ec2.amazonaws.com *.IamInstanceProfile.Name",
    "dynamodb.amazonaws.com requestItems.TableName",
    "sns.amazonaws.com attributes.HTTPSuccessFeedbackRoleArn",
    "monitoring.amazonaws.com roleArn",
    "s3-outposts.amazonaws.com versionId",
  ])("hold %s as logs spell it", (path) => {
    expect(wanted).toContain(path);
  });

  test("are each given once", () => {
    expect(wanted.size).toBe(ACTION_PATHS.length);
  });
});

describe("rowCall()", () => {
  const call = inventedCall("s3.amazonaws.com PutObject", { parameters: { key: "k", deep: { er: "x", no: "y" } } });

  test("refuses a row what the row does not say it reads", () => {
    expect(() => rowCall(call, "s3", ["key"]).texts("bucketName")).toThrow("bucketName");
    expect(() => rowCall(call, "s3", ["key"]).values("deep")).toThrow("deep");
    expect(rowCall(call, "s3", ["deep.er"]).values("deep")).toHaveLength(1);
  });

  test("knows a parameter for missing only of a source that is wanted, and when parameters were logged", () => {
    expect(rowCall(call, "s3", []).areKnown).toBe(true);
    expect(rowCall(call, "*", []).areKnown).toBe(true);
    expect(rowCall(call, "ec2", []).areKnown).toBe(false);
    for (const parameters of [undefined, null, { omitted: true }]) {
      expect(rowCall(inventedCall("s3.amazonaws.com PutObject", { parameters }), "s3", []).areKnown).toBe(false);
    }
  });
});
