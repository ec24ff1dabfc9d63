/**
 * Who acts in an account: users, roles of every path, root, federated sessions, AWS services. Gives the `userIdentity`
 * of a record as CloudTrail writes it, and from where the caller calls.
 */
import type { CorpusAccount } from "./organization.ts";
import { EMERGENCY_ROLE_PATH } from "./policy.ts";
import { createRandom, hash32, type Random, UPPER_AND_DIGITS } from "./random.ts";

export type PrincipalKind =
  | "user"
  | "role"
  | "person"
  | "function"
  | "instance"
  | "serviceLinkedRole"
  | "root"
  | "federatedUser"
  | "awsService";

export interface Principal {
  readonly kind: PrincipalKind;
  readonly accountId: string;
  /** What `aws:PrincipalArn` is: a role's ARN with its path, never the session's. Undefined for AWS services. */
  readonly arn: string | undefined;
  readonly weight: number;
  /** Calls in regions outside the home set too. */
  readonly abroad: boolean;
  /** Session name of a role's sessions; the user name otherwise. */
  readonly session: string;
  /** The service that acts, for services and service-linked roles. */
  readonly service: string | undefined;
}

const SESSION_HOURS = 4;
const HOUR = 3_600_000;

/** The cast of an account, the same at every call. */
export function principalsOf(account: CorpusAccount): readonly Principal[] {
  const { id, name } = account;
  const random = createRandom(`principals/${id}`);
  const role = (path: string) => `arn:aws:iam::${id}:role${path}`;
  const sso = (set: string) => role(`/aws-reserved/sso.amazonaws.com/${set}_${random.hex(16)}`);
  const linked = (service: string, roleName: string) => role(`/aws-service-role/${service}/${roleName}`);
  const as = (
    kind: PrincipalKind,
    arn: string | undefined,
    weight: number,
    session: string,
    more: { abroad?: boolean; service?: string } = {},
  ): Principal => ({ kind, accountId: id, arn, weight, session, abroad: more.abroad ?? false, service: more.service });
  return [
    as("person", sso("AWSReservedSSO_PlatformAdmin"), 5, "mara.lindqvist@tidewater.example", { abroad: true }),
    as("person", sso("AWSReservedSSO_ReadOnly"), 9, "tomas.okafor@tidewater.example"),
    as("role", role("/delivery/ci-deploy"), 14, "build-runner", { abroad: true }),
    as("role", role(`${EMERGENCY_ROLE_PATH}on-call`), 1, "on-call", { abroad: true }),
    as("role", role("/posture-scanner"), 12, "scan"),
    as("function", role(`/service-role/${name}-worker`), 26, `${name}-worker`),
    as("function", role(`/service-role/${name}-nightly-export`), 6, `${name}-nightly-export`, { abroad: true }),
    as("instance", role(`/${name}-host`), 16, `i-0${random.hex(16)}`),
    as("user", `arn:aws:iam::${id}:user/machines/backup-sync`, 4, "backup-sync", { abroad: true }),
    as("user", `arn:aws:iam::${id}:user/legacy-reporting`, 2, "legacy-reporting"),
    as("federatedUser", `arn:aws:sts::${id}:federated-user/portal`, 0.6, "portal"),
    as("root", `arn:aws:iam::${id}:root`, 0.15, "root"),
    as("serviceLinkedRole", linked("autoscaling.amazonaws.com", "AWSServiceRoleForAutoScaling"), 4, "AutoScaling", {
      abroad: true,
      service: "autoscaling.amazonaws.com",
    }),
    as("serviceLinkedRole", linked("config.amazonaws.com", "AWSServiceRoleForConfig"), 5, "AWSConfig-Describe", {
      abroad: true,
      service: "config.amazonaws.com",
    }),
    as("awsService", undefined, 6, "lambda", { abroad: true, service: "lambda.amazonaws.com" }),
    as("awsService", undefined, 3, "ec2", { abroad: true, service: "ec2.amazonaws.com" }),
  ];
}

const ACCESS_KEY_LENGTH = 20;
const UNIQUE_ID_LENGTH = 21;

/** An id as IAM makes them (`AROA…`, `AIDA…`; access keys `AKIA…`, `ASIA…` are shorter), always the same for the same `of`. */
export function uniqueId(prefix: "AROA" | "AIDA" | "AKIA" | "ASIA", of: string): string {
  const length = prefix === "AKIA" || prefix === "ASIA" ? ACCESS_KEY_LENGTH : UNIQUE_ID_LENGTH;
  return prefix + createRandom(`id/${of}`).text(length - prefix.length, UPPER_AND_DIGITS);
}

/** The `userIdentity` of a call of `principal` at `time` (milliseconds since 1970). */
export function identityOf(principal: Principal, time: number): object {
  const { kind, accountId, arn, session } = principal;
  if (arn === undefined) return { type: "AWSService", invokedBy: principal.service };
  if (kind === "root") {
    return { type: "Root", principalId: accountId, arn, accountId, ...sessionOf(principal, time, {}, true) };
  }
  if (kind === "federatedUser") {
    const issuer = `arn:aws:iam::${accountId}:user/legacy-reporting`;
    return {
      type: "FederatedUser",
      principalId: `${accountId}:${session}`,
      arn,
      accountId,
      ...sessionOf(principal, time, issuerOf("IAMUser", issuer, accountId, "AIDA"), false),
    };
  }
  if (kind === "user") {
    const principalId = uniqueId("AIDA", arn);
    return { type: "IAMUser", principalId, arn, accountId, accessKeyId: uniqueId("AKIA", arn), userName: session };
  }
  return roleSession(principal, arn, time);
}

