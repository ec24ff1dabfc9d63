import { describe, expect, test } from "vitest";
import { parsePolicyDocument } from "../../host/policy/parse-policy-document.ts";
import { readSharedPolicies } from "./read-shared-policies.ts";

/** Which of the real documents are no service control policies, by the codes of their faults and why. */
const REFUSED: readonly {
  readonly codes: readonly string[];
  readonly why: string;
  readonly names: readonly string[];
}[] = [
  {
    codes: ["invalid-ip"],
    why: "a template: its address ranges are the placeholder <my-corporate-cidr>",
    names: [
      "aws-samples_data-perimeter-policy-examples/network_perimeter_ec2_scp.json",
      "aws-samples_data-perimeter-policy-examples/network_perimeter_iam_users_scp.json",
      "aws-samples_data-perimeter-policy-examples/network_perimeter_vpceorgid_scp.json",
      "aws-samples_service-control-policy-examples/Deny-use-of-IAM-user-credentials-from-unexpected-networks.json",
    ],
  },
  {
    codes: ["invalid-resource"],
    why: "a template: its resources hold the placeholder <third-party-resource>",
    names: ["aws-samples_data-perimeter-policy-examples/resource_perimeter_scp.json"],
  },
  {
    codes: ["invalid-variable"],
    why: "a template: Account between braces is no condition key but to be filled in",
    names: [
      "aws-samples_service-control-policy-examples/Deny-AWS-CLI-login-using-console-credentials.json",
      "aws-samples_service-control-policy-examples/Deny-CloudHSM-deletion.json",
      "aws-samples_service-control-policy-examples/Deny-access-to-AWS-based-on-the-requested-AWS-region-with-Bedrock-CRIS.json",
      "aws-samples_service-control-policy-examples/Deny-account-region-enable-and-disable-actions.json",
      "aws-samples_service-control-policy-examples/Deny-billing-modification-action.json",
      "aws-samples_service-control-policy-examples/Deny-disabling-default-EBS-encryption.json",
      "aws-samples_service-control-policy-examples/Deny-enabling-and-disabling-AWS-Config.json",
      "aws-samples_service-control-policy-examples/Deny-modification-to-SSM-service-settings.json",
      "aws-samples_service-control-policy-examples/Deny-modifications-to-specific-AWS-CloudFormation-resources.json",
      "aws-samples_service-control-policy-examples/Deny-modifications-to-specific-SNS-topics.json",
      "aws-samples_service-control-policy-examples/Deny-users-from-disabling-or-altering-CloudWatch.json",
      "aws-samples_service-control-policy-examples/Prevent-creating-or-expanding-public-connectivity-for-VPCs.json",
    ],
  },
  {
    codes: ["duplicate-sid"],
    why: "a bad policy on purpose: three statements have one Sid",
    names: ["aws-samples_service-control-policy-preprocessor/test_policies-bad_policy.json"],
  },
  {
    codes: ["invalid-action"],
    why: "a template of a preprocessor: actions such as iam:{Exclude:ListUsers}",
    names: ["aws-samples_service-control-policy-preprocessor/test_policies-blog.json"],
  },
  {
    codes: ["policy-too-long", "invalid-action", "unknown-element"],
    why: "a template of the same preprocessor, too long, with an element Comments",
    names: ["aws-samples_service-control-policy-preprocessor/test_policies-example.json"],
  },
  {
    codes: ["invalid-variable"],
    why: "a template: PARTITION and the like between braces, which the accelerator fills in",
    names: [
      "awslabs_landing-zone-accelerator-on-aws/guardrails-1.json",
      "awslabs_landing-zone-accelerator-on-aws/guardrails-2-2.json",
      "awslabs_landing-zone-accelerator-on-aws/guardrails-2.json",
      "awslabs_landing-zone-accelerator-on-aws/quarantine.json",
    ],
  },
  {
    codes: ["invalid-variable"],
    why: "a template of Terraform: ami_creator_account between braces",
    names: ["cloudposse_terraform-aws-service-control-policies/DenyEC2AMINotCreatedBy.json"],
  },
];

function refusedAs(name: string): readonly string[] {
  return REFUSED.find(({ names }) => names.includes(name))?.codes ?? [];
}

const policies = readSharedPolicies();

describe.skipIf(policies.length === 0)("parsePolicyDocument() on the real policies in ../shared", () => {
  test("those refused are all there, and few", () => {
    const names = policies.map(({ name }) => name);
    const refused = REFUSED.flatMap((reason) => reason.names);
    expect(names).toEqual(expect.arrayContaining(refused));
    expect(names.length).toBeGreaterThan(5 * refused.length);
  });

  test.each(policies)("$name is read, or refused for a reason written down here", ({ name, text }) => {
    const parsed = parsePolicyDocument(text);
    const codes = parsed.ok ? [] : [...new Set(parsed.faults.map(({ code }) => code))];
    expect(codes).toEqual(refusedAs(name));
  });

  test.each(policies)("$name: everything the JSON says is in the document", ({ name, text }) => {
    const parsed = parsePolicyDocument(text);
    if (!parsed.ok) {
      expect(refusedAs(name)).not.toEqual([]);
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
