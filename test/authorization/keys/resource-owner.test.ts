import { describe, expect, test } from "vitest";
import { resourceAccountState, resourceOrganizationState } from "../../../host/authorization/keys/resource-owner.ts";
import { NO_RESOURCE, resourceOf } from "../../../host/authorization/request/authorization.ts";
import { callRequest } from "../../../host/authorization/request/call-request.ts";
import { PRESENT_UNKNOWN, present, presentList, presentOrAbsent, UNKNOWN } from "../../../host/domain/key-state.ts";

const CALLER = "111122223333";
const OWNER = "444455556666";
const requestOf = (resources: readonly object[], hasFailed = false) =>
  callRequest(
    {
      operation: "s3.amazonaws.com GetObject",
      region: "eu-west-1",
      resources: JSON.stringify(resources),
      requestParameters: "{}",
      responseElements: "null",
      additionalEventData: "",
      eventContext: "",
      hasFailed,
    },
    { account: CALLER, principalArn: undefined },
  );
const asked = (action: string, resource: string) => ({
  action,
  resource: resource === "*" ? NO_RESOURCE : resourceOf(resource),
  provenance: "sameName" as const,
  keys: new Map(),
});
const BUCKET = { ARN: "arn:aws:s3:::invoices", accountId: OWNER };

describe("resourceAccountState()", () => {
  test.each([
    ["the entry of what holds it", "s3:GetObject", "arn:aws:s3:::invoices/1", [BUCKET], present(OWNER)],
    ["no entry of a bucket of another name", "s3:GetObject", "arn:aws:s3:::invoices-2/1", [BUCKET], PRESENT_UNKNOWN],
    ["the ARN", "sqs:SendMessage", "arn:aws:sqs:eu-west-1:444455556666:till", [], present(OWNER)],
    ["a pattern", "iam:GetUser", "arn:aws:iam::444455556666:user/*eva", [], present(OWNER)],
    ["a pattern without account", "sqs:SendMessage", "arn:aws:sqs:eu-west-1:*:till", [], PRESENT_UNKNOWN],
    [
      "contradictions",
      "sqs:X",
      `arn:aws:sqs:eu-west-1:${CALLER}:till`,
      [{ ARN: `arn:aws:sqs:eu-west-1:${CALLER}:till`, accountId: OWNER }],
      PRESENT_UNKNOWN,
    ],
    ["no resource", "iam:ListRoles", "*", [], present(CALLER)],
    ["actions of whichever account invites", "detective:AcceptInvitation", "*", [], presentOrAbsent(CALLER)],
    [
      "services that may lack the key",
      "workspaces:StopWorkspaces",
      `arn:aws:workspaces:eu-west-1:${OWNER}:workspace/ws-1`,
      [],
      presentOrAbsent(OWNER),
    ],
    ["an instance", "ec2:StopInstances", `arn:aws:ec2:eu-west-1:${OWNER}:instance/i-1`, [], present(OWNER)],
    [
      "a volume, which is of EBS",
      "ec2:AttachVolume",
      `arn:aws:ec2:eu-west-1:${OWNER}:volume/vol-1`,
      [],
      presentOrAbsent(OWNER),
    ],
    ["a list of volumes", "ec2:DescribeVolumes", "*", [], presentOrAbsent(CALLER)],
    ["a setting of EBS", "ec2:EnableEbsEncryptionByDefault", "*", [], presentOrAbsent(CALLER)],
    ["a list of instances", "ec2:DescribeInstances", "*", [], present(CALLER)],
    ["an image of whomever", "ec2:RunInstances", "arn:aws:ec2:eu-west-1::image/ami-1", [], PRESENT_UNKNOWN],
    [
      "a snapshot that only its owner can change",
      "ec2:ModifySnapshotAttribute",
      "arn:aws:ec2:eu-west-1::snapshot/snap-1",
      [],
      presentOrAbsent(CALLER),
    ],
    [
      "ARNs without account that are always the caller's",
      "apigateway:GET",
      "arn:aws:apigateway:eu-west-1::/restapis/a",
      [],
      present(CALLER),
    ],
    [
      "actions that lack the key",
      "route53:AssociateVPCWithHostedZone",
      "arn:aws:route53:::hostedzone/Z1",
      [],
      presentOrAbsent(CALLER),
    ],
  ])("%s", (_, action, resource, resources, expected) => {
    expect(resourceAccountState(requestOf(resources), asked(action, resource))).toEqual(expected);
  });
});

describe("resourceOrganizationState()", () => {
  const view = {
    id: "o-shop",
    pathsOf: (account: string) => (account === CALLER ? "o-shop/r-1/" : undefined),
    isListed: (account: string) => account === CALLER,
    other: undefined,
  };
  const own = asked("sqs:SendMessage", `arn:aws:sqs:eu-west-1:${CALLER}:till`);
  const others = asked("sqs:SendMessage", `arn:aws:sqs:eu-west-1:${OWNER}:till`);
  test("of an account that is listed", () => {
    expect(resourceOrganizationState(requestOf([]), own, view, false)).toEqual(present("o-shop"));
    expect(resourceOrganizationState(requestOf([]), own, view, true)).toEqual(presentList("o-shop/r-1/"));
  });
  test("of no resource it is the caller's", () => {
    const state = resourceOrganizationState(requestOf([]), asked("iam:ListRoles", "*"), view, false);
    expect(state).toEqual(present("o-shop"));
  });
  test("another account is in another organization, or in none", () => {
    expect(resourceOrganizationState(requestOf([]), others, view, false)).toEqual(UNKNOWN);
    expect(resourceOrganizationState(requestOf([]), own, undefined, false)).toEqual(UNKNOWN);
    const other = { id: presentOrAbsent("o-other"), paths: { ...presentList("o-other/r-1/"), mayBeAbsent: true } };
    const complete = { ...view, other };
    expect(resourceOrganizationState(requestOf([]), others, complete, false)).toEqual(other.id);
    expect(resourceOrganizationState(requestOf([]), others, complete, true)).toEqual(other.paths);
    expect(resourceOrganizationState(requestOf([]), own, complete, false)).toEqual(present("o-shop"));
  });
});
