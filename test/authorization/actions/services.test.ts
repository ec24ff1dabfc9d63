import { describe, expect, test } from "vitest";
import { actionsOfInvented, certainOf, possibleOf } from "./invented-call.ts";

describe("actionsOf() by the event's name", () => {
  test.each([
    ["ec2.amazonaws.com.cn DescribeInstances", "ec2:DescribeInstances"],
    ["KMS.amazonaws.com decrypt", "kms:Decrypt"],
    ["monitoring.amazonaws.com PutMetricAlarm", "cloudwatch:PutMetricAlarm"],
    ["tagging.amazonaws.com GetResources", "tag:GetResources"],
    ["email.amazonaws.com GetSendQuota", "ses:GetSendQuota"],
    ["amazonmq.amazonaws.com ListBrokers", "mq:ListBrokers"],
    ["servicecatalog-appregistry.amazonaws.com ListApplications", "servicecatalog:ListApplications"],
    ["agreement-marketplace.amazonaws.com SearchAgreements", "aws-marketplace:SearchAgreements"],
    ["autoscaling.amazonaws.com DescribeScalableTargets", "application-autoscaling:DescribeScalableTargets"],
    ["ec2-instance-connect.amazonaws.com SendSSHPublicKey ", "ec2-instance-connect:SendSSHPublicKey"],
  ])("maps %s to the action of the same name, %s", (operation, action) => {
    const actions = actionsOfInvented(operation, { parameters: {} });
    expect(actions).toMatchObject({ certain: [[{ action, provenance: "sameName" }]], isMapped: true, possible: [] });
  });

  test.each([
    ["lambda.amazonaws.com ListFunctions20150331", "lambda:ListFunctions"],
    ["lambda.amazonaws.com UpdateFunctionCode20150331v2", "lambda:UpdateFunctionCode"],
    ["cloudfront.amazonaws.com CreateDistribution2015_07_27", "cloudfront:CreateDistribution"],
  ])("removes the date of %s", (operation, action) => {
    const actions = actionsOfInvented(operation, { parameters: {} });
    expect(actions.certain).toEqual([[{ action, provenance: "dateSuffixRemoved" }]]);
  });

  test.each([
    ["lambda.amazonaws.com Invoke", ["lambda:InvokeFunction"]],
    ["sqs.amazonaws.com SendMessageBatch", ["sqs:SendMessage"]],
    ["sns.amazonaws.com PublishBatch", ["sns:Publish"]],
    ["budgets.amazonaws.com DescribeBudgets", ["budgets:ViewBudget"]],
    ["budgets.amazonaws.com CreateSubscriber", ["budgets:ModifyBudget"]],
    ["bedrock.amazonaws.com Converse", ["bedrock:InvokeModel"]],
    ["cassandra.amazonaws.com DropTable", ["cassandra:Drop"]],
    ["cassandra.amazonaws.com ListKeyspaces", ["cassandra:Select"]],
    ["glue.amazonaws.com BatchDeleteTable", ["glue:BatchDeleteTable|glue:DeleteTable"]],
    [
      "cloudfront.amazonaws.com CreateDistributionWithTags",
      ["cloudfront:CreateDistribution", "cloudfront:TagResource"],
    ],
    ["cloudcontrolapi.amazonaws.com GetResource", ["cloudformation:GetResource"]],
    ["iotdata.amazonaws.com GetThingShadow", ["iot:GetThingShadow"]],
    ["dms.amazonaws.com DescribeMigrationProjects", ["dms:ListMigrationProjects"]],
    ["verifiedpermissions.amazonaws.com BatchIsAuthorized", ["verifiedpermissions:IsAuthorized"]],
    ["execute-api.amazonaws.com PostToConnection", ["execute-api:ManageConnections"]],
    ["access-analyzer.amazonaws.com GetFindingV2", ["access-analyzer:GetFinding"]],
  ])("maps %s to %j", (operation, certain) => {
    const actions = actionsOfInvented(operation, { parameters: {} });
    expect(certainOf(actions)).toEqual(certain);
    expect(actions.isMapped).toBe(true);
  });

  test("does not choose between services that both have the name", () => {
    expect(certainOf(actionsOfInvented("autoscaling.amazonaws.com PutScalingPolicy", { parameters: {} }))).toEqual([
      "autoscaling:PutScalingPolicy|application-autoscaling:PutScalingPolicy",
    ]);
  });

  test.each([
    ["monitoring.amazonaws.com NoSuchThing", ["cloudwatch:*@"]],
    ["acme.amazonaws.com DoThing20150331", ["acme:*@"]],
    ["discovery.somewhere.example.com DoThing", ["*@"]],
    ["", ["*@"]],
    ["\u0000 \u0000", ["*@"]],
    ["acme.amazonaws.com", ["acme:*@"]],
    ["autoscaling.amazonaws.com NoSuchThing", ["autoscaling:*@", "application-autoscaling:*@"]],
    ["billingconsole.amazonaws.com SetContactAddress", ["billing:*@", "aws-portal:*@", "account:*@"]],
  ])("leaves %j a possible authorization of its service (R9)", (operation, possible) => {
    const actions = actionsOfInvented(operation);
    expect(actions).toMatchObject({ certain: [], isMapped: false, outcome: undefined });
    expect(possibleOf(actions)).toEqual(possible);
    expect(actions.possible[0]?.provenance).toBe("unmapped");
  });

  test.each(["sts.amazonaws.com GetSessionToken", "dynamodb.amazonaws.com DescribeEndpoints"])(
    "leaves %s possible: it is said to need no permission, by a secondary source only",
    (operation) => {
      const actions = actionsOfInvented(operation, { parameters: {} });
      expect(actions).toMatchObject({ certain: [], isMapped: true });
      expect(actions.possible).toHaveLength(1);
    },
  );

  test.each([
    ["sts.amazonaws.com GetCallerIdentity", "cannotBeDenied"],
    ["signin.amazonaws.com ConsoleLogin", "signIn"],
    ["signin.amazonaws.com PasswordRecoveryRequested", "signIn"],
    ["sso.amazonaws.com Federate", "signIn"],
    ["sso.amazonaws.com GetRoleCredentials", "signIn"],
    ["awsssoportal.amazonaws.com ListAccounts", "signIn"],
    ["sso-oauth.amazonaws.com CreateToken", "signIn"],
    ["cognito-idp.amazonaws.com Token_POST", "signIn"],
    ["ec2.amazonaws.com SharedSnapshotVolumeCreated", "serviceEvent"],
    ["secretsmanager.amazonaws.com EndSecretVersionDelete", "serviceEvent"],
    ["organizations.amazonaws.com CreateAccountResult", "serviceEvent"],
    ["kms.amazonaws.com RotateKey", "serviceEvent"],
    ["s3.amazonaws.com JobStatusChanged", "serviceEvent"],
  ])("says that no policy decides %s", (operation, reason) => {
    expect(actionsOfInvented(operation).outcome).toEqual({ outcome: "notAnAuthorization", reason });
  });

  test("judges what has an action, whatever the lists say", () => {
    expect(actionsOfInvented("signin.amazonaws.com CreateOAuth2Token").outcome).toBeUndefined();
    const channel = actionsOfInvented("ssm.amazonaws.com OpenDataChannel");
    expect(channel.outcome).toBeUndefined();
    expect(possibleOf(channel)).toContain("ssmmessages:OpenDataChannel@");
  });
});

