/** A service catalogue of a few actions, written by hand in the format of catalogue-data.ts: sets of keys included. */
import { createServiceCatalogue } from "../../../host/authorization/catalogue/service-catalogue.ts";

const TAGS = "aws:requesttag/* aws:tagkeys";

function text(types: readonly string[], actions: readonly string[], ofTypes: string, sets: readonly string[]): string {
  const templates = types.map((type) => type.replaceAll("{", "${"));
  return [...templates, "", ...actions, "", ofTypes, ...sets].join("\n");
}

export const catalogue = createServiceCatalogue({
  source: "invented@1",
  services: {
    ec2: text(
      [
        "image\tarn:{Partition}:ec2:{Region}::image/{ImageId}",
        "instance\tarn:{Partition}:ec2:{Region}:{Account}:instance/{InstanceId}",
        "volume\tarn:{Partition}:ec2:{Region}:{Account}:volume/{VolumeId}",
      ],
      [
        "CreateTags\tT\t0,1,2\t0,1,1,1",
        "CreateVolume\tt\t2!\t2,5",
        "DeleteTags\t\t0,1,2\t2,1,1,1",
        "DescribeInstances\t\t\t2",
        "RunInstances\tt\t0!,1!,2!\t2,3,4,5",
        "TerminateInstances\t\t1!\t2,6",
      ],
      "",
      [
        ":createaction :region",
        TAGS,
        ":region",
        ":imageid :owner",
        `${TAGS} :instancetype :metadatahttptokens :tenancy`,
        `${TAGS} :encrypted :volumesize :volumetype`,
        ":instancetype :resourcetag/* :tenancy",
      ],
    ),
    iam: text(
      ["role\tarn:{Partition}:iam::{Account}:role/{RoleNameWithPath}"],
      ["AttachRolePolicy\t\t0!\t0", "CreateRole\tt\t0!\t1", "GetRole\t\t0!", "ListRoles\t\t", "PassRole\t\t0!\t2"],
      "3",
      [":permissionsboundary :policyarn", `${TAGS} :permissionsboundary`, ":passedtoservice", ":resourcetag/*"],
    ),
    kms: text(
      ["key\tarn:{Partition}:kms:{Region}:{Account}:key/{KeyId}"],
      ["Decrypt\t\t0!\t0", "ScheduleKeyDeletion\t\t0!\t1"],
      "",
      [
        ":calleraccount :encryptioncontext:* :encryptioncontextkeys :requestalias :viaservice",
        ":schedulekeydeletionpendingwindowindays",
      ],
    ),
    lambda: text(
      ["function\tarn:{Partition}:lambda:{Region}:{Account}:function:{FunctionName}"],
      ["CreateFunction\tt\t0!\t0", "UpdateFunctionConfiguration\t\t0!\t1"],
      "",
      [`${TAGS} :subnetids :vpcids`, ":subnetids :vpcids"],
    ),
    rds: text(
      [
        "db\tarn:{Partition}:rds:{Region}:{Account}:db:{DbInstanceName}",
        "subgrp\tarn:{Partition}:rds:{Region}:{Account}:subgrp:{SubnetGroupName}",
      ],
      ["CreateDBInstance\tt\t0!,1!\t0", "ModifyDBInstance\t\t0!"],
      "1",
      [`${TAGS} :req-tag/*`, ":databaseclass :storageencrypted"],
    ),
    s3: text(
      ["bucket\tarn:{Partition}:s3:::{BucketName}", "object\tarn:{Partition}:s3:::{BucketName}/{ObjectName}"],
      ["GetObject\t\t1!\t0", "ListBucket\t\t0!\t1", "PutObject\t\t1!\t2", "PutObjectTagging\tT\t1!\t3"],
      "",
      [
        ":authtype :resourceaccount :versionid",
        ":authtype :delimiter :prefix",
        ":authtype :requestobjecttag/* :requestobjecttagkeys :x-amz-acl :x-amz-server-side-encryption",
        ":requestobjecttag/* :requestobjecttagkeys",
      ],
    ),
    secretsmanager: text(
      ["Secret\tarn:{Partition}:secretsmanager:{Region}:{Account}:secret:{SecretId}"],
      ["CreateSecret\tt\t0!\t0", "TagResource\tT\t0!\t0", "UntagResource\t\t0!\t1"],
      "",
      [`${TAGS} :name`, "aws:tagkeys"],
    ),
  },
  conditionKeys: {
    ec2: "CreateAction\nEncrypted\nImageID\nInstanceType\nOwner\nRegion\nTenancy\nVolumeSize\nVolumeType\nResourceTag/*\nSourceInstanceARN",
    kms: "CallerAccount\nEncryptionContext:*\nEncryptionContextKeys\tm\nViaService\nKeySpec",
    s3: "x-amz-acl\nprefix\nversionid\nauthType",
    lambda: "SourceFunctionArn\nVpcIds\tm",
  },
});
