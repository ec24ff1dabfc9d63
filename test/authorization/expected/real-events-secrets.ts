/**
 * Real records of KMS and Secrets Manager, each with what AWS decided for it, read by hand (see expected-event.ts).
 * Sources: semantics 5.4 and 6.2, the service authorization reference. Holds ids and expectations only, never a
 * record; derives nothing.
 */
import type { ExpectedEvent } from "./expected-event.ts";

export const REAL_EVENTS_SECRETS: readonly ExpectedEvent[] = [
  {
    eventID: "511bf8ed-d3d1-4bfd-9f94-3c1a35bae493",
    operation: "kms.amazonaws.com Encrypt",
    certain: [
      {
        action: "kms:Encrypt",
        resource: "arn:aws:kms:us-east-1:123837392027:key/0e5d0ab6-097e-49d8-99ef-747ce3e5f8f4",
      },
    ],
    possible: [],
    keys: {
      "kms:encryptionalgorithm": "SYMMETRIC_DEFAULT",
      "kms:encryptioncontext:parameter_arn":
        "arn:aws:ssm:us-east-1:123837392027:parameter/credentials/stratus-red-team/credentials-12",
      "kms:requestalias": "alias/aws/ssm",
      "kms:resourcealiases": "?",
      "kms:calleraccount": "123837392027",
    },
  },
  {
    eventID: "1fb0962b-8d29-4ea5-b0f3-b12665a99c40",
    operation: "kms.amazonaws.com GenerateDataKey",
    certain: [
      {
        action: "kms:GenerateDataKey",
        resource: "arn:aws:kms:us-east-1:123837392027:key/dad21b23-9915-42bd-981b-2a9f3c8f20c8",
      },
    ],
    possible: [],
    keys: {
      "kms:requestalias": "alias/aws/secretsmanager",
      "kms:encryptioncontextkeys": ["SecretARN", "SecretVersionId"],
    },
  },
  {
    eventID: "4b2cb3ed-5647-4f11-9fc6-8a5ed11858c2",
    operation: "kms.amazonaws.com Decrypt",
    certain: [
      {
        action: "kms:Decrypt",
        resource: "arn:aws:kms:eu-west-1:347283850106:key/3a833466-7f7f-4e6d-bb49-63b35c2eab07",
      },
    ],
    possible: [],
    keys: { "kms:encryptionalgorithm": "SYMMETRIC_DEFAULT", "aws:resourceaccount": "347283850106" },
  },
  {
    eventID: "4EXAMPLE-0a1b-2c3d-4e5f-0a1b2c3d4e5f",
    operation: "kms.amazonaws.com PutKeyPolicy",
    certain: [{ action: "kms:PutKeyPolicy", resource: "arn:aws:kms:us-east-1:999999999999:key/mrk-EXAMPLE" }],
    possible: [],
    keys: { "aws:resourceaccount": "999999999999" },
  },
  {
    eventID: "d04f6046-69b6-5d3e-94be-590797a24eb3",
    operation: "kms.amazonaws.com ScheduleKeyDeletion",
    certain: [{ action: "kms:ScheduleKeyDeletion", resource: "arn:aws:kms:us-west-2:123456789012:key/1" }],
    possible: [],
    keys: { "kms:schedulekeydeletionpendingwindowindays": "30" },
  },
  {
    eventID: "5e009566-cdd6-5fe4-a325-89dc34b2556a",
    operation: "kms.amazonaws.com DisableKey",
    certain: [{ action: "kms:DisableKey", resource: "arn:aws:kms:us-west-2:123456789012:key/1" }],
    possible: [],
  },
  {
    eventID: "KEEP-0002-5678-abcd-EXAMPLE00003",
    operation: "kms.amazonaws.com CreateKey",
    certain: [{ action: "kms:CreateKey", resource: "*" }],
    atLeast: true,
    keys: { "kms:keyspec": "SYMMETRIC_DEFAULT", "kms:keyusage": "ENCRYPT_DECRYPT", "kms:keyorigin": "AWS_KMS" },
  },
  {
    eventID: "5e2ae5c5-ac04-419b-bb18-693f6f0386a1",
    operation: "secretsmanager.amazonaws.com GetSecretValue",
    certain: [
      {
        action: "secretsmanager:GetSecretValue",
        resource: "arn:aws:secretsmanager:us-east-1:123837392027:secret:stratus-red-team-retrieve-secret-16-ZgthLn",
      },
    ],
    possible: [],
    keys: {
      "secretsmanager:versionid": "BE6E4AC9-7FA4-4E88-BD46-6BFCFDF1DACB",
      "secretsmanager:versionstage": null,
      "secretsmanager:secretid":
        "arn:aws:secretsmanager:us-east-1:123837392027:secret:stratus-red-team-retrieve-secret-16-ZgthLn",
    },
  },
  {
    eventID: "79795a68-1f42-4d63-97fc-c4f672ecf174",
    operation: "secretsmanager.amazonaws.com DeleteSecret",
    certain: [
      {
        action: "secretsmanager:DeleteSecret",
        resource: "arn:aws:secretsmanager:us-east-1:123837392027:secret:stratus-red-team-retrieve-secret-12-mwz4gq",
      },
    ],
    possible: [],
    keys: { "secretsmanager:forcedeletewithoutrecovery": "true", "secretsmanager:recoverywindowindays": "?" },
  },
  {
    eventID: "31c5140f-bfd4-463a-94da-274dc5dc81be",
    operation: "secretsmanager.amazonaws.com DescribeSecret",
    certain: [
      {
        action: "secretsmanager:DescribeSecret",
        resource: "arn:aws:secretsmanager:us-east-1:123837392027:secret:stratus-red-team-retrieve-secret-11-mekIRl",
      },
    ],
    possible: [],
  },
  {
    eventID: "1042188d-29a2-472b-b46a-a5b58662f26f",
    operation: "secretsmanager.amazonaws.com PutSecretValue",
    certain: [
      {
        action: "secretsmanager:PutSecretValue",
        resource: "arn:aws:secretsmanager:us-east-1:123837392027:secret:stratus-red-team-retrieve-secret-12-mwz4gq",
      },
    ],
    possible: [],
  },
  {
    eventID: "92456737-42e6-4c38-bc3a-badd300e7ae9",
    operation: "secretsmanager.amazonaws.com GetResourcePolicy",
    certain: [
      {
        action: "secretsmanager:GetResourcePolicy",
        resource: "arn:aws:secretsmanager:us-east-1:123837392027:secret:stratus-red-team-retrieve-secret-17-QaRzei",
      },
    ],
    possible: [],
  },
  {
    eventID: "b755ffb1-1739-4a64-a5d2-6f74e5b2f4f2",
    operation: "secretsmanager.amazonaws.com ListSecrets",
    certain: [{ action: "secretsmanager:ListSecrets", resource: "*" }],
    possible: [],
  },
  {
    eventID: "xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx",
    operation: "secretsmanager.amazonaws.com PutResourcePolicy",
    certain: [
      {
        action: "secretsmanager:PutResourcePolicy",
        resource: [
          "arn:aws:secretsmanager:us-west-2:123456789012:secret:paloma/example-secret-xxxxxx",
          "~arn:aws:secretsmanager:us-west-2:123456789012:secret:paloma/example-secret-xxxxxx-??????",
        ],
      },
    ],
    possible: [],
    because: "an ARN may be given without its last six characters, and a name may end in six of its own",
    keys: { "secretsmanager:blockpublicpolicy": "true" },
  },
];