function roleSession(principal: Principal, arn: string, time: number): object {
  const { kind, accountId, session, service } = principal;
  const roleName = arn.slice(arn.lastIndexOf("/") + 1);
  const issuer = issuerOf("Role", arn, accountId, "AROA");
  const context = sessionOf(principal, time, issuer, false);
  return {
    type: "AssumedRole",
    principalId: `${issuer.principalId}:${session}`,
    arn: `arn:aws:sts::${accountId}:assumed-role/${roleName}/${session}`,
    accountId,
    ...context,
    ...(kind === "instance" ? { sessionContext: { ...context.sessionContext, ec2RoleDelivery: "2.0" } } : {}),
    ...(service === undefined ? {} : { invokedBy: service }),
  };
}

function issuerOf(type: string, arn: string, accountId: string, prefix: "AROA" | "AIDA") {
  const userName = arn.slice(arn.lastIndexOf("/") + 1);
  return { type, principalId: uniqueId(prefix, arn), arn, accountId, userName };
}

/** Sessions last some hours, so that many records share one identity, as they do in real logs. */
function sessionOf(principal: Principal, time: number, sessionIssuer: object, mfa: boolean) {
  const start = Math.floor(time / (SESSION_HOURS * HOUR)) * SESSION_HOURS * HOUR;
  const creationDate = new Date(start).toISOString().replace(".000Z", "Z");
  return {
    accessKeyId: uniqueId("ASIA", `${principal.arn}/${start}`),
    sessionContext: { sessionIssuer, attributes: { creationDate, mfaAuthenticated: String(mfa) } },
  };
}

export interface Origin {
  readonly sourceIPAddress: string;
  readonly userAgent: string;
  readonly vpcEndpointId?: string;
  /** Whether the call came over TLS that CloudTrail describes (not for services and the console). */
  readonly showsTls: boolean;
}

const CLI =
  "aws-cli/2.31.8 md/awscrt#0.28.1 ua/2.1 os/linux#6.8.0-1036-aws md/arch#x86_64 lang/python#3.13.7 cfg/retry-mode#standard";
const AGENTS: Readonly<Record<PrincipalKind, readonly string[]>> = {
  user: ["Boto3/1.40.12 md/Botocore#1.40.12 ua/2.1 os/linux#5.15.0 md/arch#x86_64 lang/python#3.12.3 Botocore/1.40.12"],
  role: [CLI, "APN/1.0 HashiCorp/1.0 Terraform/1.13.4 (+https://www.terraform.io) terraform-provider-aws/6.17.0"],
  person: ["console.amazonaws.com", CLI, "Mozilla/5.0 (X11; Linux x86_64; rv:143.0) Gecko/20100101 Firefox/143.0"],
  function: ["aws-sdk-nodejs/3.896.0 os/linux/5.10.242 lang/js md/nodejs/22.19.0 exec-env/AWS_Lambda_nodejs22.x"],
  instance: ["aws-sdk-go-v2/1.39.2 ua/2.1 os/linux lang/go#1.25.1 md/GOOS#linux md/GOARCH#arm64 api/s3#1.88.1"],
  serviceLinkedRole: [],
  root: [
    "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.6 Safari/605.1.15",
  ],
  federatedUser: ["PHP/8.3.6 aws-sdk-php/3.356.3"],
  awsService: [],
};
/** Gateway and interface endpoints answer for these services in this organization. */
const SERVICES_BEHIND_ENDPOINTS = ["s3", "dynamodb", "kms", "sqs", "logs"];

/** From where `principal` makes one call of `service` in `region`. */
export function originOf(principal: Principal, service: string, region: string, random: Random): Origin {
  if (principal.service !== undefined) {
    return { sourceIPAddress: principal.service, userAgent: principal.service, showsTls: false };
  }
  const userAgent = random.pick(AGENTS[principal.kind]);
  const place = hash32(`${principal.arn}/${region}`);
  const inVpc = principal.kind === "function" || principal.kind === "instance";
  if (inVpc && SERVICES_BEHIND_ENDPOINTS.includes(service)) {
    const vpcEndpointId = `vpce-0${createRandom(`vpce/${principal.accountId}/${region}/${service}`).hex(16)}`;
    return {
      sourceIPAddress: `10.40.${place % 32}.${random.below(250) + 4}`,
      userAgent,
      vpcEndpointId,
      showsTls: true,
    };
  }
  const block = principal.kind === "person" || principal.kind === "root" ? "198.51.100" : "203.0.113";
  return { sourceIPAddress: `${block}.${place % 200}`, userAgent, showsTls: userAgent !== "console.amazonaws.com" };
}
