/**
 * Real records of RDS, DynamoDB and DAX, each with what AWS decided for it, read by hand (see expected-event.ts).
 * Sources: semantics 5.4 and 6.2, the service authorization reference. Holds ids and expectations only, never a
 * record; derives nothing.
 */
import type { ExpectedEvent } from "./expected-event.ts";

export const REAL_EVENTS_DATABASES: readonly ExpectedEvent[] = [
  {
    eventID: "fdc74c82-c299-4211-a08e-b5f125ee3b58",
    operation: "rds.amazonaws.com CreateDBInstance",
    certain: [
      {
        action: "rds:CreateDBInstance",
        resource: "arn:aws:rds:us-east-1:123837392027:db:terraform-20230710121504061500000001",
        keys: {
          "aws:requesttag/stratusredteam": "true",
          "rds:databaseengine": "mysql",
          "rds:databaseclass": "db.t3.micro",
        },
      },
      {
        action: "rds:CreateDBInstance",
        resource: "arn:aws:rds:us-east-1:123837392027:subgrp:stratus-red-team-share-snap-vpc",
      },
    ],
    possible: [
      {
        action: "rds:AddTagsToResource",
        resource: "arn:aws:rds:us-east-1:123837392027:db:terraform-20230710121504061500000001",
      },
    ],
    atLeast: true,
  },
  {
    eventID: "0516b66a-77ec-4479-a82d-0cda54d3fc5d",
    operation: "rds.amazonaws.com CreateDBSnapshot",
    certain: [
      {
        action: "rds:CreateDBSnapshot",
        resource: "arn:aws:rds:us-east-1:123837392027:db:terraform-20230710121504061500000001",
      },
      { action: "rds:CreateDBSnapshot", resource: "arn:aws:rds:us-east-1:123837392027:snapshot:exfiltration" },
    ],
    possible: [
      {
        action: "rds:AddTagsToResource",
        resource: "arn:aws:rds:us-east-1:123837392027:snapshot:exfiltration",
      },
    ],
  },
  {
    eventID: "726b9d86-35ea-49a3-b87a-2c44f9b5ddad",
    operation: "rds.amazonaws.com CreateDBSubnetGroup",
    certain: [
      {
        action: "rds:CreateDBSubnetGroup",
        resource: "arn:aws:rds:us-east-1:123837392027:subgrp:stratus-red-team-share-snap-vpc",
      },
    ],
    possible: [
      {
        action: "rds:AddTagsToResource",
        resource: "arn:aws:rds:us-east-1:123837392027:subgrp:stratus-red-team-share-snap-vpc",
      },
    ],
    keys: { "aws:requesttag/stratusredteam": "true" },
  },
  {
    eventID: "3ed86283-5ff3-5b04-93a4-e2c01ca2665c",
    operation: "rds.amazonaws.com ModifyDBInstance",
    certain: [{ action: "rds:ModifyDBInstance", resource: "arn:aws:rds:us-east-1:111111111111:db:database-instance" }],
    atLeast: true,
  },
  {
    eventID: "b5232796-c668-4d71-a006-d9cabb3d607d",
    operation: "rds.amazonaws.com DeleteDBInstance",
    certain: [
      {
        action: "rds:DeleteDBInstance",
        resource: "arn:aws:rds:us-east-1:123837392027:db:terraform-20230710121504061500000001",
      },
    ],
    possible: [
      {
        action: "rds:CreateDBSnapshot",
        resource: "arn:aws:rds:us-east-1:123837392027:snapshot:terraform-20230710121504061500000001-snapshot",
      },
    ],
    atLeast: true,
  },
  {
    eventID: "c84cd89b-9f09-5734-924b-07efff1fd933",
    operation: "rds.amazonaws.com DeleteDBCluster",
    certain: [
      { action: "rds:DeleteDBCluster", resource: "arn:aws:rds:us-east-1:123456789012:cluster:aurora-cluster-prod" },
    ],
    possible: [
      {
        action: "rds:DeleteDBCluster",
        resource: "arn:aws:rds:us-east-1:123456789012:cluster-snapshot:aurora-cluster-prod-final-2024-01-15",
      },
    ],
    atLeast: true,
  },
  {
    eventID: "5de0ce4e-f83e-5501-bbe2-63d62df38ab0",
    operation: "rds.amazonaws.com AddRoleToDBInstance",
    certain: [
      { action: "rds:AddRoleToDBInstance", resource: "arn:aws:rds:us-east-1:123456789012:db:production-postgres" },
      {
        action: "iam:PassRole",
        resource: "arn:aws:iam::123456789012:role/RDS-S3-Import-Role",
        keys: { "iam:passedtoservice": "rds.amazonaws.com" },
      },
    ],
    possible: [],
  },
  {
    eventID: "5da3de74-e63c-5911-a3d1-76e370a11f69",
    operation: "rds.amazonaws.com StartExportTask",
    certain: [
      { action: "rds:StartExportTask", resource: "arn:aws:rds:us-east-1:123456789012:snapshot:my-db-snapshot" },
      {
        action: "iam:PassRole",
        resource: "arn:aws:iam::123456789012:role/RDSExportRole",
        // the user guide and the service reference name different services
        keys: { "iam:passedtoservice": "?" },
      },
    ],
    possible: [],
  },
  {
    eventID: "d1bc9379-2adc-4b94-b38f-07a2bad4856d",
    operation: "rds.amazonaws.com ModifyDBSnapshotAttribute",
    certain: [
      { action: "rds:ModifyDBSnapshotAttribute", resource: "arn:aws:rds:us-east-1:123837392027:snapshot:exfiltration" },
    ],
    possible: [],
  },
  {
    eventID: "1a947577-75c2-568c-820f-cdfca5c43efa",
    operation: "rds.amazonaws.com RebootDBInstance",
    certain: [{ action: "rds:RebootDBInstance", resource: "arn:aws:rds:us-east-1:123456789012:db:production-mysql" }],
    possible: [],
  },
  {
    eventID: "88608630-ae4a-52bb-81e2-4f45e5abb536",
    operation: "rds.amazonaws.com StartDBInstance",
    certain: [{ action: "rds:StartDBInstance", resource: "arn:aws:rds:us-east-1:123456789012:db:dev-database" }],
    possible: [],
  },
  {
    eventID: "d039de23-1c1f-51cb-823d-e31f05fd0b56",
    operation: "rds.amazonaws.com DownloadDBLogFilePortion",
    certain: [
      { action: "rds:DownloadDBLogFilePortion", resource: "arn:aws:rds:us-east-1:123456789012:db:production-mysql" },
    ],
    possible: [],
  },
  {
    eventID: "f7e84364-9668-5b57-8da3-d9d970820639",
    operation: "rds.amazonaws.com AuthorizeDBSecurityGroupIngress",
    certain: [
      {
        action: "rds:AuthorizeDBSecurityGroupIngress",
        resource: "arn:aws:rds:us-east-1:123456789012:secgrp:app-db-sg",
      },
    ],
    possible: [],
  },
  {
    eventID: "e266ffe5-c019-4623-a5fa-f082b75dfd16",
    operation: "rds.amazonaws.com ListTagsForResource",
    certain: [
      {
        action: "rds:ListTagsForResource",
        resource: "arn:aws:rds:us-east-1:123837392027:db:terraform-20230710121504061500000001",
      },
    ],
    possible: [],
  },
  {
    eventID: "19a53d59-abc5-5978-9d3e-a028aaf14845",
    operation: "rds.amazonaws.com FailoverGlobalCluster",
    certain: [
      {
        action: "rds:FailoverGlobalCluster",
        resource: "arn:aws:rds::123456789012:global-cluster:global-aurora-cluster",
      },
      {
        action: "rds:FailoverGlobalCluster",
        resource: "arn:aws:rds:eu-west-1:123456789012:cluster:aurora-eu-secondary",
      },
    ],
    atLeast: true,
  },
  {
    eventID: "6fd95e78-7e26-4de6-87fc-8a4fa7394544",
    operation: "rds.amazonaws.com DescribeDBEngineVersions",
    certain: [{ action: "rds:DescribeDBEngineVersions", resource: "*" }],
    possible: [],
  },
  {
    eventID: "ecea916b-8348-4166-ab7d-18be871f30bb",
    operation: "rds.amazonaws.com DescribeEvents",
    certain: [{ action: "rds:DescribeEvents", resource: "*" }],
    possible: [],
  },
  {
    eventID: "43e437b5-908a-46af-84e6-e27fffb9c5cd",
    operation: "dynamodb.amazonaws.com TransactWriteItems",
    certain: [
      { action: "dynamodb:PutItem", resource: "arn:aws:dynamodb:us-west-2:123456789012:table/Music" },
      { action: "dynamodb:UpdateItem", resource: "arn:aws:dynamodb:us-west-2:123456789012:table/Music" },
      { action: "dynamodb:DeleteItem", resource: "arn:aws:dynamodb:us-west-2:123456789012:table/Music" },
      { action: "dynamodb:ConditionCheckItem", resource: "arn:aws:dynamodb:us-west-2:123456789012:table/Music" },
    ],
    possible: [],
    because: "one action for each element; the names of their members change case",
  },
  {
    eventID: "0b5c4779-e169-4227-a1de-6ed01dd18ac7",
    operation: "dynamodb.amazonaws.com ExecuteStatement",
    certain: [{ action: "dynamodb:PartiQLSelect", resource: "arn:aws:dynamodb:us-west-2:123456789012:table/Music" }],
    possible: [],
  },
  {
    eventID: "f863f966-b741-4c36-b15e-f867e829035a",
    operation: "dynamodb.amazonaws.com BatchExecuteStatement",
    certain: [
      { action: "dynamodb:PartiQLUpdate", resource: "arn:aws:dynamodb:us-west-2:123456789012:table/Music" },
      { action: "dynamodb:PartiQLInsert", resource: "arn:aws:dynamodb:us-west-2:123456789012:table/Music" },
    ],
    possible: [],
  },
  {
    eventID: "7ac48e94-0096-5b35-8e85-8e01bdaf1956",
    operation: "dynamodb.amazonaws.com UpdateItem",
    certain: [{ action: "dynamodb:UpdateItem", resource: "arn:aws:dynamodb:us-west-2:123456789012:table/Music" }],
    possible: [],
  },
  {
    eventID: "f3f5714a-f88a-5ea0-9edf-274f4a3c1328",
    operation: "dynamodb.amazonaws.com PutItem",
    certain: [{ action: "dynamodb:PutItem", resource: "arn:aws:dynamodb:us-west-2:123456789012:table/Music" }],
    possible: [],
  },
  {
    eventID: "a954451c-c2fc-4561-8aea-7a30ba1fdf52",
    operation: "dynamodb.amazonaws.com DeleteTable",
    certain: [{ action: "dynamodb:DeleteTable", resource: "arn:aws:dynamodb:us-west-2:111122223333:table/Music" }],
    possible: [],
  },
  {
    eventID: "c56da1cc-b6b2-5ff3-b0d2-e24c23b77914",
    operation: "dynamodb.amazonaws.com DescribeTable",
    certain: [{ action: "dynamodb:DescribeTable", resource: "arn:aws:dynamodb:us-west-2:123456789012:table/table" }],
    possible: [],
    because: "resources[] holds a mutilated ARN",
  },
  {
    eventID: "d7e418c8-d0fb-455c-b6c7-c3af15aa9692",
    operation: "dynamodb.amazonaws.com ListGlobalTables",
    certain: [{ action: "dynamodb:ListGlobalTables", resource: "*" }],
    possible: [],
  },
  {
    eventID: "29158945-28da-4e32-88e1-56d1b90c1a0c",
    operation: "dax.amazonaws.com CreateCluster",
    certain: [
      { action: "dax:CreateCluster", resource: "arn:aws:dax:us-west-2:111122223333:cache/daxcluster" },
      {
        action: "iam:PassRole",
        resource: "arn:aws:iam::111122223333:role/DAXServiceRoleForDynamoDBAccess",
        keys: { "iam:passedtoservice": "dax.amazonaws.com" },
      },
    ],
    atLeast: true,
  },
];