describe("actionsOf() by the request's parameters", () => {
  const table = "arn:aws:dynamodb:eu-west-1:111122223333:table/Songs";
  const other = "arn:aws:dynamodb:eu-west-1:444455556666:table/Other";

  test("asks for the actions of a DynamoDB transaction, each on its tables", () => {
    const requestItems = [
      { operation: "Put", tableName: "Songs" },
      { operation: "Put", TableName: other },
      { operation: "ConditionCheck", tableName: "Songs" },
    ];
    expect(
      certainOf(actionsOfInvented("dynamodb.amazonaws.com TransactWriteItems", { parameters: { requestItems } })),
    ).toEqual([`dynamodb:PutItem@${table},${other}`, `dynamodb:ConditionCheckItem@${table}`]);
  });

  test.each([undefined, {}, { requestItems: [{ operation: "Sing", tableName: "Songs" }] }])(
    "does not say which actions a transaction of %j has",
    (parameters) => {
      const actions = actionsOfInvented("dynamodb.amazonaws.com TransactWriteItems", { parameters });
      expect(actions.certain[0]).toHaveLength(4);
      expect(actions.possible).toHaveLength(4);
    },
  );

  test.each([
    ["ExecuteStatement", { statement: "select * from Songs" }, ["dynamodb:PartiQLSelect"]],
    ["ExecuteStatement", { statement: " EXISTS(SELECT * FROM Songs)" }, ["dynamodb:PartiQLSelect"]],
    [
      "BatchExecuteStatement",
      { requestItems: [{ statement: "UPDATE Songs SET a=1" }, { statement: "DELETE FROM Songs" }] },
      ["dynamodb:PartiQLUpdate", "dynamodb:PartiQLDelete"],
    ],
    ["ExecuteTransaction", { transactStatements: [{ statement: "INSERT INTO Songs" }] }, ["dynamodb:PartiQLInsert"]],
    [
      "ExecuteStatement",
      { statement: "HIDDEN_DUE_TO_SECURITY_REASONS" },
      ["dynamodb:PartiQLSelect|dynamodb:PartiQLInsert|dynamodb:PartiQLUpdate|dynamodb:PartiQLDelete"],
    ],
  ])("asks for the verbs of %s %j", (name, parameters, certain) => {
    expect(certainOf(actionsOfInvented(`dynamodb.amazonaws.com ${name}`, { parameters }))).toEqual(certain);
  });

  const from = "arn:aws:kms:eu-west-1:111122223333:key/11111111-1111-1111-1111-111111111111";
  const to = "arn:aws:kms:eu-west-1:111122223333:key/22222222-2222-2222-2222-222222222222";
  const resources = [from, to].map((ARN) => ({ ARN, type: "AWS::KMS::Key" }));

  test.each([
    [{ destinationKeyId: to }, resources, from, to],
    [{ destinationKeyId: "22222222-2222-2222-2222-222222222222" }, resources, from, to],
    [{ destinationKeyId: "alias/new", sourceKeyId: from }, resources, from, to],
    [{ destinationKeyId: "alias/new" }, undefined, "arn:aws:kms:eu-west-1:*:key/*", "arn:aws:kms:eu-west-1:*:key/*"],
    [undefined, [resources[0]], from, from],
    [undefined, undefined, "arn:aws:kms:eu-west-1:*:key/*", "arn:aws:kms:eu-west-1:*:key/*"],
  ])("asks ReEncrypt %j of both keys", (parameters, listed, source, destination) => {
    const actions = actionsOfInvented("kms.amazonaws.com ReEncrypt", { parameters, resources: listed });
    expect(certainOf(actions)).toEqual([`kms:ReEncryptFrom@${source}`, `kms:ReEncryptTo@${destination}`]);
  });

  const gateway = "arn:aws:apigateway:eu-west-1::";
  test.each([
    ["GetRestApis", null, `apigateway:GET@${gateway}/restapis`],
    ["GetResource", { restApiId: "r1", resourceId: "x" }, `apigateway:GET@${gateway}/restapis/r1/resources/x`],
    ["UpdateRestApi", { restApiId: "r1" }, `apigateway:PATCH@${gateway}/restapis/r1`],
    ["PutMethod", { restApiId: "r1", resourceId: "x" }, `apigateway:PUT@${gateway}/restapis/r1/resources/x/methods/*`],
    ["CreateStage", { restApiId: "r1" }, `apigateway:POST@${gateway}/restapis/r1/stages`],
    ["CreateStage", { apiId: "h1", stageName: "s" }, `apigateway:POST@${gateway}/apis/h1/stages`],
    ["CreateStage", {}, `apigateway:POST@${gateway}/restapis/*/stages|apigateway:POST@${gateway}/apis/*/stages`],
    ["DeleteApi", { apiId: "h1" }, `apigateway:DELETE@${gateway}/apis/h1`],
    [
      "TagResource",
      { resourceArn: "arn:aws:apigateway:eu-west-1::/restapis/r1" },
      `apigateway:PUT@${gateway}/tags/arn%3Aaws%3Aapigateway%3Aeu-west-1%3A%3A%2Frestapis%2Fr1`,
    ],
    ["CreateRoutingRule", {}, "apigateway:CreateRoutingRule"],
  ])("asks for verb and path of API Gateway's %s %j", (name, parameters, action) => {
    expect(certainOf(actionsOfInvented(`apigateway.amazonaws.com ${name}`, { parameters }))).toEqual([action]);
  });

  test("may put tags on what API Gateway creates with tags", () => {
    const tagged = actionsOfInvented("apigateway.amazonaws.com CreateStage", {
      parameters: { restApiId: "r1", createStageInput: { tags: { a: "b" } } },
    });
    expect(possibleOf(tagged)).toContain(`apigateway:PUT@${gateway}/tags/*`);
    const plain = actionsOfInvented("apigateway.amazonaws.com CreateStage", { parameters: { restApiId: "r1" } });
    expect(possibleOf(plain)).toEqual([]);
  });
});
