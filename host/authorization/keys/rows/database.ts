/** Condition keys of RDS, ElastiCache, Redshift and DynamoDB in requests. Data only; what an instance has already is unknown. */
import { ABSENT, UNKNOWN } from "../../../domain/key-state.ts";
import { type KeyRow, keyOf, type ServiceKeyRows } from "../key-row.ts";

const rds = keyOf("rds");
const cache = keyOf("elasticache");
const redshift = keyOf("redshift");
const dynamodb = keyOf("dynamodb");

/** Other actions are on what exists, and whether the key is what it has or what is asked for is not documented. */
const MAKES = /^(?:create|restore|purchase)/;

/** Transactions, and statements of PartiQL in them; how batches of statements are told is not documented. */
const ENCLOSING = /^(?:Transact|Execute|BatchExecute)/;

function onlyLowerCase(text: string): string | undefined {
  return text === text.toLowerCase() ? text : undefined;
}

function cached(name: string, place: string): KeyRow {
  return cache(name, place, { actions: /^create/ });
}

export const DATABASE_KEYS: readonly ServiceKeyRows[] = [
  {
    prefix: "rds",
    source: "[C RDS SAR and user guide; E for names of parameters]",
    rows: [
      rds("DatabaseClass", "dBInstanceClass dBClusterInstanceClass", { actions: MAKES }),
      // engines are logged as the caller wrote them
      rds("DatabaseEngine", "engine", { reading: onlyLowerCase, actions: MAKES }),
      rds("DatabaseName", "dBName databaseName", { actions: MAKES }),
      rds("MultiAz", "multiAZ", { actions: MAKES }),
      rds("Piops", "iops", { actions: MAKES }),
      // a member of a cluster, and what is restored, takes it from there
      rds("StorageEncrypted", "storageEncrypted", { actions: MAKES }),
      rds("StorageSize", "allocatedStorage", { actions: MAKES }),
      rds("PubliclyAccessible", "publiclyAccessible", { actions: MAKES }),
      rds("ManageMasterUserPassword", "manageMasterUserPassword"),
      rds("BackupTarget", "backupTarget", { actions: MAKES }),
      rds("EndpointType", "endpointType", { actions: MAKES }),
      rds("CopyOptionGroup", "copyOptionGroup"),
    ],
  },
  {
    prefix: "elasticache",
    source: "[C ElastiCache SAR; API models]",
    rows: [
      cached("CacheNodeType", "cacheNodeType"),
      cached("EngineType", "engine"),
      cached("EngineVersion", "engineVersion"),
      cached("KmsKeyId", "kmsKeyId"),
      cached("NumNodeGroups", "numNodeGroups"),
      cached("ReplicasPerNodeGroup", "replicasPerNodeGroup"),
      cached("TransitEncryptionEnabled", "transitEncryptionEnabled"),
      cached("AtRestEncryptionEnabled", "atRestEncryptionEnabled"),
      cached("MultiAZEnabled", "multiAZEnabled"),
      cached("AutomaticFailoverEnabled", "automaticFailoverEnabled"),
      cached("SnapshotRetentionLimit", "snapshotRetentionLimit"),
      cached("CacheParameterGroupName", "cacheParameterGroupName"),
    ],
  },
  {
    prefix: "redshift",
    source: "[C Redshift SAR; API models]",
    rows: [
      redshift("DbUser", "dbUser"),
      redshift("DbName", "dbName", { missing: "absent" }),
      redshift("DurationSeconds", "durationSeconds"),
    ],
  },
  {
    prefix: "dynamodb",
    source: "[C DynamoDB developer guide, conditions; API models]",
    rows: [
      // of a plain call no other operation encloses it
      dynamodb("EnclosingOperation", "", { state: ({ name }) => (ENCLOSING.test(name) ? UNKNOWN : ABSENT) }),
      dynamodb("ReturnValues", "returnValues"),
      dynamodb("ReturnConsumedCapacity", "returnConsumedCapacity"),
      dynamodb("Select", "select"),
    ],
  },
];
