/** Rows of the database services: DynamoDB, RDS (and what shares its ARNs), Redshift, ElastiCache, MemoryDB, DAX. */
import { regionalForm } from "../arn-forms.ts";
import { lowerCase, onlyIf } from "../readings.ts";
import { read, row, type ServiceRows } from "../resource-row.ts";

const ANY_SNAPSHOT = ["dBSnapshotIdentifier", "sourceDBSnapshotIdentifier", "targetDBSnapshotIdentifier"];

export const DATABASE_ROWS: readonly ServiceRows[] = [
  {
    prefix: "pi",
    source: "Performance Insights user guide, resource ARNs [E]",
    rows: [
      row("metric-resource", { ServiceType: read("serviceType", lowerCase), Identifier: "identifier" }),
      row("perf-reports-resource", {
        ServiceType: read("serviceType", lowerCase),
        Identifier: "identifier",
        ReportId: "analysisReportId",
      }),
    ],
  },
  {
    prefix: "dynamodb",
    source: "semantics 6.2, row dynamodb [E]; DynamoDB API reference",
    rows: [
      row(
        "table",
        {
          TableName: [
            "tableName",
            "resourceArn",
            "tableArn",
            "targetTableName",
            "sourceTableName",
            "sourceTableArn",
            "globalTableName",
            "tableCreationParameters.tableName",
          ],
        },
        { every: true },
      ),
      row("index", { TableName: "tableName", IndexName: "indexName" }),
      row("stream", { StreamLabel: ["streamArn", "resourceArn", "shardIterator"] }),
      row("stream", { TableName: "tableName" }, { forms: [regionalForm("dynamodb", "table/{TableName}/stream/*")] }),
      row("backup", { BackupName: "backupArn" }),
      row("export", { ExportName: "exportArn" }),
      row("import", { ImportName: "importArn" }),
      row("global-table", { GlobalTableName: "globalTableName" }),
    ],
  },
  {
    prefix: "rds",
    source: "semantics 6.2, row rds [E] (the log writes `dB…`); RDS API reference",
    rows: [
      row(
        "db",
        {
          DbInstanceName: [
            "dBInstanceIdentifier",
            "sourceDBInstanceIdentifier",
            "targetDBInstanceIdentifier",
            "dBInstanceIdentifiers",
            "sourceDBInstanceArn",
            "resourceName",
            "resourceIdentifier",
            "resourceArn",
            "source",
          ],
        },
        { every: true },
      ),
      row(
        "cluster",
        {
          DbClusterInstanceName: [
            "dBClusterIdentifier",
            "sourceDBClusterIdentifier",
            "targetDBClusterIdentifier",
            "dBClusterIdentifiers",
            "sourceDBClusterArn",
            "resourceName",
            "resourceIdentifier",
            "resourceArn",
            "source",
            "replicationSourceIdentifier",
          ],
        },
        { every: true },
      ),
      row(
        "snapshot",
        {
          SnapshotName: [
            ...ANY_SNAPSHOT,
            read("snapshotIdentifier", onlyIf(/^arn:/)),
            "finalDBSnapshotIdentifier",
            "sourceArn",
          ],
        },
        { every: true },
      ),
      row(
        "cluster-snapshot",
        {
          ClusterSnapshotName: [
            "dBClusterSnapshotIdentifier",
            "sourceDBClusterSnapshotIdentifier",
            "targetDBClusterSnapshotIdentifier",
            "snapshotIdentifier",
            "finalDBSnapshotIdentifier",
            "sourceArn",
          ],
        },
        { every: true },
      ),
      row("subgrp", { SubnetGroupName: "dBSubnetGroupName" }),
      row(
        "pg",
        {
          ParameterGroupName: [
            "dBParameterGroupName",
            "sourceDBParameterGroupIdentifier",
            "targetDBParameterGroupIdentifier",
          ],
        },
        { every: true },
      ),
      row(
        "cluster-pg",
        {
          ClusterParameterGroupName: [
            "dBClusterParameterGroupName",
            "sourceDBClusterParameterGroupIdentifier",
            "targetDBClusterParameterGroupIdentifier",
          ],
        },
        { every: true },
      ),
      row(
        "og",
        { OptionGroupName: ["optionGroupName", "sourceOptionGroupIdentifier", "targetOptionGroupIdentifier"] },
        { every: true },
      ),
      row("secgrp", { SecurityGroupName: ["dBSecurityGroupName", "dBSecurityGroups"] }),
      row("es", { SubscriptionName: "subscriptionName" }),
      row("global-cluster", { GlobalCluster: "globalClusterIdentifier" }),
      row("ri", { ReservedDbInstanceName: ["reservedDBInstanceId"] }),
      row("deployment", { BlueGreenDeploymentIdentifier: "blueGreenDeploymentIdentifier" }),
      row("auto-backup", {
        DbInstanceAutomatedBackupId: ["dBInstanceAutomatedBackupsArn", "sourceDBInstanceAutomatedBackupsArn"],
      }),
      row("cluster-endpoint", { DbClusterEndpoint: "dBClusterEndpointIdentifier" }),
      row("integration", { IntegrationIdentifier: "integrationIdentifier" }),
      row("cev", { Engine: "engine", EngineVersion: "engineVersion" }),
      // proxies have names in requests and made-up ids in ARNs
      row("proxy", {}, { needs: "dBProxyName" }),
      row("proxy-endpoint", {}, { needs: "dBProxyEndpointName" }),
      row("target-group", {}, { needs: "targetGroupName" }),
    ],
  },
  {
    prefix: "redshift",
    source: "semantics 6.2, last row; Redshift API reference",
    rows: [
      row("cluster", { ClusterName: ["clusterIdentifier", "sourceSnapshotClusterIdentifier"] }),
      row("snapshot", {
        ClusterName: ["snapshotClusterIdentifier", "sourceSnapshotClusterIdentifier", "clusterIdentifier"],
        SnapshotName: ["snapshotIdentifier", "sourceSnapshotIdentifier", "finalClusterSnapshotIdentifier"],
      }),
      row("parametergroup", { ParameterGroupName: ["parameterGroupName", "clusterParameterGroupName"] }),
      row("subnetgroup", { SubnetGroupName: "clusterSubnetGroupName" }),
      row("eventsubscription", { EventSubscriptionName: "subscriptionName" }),
      row("snapshotschedule", { ScheduleIdentifier: "scheduleIdentifier" }),
      row("snapshotcopygrant", { SnapshotCopyGrantName: "snapshotCopyGrantName" }),
      row("usagelimit", { UsageLimitId: "usageLimitId" }),
      row("dbuser", { ClusterName: "clusterIdentifier", DbUser: "dbUser" }),
      row("dbname", { ClusterName: "clusterIdentifier", DbName: "dbName" }),
      row("dbgroup", { ClusterName: "clusterIdentifier", DbGroup: "dbGroups" }),
      row("hsmclientcertificate", { HSMClientCertificateId: "hsmClientCertificateIdentifier" }),
      row("hsmconfiguration", { HSMConfigurationId: "hsmConfigurationIdentifier" }),
    ],
  },
  {
    prefix: "redshift-data",
    source: "Redshift Data API reference",
    rows: [
      row("cluster", { ClusterName: "clusterIdentifier" }),
      // a name in the request, an id in the ARN
      row("workgroup", {}, { needs: "workgroupName" }),
    ],
  },
  {
    prefix: "elasticache",
    source: "semantics 6.2, last row; ElastiCache API reference",
    rows: [
      row("cluster", { CacheClusterId: ["cacheClusterId", "cacheClusterIds", "primaryClusterId"] }),
      row("replicationgroup", {
        ReplicationGroupId: ["replicationGroupId", "replicationGroupIds", "primaryReplicationGroupId"],
      }),
      row(
        "snapshot",
        {
          SnapshotName: ["snapshotName", "sourceSnapshotName", "targetSnapshotName", "finalSnapshotIdentifier"],
        },
        { every: true },
      ),
      row("subnetgroup", { CacheSubnetGroupName: "cacheSubnetGroupName" }),
      row("parametergroup", { CacheParameterGroupName: "cacheParameterGroupName" }),
      row("securitygroup", { CacheSecurityGroupName: ["cacheSecurityGroupName", "cacheSecurityGroupNames"] }),
      row("globalreplicationgroup", { GlobalReplicationGroupId: "globalReplicationGroupId" }),
      row("user", { UserId: ["userId", "userIds", "userIdsToAdd", "userIdsToRemove"] }),
      row("usergroup", { UserGroupId: ["userGroupId", "userGroupIds", "userGroupIdsToAdd"] }),
      row("serverlesscache", { ServerlessCacheName: "serverlessCacheName" }),
      row("serverlesscachesnapshot", {
        ServerlessCacheSnapshotName: ["serverlessCacheSnapshotName", "finalSnapshotName"],
      }),
      row("reserved-instance", { ReservedCacheNodeId: "reservedCacheNodeId" }),
    ],
  },
  {
    prefix: "memorydb",
    source: "MemoryDB API reference",
    rows: [
      row("cluster", { ClusterName: ["clusterName", "clusterNames"] }),
      row("acl", { AclName: "aCLName" }),
      row("parametergroup", { ParameterGroupName: "parameterGroupName" }),
      row("subnetgroup", { SubnetGroupName: "subnetGroupName" }),
      row("snapshot", { SnapshotName: ["snapshotName", "sourceSnapshotName"] }),
      row("user", { UserName: "userName" }),
    ],
  },
  {
    prefix: "dax",
    source: "DAX API reference [E]",
    rows: [row("application", { ClusterName: ["clusterName", "clusterNames"] })],
  },
];
