/** Rows of the storage services: S3, EFS, FSx, Glacier, Backup, ECR. */
import { accountNumber, unless } from "../readings.ts";
import { read, row, type ServiceRows } from "../resource-row.ts";

export const STORAGE_ROWS: readonly ServiceRows[] = [
  {
    prefix: "s3",
    source: "semantics 6.2, row s3 [E]; S3 Control API reference",
    rows: [
      row("bucket", { BucketName: [read("bucketName", unless(/-s3alias$/)), read("bucket", unless(/-s3alias$/))] }),
      row("object", { BucketName: "bucketName", ObjectName: ["key", "delete.object.key"] }),
      row("storagelensconfiguration", { ConfigId: ["configId", "storagelensid"] }),
      row("storagelensgroup", { Name: "name" }),
      row("job", { JobId: ["jobId", "id"] }),
    ],
  },
  {
    prefix: "s3express",
    source: "S3 API reference, directory buckets",
    rows: [row("bucket", { BucketName: "bucketName" })],
  },
  {
    prefix: "elasticfilesystem",
    source: "semantics 6.2, last row [E]; EFS API reference",
    rows: [
      row("file-system", { FileSystemId: ["fileSystemId", "sourceFileSystemId", "resourceId"] }),
      row("access-point", { AccessPointId: ["accessPointId", "resourceId"] }),
    ],
  },
  {
    prefix: "fsx",
    source: "FSx API reference",
    rows: [
      row("file-system", { FileSystemId: ["fileSystemId", "fileSystemIds"] }),
      row("backup", { BackupId: ["backupId", "backupIds", "sourceBackupId"] }),
      row("volume", { VolumeId: ["volumeId", "volumeIds"] }),
      row("snapshot", { VolumeId: "volumeId", SnapshotId: ["snapshotId", "snapshotIds"] }),
      row("storage-virtual-machine", {
        StorageVirtualMachineId: ["storageVirtualMachineId", "storageVirtualMachineIds"],
      }),
    ],
  },
  {
    prefix: "glacier",
    source: "Glacier developer guide, CloudTrail [E]",
    rows: [row("vault", { VaultName: "vaultName" }, { account: read("accountId", accountNumber) })],
  },
  {
    prefix: "backup",
    source: "semantics 6.2, last row; Backup API reference",
    rows: [
      row("backupVault", {
        BackupVaultName: ["backupVaultName", "sourceBackupVaultName", "logicallyAirGappedBackupVaultName"],
      }),
      row("backupPlan", { BackupPlanId: "backupPlanId" }),
      row("legalHold", { LegalHoldId: "legalHoldId" }),
      row("framework", { FrameworkName: "frameworkName" }),
      row("reportPlan", { ReportPlanName: "reportPlanName" }),
      row("restoreTestingPlan", { RestoreTestingPlanName: "restoreTestingPlanName" }),
    ],
  },
  {
    prefix: "ecr",
    source: "semantics 6.2, row ecr [E]",
    rows: [
      row(
        "repository",
        { RepositoryName: ["repositoryName", "repositoryNames"] },
        { account: read("registryId", accountNumber) },
      ),
    ],
  },
  {
    prefix: "ecr-public",
    source: "ECR Public API reference",
    rows: [
      row(
        "repository",
        { RepositoryName: ["repositoryName", "repositoryNames"] },
        { account: read("registryId", accountNumber) },
      ),
      row("registry", { RegistryId: "registryId" }),
    ],
  },
];
