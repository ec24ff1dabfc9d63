/**
 * Invented calls whose tags stand where few requests have them, and keys that two resources of one call have each for itself (see
 * invented-event.ts). Sources: API models, service authorization reference. Derives nothing.
 */
import { AT_LEAST, asks, called, here, type InventedEvent, invented, NOTHING_ELSE } from "./invented-event.ts";

const DATABASE = here("glue", "database/oats");
const SET_A = { "aws:requesttag/a": "b", "aws:tagkeys": ["a"] };

export const INVENTED_EVENTS_TAGS: readonly InventedEvent[] = [
  invented(
    "TagResource of Glue",
    called("glue TagResource", { resourceArn: DATABASE, tagsToAdd: { a: "b" } }),
    [asks("glue:TagResource", DATABASE, SET_A)],
    NOTHING_ELSE,
  ),
  invented(
    "TagResource of a budget",
    called("budgets TagResource", {
      resourceARN: "arn:aws:budgets::210000000065:budget/flour",
      resourceTags: [{ key: "a", value: "b" }],
    }),
    [asks("budgets:TagResource", "arn:aws:budgets::210000000065:budget/flour", SET_A)],
    { possible: [asks("aws-portal:ModifyBilling", "?")] },
  ),
  invented(
    "TagResource whose tags stand where nobody looked",
    called("ivs TagResource", { resourceArn: here("ivs", "channel/oats"), etiquettes: { a: "b" } }),
    [asks("ivs:TagResource", here("ivs", "channel/oats"), { "aws:requesttag/a": "?", "aws:tagkeys": "?" })],
    NOTHING_ELSE,
  ),
  invented(
    "UntagResource of a budget",
    called("budgets UntagResource", {
      resourceARN: "arn:aws:budgets::210000000065:budget/flour",
      resourceTagKeys: ["a"],
    }),
    [asks("budgets:UntagResource", "arn:aws:budgets::210000000065:budget/flour", { "aws:tagkeys": ["a"] })],
    { possible: [asks("aws-portal:ModifyBilling", "?")] },
  ),
  invented(
    "Untag of a resource group",
    called("resource-groups Untag", { arn: here("resource-groups", "group/mill"), keys: ["a"] }),
    [asks("resource-groups:Untag", here("resource-groups", "group/mill"), { "aws:tagkeys": ["a"] })],
    NOTHING_ELSE,
  ),
  invented(
    "PutConformancePack with tags, which its own action does not take",
    called("config PutConformancePack", { conformancePackName: "oats", tags: [{ key: "a", value: "b" }] }),
    [],
    { atLeast: true, possible: [asks("config:TagResource", "?")] },
  ),
  invented(
    "PutRule with a tag tags the rule and no bus",
    called("events PutRule", { name: "dawn", tags: [{ key: "a", value: "b" }] }),
    [
      asks("events:PutRule", here("events", "rule/dawn"), SET_A),
      asks("events:TagResource", here("events", "rule/dawn"), SET_A),
    ],
    NOTHING_ELSE,
  ),
  invented(
    "CreateVolume from a snapshot, whose keys are its own",
    called("ec2 CreateVolume", {
      snapshotId: "snap-0a00000000000000a",
      encrypted: true,
      size: "10",
      zone: "eu-west-1a",
    }),
    [
      asks("ec2:CreateVolume", here("ec2", "volume/*"), { "ec2:encrypted": "true", "ec2:volumesize": "10" }),
      asks("ec2:CreateVolume", "arn:aws:ec2:eu-west-1::snapshot/snap-0a00000000000000a", {
        "ec2:encrypted": "?",
        "ec2:volumesize": "?",
      }),
    ],
    AT_LEAST,
  ),
  invented(
    "RunInstances by a template, whose security group is some existing one",
    called("ec2 RunInstances", { launchTemplate: { launchTemplateId: "lt-0a00000000000000a" } }),
    [
      asks("ec2:RunInstances", "~arn:aws:ec2:eu-west-1:*:security-group/*", { "aws:resourcetag/env": "?" }),
      asks("ec2:RunInstances", here("ec2", "launch-template/lt-0a00000000000000a"), { "aws:resourcetag/env": "?" }),
    ],
    AT_LEAST,
  ),
  invented(
    "GetSecretValue of the current version",
    called("secretsmanager GetSecretValue", { secretId: here("secretsmanager", "secret:oats-a1b2c3") }),
    [
      asks("secretsmanager:GetSecretValue", here("secretsmanager", "secret:oats-a1b2c3"), {
        "secretsmanager:versionstage": "?",
      }),
    ],
    NOTHING_ELSE,
  ),
  invented(
    "GetItem is enclosed by no other operation",
    called("dynamodb GetItem", { tableName: "oats", key: {} }),
    [asks("dynamodb:GetItem", here("dynamodb", "table/oats"), { "dynamodb:enclosingoperation": null })],
    NOTHING_ELSE,
  ),
  invented(
    "an operation of no row that hands over a role",
    called("ivs CreateChannel", { name: "oats", roleArn: "arn:aws:iam::210000000065:role/grinder" }),
    [],
    { atLeast: true, possible: [asks("iam:PassRole", "arn:aws:iam::210000000065:role/grinder")] },
  ),
];
