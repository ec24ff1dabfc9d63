/** Resources of invented requests of databases, messaging, identity, security, management, analytics. Signs as in services-a. */
import { describe, expect, test } from "vitest";
import { askedOf } from "./asked-of.ts";
import type { InventedCall } from "./request-of.ts";

type Case = readonly [action: string, parameters: unknown, certain: readonly string[], call?: Partial<InventedCall>];

function check(cases: readonly Case[]): void {
  test.each(cases.map((each) => [`${each[0]} ${JSON.stringify(each[1])}`, each] as const))("%s", (_, each) => {
    const [action, parameters, certain, call] = each;
    expect([...askedOf(action, { parameters, ...call }).certain].sort()).toEqual([...certain].sort());
  });
}

const USER = "arn:aws:iam::111122223333:user/team/ann";

describe("identity", () => {
  check([
    ["iam:DeleteRole", { roleName: "r" }, ["iam::A:role/r | iam::A:role/*/r"]],
    ["iam:CreateRole", { roleName: "r", path: "/a/b/" }, ["iam::A:role/a/b/r"]],
    ["iam:CreateRole", { roleName: "r" }, ["iam::A:role/r"]],
    ["iam:CreatePolicy", { policyName: "p", path: "/x/" }, ["iam::A:policy/x/p"]],
    [
      "iam:AttachRolePolicy",
      { roleName: "r", policyArn: "arn:aws:iam::aws:policy/ReadOnlyAccess" },
      ["iam::A:role/r | iam::A:role/*/r"],
    ],
    ["iam:AddUserToGroup", { userName: "u", groupName: "g" }, ["iam::A:group/g | iam::A:group/*/g"]],
    ["iam:DeletePolicy", { policyArn: "arn:aws:iam::111122223333:policy/a/p" }, ["iam::A:policy/a/p"]],
    ["iam:GetUser", null, ["iam::A:user/team/ann"], { principalArn: USER }],
    ["iam:GetUser", {}, ["iam::A:user/team/ann"], { principalArn: USER }],
    ["iam:GetUser", { userName: "bob" }, ["iam::A:user/bob | iam::A:user/*/bob"], { principalArn: USER }],
    ["iam:GetUser", null, ["* | iam::A:user/*"]],
    // a user's name is required here: that it is missing does not mean the caller
    ["iam:PutUserPolicy", null, ["iam::A:user/*"], { principalArn: USER }],
    ["iam:CreateAccessKey", {}, ["iam::A:user/*"], { principalArn: "arn:aws:iam::111122223333:role/r" }],
    [
      "iam:CreateServiceLinkedRole",
      { aWSServiceName: "x.amazonaws.com" },
      ["iam::A:role/aws-service-role/x.amazonaws.com/*"],
    ],
    [
      "iam:CreateServiceLinkedRole",
      { aWSServiceName: "x.amazonaws.com" },
      ["iam::A:role/aws-service-role/x.amazonaws.com/AWSServiceRoleForX"],
      {
        response: {
          role: { arn: "arn:aws:iam::111122223333:role/aws-service-role/x.amazonaws.com/AWSServiceRoleForX" },
        },
      },
    ],
    [
      "iam:CreateOpenIDConnectProvider",
      { url: "https://login.example.com/a" },
      ["iam::A:oidc-provider/login.example.com/a"],
    ],
    [
      "iam:PassRole",
      { role: "arn:aws:iam::111122223333:role/x/y" },
      ["iam::A:role/x/y"],
      { source: "lambda", name: "CreateFunction20150331" },
    ],
    ["sts:AssumeRole", { roleArn: "arn:aws:iam::444455556666:role/r" }, ["iam::444455556666:role/r"]],
    // the role can be another account's
    ["sts:AssumeRole", null, ["iam::*:role/*"]],
    ["organizations:DescribeAccount", { accountId: "444455556666" }, ["organizations::*:account/o-*/444455556666"]],
    [
      "organizations:AttachPolicy",
      { policyId: "p-abc", targetId: "ou-ab12-cdef" },
      ["organizations::*:policy/*p-abc", "organizations::*:ou/o-*/ou-ab12-cdef"],
    ],
    [
      "sso:CreateAccountAssignment",
      {
        instanceArn: "arn:aws:sso:::instance/ssoins-1",
        permissionSetArn: "arn:aws:sso:::permissionSet/ssoins-1/ps-1",
        targetId: "444455556666",
      },
      ["sso:::instance/ssoins-1", "sso:::permissionSet/ssoins-1/ps-1", "sso:::account/444455556666"],
    ],
  ]);
});

