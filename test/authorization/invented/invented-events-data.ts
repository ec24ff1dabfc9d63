/**
 * Invented calls of databases, analytics and machine learning (see invented-event.ts). Sources: semantics 5.4 (bedrock, glue,
 * PassRole) and 6.2, the service authorization reference. Derives nothing.
 */
import {
  ACCOUNT,
  AT_LEAST,
  asks,
  called,
  here,
  type InventedEvent,
  invented,
  NOTHING_ELSE,
  REGION,
} from "./invented-event.ts";

const GRINDER = `arn:aws:iam::${ACCOUNT}:role/mills/grinder`;
const DATABASE = here("rds", "db:oats");
const SNAPSHOT = here("rds", "snapshot:oats-spring");
const MODEL = "anthropic.claude-3-haiku-20240307-v1:0";
const MODEL_ARN = `arn:aws:bedrock:${REGION}::foundation-model/${MODEL}`;
const CATALOG = here("glue", "catalog");
const VAULT = here("backup", "backup-vault:dry-dock");

function passed(service: string) {
  return asks("iam:PassRole", GRINDER, { "iam:passedtoservice": `${service}.amazonaws.com` });
}

export const INVENTED_EVENTS_DATA: readonly InventedEvent[] = [
  invented(
    "CreateDBInstance",
    called("rds CreateDBInstance", {
      dBInstanceIdentifier: "oats",
      dBInstanceClass: "db.r7g.large",
      engine: "postgres",
      dBSubnetGroupName: "quay",
      monitoringRoleArn: GRINDER,
      masterUserPassword: "****",
      storageEncrypted: true,
      tags: [{ key: "mill", value: "north" }],
    }),
    [
      asks("rds:CreateDBInstance", DATABASE, {
        "rds:databaseengine": "postgres",
        "rds:databaseclass": "db.r7g.large",
        "rds:storageencrypted": "true",
        "aws:requesttag/mill": "north",
      }),
      asks("rds:CreateDBInstance", here("rds", "subgrp:quay")),
      asks("iam:PassRole", GRINDER),
    ],
    AT_LEAST,
  ),
  invented(
    "DeleteDBInstance",
    called("rds DeleteDBInstance", { dBInstanceIdentifier: "oats", skipFinalSnapshot: true }),
    [asks("rds:DeleteDBInstance", DATABASE)],
    AT_LEAST,
  ),
  invented(
    "ModifyDBInstance",
    called("rds ModifyDBInstance", { dBInstanceIdentifier: "oats", applyImmediately: true }),
    [asks("rds:ModifyDBInstance", DATABASE)],
    AT_LEAST,
  ),
  invented(
    "CreateDBSnapshot",
    called("rds CreateDBSnapshot", { dBInstanceIdentifier: "oats", dBSnapshotIdentifier: "oats-spring" }),
    [asks("rds:CreateDBSnapshot", DATABASE), asks("rds:CreateDBSnapshot", SNAPSHOT)],
    AT_LEAST,
  ),
  invented(
    "ModifyDBSnapshotAttribute",
    called("rds ModifyDBSnapshotAttribute", {
      dBSnapshotIdentifier: "oats-spring",
      attributeName: "restore",
      valuesToAdd: ["390000000042"],
    }),
    [asks("rds:ModifyDBSnapshotAttribute", SNAPSHOT)],
    NOTHING_ELSE,
  ),
  invented(
    "RestoreDBInstanceFromDBSnapshot",
    called("rds RestoreDBInstanceFromDBSnapshot", {
      dBInstanceIdentifier: "oats",
      dBSnapshotIdentifier: "oats-spring",
    }),
    [asks("rds:RestoreDBInstanceFromDBSnapshot", DATABASE), asks("rds:RestoreDBInstanceFromDBSnapshot", SNAPSHOT)],
    AT_LEAST,
  ),
  invented(
    "StartExportTask passes its role",
    called("rds StartExportTask", {
      exportTaskIdentifier: "spring",
      sourceArn: SNAPSHOT,
      s3BucketName: "harbour-ledger",
      iamRoleArn: GRINDER,
    }),
    [asks("rds:StartExportTask", SNAPSHOT), asks("iam:PassRole", GRINDER)],
    AT_LEAST,
  ),
  invented(
    "AddTagsToResource",
    called("rds AddTagsToResource", { resourceName: DATABASE, tags: [{ key: "mill", value: "north" }] }),
    [asks("rds:AddTagsToResource", DATABASE, { "aws:requesttag/mill": "north" })],
    NOTHING_ELSE,
  ),
  invented(
    "StopDBCluster",
    called("rds StopDBCluster", { dBClusterIdentifier: "rye" }),
    [asks("rds:StopDBCluster", here("rds", "cluster:rye"))],
    NOTHING_ELSE,
  ),
  invented(
    "ExecuteStatement of the RDS Data API",
    called("rdsdata ExecuteStatement", {
      resourceArn: here("rds", "cluster:rye"),
      secretArn: here("secretsmanager", "secret:rye-Ab12Cd"),
      sql: "**********",
    }),
    [asks("rds-data:ExecuteStatement", here("rds", "cluster:rye"))],
    AT_LEAST,
  ),
  invented("ListStreams", called("kinesis ListStreams", null), [asks("kinesis:ListStreams", "*")], NOTHING_ELSE),
  invented(
    "CreateStream",
    called("kinesis CreateStream", { streamName: "tides", shardCount: 2 }),
    [asks("kinesis:CreateStream", here("kinesis", "stream/tides"))],
    NOTHING_ELSE,
  ),
  invented(
    "CreateDeliveryStream passes its role",
    called("firehose CreateDeliveryStream", {
      deliveryStreamName: "tides",
      extendedS3DestinationConfiguration: { roleARN: GRINDER, bucketARN: "arn:aws:s3:::harbour-silo" },
    }),
    [asks("firehose:CreateDeliveryStream", here("firehose", "deliverystream/tides")), passed("firehose")],
    AT_LEAST,
  ),
  invented(
    "GetTable",
    called("glue GetTable", { databaseName: "mills", name: "oats" }),
    [
      asks("glue:GetTable", CATALOG),
      asks("glue:GetTable", here("glue", "database/mills")),
      asks("glue:GetTable", here("glue", "table/mills/oats")),
    ],
    NOTHING_ELSE,
  ),
  invented(
    "GetPartitions",
    called("glue GetPartitions", { databaseName: "mills", tableName: "oats" }),
    [
      asks("glue:GetPartitions", CATALOG),
      asks("glue:GetPartitions", here("glue", "database/mills")),
      asks("glue:GetPartitions", here("glue", "table/mills/oats")),
    ],
    NOTHING_ELSE,
  ),
  invented(
    "CreateDatabase",
    called("glue CreateDatabase", { databaseInput: { name: "mills" } }),
    [asks("glue:CreateDatabase", CATALOG), asks("glue:CreateDatabase", here("glue", "database/mills"))],
    AT_LEAST,
  ),
  invented(
    "CreateJob of Glue passes its role",
    called("glue CreateJob", { name: "thresh", role: GRINDER, command: { name: "glueetl" } }),
    [asks("glue:CreateJob", here("glue", "job/thresh")), passed("glue")],
    AT_LEAST,
  ),
  invented(
    "CreateJob of Glue with a role's name",
    called("glue CreateJob", { name: "thresh", role: "grinder", command: { name: "glueetl" } }),
    [
      asks("glue:CreateJob", here("glue", "job/thresh")),
      asks("iam:PassRole", `~arn:aws:iam::${ACCOUNT}:role/*grinder`, { "iam:passedtoservice": "glue.amazonaws.com" }),
    ],
    AT_LEAST,
  ),
  invented(
    "StartQueryExecution in a workgroup",
    called("athena StartQueryExecution", { queryString: "select 1", workGroup: "millers" }),
    [asks("athena:StartQueryExecution", here("athena", "workgroup/millers"))],
    NOTHING_ELSE,
  ),
  invented(
    "StartQueryExecution in the primary workgroup",
    called("athena StartQueryExecution", { queryString: "select 1" }),
    [asks("athena:StartQueryExecution", here("athena", "workgroup/primary"))],
    NOTHING_ELSE,
  ),
  invented(
    "PauseCluster",
    called("redshift PauseCluster", { clusterIdentifier: "silo" }),
    [asks("redshift:PauseCluster", here("redshift", "cluster:silo"))],
    NOTHING_ELSE,
  ),
  invented(
    "GetClusterCredentials",
    called("redshift GetClusterCredentials", {
      clusterIdentifier: "silo",
      dbUser: "ada",
      dbName: "mills",
      autoCreate: false,
    }),
    [
      asks("redshift:GetClusterCredentials", here("redshift", "dbuser:silo/ada")),
      asks("redshift:GetClusterCredentials", here("redshift", "dbname:silo/mills")),
    ],
    AT_LEAST,
  ),
  invented(
    "DeleteReplicationGroup",
    called("elasticache DeleteReplicationGroup", { replicationGroupId: "quay" }),
    [asks("elasticache:DeleteReplicationGroup", here("elasticache", "replicationgroup:quay"))],
    AT_LEAST,
  ),
  invented(
    "DeleteDomain",
    called("es DeleteDomain", { domainName: "ledger" }),
    [asks("es:DeleteDomain", here("es", "domain/ledger"))],
    { possible: [asks("es:DeleteElasticsearchDomain", here("es", "domain/ledger"))] },
  ),
  invented(
    "DeleteFileSystem",
    called("elasticfilesystem DeleteFileSystem", { fileSystemId: "fs-0800000000000008" }),
    [asks("elasticfilesystem:DeleteFileSystem", here("elasticfilesystem", "file-system/fs-0800000000000008"))],
    NOTHING_ELSE,
  ),
  invented(
    "CreateFileSystem",
    called("elasticfilesystem CreateFileSystem", { creationToken: "quay", encrypted: true }),
    [asks("elasticfilesystem:CreateFileSystem", "*", { "elasticfilesystem:encrypted": "true" })],
    AT_LEAST,
  ),
  invented(
    "CreateEndpoint",
    called("sagemaker CreateEndpoint", { endpointName: "grade", endpointConfigName: "grade-small" }),
    [
      asks("sagemaker:CreateEndpoint", here("sagemaker", "endpoint/grade")),
      asks("sagemaker:CreateEndpoint", here("sagemaker", "endpoint-config/grade-small")),
    ],
    AT_LEAST,
  ),
  invented(
    "CreateTrainingJob passes its role",
    called("sagemaker CreateTrainingJob", { trainingJobName: "sort", roleArn: GRINDER }),
    [asks("sagemaker:CreateTrainingJob", here("sagemaker", "training-job/sort")), passed("sagemaker")],
    AT_LEAST,
  ),
  invented(
    "InvokeModel by model id",
    called("bedrock InvokeModel", { modelId: MODEL, contentType: "application/json" }),
    [asks("bedrock:InvokeModel", MODEL_ARN)],
    AT_LEAST,
  ),
  invented(
    "Converse by model ARN",
    called("bedrock Converse", { modelId: MODEL_ARN }),
    [asks("bedrock:InvokeModel", MODEL_ARN)],
    AT_LEAST,
  ),
  invented(
    "ConverseStream by model id",
    called("bedrock ConverseStream", { modelId: MODEL }),
    [asks("bedrock:InvokeModelWithResponseStream", MODEL_ARN)],
    AT_LEAST,
  ),
  invented(
    "ListFoundationModels",
    called("bedrock ListFoundationModels", null),
    [asks("bedrock:ListFoundationModels", "*")],
    NOTHING_ELSE,
  ),
  invented(
    "StartBackupJob passes its role",
    called("backup StartBackupJob", { backupVaultName: "dry-dock", resourceArn: DATABASE, iamRoleArn: GRINDER }),
    [asks("backup:StartBackupJob", VAULT), passed("backup")],
    AT_LEAST,
  ),
  invented(
    "PutBackupVaultLockConfiguration",
    called("backup PutBackupVaultLockConfiguration", { backupVaultName: "dry-dock", minRetentionDays: 30 }),
    [asks("backup:PutBackupVaultLockConfiguration", VAULT, { "backup:minretentiondays": "30" })],
    NOTHING_ELSE,
  ),
];
