/**
 * Real records of Systems Manager, GuardDuty, Security Hub, WAF and CloudHSM, each with what AWS decided for it, read
 * by hand (see expected-event.ts). Sources: semantics 5.4 and 6.2, the service authorization reference. Holds ids and
 * expectations only, never a record; derives nothing.
 */
import type { ExpectedEvent } from "./expected-event.ts";

export const REAL_EVENTS_SYSTEMS: readonly ExpectedEvent[] = [
  {
    eventID: "c5f43549-dec5-4ac2-b4be-73f92446035f",
    operation: "ssm.amazonaws.com GetParameter",
    certain: [
      {
        action: "ssm:GetParameter",
        resource: "arn:aws:ssm:us-east-1:123837392027:parameter/credentials/stratus-red-team/credentials-31",
      },
    ],
    possible: [],
  },
  {
    eventID: "93e58a50-11f0-4859-8f1c-472dd35a1aeb",
    operation: "ssm.amazonaws.com PutParameter",
    certain: [
      {
        action: "ssm:PutParameter",
        resource: "arn:aws:ssm:us-east-1:123837392027:parameter/credentials/stratus-red-team/credentials-34",
        keys: { "ssm:overwrite": "false" },
      },
      {
        action: "ssm:AddTagsToResource",
        resource: "arn:aws:ssm:us-east-1:123837392027:parameter/credentials/stratus-red-team/credentials-34",
      },
    ],
    possible: [],
    keys: { "aws:requesttag/stratusredteam": "true", "aws:tagkeys": ["StratusRedTeam"] },
  },
  {
    eventID: "2b2f4de3-8b4e-48b7-9326-ec2118c61742",
    operation: "ssm.amazonaws.com DeleteParameter",
    certain: [
      {
        action: "ssm:DeleteParameter",
        resource: "arn:aws:ssm:us-east-1:123837392027:parameter/credentials/stratus-red-team/credentials-22",
      },
    ],
    possible: [],
  },
  {
    eventID: "ce59873d-6a27-4fa4-afc1-088fceba71e4",
    operation: "ssm.amazonaws.com GetParameters",
    certain: [
      {
        action: "ssm:GetParameters",
        resource: "arn:aws:ssm:us-west-2:111122223333:parameter/credentials/stratus-red-team/credentials-10",
      },
      {
        action: "ssm:GetParameters",
        resource: "arn:aws:ssm:us-west-2:111122223333:parameter/credentials/stratus-red-team/credentials-11",
      },
      {
        action: "ssm:GetParameters",
        resource: "arn:aws:ssm:us-west-2:111122223333:parameter/credentials/stratus-red-team/credentials-12",
      },
      {
        action: "ssm:GetParameters",
        resource: "arn:aws:ssm:us-west-2:111122223333:parameter/credentials/stratus-red-team/credentials-15",
      },
      {
        action: "ssm:GetParameters",
        resource: "arn:aws:ssm:us-west-2:111122223333:parameter/credentials/stratus-red-team/credentials-24",
      },
      {
        action: "ssm:GetParameters",
        resource: "arn:aws:ssm:us-west-2:111122223333:parameter/credentials/stratus-red-team/credentials-30",
      },
      {
        action: "ssm:GetParameters",
        resource: "arn:aws:ssm:us-west-2:111122223333:parameter/credentials/stratus-red-team/credentials-31",
      },
      {
        action: "ssm:GetParameters",
        resource: "arn:aws:ssm:us-west-2:111122223333:parameter/credentials/stratus-red-team/credentials-32",
      },
      {
        action: "ssm:GetParameters",
        resource: "arn:aws:ssm:us-west-2:111122223333:parameter/credentials/stratus-red-team/credentials-36",
      },
      {
        action: "ssm:GetParameters",
        resource: "arn:aws:ssm:us-west-2:111122223333:parameter/credentials/stratus-red-team/credentials-40",
      },
      {
        action: "ssm:GetParameters",
        resource: "arn:aws:ssm:us-west-2:111122223333:parameter/credentials/stratus-red-team/credentials-41",
      },
    ],
    possible: [],
    because: 'resources[] spells the member "arn"',
  },
  {
    eventID: "46499e1d-8ecf-4bab-9042-c6c23ce59271",
    operation: "ssm.amazonaws.com ListTagsForResource",
    certain: [
      {
        action: "ssm:ListTagsForResource",
        resource: "arn:aws:ssm:us-east-1:123837392027:parameter/credentials/stratus-red-team/credentials-30",
      },
    ],
    possible: [],
  },
  {
    eventID: "ea812b7e-ebeb-4950-8dc8-a4a9af56a8c6",
    operation: "ssm.amazonaws.com GetDocument",
    certain: [
      {
        action: "ssm:GetDocument",
        resource: "~arn:aws:ssm:us-east-1:*:document/AWS-GatherSoftwareInventory",
      },
    ],
    because: "documents of AWS's own have no account in their ARN in some texts of AWS, the caller's in others",
  },
  {
    eventID: "ceaea85a-6db9-4595-9842-d904fce2f047",
    operation: "ssm.amazonaws.com SendCommand",
    certain: [
      { action: "ssm:SendCommand", resource: "arn:aws:ec2:us-west-2:111122223333:instance/i-006e4c07b5fba8ad2" },
      { action: "ssm:SendCommand", resource: "arn:aws:ec2:us-west-2:111122223333:instance/i-01bf673280e708b0d" },
      { action: "ssm:SendCommand", resource: "arn:aws:ec2:us-west-2:111122223333:instance/i-020001cca1a2f2628" },
    ],
    possible: [
      {
        action: "ssm:SendCommand",
        resource: [
          "arn:aws:ssm:us-west-2::document/AWS-RunShellScript",
          "arn:aws:ssm:us-west-2:111122223333:document/AWS-RunShellScript",
        ],
      },
    ],
    atLeast: true,
  },
  {
    eventID: "c61c9a5d-4d9c-45ee-8c46-9845ea001e97",
    operation: "ssm.amazonaws.com StartSession",
    certain: [
      { action: "ssm:StartSession", resource: "arn:aws:ec2:us-west-2:111122223333:instance/i-047fce8bf4806e5ee" },
    ],
    possible: [
      {
        action: "ssm:StartSession",
        resource: "arn:aws:ssm:us-west-2:111122223333:document/SSM-SessionManagerRunShell",
      },
    ],
    atLeast: true,
  },
  {
    eventID: "696b9be3-18d2-49ef-844f-3e813af3033d",
    operation: "ssm.amazonaws.com UpdateInstanceInformation",
    certain: [
      {
        action: "ssm:UpdateInstanceInformation",
        resource: "arn:aws:ec2:us-east-1:123837392027:instance/i-0dbc91f429e48eeed",
      },
    ],
    possible: [],
  },
  {
    eventID: "46041132-1dd7-49f5-88af-4b3f3521f861",
    operation: "ssm.amazonaws.com PutComplianceItems",
    certain: [
      { action: "ssm:PutComplianceItems", resource: "arn:aws:ec2:us-east-1:123837392027:instance/i-0dbc91f429e48eeed" },
    ],
    atLeast: true,
  },
  {
    eventID: "24947bca-ead3-49fb-91ec-0e86394a3937",
    operation: "ssm.amazonaws.com UpdateInstanceAssociationStatus",
    certain: [
      {
        action: "ssm:UpdateInstanceAssociationStatus",
        resource: "arn:aws:ec2:us-east-1:123837392027:instance/i-0dbc91f429e48eeed",
      },
      {
        action: "ssm:UpdateInstanceAssociationStatus",
        resource: "arn:aws:ssm:us-east-1:123837392027:association/56fcb26d-8140-4f3f-8f77-7ff7344b4057",
      },
    ],
    possible: [],
  },
  {
    eventID: "6d7a57f7-7f39-49a4-85f3-6534e2117332",
    operation: "ssm.amazonaws.com ListInstanceAssociations",
    certain: [
      {
        action: "ssm:ListInstanceAssociations",
        resource: "arn:aws:ec2:us-east-1:123837392027:instance/i-0dbc91f429e48eeed",
      },
    ],
    possible: [],
  },
  {
    eventID: "3c13a8db-cbdf-431f-bdff-bf3dc049d04c",
    operation: "guardduty.amazonaws.com GetDetector",
    certain: [
      {
        action: "guardduty:GetDetector",
        resource: "arn:aws:guardduty:us-east-1:123837392027:detector/6ec1aa76c9c3020a93af9e89a5a3a439",
      },
    ],
    possible: [],
  },
  {
    eventID: "f7a5aa5b-75ca-4c02-b3f2-f4945ccab547",
    operation: "guardduty.amazonaws.com ListDetectors",
    certain: [{ action: "guardduty:ListDetectors", resource: "*" }],
    possible: [],
  },
  {
    eventID: "63033dfd-08c9-42f3-80ae-dca45e86ae84",
    operation: "macie2.amazonaws.com UpdateMacieSession",
    certain: [{ action: "macie2:UpdateMacieSession", resource: "*" }],
    possible: [],
  },
  {
    eventID: "3dabcebf-35b0-443f-a1a2-26e186ce23bf",
    operation: "securityhub.amazonaws.com CreateInsight",
    certain: [
      { action: "securityhub:CreateInsight", resource: "arn:aws:securityhub:us-west-2:012345678901:hub/default" },
    ],
    possible: [],
  },
  {
    eventID: "51bd81c8-fed2-4933-a3c0-8b533c24d414",
    operation: "securityhub.amazonaws.com DescribeHub",
    certain: [
      { action: "securityhub:DescribeHub", resource: "arn:aws:securityhub:us-east-1:123837392027:hub/default" },
    ],
    possible: [],
  },
  {
    eventID: "0f815483-f6bb-42d9-b870-0dcc64ddc9a4",
    operation: "waf.amazonaws.com DeleteRule",
    certain: [
      { action: "waf:DeleteRule", resource: "arn:aws:waf::111111111111:rule/5a9b1c4a-a999-4bb2-9f51-555f086ff34f" },
    ],
    possible: [],
  },
  {
    eventID: "c8fd51ac-676d-4d5d-aa5a-7e642cf5bb97",
    operation: "waf.amazonaws.com DeleteWebACL",
    certain: [
      { action: "waf:DeleteWebACL", resource: "arn:aws:waf::111111111111:webacl/6a9771ff-7d94-4fec-a049-e42da0bc7347" },
    ],
    possible: [],
  },
  {
    eventID: "94678efc-2176-462c-b0c9-a612881a39ed",
    operation: "wafv2.amazonaws.com DisassociateWebACL",
    certain: [
      {
        action: "wafv2:DisassociateWebACL",
        resource: "arn:aws:elasticloadbalancing:us-west-2:012345678910:loadbalancer/app/web/84dc5457e450dba5",
      },
    ],
    atLeast: true,
  },
  {
    eventID: "86871980-55e9-55b4-9c3f-1a0c94a2dc4a",
    operation: "wafv2.amazonaws.com ListWebACLs",
    certain: [{ action: "wafv2:ListWebACLs", resource: "*" }],
    possible: [],
  },
  {
    eventID: "b73a5617-8508-4c3d-900d-aa8ac9b31d08",
    operation: "cloudhsm.amazonaws.com CreateHsm",
    certain: [
      { action: "cloudhsm:CreateHsm", resource: "arn:aws:cloudhsm:us-west-2:111122223333:cluster/cluster-fw7mh6mayb5" },
    ],
    possible: [],
  },
  {
    eventID: "4cc1e73d-1ed6-46de-9a3b-ff178b64e788",
    operation: "acm.amazonaws.com ListCertificates",
    certain: [{ action: "acm:ListCertificates", resource: "*" }],
    possible: [],
  },
];