describe("databases", () => {
  check([
    ["dynamodb:PutItem", { tableName: "T" }, ["dynamodb:R:A:table/T"]],
    [
      "dynamodb:GetItem",
      { tableName: "arn:aws:dynamodb:eu-west-1:444455556666:table/T" },
      ["dynamodb:R:444455556666:table/T"],
    ],
    [
      "dynamodb:Query",
      { tableName: "arn:aws:dynamodb:eu-west-1:444455556666:table/T", indexName: "I" },
      ["dynamodb:R:444455556666:table/T/index/I"],
    ],
    ["dynamodb:Query", { tableName: "T" }, ["dynamodb:R:A:table/T"]],
    [
      "dynamodb:GetRecords",
      { shardIterator: "arn:aws:dynamodb:eu-west-1:111122223333:table/T/stream/2024-01-01T00:00:00.000|1|AAA" },
      ["dynamodb:R:A:table/T/stream/2024-01-01T00:00:00.000"],
    ],
    ["rds:DeleteDBInstance", { dBInstanceIdentifier: "db1" }, ["rds:R:A:db:db1"]],
    ["rds:DeleteDBClusterSnapshot", { dBClusterSnapshotIdentifier: "s" }, ["rds:R:A:cluster-snapshot:s"]],
    [
      "rds:CopyDBSnapshot",
      { sourceDBSnapshotIdentifier: "arn:aws:rds:us-east-1:444455556666:snapshot:s", targetDBSnapshotIdentifier: "t" },
      ["rds:us-east-1:444455556666:snapshot:s", "rds:R:A:snapshot:t"],
    ],
    ["dynamodb:BatchGetItem", { requestItems: { T: null, U: null } }, ["dynamodb:R:A:table/T", "dynamodb:R:A:table/U"]],
    ["dynamodb:BatchWriteItem", { requestItems: [{ tableName: "T" }] }, ["dynamodb:R:A:table/T"]],
    ["rds:DescribeDBInstances", {}, ["* | rds:R:A:db:*"]],
    ["rds:ListTagsForResource", { resourceName: "arn:aws:rds:eu-west-1:111122223333:subgrp:g" }, ["rds:R:A:subgrp:g"]],
    ["redshift:DeleteCluster", { clusterIdentifier: "c" }, ["redshift:R:A:cluster:c"]],
    ["elasticache:DeleteReplicationGroup", { replicationGroupId: "g" }, ["elasticache:R:A:replicationgroup:g"]],
  ]);

  test("a last snapshot may be asked for, and need not be", () => {
    const { certain, possible } = askedOf("rds:DeleteDBCluster", {
      parameters: { dBClusterIdentifier: "c", skipFinalSnapshot: true },
    });
    expect(certain).toEqual(["rds:R:A:cluster:c"]);
    expect(possible).toEqual(["rds:R:A:cluster-snapshot:*"]);
  });
});

