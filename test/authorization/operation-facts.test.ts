import { describe, expect, test } from "vitest";
import { operationFacts } from "../../host/authorization/operation-facts.ts";
import { catalogue, catalogueData } from "./built-catalogue.ts";

function facts(operation: string) {
  return operationFacts(catalogue, operation);
}

describe("operationFacts()", () => {
  test.each([
    ["s3.amazonaws.com GetBucketCors", "s3:GetBucketCORS"],
    ["ec2.amazonaws.com.cn DescribeInstances", "ec2:DescribeInstances"],
    ["KMS.amazonaws.com decrypt", "kms:Decrypt"],
    ["monitoring.amazonaws.com PutMetricAlarm", "cloudwatch:PutMetricAlarm"],
    ["email.amazonaws.com SendEmail", "ses:SendEmail"],
    ["tagging.amazonaws.com GetResources", "tag:GetResources"],
    ["amazonmq.amazonaws.com ListBrokers", "mq:ListBrokers"],
    ["servicecatalog-appregistry.amazonaws.com ListApplications", "servicecatalog:ListApplications"],
    ["agreement-marketplace.amazonaws.com SearchAgreements", "aws-marketplace:SearchAgreements"],
    ["autoscaling.amazonaws.com DescribeScalableTargets", "application-autoscaling:DescribeScalableTargets"],
    ["ec2-instance-connect.amazonaws.com SendSSHPublicKey ", "ec2-instance-connect:SendSSHPublicKey"],
  ])("maps %s to the action of the same name, %s", (operation, action) => {
    expect(facts(operation)).toMatchObject({
      authorization: { certainty: "exact", action },
      prefix: action.split(":")[0],
      provenance: "sameName",
      outcome: undefined,
    });
  });

  test.each([
    ["lambda.amazonaws.com ListFunctions20150331", "lambda:ListFunctions"],
    ["lambda.amazonaws.com UpdateFunctionCode20150331v2", "lambda:UpdateFunctionCode"],
    ["cloudfront.amazonaws.com CreateDistribution2015_07_27", "cloudfront:CreateDistribution"],
  ])("removes the date of %s", (operation, action) => {
    expect(facts(operation)).toMatchObject({
      authorization: { certainty: "exact", action },
      provenance: "dateSuffixRemoved",
    });
  });

  test.each([
    ["s3.amazonaws.com ListBuckets", "s3", "s3:*"],
    ["dynamodb.amazonaws.com TransactWriteItems", "dynamodb", "dynamodb:*"],
    ["monitoring.amazonaws.com NoSuchThing", "cloudwatch", "cloudwatch:*"],
    ["acme.amazonaws.com DoThing20150331", "acme", "acme:*"],
    ["discovery.somewhere.example.com DoThing", "*", "*"],
    ["", "*", "*"],
    ["\u0000 \u0000", "*", "*"],
  ])("leaves %j a possible authorization of its service (R9)", (operation, prefix, pattern) => {
    expect(facts(operation)).toMatchObject({
      prefix,
      authorization: { certainty: "possible", prefix, pattern },
      provenance: "unmapped",
      resourceTypes: [],
      outcome: undefined,
    });
  });

  test("keeps every prefix possible when a source stands for several and the name is in none", () => {
    expect(facts("autoscaling.amazonaws.com NoSuchThing").alsoPossible).toEqual(["application-autoscaling:*"]);
    expect(facts("billingconsole.amazonaws.com SetContactAddress")).toMatchObject({
      authorization: { pattern: "billing:*" },
      alsoPossible: ["aws-portal:*", "account:*"],
    });
  });

  test("does not choose between services that both have the name", () => {
    expect(facts("autoscaling.amazonaws.com PutScalingPolicy")).toMatchObject({
      authorization: { certainty: "exact", action: "autoscaling:PutScalingPolicy" },
      instead: ["application-autoscaling:PutScalingPolicy"],
    });
  });

  test.each([
    ["sts.amazonaws.com GetSessionToken", "sts:GetSessionToken"],
    ["dynamodb.amazonaws.com DescribeEndpoints", "dynamodb:DescribeEndpoints"],
  ])("leaves %s possible: it is said to need no permission, by a secondary source only", (operation, pattern) => {
    expect(facts(operation).authorization).toMatchObject({ certainty: "possible", pattern });
  });

  test.each([
    ["sts.amazonaws.com GetCallerIdentity", "cannotBeDenied"],
    ["signin.amazonaws.com ConsoleLogin", "signIn"],
    ["signin.amazonaws.com PasswordRecoveryRequested", "signIn"],
    ["sso.amazonaws.com Federate", "signIn"],
    ["sso.amazonaws.com GetRoleCredentials", "signIn"],
    ["cognito-idp.amazonaws.com Token_POST", "signIn"],
    ["ec2.amazonaws.com SharedSnapshotVolumeCreated", "serviceEvent"],
    ["secretsmanager.amazonaws.com EndSecretVersionDelete", "serviceEvent"],
    ["organizations.amazonaws.com CreateAccountResult", "serviceEvent"],
    ["kms.amazonaws.com RotateKey", "serviceEvent"],
  ])("says that no policy decides %s", (operation, reason) => {
    expect(facts(operation).outcome).toEqual({ outcome: "notAnAuthorization", reason });
  });

  test("judges what has an action, whatever the lists say", () => {
    expect(facts("signin.amazonaws.com CreateOAuth2Token").outcome).toBeUndefined();
    expect(facts("ssm.amazonaws.com OpenDataChannel")).toMatchObject({
      outcome: undefined,
      alsoPossible: ["ssmmessages:OpenDataChannel"],
    });
  });
});

