/** Calls of IAM, STS, KMS, Secrets Manager and Systems Manager parameters. */

import {
  BUILDERS,
  type Details,
  localArn,
  type Operation,
  PEOPLE,
  READERS,
  type Scene,
  WORKLOADS,
} from "../operation.ts";
import { SECURITY_ACCOUNT } from "../organization.ts";
import { uniqueId } from "../principals.ts";
import { createRandom, LETTERS_AND_DIGITS } from "../random.ts";

const HOUR = 3_600_000;
/** Share of the role assumptions that lead into the security account. */
const AUDIT_SHARE = 0.2;

function roleArn(accountId: string, path: string): string {
  return `arn:aws:iam::${accountId}:role${path}`;
}

function assumed(scene: Scene, arn: string, session: string): Details {
  const owner = arn.split(":")[4] ?? scene.accountId;
  const name = arn.slice(arn.lastIndexOf("/") + 1);
  return {
    request: { roleArn: arn, roleSessionName: session, durationSeconds: 3600 },
    response: {
      credentials: {
        accessKeyId: uniqueId("ASIA", `${arn}/${Math.floor(scene.time / HOUR)}`),
        sessionToken: scene.random.text(320, LETTERS_AND_DIGITS),
        expiration: new Date(scene.time + HOUR).toISOString().slice(0, 19).replace("T", " "),
      },
      assumedRoleUser: {
        assumedRoleId: `${uniqueId("AROA", arn)}:${session}`,
        arn: `arn:aws:sts::${owner}:assumed-role/${name}/${session}`,
      },
    },
    resources: [{ accountId: owner, type: "AWS::IAM::Role", ARN: arn }],
    ...(owner === scene.accountId ? {} : { owner }),
  };
}

function assumeAnother(scene: Scene): Details {
  const audits = scene.accountId !== SECURITY_ACCOUNT && scene.random.chance(AUDIT_SHARE);
  const arn = audits ? roleArn(SECURITY_ACCOUNT, "/audit-reader") : roleArn(scene.accountId, "/delivery/ci-deploy");
  return assumed(scene, arn, scene.principal.session.replace("@", "-at-"));
}

function assumeByService(scene: Scene): Details {
  const arn = roleArn(scene.accountId, `/service-role/${scene.workload}-worker`);
  return assumed(scene, arn, `${scene.workload}-worker`);
}

function keyArn(scene: Scene): string {
  return localArn(scene, "kms", `key/${createRandom(`key/${scene.accountId}/${scene.region}`).uuid()}`);
}

function keyCall(scene: Scene, more: Record<string, string>): Details {
  const arn = keyArn(scene);
  const encryptionContext = { "aws:s3:arn": `arn:aws:s3:::tidewater-${scene.workload}-documents-${scene.region}` };
  return {
    request: { keyId: arn, encryptionContext, ...more },
    resources: [{ accountId: scene.accountId, type: "AWS::KMS::Key", ARN: arn }],
  };
}

function rolePolicy(scene: Scene): Details {
  const document = {
    Version: "2012-10-17",
    Statement: [
      {
        Effect: "Allow",
        Action: ["sqs:SendMessage", "sqs:GetQueueUrl"],
        Resource: localArn(scene, "sqs", `${scene.workload}-*`),
      },
    ],
  };
  return {
    request: {
      roleName: `${scene.workload}-worker`,
      policyName: "queues",
      policyDocument: JSON.stringify(document, null, 2),
    },
  };
}

function parameterCall(scene: Scene): Details {
  const name = `/${scene.workload}/${scene.random.pick(["database-url", "feature-flags", "log-level"])}`;
  return {
    request: { name, withDecryption: true },
    resources: [{ accountId: scene.accountId, ARN: localArn(scene, "ssm", `parameter${name}`) }],
  };
}

const named =
  (member: string, of: (scene: Scene) => string) =>
  (scene: Scene): Details => ({ request: { [member]: of(scene) } });
const worker = (scene: Scene) => `${scene.workload}-worker`;

