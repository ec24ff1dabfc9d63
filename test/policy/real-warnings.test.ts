import { describe, expect, test } from "vitest";
import { validatePolicy } from "../../host/policy/validate-policy.ts";
import { catalogue } from "../authorization/built-catalogue.ts";
import { readSharedPolicies } from "./read-shared-policies.ts";

/** Warnings about the real documents that were looked into, and are right: the first value of each, by document. */
const EXPECTED: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  // names that no service ever had
  "unknown-action": {
    "ScaleSec_terraform_aws_scp/deny_unencrypted_rds_actions.json": ["rds:RestoreDBClusterFromDBSnapshot"],
    "awsdocs_aws-control-tower-guide/data-residency-controls-2.json": ["ec2:AttachEgressOnlyInternetGateway"],
    "gamaware_aws-organization-governance/dev-abuse.json": ["s3:DeletePublicAccessBlock"],
    "gamaware_aws-organization-governance/security-defaults.json": ["s3:DeleteAccountPublicAccessBlock"],
    // retired
    "primeharbor_aws-service-control-policies/Gov-DenyAccountChanges.json": ["account:PutChallengeQuestions"],
    "primeharbor_aws-service-control-policies/Gov-DenyMarketplace.json": [
      "aws-marketplace:CreatePrivateMarketplace",
      "aws-marketplace:StartPrivateMarketplace",
      "aws-marketplace:StopPrivateMarketplace",
      "aws-marketplace:DescribePrivateMarketplaceStatus",
      "aws-marketplace:ListPrivateMarketplaceProducts",
      "aws-marketplace:DescribePrivateMarketplaceProducts",
      "aws-marketplace:UpdatePrivateMarketplaceSettings",
      "aws-marketplace:DescribePrivateMarketplaceSettings",
      "aws-marketplace:CreatePrivateMarketplaceProfile",
      "aws-marketplace:UpdatePrivateMarketplaceProfile",
      "aws-marketplace:DescribePrivateMarketplaceProfile",
    ],
  },
  // retired, but for the console's name, which never was a prefix
  "unknown-service": {
    "aws-samples_aws-scps-with-terraform/allow_services.json": ["elastic-inference"],
    "awslabs_landing-zone-accelerator-on-aws/guardrails-2-2.json": Array(13).fill("macie"),
    "awslabs_landing-zone-accelerator-on-aws/guardrails-2.json": Array(13).fill("macie"),
    "primeharbor_aws-service-control-policies/Gov-DisableRegionsPolicy.json": ["awsbillingconsole"],
    "salesforce_aws-allowlister/HIPAA-AllowList-SCP.json": ["macie"],
    "salesforce_aws-allowlister/PCI-AllowList-SCP.json": ["macie"],
  },
  // the key is sagemaker:InstanceTypes
  "unknown-condition-key": {
    "gamaware_aws-organization-governance/dev-abuse.json": ["sagemaker:InstanceType"],
  },
  // a tag of any value was meant
  "wildcard-in-equals": {
    "primeharbor_aws-service-control-policies/Sec-ProtectAWSBackupVaults.json": ["*"],
  },
};

/** How often, where every case is plain: placeholders of examples, documents without Version, and long ones. */
const COUNTED: Readonly<Record<string, number>> = { placeholder: 39, "no-version": 2, "longer-than-5120": 3 };

const policies = readSharedPolicies();
/** Made on purpose: every action of it has a number behind its service. */
const BAD = "aws-samples_service-control-policy-preprocessor/test_policies-bad_policy.json";

describe.skipIf(policies.length === 0)("validatePolicy() on the real policies in ../shared", () => {
  const warned = policies.flatMap(({ name, text }) =>
    validatePolicy(text, catalogue).warnings.map(({ code, message }) => ({ name, code, message })),
  );

  test.each(Object.entries(EXPECTED))("warns of %s where it is right", (code, expected) => {
    const given: Record<string, string[]> = {};
    for (const warning of warned.filter((each) => each.code === code && each.name !== BAD)) {
      given[warning.name] = [...(given[warning.name] ?? []), /`([^`]*)`/.exec(warning.message)?.[1] ?? ""];
    }
    expect(given).toEqual(expected);
  });

  test("warns of nothing else", () => {
    const counts: Record<string, number> = {};
    for (const { code, name } of warned) {
      if (EXPECTED[code] === undefined) counts[code] = (counts[code] ?? 0) + 1;
      else if (name === BAD) expect(code).toBe("unknown-service");
    }
    expect(counts).toEqual(COUNTED);
  });
});
