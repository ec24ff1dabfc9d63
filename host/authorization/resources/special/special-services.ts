/** Services whose parameters no row can read: what a name means hangs on its form, or on who calls. */

import { accessPointOfS3 } from "./access-point-of-s3.ts";
import { busesOfEvents } from "./buses-of-events.ts";
import { callerOfIam } from "./caller-of-iam.ts";
import { functionOfLambda } from "./function-of-lambda.ts";
import { keyOfKms } from "./key-of-kms.ts";
import { modelsOfBedrock } from "./models-of-bedrock.ts";
import { secretOfSecretsManager } from "./secret-of-secrets-manager.ts";
import type { SpecialReading } from "./special-input.ts";
import { tablesOfDynamodb } from "./tables-of-dynamodb.ts";
import { topicOfSns } from "./topic-of-sns.ts";

export const SPECIAL_SERVICES: Readonly<Record<string, SpecialReading | undefined>> = {
  bedrock: modelsOfBedrock,
  dynamodb: tablesOfDynamodb,
  events: busesOfEvents,
  iam: callerOfIam,
  kms: keyOfKms,
  lambda: functionOfLambda,
  s3: accessPointOfS3,
  secretsmanager: secretOfSecretsManager,
  sns: topicOfSns,
};
