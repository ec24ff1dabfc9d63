import { describe, expect, test } from "vitest";
import { parsePolicyDocument } from "../../host/policy/parse-policy-document.ts";
import { readSharedPolicies } from "./read-shared-policies.ts";

/** Which of the real documents are no service control policies, the codes of their faults, and why. */
const REFUSED: Readonly<Record<string, { readonly codes: readonly string[]; readonly why: string }>> = {
  "aws-samples_data-perimeter-policy-examples/resource_perimeter_scp.json": {
    codes: ["invalid-resource"],
    why: "a template: its resources hold the placeholder <third-party-resource>",
  },
  "aws-samples_service-control-policy-preprocessor/test_policies-blog.json": {
    codes: ["invalid-action"],
    why: "a template of a preprocessor: actions such as iam:{Exclude:ListUsers}",
  },
  "aws-samples_service-control-policy-preprocessor/test_policies-example.json": {
    codes: ["policy-too-long", "invalid-action", "unknown-element"],
    why: "a template of the same preprocessor, too long, with an element Comments",
  },
};

const policies = readSharedPolicies();

describe.skipIf(policies.length === 0)("parsePolicyDocument() on the real policies in ../shared", () => {
  test("those refused are all there, and few", () => {
    const names = policies.map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(Object.keys(REFUSED)));
    expect(names.length).toBeGreaterThan(40 * Object.keys(REFUSED).length);
  });

  test.each(policies)("$name is read, or refused for a reason written down here", ({ name, text }) => {
    const parsed = parsePolicyDocument(text);
    const codes = parsed.ok ? [] : [...new Set(parsed.faults.map(({ code }) => code))];
    expect(codes).toEqual(REFUSED[name]?.codes ?? []);
  });

  test.each(policies)("$name: everything the JSON says is in the document", ({ name, text }) => {
    const parsed = parsePolicyDocument(text);
    if (!parsed.ok) {
      expect(Object.keys(REFUSED)).toContain(name);
      return;
    }
    const json = JSON.parse(text);
    const statements = [json.Statement].flat();
    expect(parsed.value.version).toBe(json.Version ?? "2008-10-17");
    expect(parsed.value.statements).toHaveLength(statements.length);
    for (const [index, statement] of parsed.value.statements.entries()) {
      const raw = statements[index];
      expect(statement.index).toBe(index);
      expect(statement.sid).toBe(raw.Sid);
      expect(statement.effect).toBe(raw.Effect);
      expect(statement.actions.patterns).toEqual([raw.Action ?? raw.NotAction].flat());
      expect(statement.actions.negated).toBe("NotAction" in raw);
      expect(statement.resources.patterns).toEqual([raw.Resource ?? raw.NotResource].flat());
      expect(statement.resources.negated).toBe("NotResource" in raw);
      const conditions = Object.entries<Record<string, unknown>>(raw.Condition ?? {}).flatMap(([operator, keys]) =>
        Object.entries(keys).map(([key, values]) => ({ operator, key, values: [values].flat().map(String) })),
      );
      expect(statement.conditions.map(({ position, ...said }) => said)).toEqual(conditions);
    }
  });
});
