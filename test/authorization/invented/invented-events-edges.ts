/**
 * Invented calls of what stands at the edge of a network: load balancers, Route 53, CloudFront, WAF, Auto Scaling (see
 * invented-event.ts). Sources: semantics 5.2, 5.4 and 6.2, the service authorization reference. Derives nothing.
 */
import { ACCOUNT, AT_LEAST, asks, called, here, type InventedEvent, invented, NOTHING_ELSE } from "./invented-event.ts";

const BALANCER = here("elasticloadbalancing", "loadbalancer/app/harbour-front/0a0b0c0d0e0f0001");
const TARGETS = here("elasticloadbalancing", "targetgroup/oats/0a0b0c0d0e0f0002");
const FLEET = `~${here("autoscaling", "autoScalingGroup:*:autoScalingGroupName/mill-fleet")}`;
const GLOBAL = { region: "us-east-1" };
const ZONE = "arn:aws:route53:::hostedzone/Z0HARBOUR00001";
const DISTRIBUTION = `arn:aws:cloudfront::${ACCOUNT}:distribution/E0HARBOUR0001`;
const WALL = here("wafv2", "regional/webacl/sea-wall/0a1b2c3d-0000-4000-8000-000000000007");

export const INVENTED_EVENTS_EDGES: readonly InventedEvent[] = [
  invented(
    "CreateLoadBalancer of the second version",
    called("elasticloadbalancing CreateLoadBalancer", {
      name: "harbour-front",
      type: "application",
      subnets: ["subnet-0f00000000000000f"],
    }),
    [
      asks(
        "elasticloadbalancing:CreateLoadBalancer",
        `~${here("elasticloadbalancing", "loadbalancer/app/harbour-front/*")}`,
      ),
    ],
    AT_LEAST,
  ),
  invented(
    "CreateLoadBalancer of the first version",
    called("elasticloadbalancing CreateLoadBalancer", { loadBalancerName: "harbour-old", listeners: [] }),
    [asks("elasticloadbalancing:CreateLoadBalancer", here("elasticloadbalancing", "loadbalancer/harbour-old"))],
    AT_LEAST,
  ),
  invented(
    "DeleteLoadBalancer",
    called("elasticloadbalancing DeleteLoadBalancer", { loadBalancerArn: BALANCER }),
    [asks("elasticloadbalancing:DeleteLoadBalancer", BALANCER)],
    NOTHING_ELSE,
  ),
  invented(
    "CreateListener",
    called("elasticloadbalancing CreateListener", { loadBalancerArn: BALANCER, port: 443, protocol: "HTTPS" }),
    [asks("elasticloadbalancing:CreateListener", BALANCER)],
    AT_LEAST,
  ),
  invented(
    "RegisterTargets",
    called("elasticloadbalancing RegisterTargets", { targetGroupArn: TARGETS, targets: [{ id: "i-0" }] }),
    [asks("elasticloadbalancing:RegisterTargets", TARGETS)],
    NOTHING_ELSE,
  ),
  invented(
    "AddTags to two",
    called("elasticloadbalancing AddTags", {
      resourceArns: [BALANCER, TARGETS],
      tags: [{ key: "mill", value: "north" }],
    }),
    [
      asks("elasticloadbalancing:AddTags", BALANCER, { "aws:requesttag/mill": "north" }),
      asks("elasticloadbalancing:AddTags", TARGETS),
    ],
    AT_LEAST,
  ),
  invented(
    "DescribeLoadBalancers",
    called("elasticloadbalancing DescribeLoadBalancers", { pageSize: 400 }),
    [asks("elasticloadbalancing:DescribeLoadBalancers", "*")],
    NOTHING_ELSE,
  ),
  invented(
    "ChangeResourceRecordSets",
    called(
      "route53 ChangeResourceRecordSets",
      {
        hostedZoneId: "Z0HARBOUR00001",
        changeBatch: {
          changes: [{ action: "UPSERT", resourceRecordSet: { name: "Gate.oats.example.", type: "A", tTL: 60 } }],
        },
      },
      GLOBAL,
    ),
    [
      asks("route53:ChangeResourceRecordSets", ZONE, {
        "route53:changeresourcerecordsetsrecordtypes": ["A"],
        "route53:changeresourcerecordsetsactions": ["UPSERT"],
        "route53:changeresourcerecordsetsnormalizedrecordnames": ["gate.oats.example"],
      }),
    ],
    NOTHING_ELSE,
  ),
  invented(
    "GetChange",
    called("route53 GetChange", { id: "C0TIDE000001" }, GLOBAL),
    [asks("route53:GetChange", "arn:aws:route53:::change/C0TIDE000001")],
    NOTHING_ELSE,
  ),
  invented(
    "ListHostedZones",
    called("route53 ListHostedZones", null, GLOBAL),
    [asks("route53:ListHostedZones", "*")],
    NOTHING_ELSE,
  ),
  invented(
    "CreateInvalidation2020_05_31",
    called("cloudfront CreateInvalidation2020_05_31", { distributionId: "E0HARBOUR0001" }, GLOBAL),
    [asks("cloudfront:CreateInvalidation", DISTRIBUTION)],
    NOTHING_ELSE,
  ),
  invented(
    "UpdateDistribution",
    called("cloudfront UpdateDistribution", { id: "E0HARBOUR0001", ifMatch: "E2TAG" }, GLOBAL),
    [asks("cloudfront:UpdateDistribution", DISTRIBUTION)],
    AT_LEAST,
  ),
  invented(
    "ListDistributions2020_05_31",
    called("cloudfront ListDistributions2020_05_31", null, GLOBAL),
    [asks("cloudfront:ListDistributions", "*")],
    NOTHING_ELSE,
  ),
  invented(
    "AssociateWebACL",
    called("wafv2 AssociateWebACL", { webACLArn: WALL, resourceArn: BALANCER }),
    [asks("wafv2:AssociateWebACL", WALL), asks("wafv2:AssociateWebACL", BALANCER)],
    AT_LEAST,
  ),
  invented(
    "UpdateIPSet of CloudFront's scope",
    called(
      "wafv2 UpdateIPSet",
      { name: "friends", scope: "CLOUDFRONT", id: "0a1b2c3d-0000-4000-8000-000000000008", addresses: [] },
      GLOBAL,
    ),
    [
      asks(
        "wafv2:UpdateIPSet",
        `arn:aws:wafv2:us-east-1:${ACCOUNT}:global/ipset/friends/0a1b2c3d-0000-4000-8000-000000000008`,
      ),
    ],
    NOTHING_ELSE,
  ),
  invented(
    "SetDesiredCapacity",
    called("autoscaling SetDesiredCapacity", { autoScalingGroupName: "mill-fleet", desiredCapacity: 4 }),
    [asks("autoscaling:SetDesiredCapacity", FLEET)],
    NOTHING_ELSE,
  ),
  invented(
    "CreateAutoScalingGroup",
    called("autoscaling CreateAutoScalingGroup", {
      autoScalingGroupName: "mill-fleet",
      launchTemplate: { launchTemplateId: "lt-0700000000000007" },
      minSize: 1,
      maxSize: 4,
    }),
    [asks("autoscaling:CreateAutoScalingGroup", FLEET, { "autoscaling:maxsize": "4", "autoscaling:minsize": "1" })],
    AT_LEAST,
  ),
  invented(
    "DescribeScalableTargets under the source of Auto Scaling",
    called("autoscaling DescribeScalableTargets", { serviceNamespace: "ecs" }),
    [asks("application-autoscaling:DescribeScalableTargets", "*")],
    NOTHING_ELSE,
  ),
];
