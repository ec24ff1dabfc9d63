/**
 * The service control policies of the invented organization: those attached today, and the one the demo proposes.
 */
interface CorpusPolicy {
  readonly id: string;
  readonly name: string;
  readonly document: object;
}

/** Roles under this path may work anywhere; the proposal spares them. */
export const EMERGENCY_ROLE_PATH = "/emergency/";

export const FULL_ACCESS: CorpusPolicy = {
  id: "p-FullAWSAccess",
  name: "FullAWSAccess",
  document: { Version: "2012-10-17", Statement: [{ Effect: "Allow", Action: "*", Resource: "*" }] },
};

/** Attached to the root today. */
export const TRAIL_GUARD: CorpusPolicy = {
  id: "p-tw4trailguard",
  name: "KeepTheTrailRunning",
  document: {
    Version: "2012-10-17",
    Statement: [
      {
        Sid: "NobodySilencesTheTrail",
        Effect: "Deny",
        Action: ["cloudtrail:StopLogging", "cloudtrail:DeleteTrail", "config:StopConfigurationRecorder"],
        Resource: "*",
        Condition: { ArnNotLike: { "aws:PrincipalArn": `arn:aws:iam::*:role${EMERGENCY_ROLE_PATH}*` } },
      },
    ],
  },
};

/** Attached to the sandbox OU today. */
export const SANDBOX_LIMITS: CorpusPolicy = {
  id: "p-tw4sandboxcap",
  name: "SandboxLimits",
  document: {
    Version: "2012-10-17",
    Statement: [
      {
        Sid: "StayInTheOrganization",
        Effect: "Deny",
        Action: ["organizations:LeaveOrganization", "account:CloseAccount"],
        Resource: "*",
      },
      { Sid: "NoLongContracts", Effect: "Deny", Action: "ec2:PurchaseReservedInstancesOffering", Resource: "*" },
    ],
  },
};

/** Actions that the proposal leaves alone wherever they are called; `prefix:*` or one action. */
const WORLDWIDE_ACTIONS = [
  "account:*",
  "budgets:*",
  "cloudfront:*",
  "health:*",
  "iam:*",
  "organizations:*",
  "route53:*",
  "s3:GetBucketLocation",
  "s3:ListAllMyBuckets",
  "sts:*",
  "support:*",
];

/** The proposal: work stays in `regions`, but for worldwide services and emergency roles. */
export function regionPolicy(regions: readonly string[]): object {
  return {
    Version: "2012-10-17",
    Statement: [
      {
        Sid: "WorkStaysInHomeRegions",
        Effect: "Deny",
        NotAction: WORLDWIDE_ACTIONS,
        Resource: "*",
        Condition: {
          StringNotEquals: { "aws:RequestedRegion": regions },
          ArnNotLike: { "aws:PrincipalArn": `arn:aws:iam::*:role${EMERGENCY_ROLE_PATH}*` },
        },
      },
    ],
  };
}

/**
 * What `regionPolicy(regions)` says to one of the generator's calls, worked out from the generator's own knowledge and
 * not by reading the policy: true denied, false not, undefined when it hangs on a principal that no log shows.
 */
export function regionPolicyDenies(
  regions: readonly string[],
  call: { readonly region: string; readonly actions: readonly string[]; readonly principalArn: string | undefined },
): boolean | undefined {
  const isWorldwide = (action: string) =>
    WORLDWIDE_ACTIONS.includes(action) || WORLDWIDE_ACTIONS.includes(`${action.slice(0, action.indexOf(":"))}:*`);
  if (regions.includes(call.region) || call.actions.every(isWorldwide)) return false;
  if (call.principalArn === undefined) return undefined;
  return !call.principalArn.includes(`:role${EMERGENCY_ROLE_PATH}`);
}