describe("operationFacts().alsoPossible", () => {
  test.each([
    ["ec2.amazonaws.com RunInstances", ["ec2:CreateTags", "iam:PassRole"]],
    ["s3.amazonaws.com PutBucketReplication", ["iam:PassRole"]],
    ["apigateway.amazonaws.com PutIntegration", ["iam:PassRole"]],
    ["lambda.amazonaws.com CreateFunction20150331", ["iam:PassRole", "lambda:GetLayerVersion", "lambda:TagResource"]],
    ["sts.amazonaws.com AssumeRole", ["sts:SetSourceIdentity", "sts:TagSession"]],
    ["iam.amazonaws.com CreateRole", ["iam:TagRole"]],
    ["s3.amazonaws.com PutObject", ["s3:PutObjectAcl", "s3:PutObjectTagging"]],
    ["tagging.amazonaws.com TagResources", ["*"]],
  ])("of %s names %j", (operation, actions) => {
    expect(facts(operation).alsoPossible).toEqual(expect.arrayContaining(actions));
  });

  test("is empty where nothing more can be asked for", () => {
    for (const operation of ["ec2.amazonaws.com TerminateInstances", "ec2.amazonaws.com CreateTags"]) {
      expect(facts(operation).alsoPossible, operation).toEqual([]);
    }
  });

  test("holds what may have been decided instead of the action", () => {
    const { instead, alsoPossible } = facts("s3.amazonaws.com GetObject");
    expect(instead).toEqual(["s3:GetObjectVersion"]);
    expect(alsoPossible).toEqual(expect.arrayContaining([...instead]));
  });

  test("names only actions that exist, for every action there is", () => {
    for (const [prefix, text] of Object.entries(catalogueData.services)) {
      for (const line of text.slice(text.indexOf("\n\n") + 1).split("\n")) {
        const name = line.split("\t")[0] ?? "";
        const { alsoPossible, instead, authorization } = facts(`${prefix}.amazonaws.com ${name}`);
        for (const other of new Set([...alsoPossible, ...instead])) {
          const [otherPrefix = "", otherName = ""] = other.split(":");
          const exists = /\*$/.test(other) || catalogue.findAction(otherPrefix, otherName)?.action === other;
          expect(exists, `${prefix}:${name} → ${other}`).toBe(true);
          expect(authorization).not.toMatchObject({ action: other });
        }
      }
    }
  });
});
