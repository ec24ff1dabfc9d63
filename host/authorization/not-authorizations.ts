/**
 * Operations that no policy decides: sign-in steps, things a service logs about itself, and calls that work whatever a
 * policy says (semantics 5.4, "no IAM action"). A name that the catalogue knows as an action is never looked up here,
 * except for the calls that cannot be denied.
 */
import type { OutcomeReason } from "../domain/outcome.ts";

export interface NotAnAuthorization {
  readonly outcome: "notAnAuthorization";
  readonly reason: Extract<
    OutcomeReason,
    "signIn" | "serviceEvent" | "insight" | "networkActivity" | "consoleAction" | "cannotBeDenied" | "userMapping"
  >;
}

export function notAnAuthorization(reason: NotAnAuthorization["reason"]): NotAnAuthorization {
  return { outcome: "notAnAuthorization", reason };
}

/** Works even under an explicit deny: semantics 5.4 [C BC, text of the sts model]. */
const CANNOT_BE_DENIED: ReadonlySet<string> = new Set(["sts getcalleridentity"]);

interface Row {
  readonly prefix: string;
  readonly names: RegExp;
  readonly reason: NotAnAuthorization["reason"];
}

/** Semantics 5.4 [E/S jSherz/safer-scp-rollouts, CloudTracker]; `ssm OpenDataChannel` is left out: it has an IAM action. */
const ROWS: readonly Row[] = [
  {
    prefix: "signin",
    names:
      /^(?:ConsoleLogin|CheckMfa|SwitchRole|ExitRole|RenewRole|PasswordRecovery\w*|PasswordUpdated|UserAuthentication|CredentialChallenge|CredentialVerification|GetSigninToken)$/i,
    reason: "signIn",
  },
  // the access portal goes by the token of the signed-in user [S IAM Identity Center portal API reference]
  {
    prefix: "sso",
    names:
      /^(?:Authenticate|Federate|ListProfilesForApplication|CreateToken|GetRoleCredentials|RegisterClient|StartDeviceAuthorization|Logout|ListAccounts|ListAccountRoles)$/i,
    reason: "signIn",
  },
  // steps of the device login; the caller has no credentials yet [S IAM Identity Center OIDC API reference]
  { prefix: "sso-oauth", names: /^(?:CreateToken|RegisterClient|StartDeviceAuthorization)$/i, reason: "signIn" },
  // what a batch job does after it was created, told by S3 itself [S S3 user guide, batch operations and CloudTrail]
  { prefix: "s3", names: /^(?:JobCreated|JobStatusChanged)$/i, reason: "serviceEvent" },
  // requests of a browser to the hosted sign-in pages of a user pool: Token_POST, Login_GET …
  { prefix: "cognito-idp", names: /^\w+_(?:GET|POST)$/i, reason: "signIn" },
  { prefix: "ec2", names: /^SharedSnapshotVolumeCreated$/i, reason: "serviceEvent" },
  { prefix: "secretsmanager", names: /^(?:Start|End)SecretVersionDelete$/i, reason: "serviceEvent" },
  { prefix: "organizations", names: /^(?:CreateAccountResult|CloseAccountResult)$/i, reason: "serviceEvent" },
  { prefix: "kms", names: /^(?:RotateKey|DeleteKey)$/i, reason: "serviceEvent" },
];

/** Takes prefix and event name of an operation that the catalogue knows as an action. */
export function cannotBeDenied(prefix: string, name: string): NotAnAuthorization | undefined {
  return CANNOT_BE_DENIED.has(`${prefix} ${name.toLowerCase()}`) ? notAnAuthorization("cannotBeDenied") : undefined;
}

/** Takes prefix and event name of an operation that the catalogue does not know; undefined when it is not listed. */
export function listedWithoutAction(prefix: string, name: string): NotAnAuthorization | undefined {
  const found = ROWS.find((entry) => entry.prefix === prefix && entry.names.test(name));
  return found && notAnAuthorization(found.reason);
}