describe("messaging", () => {
  check([
    ["sqs:SendMessage", { queueUrl: "https://sqs.eu-west-1.amazonaws.com/444455556666/q" }, ["sqs:R:444455556666:q"]],
    ["sqs:SendMessage", { queueUrl: "***" }, ["sqs:R:*:*"]],
    ["sqs:CreateQueue", { queueName: "q" }, ["sqs:R:A:q"]],
    ["sns:Publish", { topicArn: "arn:aws:sns:eu-west-1:444455556666:t" }, ["sns:R:444455556666:t"]],
    ["sns:CreateTopic", { name: "t" }, ["sns:R:A:t"]],
    ["events:PutRule", { name: "r" }, ["events:R:A:rule/r"]],
    ["events:PutRule", { name: "r", eventBusName: "default" }, ["events:R:A:rule/r"]],
    ["events:PutTargets", { rule: "r", eventBusName: "b" }, ["events:R:A:rule/b/r"]],
    ["events:PutEvents", { entries: [{ source: "x" }] }, ["events:R:A:event-bus/default"]],
    ["scheduler:CreateSchedule", { name: "s" }, ["scheduler:R:A:schedule/default/s"]],
    [
      "states:StartExecution",
      { stateMachineArn: "arn:aws:states:eu-west-1:111122223333:stateMachine:m" },
      ["states:R:A:stateMachine:m"],
    ],
    ["kinesis:PutRecord", { streamName: "s" }, ["kinesis:R:A:stream/s"]],
    ["firehose:PutRecord", { deliveryStreamName: "d" }, ["firehose:R:A:deliverystream/d"]],
    [
      "ses:CreateEmailIdentity",
      { emailIdentity: "example.com" },
      ["ses:R:A:identity/example.com"],
      { source: "email" },
    ],
  ]);
});

describe("security", () => {
  check([
    ["kms:Decrypt", { keyId: "1234" }, ["kms:R:A:key/1234"]],
    ["kms:Decrypt", { keyId: "alias/x" }, ["kms:R:A:key/*"]],
    ["kms:Encrypt", { keyId: "arn:aws:kms:us-east-1:444455556666:alias/x" }, ["kms:us-east-1:444455556666:key/*"]],
    [
      "kms:Encrypt",
      { keyId: "alias/x" },
      ["kms:R:A:key/k1"],
      { resources: [{ ARN: "arn:aws:kms:eu-west-1:111122223333:key/k1", accountId: "111122223333" }] },
    ],
    ["kms:CreateAlias", { aliasName: "alias/x", targetKeyId: "1234" }, ["kms:R:A:alias/x", "kms:R:A:key/1234"]],
    ["secretsmanager:GetSecretValue", { secretId: "a/b" }, ["secretsmanager:R:A:secret:a/b-??????"]],
    [
      "secretsmanager:GetSecretValue",
      { secretId: "arn:aws:secretsmanager:eu-west-1:111122223333:secret:a-Ab1Cd2" },
      ["secretsmanager:R:A:secret:a-Ab1Cd2"],
    ],
    [
      "secretsmanager:GetSecretValue",
      { secretId: "arn:aws:secretsmanager:eu-west-1:111122223333:secret:a" },
      ["secretsmanager:R:A:secret:a-??????"],
    ],
    [
      "secretsmanager:GetSecretValue",
      { secretId: "arn:aws:secretsmanager:eu-west-1:111122223333:secret:my-secret" },
      ["secretsmanager:R:A:secret:my-secret | secretsmanager:R:A:secret:my-secret-??????"],
    ],
    ["guardduty:UpdateDetector", { detectorId: "d" }, ["guardduty:R:A:detector/d"]],
    ["guardduty:DeleteIPSet", { detectorId: "d", ipSetId: "s" }, ["guardduty:R:A:detector/d/ipset/s"]],
    ["wafv2:DeleteWebACL", { scope: "CLOUDFRONT", name: "n", id: "i" }, ["wafv2:R:A:global/webacl/n/i"]],
    ["cloudtrail:StopLogging", { name: "t" }, ["cloudtrail:R:A:trail/t"]],
    [
      "cloudtrail:StopLogging",
      { name: "arn:aws:cloudtrail:us-east-1:444455556666:trail/t" },
      ["cloudtrail:us-east-1:444455556666:trail/t"],
    ],
    ["config:DeleteConfigRule", { configRuleName: "n" }, ["config:R:A:config-rule/*"]],
    [
      "acm:DeleteCertificate",
      { certificateArn: "arn:aws:acm:eu-west-1:111122223333:certificate/1" },
      ["acm:R:A:certificate/1"],
    ],
    ["securityhub:DescribeHub", null, ["securityhub:R:A:hub/default"]],
  ]);
});