export const IDENTITY: readonly Operation[] = [
  {
    service: "sts",
    name: "AssumeRole",
    actions: ["sts:AssumeRole"],
    weight: 8,
    callers: [...BUILDERS, "instance"],
    readOnly: false,
    details: assumeAnother,
  },
  {
    service: "sts",
    name: "AssumeRole",
    actions: ["sts:AssumeRole"],
    weight: 9,
    callers: ["awsService"],
    readOnly: false,
    details: assumeByService,
  },
  {
    service: "sts",
    name: "GetCallerIdentity",
    actions: ["sts:GetCallerIdentity"],
    weight: 6,
    callers: ["role", "person", "user", "instance"],
    readOnly: true,
    cannotBeDenied: true,
    details: () => ({ request: null }),
  },
  {
    service: "iam",
    name: "ListRoles",
    actions: ["iam:ListRoles"],
    weight: 5,
    callers: READERS,
    readOnly: true,
    worldwide: true,
    details: () => ({ request: { maxItems: 1000 } }),
  },
  {
    service: "iam",
    name: "GetRole",
    actions: ["iam:GetRole"],
    weight: 6,
    callers: READERS,
    readOnly: true,
    worldwide: true,
    details: named("roleName", worker),
    failures: [["NoSuchEntityException", "The role cannot be found."]],
  },
  {
    service: "iam",
    name: "PutRolePolicy",
    actions: ["iam:PutRolePolicy"],
    weight: 1,
    callers: BUILDERS,
    readOnly: false,
    worldwide: true,
    details: rolePolicy,
  },
  {
    service: "iam",
    name: "GetAccountSummary",
    actions: ["iam:GetAccountSummary"],
    weight: 1,
    callers: [...READERS, ...PEOPLE],
    readOnly: true,
    worldwide: true,
    details: () => ({ request: null }),
  },
  {
    service: "kms",
    name: "Decrypt",
    actions: ["kms:Decrypt"],
    weight: 14,
    callers: [...WORKLOADS, "user"],
    readOnly: true,
    details: (scene) => keyCall(scene, { encryptionAlgorithm: "SYMMETRIC_DEFAULT" }),
  },
  {
    service: "kms",
    name: "GenerateDataKey",
    actions: ["kms:GenerateDataKey"],
    weight: 9,
    callers: [...WORKLOADS, "user", "awsService"],
    readOnly: true,
    details: (scene) => keyCall(scene, { keySpec: "AES_256" }),
  },
  {
    service: "kms",
    name: "DescribeKey",
    actions: ["kms:DescribeKey"],
    weight: 3,
    callers: READERS,
    readOnly: true,
    details: (scene) => keyCall(scene, {}),
  },
  {
    service: "secretsmanager",
    name: "GetSecretValue",
    actions: ["secretsmanager:GetSecretValue"],
    weight: 6,
    callers: WORKLOADS,
    readOnly: true,
    details: (scene) => ({
      request: { secretId: localArn(scene, "secretsmanager", `secret:${scene.workload}/database-Q7dVxk`) },
    }),
  },
  {
    service: "secretsmanager",
    name: "DescribeSecret",
    actions: ["secretsmanager:DescribeSecret"],
    weight: 1,
    callers: READERS,
    readOnly: true,
    details: named("secretId", (scene) => `${scene.workload}/database`),
  },
  {
    service: "ssm",
    name: "GetParameter",
    actions: ["ssm:GetParameter"],
    weight: 6,
    callers: [...WORKLOADS, "role"],
    readOnly: true,
    details: parameterCall,
    failures: [["ParameterNotFound", "The parameter was not found."]],
  },
  {
    service: "ssm",
    name: "UpdateInstanceInformation",
    actions: ["ssm:UpdateInstanceInformation"],
    weight: 7,
    callers: ["instance"],
    readOnly: false,
    details: (scene) => ({
      request: {
        instanceId: scene.principal.session,
        agentVersion: "3.3.3050.0",
        agentStatus: "Active",
        platformType: "Linux",
        platformName: "Amazon Linux",
        platformVersion: "2023",
      },
    }),
  },
];
