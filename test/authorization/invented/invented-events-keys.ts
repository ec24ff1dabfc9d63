/**
 * Invented calls of KMS, Secrets Manager, Systems Manager and ACM (see invented-event.ts). Sources: semantics 4.3, 5.4 and
 * 6.2, the KMS permissions reference. Derives nothing.
 */
import {
  ACCOUNT,
  ADA,
  AT_LEAST,
  asks,
  called,
  here,
  type InventedEvent,
  invented,
  LAKE_ACCOUNT,
  logged,
  NOTHING_ELSE,
  REGION,
} from "./invented-event.ts";

const SEAL_ID = "5ea10000-0000-4000-8000-000000000001";
const SEAL = here("kms", `key/${SEAL_ID}`);
const OTHER = here("kms", "key/5ea10000-0000-4000-8000-000000000002");
const LAKE_KEY = `arn:aws:kms:${REGION}:${LAKE_ACCOUNT}:key/1a4e0000-0000-4000-8000-000000000003`;
const SECRET = here("secretsmanager", "secret:mill/db-Ab12Cd");
const INSTANCE = here("ec2", "instance/i-0a00000000000000a");

export const INVENTED_EVENTS_KEYS: readonly InventedEvent[] = [
  invented(
    "Encrypt by alias",
    called(
      "kms Encrypt",
      { keyId: "alias/harbour-seal", encryptionAlgorithm: "SYMMETRIC_DEFAULT", encryptionContext: { crop: "oats" } },
      { resources: [logged("KMS::Key", SEAL)] },
    ),
    [asks("kms:Encrypt", SEAL)],
    {
      possible: [],
      keys: {
        "kms:requestalias": "alias/harbour-seal",
        "kms:encryptionalgorithm": "SYMMETRIC_DEFAULT",
        "kms:encryptioncontext:crop": "oats",
        "kms:encryptioncontextkeys": ["crop"],
        "kms:calleraccount": ACCOUNT,
      },
    },
  ),
  invented(
    "Decrypt without a key id",
    called(
      "kms Decrypt",
      { encryptionAlgorithm: "SYMMETRIC_DEFAULT" },
      { resources: [logged("KMS::Key", LAKE_KEY, LAKE_ACCOUNT)] },
    ),
    [
      asks("kms:Decrypt", LAKE_KEY, {
        "aws:resourceaccount": LAKE_ACCOUNT,
        "kms:requestalias": null,
        "kms:encryptioncontextkeys": null,
      }),
    ],
    NOTHING_ELSE,
  ),
  invented(
    "ReEncrypt from one key to another",
    called(
      "kms ReEncrypt",
      { sourceKeyId: SEAL, destinationKeyId: OTHER, sourceEncryptionAlgorithm: "SYMMETRIC_DEFAULT" },
      { resources: [logged("KMS::Key", SEAL), logged("KMS::Key", OTHER)] },
    ),
    [asks("kms:ReEncryptFrom", SEAL), asks("kms:ReEncryptTo", OTHER)],
    NOTHING_ELSE,
  ),
  invented(
    "CreateGrant",
    called(
      "kms CreateGrant",
      {
        keyId: SEAL,
        granteePrincipal: `arn:aws:iam::${LAKE_ACCOUNT}:role/reader`,
        operations: ["Decrypt", "DescribeKey"],
      },
      { resources: [logged("KMS::Key", SEAL)] },
    ),
    [asks("kms:CreateGrant", SEAL)],
    {
      possible: [],
      keys: {
        "kms:granteeprincipal": `arn:aws:iam::${LAKE_ACCOUNT}:role/reader`,
        "kms:grantoperations": ["Decrypt", "DescribeKey"],
        "kms:retiringprincipal": null,
      },
    },
  ),
  invented(
    "GenerateDataKey that Secrets Manager asked for a user",
    called(
      "kms GenerateDataKey",
      { keyId: SEAL, keySpec: "AES_256", encryptionContext: { SecretARN: SECRET, SecretVersionId: "v1" } },
      {
        resources: [logged("KMS::Key", SEAL)],
        caller: { ...ADA, invokedBy: "secretsmanager.amazonaws.com" },
        members: { sourceIPAddress: "secretsmanager.amazonaws.com", userAgent: "secretsmanager.amazonaws.com" },
      },
    ),
    [asks("kms:GenerateDataKey", SEAL)],
    {
      possible: [],
      keys: {
        "kms:encryptioncontext:secretarn": SECRET,
        "kms:encryptioncontextkeys": ["SecretARN", "SecretVersionId"],
      },
    },
  ),
  invented(
    "CreateKey with tags",
    called(
      "kms CreateKey",
      {
        keySpec: "SYMMETRIC_DEFAULT",
        keyUsage: "ENCRYPT_DECRYPT",
        multiRegion: false,
        tags: [{ tagKey: "crop", tagValue: "oats" }],
      },
      { response: { keyMetadata: { keyId: SEAL_ID, arn: SEAL } }, resources: [logged("KMS::Key", SEAL)] },
    ),
    [asks("kms:CreateKey", "*", { "kms:keyspec": "SYMMETRIC_DEFAULT", "kms:keyusage": "ENCRYPT_DECRYPT" })],
    { atLeast: true, keys: { "aws:requesttag/crop": "oats", "aws:tagkeys": ["crop"] } },
  ),
  invented(
    "CreateAlias",
    called("kms CreateAlias", { aliasName: "alias/harbour-seal", targetKeyId: SEAL_ID }),
    [asks("kms:CreateAlias", here("kms", "alias/harbour-seal")), asks("kms:CreateAlias", SEAL)],
    NOTHING_ELSE,
  ),
  invented(
    "ScheduleKeyDeletion",
    called(
      "kms ScheduleKeyDeletion",
      { keyId: SEAL_ID, pendingWindowInDays: 7 },
      { resources: [logged("KMS::Key", SEAL)] },
    ),
    [asks("kms:ScheduleKeyDeletion", SEAL, { "kms:schedulekeydeletionpendingwindowindays": "7" })],
    NOTHING_ELSE,
  ),
  invented(
    "Sign",
    called(
      "kms Sign",
      { keyId: SEAL, messageType: "DIGEST", signingAlgorithm: "ECDSA_SHA_256" },
      { resources: [logged("KMS::Key", SEAL)] },
    ),
    [asks("kms:Sign", SEAL, { "kms:messagetype": "DIGEST", "kms:signingalgorithm": "ECDSA_SHA_256" })],
    NOTHING_ELSE,
  ),
  invented("ListKeys", called("kms ListKeys", null), [asks("kms:ListKeys", "*")], NOTHING_ELSE),
  invented("GenerateRandom", called("kms GenerateRandom", null), [asks("kms:GenerateRandom", "*")], NOTHING_ELSE),
  invented(
    "RotateKey, a service's own event",
    called("kms RotateKey", null, {
      caller: { accountId: ACCOUNT, invokedBy: "AWS Internal" },
      members: { eventType: "AwsServiceEvent" },
    }),
    [],
    { outcome: "serviceEvent" },
  ),
  invented(
    "GetSecretValue by ARN",
    called("secretsmanager GetSecretValue", { secretId: SECRET, versionStage: "AWSCURRENT" }),
    [asks("secretsmanager:GetSecretValue", SECRET, { "secretsmanager:versionstage": "AWSCURRENT" })],
    NOTHING_ELSE,
  ),
  invented(
    "GetSecretValue by name",
    called("secretsmanager GetSecretValue", { secretId: "mill/db" }),
    [asks("secretsmanager:GetSecretValue", `~${here("secretsmanager", "secret:mill/db-??????")}`)],
    NOTHING_ELSE,
  ),
  invented(
    "CreateSecret with tags",
    called(
      "secretsmanager CreateSecret",
      { name: "mill/db", tags: [{ key: "crop", value: "oats" }] },
      { response: { aRN: SECRET } },
    ),
    [
      asks("secretsmanager:CreateSecret", [
        here("secretsmanager", "secret:mill/db"),
        `~${here("secretsmanager", "secret:mill/db-??????")}`,
      ]),
    ],
    {
      atLeast: true,
      because: "the last six characters do not exist yet, and what AWS writes for them is not documented",
    },
  ),
  invented(
    "ListSecrets",
    called("secretsmanager ListSecrets", { maxResults: 20 }),
    [asks("secretsmanager:ListSecrets", "*")],
    NOTHING_ELSE,
  ),
  invented(
    "GetRandomPassword",
    called("secretsmanager GetRandomPassword", { passwordLength: 32 }),
    [asks("secretsmanager:GetRandomPassword", "*")],
    NOTHING_ELSE,
  ),
  invented(
    "GetParameter with a leading slash",
    called("ssm GetParameter", { name: "/mill/db", withDecryption: true }),
    [asks("ssm:GetParameter", here("ssm", "parameter/mill/db"))],
    NOTHING_ELSE,
  ),
  invented(
    "GetParameters",
    called("ssm GetParameters", { names: ["/mill/db", "gate"], withDecryption: false }),
    [
      asks("ssm:GetParameters", here("ssm", "parameter/mill/db")),
      asks("ssm:GetParameters", here("ssm", "parameter/gate")),
    ],
    NOTHING_ELSE,
  ),
  invented(
    "GetParametersByPath",
    called("ssm GetParametersByPath", { path: "/mill", recursive: true }),
    [
      asks("ssm:GetParametersByPath", [here("ssm", "parameter/mill"), `~${here("ssm", "parameter/mill*")}`], {
        "ssm:recursive": "true",
      }),
    ],
    NOTHING_ELSE,
  ),
  invented(
    "PutParameter",
    called("ssm PutParameter", {
      name: "/mill/db",
      value: "HIDDEN_DUE_TO_SECURITY_REASONS",
      type: "SecureString",
      overwrite: true,
    }),
    [asks("ssm:PutParameter", here("ssm", "parameter/mill/db"), { "ssm:overwrite": "true" })],
    NOTHING_ELSE,
  ),
  invented(
    "DescribeParameters",
    called("ssm DescribeParameters", null),
    [asks("ssm:DescribeParameters", ["*", here("ssm", "*")])],
    NOTHING_ELSE,
  ),
  invented(
    "SendCommand to two instances with AWS's document",
    called("ssm SendCommand", {
      documentName: "AWS-RunShellScript",
      instanceIds: ["i-0a00000000000000a", "mi-0b00000000000000b"],
      parameters: "HIDDEN_DUE_TO_SECURITY_REASONS",
    }),
    [
      asks("ssm:SendCommand", `~arn:aws:ssm:${REGION}:*:document/AWS-RunShellScript`),
      asks("ssm:SendCommand", INSTANCE),
      asks("ssm:SendCommand", here("ssm", "managed-instance/mi-0b00000000000000b")),
    ],
    AT_LEAST,
  ),
  invented(
    "StartSession",
    called("ssm StartSession", { target: "i-0a00000000000000a" }),
    [asks("ssm:StartSession", INSTANCE)],
    AT_LEAST,
  ),
  invented(
    "GetDocument of the account's own",
    called("ssm GetDocument", { name: "mill-restart" }),
    [asks("ssm:GetDocument", here("ssm", "document/mill-restart"))],
    NOTHING_ELSE,
  ),
  invented(
    "DeleteCertificate",
    called("acm DeleteCertificate", {
      certificateArn: here("acm", "certificate/0a1b2c3d-0000-4000-8000-000000000004"),
    }),
    [asks("acm:DeleteCertificate", here("acm", "certificate/0a1b2c3d-0000-4000-8000-000000000004"))],
    NOTHING_ELSE,
  ),
  invented(
    "RequestCertificate",
    called("acm RequestCertificate", { domainName: "gate.oats.example", validationMethod: "DNS" }),
    [asks("acm:RequestCertificate", ["*", here("acm", "certificate/*")])],
    AT_LEAST,
  ),
];