describe("management and analytics", () => {
  check([
    ["ssm:GetParameter", { name: "/a/b" }, ["ssm:R:A:parameter/a/b"]],
    ["ssm:GetParameters", { names: ["/a", "b"] }, ["ssm:R:A:parameter/a", "ssm:R:A:parameter/b"]],
    ["ssm:GetParametersByPath", { path: "/a/" }, ["ssm:R:A:parameter/a/ | ssm:R:A:parameter/a/*"]],
    ["ssm:StartSession", { target: "i-1" }, ["ec2:R:A:instance/i-1"]],
    ["ssm:StartSession", { target: "mi-1" }, ["ssm:R:A:managed-instance/mi-1"]],
    [
      "ssm:SendCommand",
      { documentName: "AWS-RunShellScript", instanceIds: ["i-1"] },
      ["ssm:R:*:document/AWS-RunShellScript", "ec2:R:A:instance/i-1"],
    ],
    [
      "ssm:SendCommand",
      { documentName: "mine", instanceIds: ["i-1"] },
      ["ssm:R:A:document/mine", "ec2:R:A:instance/i-1"],
    ],
    ["logs:DeleteLogGroup", { logGroupName: "/g" }, ["logs:R:A:log-group:/g | logs:R:A:log-group:/g:*"]],
    ["logs:PutLogEvents", { logGroupName: "/g", logStreamName: "s" }, ["logs:R:A:log-group:/g:log-stream:s"]],
    ["logs:PutLogEvents", { logGroupName: "/g" }, ["logs:R:A:log-group:/g:log-stream:*"]],
    [
      "cloudwatch:DeleteAlarms",
      { alarmNames: ["a", "b"] },
      ["cloudwatch:R:A:alarm:a", "cloudwatch:R:A:alarm:b"],
      { source: "monitoring" },
    ],
    ["cloudformation:DeleteStack", { stackName: "s" }, ["cloudformation:R:A:stack/s/*"]],
    [
      "cloudformation:DeleteStack",
      { stackName: "arn:aws:cloudformation:eu-west-1:111122223333:stack/s/1" },
      ["cloudformation:R:A:stack/s/1"],
    ],
    [
      "glue:GetTable",
      { databaseName: "d", name: "t" },
      ["glue:R:A:catalog", "glue:R:A:database/d", "glue:R:A:table/d/t"],
    ],
    ["glue:GetTables", { databaseName: "d" }, ["glue:R:A:catalog", "glue:R:A:database/d", "glue:R:A:table/d/*"]],
    ["athena:StartQueryExecution", { queryString: "x" }, ["athena:R:A:workgroup/primary"]],
    ["athena:StartQueryExecution", { workGroup: "w" }, ["athena:R:A:workgroup/w"]],
    ["sagemaker:CreateModel", { modelName: "ModelX" }, ["sagemaker:R:A:model/modelx"]],
    ["bedrock:InvokeModel", { modelId: "maker.model-v1:0" }, ["bedrock:R::foundation-model/maker.model-v1:0"]],
    [
      "bedrock:InvokeModel",
      { modelId: "eu.maker.model-v1:0" },
      ["bedrock:R:A:inference-profile/eu.maker.model-v1:0", "bedrock:*::foundation-model/maker.model-v1:0"],
    ],
    [
      "bedrock:InvokeModel",
      { modelId: "arn:aws:bedrock:eu-west-1:111122223333:application-inference-profile/p1" },
      ["bedrock:R:A:application-inference-profile/p1", "bedrock:*::foundation-model/*"],
    ],
    ["codebuild:StartBuild", { projectName: "p" }, ["codebuild:R:A:project/p"]],
    ["es:DeleteDomain", { domainName: "d" }, ["es:R:A:domain/d"]],
  ]);
});
