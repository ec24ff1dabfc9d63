/** The rows against the catalogue they fill, and the paths they read against the paths the extraction takes. */
import { describe, expect, test } from "vitest";
import { EC2_TYPES } from "../../../host/authorization/resources/ec2-types.ts";
import { placeholdersOf } from "../../../host/authorization/resources/fill-template.ts";
import { RESOURCE_PATHS } from "../../../host/authorization/resources/resource-paths.ts";
import { ALL_ROWS } from "../../../host/authorization/resources/resource-rows.ts";
import { resourcesOf } from "../../../host/authorization/resources/resources-of.ts";
import { catalogue } from "../built-catalogue.ts";
import { everyAction } from "../every-action.ts";
import { requestOf } from "./request-of.ts";

describe("rows", () => {
  test("there are rows for more than forty services, each with its source", () => {
    expect(new Set(ALL_ROWS.map(({ prefix }) => prefix)).size).toBeGreaterThan(40);
    expect(ALL_ROWS.every(({ source }) => source !== "")).toBe(true);
  });

  test("name resource types and placeholders that the catalogue has", () => {
    for (const { prefix, rows } of ALL_ROWS) {
      for (const { type, values, forms } of rows) {
        const templates = catalogue.templatesOf(prefix, type);
        expect(templates.length, `${prefix} ${type}`).toBeGreaterThan(0);
        const placeholders = (forms ?? templates).flatMap((template) => placeholdersOf(template));
        for (const name of values.keys()) {
          if (prefix === "logs" && name === "Group" && forms?.[0]?.endsWith("log-group:*")) continue;
          expect(placeholders, `${prefix} ${type} ${name}`).toContain(name.toLowerCase());
        }
      }
    }
  });

  test("write EC2's ARNs as the catalogue does, but for whose they are", () => {
    for (const { rows } of ALL_ROWS.filter(({ prefix }) => prefix === "ec2")) {
      for (const { type, forms } of rows.filter((each) => each.forms !== undefined)) {
        const [template = ""] = catalogue.templatesOf("ec2", type);
        const plain = (form: string) => form.replace(/\/\$\{[^}]+\}$/, "/{}");
        const own = plain(template);
        expect([own, own.replace("${" + "Account}", "*")], type).toContain(plain(forms?.[0] ?? ""));
      }
    }
  });

  test("hold for actions that exist", () => {
    for (const { prefix, rows } of ALL_ROWS) {
      const names = everyAction(prefix).map((action) => action.slice(prefix.length + 1).toLowerCase());
      for (const { actions, type } of rows) {
        if (actions !== undefined)
          expect(
            names.some((name) => actions.test(name)),
            `${prefix} ${type} ${actions}`,
          ).toBe(true);
      }
    }
  });

  test("EC2 ids tell at least sixty types apart", () => {
    const ids = EC2_TYPES.flatMap((each) => each.ids);
    expect(new Set(ids).size).toBe(ids.length);
    expect(EC2_TYPES.filter((each) => each.ids.length > 0).length).toBeGreaterThanOrEqual(60);
  });
});

describe("RESOURCE_PATHS", () => {
  test("are of sources and told once", () => {
    const keys = RESOURCE_PATHS.map(({ source, part, path }) => `${source} ${part} ${path}`);
    expect(new Set(keys).size).toBe(keys.length);
    expect(RESOURCE_PATHS.every(({ source }) => source.endsWith(".amazonaws.com"))).toBe(true);
  });

  test("hold every member that is asked for by name", () => {
    for (const prefix of new Set(ALL_ROWS.map((each) => each.prefix).concat("kms", "lambda", "secretsmanager"))) {
      const wanted = new Set(
        RESOURCE_PATHS.filter((each) => each.source.startsWith(`${prefix}.`) || HOSTS[prefix] === each.source)
          .filter(({ part }) => part === "requestParameters")
          .map(({ path }) => (path.split(".")[0] ?? "").toLowerCase()),
      );
      for (const name of namesAskedFor(prefix)) {
        expect(wanted.has(name.toLowerCase()), `${prefix} ${name}`).toBe(true);
      }
    }
  });
});

const HOSTS: Readonly<Record<string, string>> = { cloudwatch: "monitoring.amazonaws.com", ses: "email.amazonaws.com" };

/** Top-level members that any action of the service looks up by name; going through all of them asks for none. */
function namesAskedFor(prefix: string): ReadonlySet<string> {
  const asked = new Set<string>();
  const object = new Proxy(
    {},
    {
      getOwnPropertyDescriptor(_, name) {
        if (typeof name === "string" && name !== "*") asked.add(name);
        return undefined;
      },
    },
  );
  for (const action of everyAction(prefix)) {
    const name = action.slice(prefix.length + 1);
    const request = {
      ...requestOf({ source: prefix, name, parameters: {} }),
      parameters: { state: "known", object } as const,
    };
    resourcesOf(catalogue, request, action);
  }
  return asked;
}
