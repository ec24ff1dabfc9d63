/**
 * Whether a call can be about a resource of another account: services whose resources carry policies of their own, so that
 * other accounts use them. Only for resources that the record does not name; a name without an account is the caller's own.
 */

/** [C IAM user guide, services that work with IAM, column "resource-based policies"; roles by their trust policies]. */
const SHARED_BY_POLICY: ReadonlySet<string> = new Set([
  "backup",
  "dynamodb",
  "ecr",
  "events",
  "glue",
  "kinesis",
  "kms",
  "lambda",
  "secretsmanager",
  "sns",
  "sqs",
  "sts",
]);

/** What one makes, or lists, is one's own. */
const OF_ONES_OWN = /^(?:create|list|put(?:rule|targets|function)|getcalleridentity)/;

/** Prefix and name of the action in lower case. */
export function mayBeAnothers(prefix: string, name: string): boolean {
  return SHARED_BY_POLICY.has(prefix) && !OF_ONES_OWN.test(name);
}
