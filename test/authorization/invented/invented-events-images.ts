/**
 * Invented calls of EC2 about volumes, snapshots, images and tags (see invented-event.ts). Sources: semantics 5.4 and 6.2
 * (ec2: images and snapshots have no account), the service authorization reference of EC2. Derives nothing.
 */
import {
  AT_LEAST,
  asks,
  called,
  here,
  type InventedEvent,
  invented,
  logged,
  NOTHING_ELSE,
  REGION,
} from "./invented-event.ts";

const FIRST = here("ec2", "instance/i-0a00000000000000a");
const VOLUME = here("ec2", "volume/vol-0c00000000000000c");
const IMAGE = `arn:aws:ec2:${REGION}::image/ami-0d00000000000000d`;
const NEW_IMAGE = `arn:aws:ec2:${REGION}::image/*`;
const SNAPSHOT = `arn:aws:ec2:${REGION}::snapshot/snap-0e00000000000000e`;
const NEW_SNAPSHOT = `arn:aws:ec2:${REGION}::snapshot/*`;

export const INVENTED_EVENTS_IMAGES: readonly InventedEvent[] = [
  invented(
    "CreateTags on an instance, a volume and an image",
    called("ec2 CreateTags", {
      resourcesSet: {
        items: [
          { resourceId: "i-0a00000000000000a" },
          { resourceId: "vol-0c00000000000000c" },
          { resourceId: "ami-0d00000000000000d" },
        ],
      },
      tagSet: { items: [{ key: "mill", value: "north" }] },
    }),
    [asks("ec2:CreateTags", FIRST), asks("ec2:CreateTags", VOLUME), asks("ec2:CreateTags", IMAGE)],
    { possible: [], keys: { "aws:requesttag/mill": "north", "aws:tagkeys": ["mill"], "ec2:createaction": null } },
  ),
  invented(
    "DeleteTags",
    called("ec2 DeleteTags", {
      resourcesSet: { items: [{ resourceId: "snap-0e00000000000000e" }] },
      tagSet: { items: [{ key: "mill" }] },
    }),
    [asks("ec2:DeleteTags", SNAPSHOT, { "aws:tagkeys": ["mill"] })],
    NOTHING_ELSE,
  ),
  invented(
    "CreateVolume, encrypted, from a snapshot",
    called("ec2 CreateVolume", {
      size: "100",
      zone: `${REGION}a`,
      volumeType: "gp3",
      encrypted: true,
      snapshotId: "snap-0e00000000000000e",
      tagSpecificationSet: { items: [{ resourceType: "volume", tags: [{ key: "mill", value: "north" }] }] },
    }),
    [
      asks("ec2:CreateVolume", here("ec2", "volume/*"), {
        "ec2:encrypted": "true",
        "ec2:volumetype": "gp3",
        "ec2:volumesize": "100",
        "aws:requesttag/mill": "north",
      }),
      asks("ec2:CreateTags", here("ec2", "volume/*"), { "ec2:createaction": "CreateVolume" }),
    ],
    AT_LEAST,
  ),
  invented(
    "CreateSnapshot",
    called("ec2 CreateSnapshot", { volumeId: "vol-0c00000000000000c" }),
    [asks("ec2:CreateSnapshot", NEW_SNAPSHOT, { "aws:tagkeys": null }), asks("ec2:CreateSnapshot", VOLUME)],
    NOTHING_ELSE,
  ),
  invented(
    "CopySnapshot",
    called("ec2 CopySnapshot", {
      sourceRegion: "us-east-1",
      sourceSnapshotId: "snap-0e00000000000000e",
      encrypted: true,
    }),
    [asks("ec2:CopySnapshot", NEW_SNAPSHOT)],
    AT_LEAST,
  ),
  invented(
    "DeleteSnapshot",
    called("ec2 DeleteSnapshot", { snapshotId: "snap-0e00000000000000e", force: false }),
    [asks("ec2:DeleteSnapshot", SNAPSHOT)],
    NOTHING_ELSE,
  ),
  invented(
    "AttachVolume",
    called("ec2 AttachVolume", {
      volumeId: "vol-0c00000000000000c",
      instanceId: "i-0a00000000000000a",
      device: "/dev/sdf",
    }),
    [asks("ec2:AttachVolume", VOLUME), asks("ec2:AttachVolume", FIRST)],
    NOTHING_ELSE,
  ),
  invented(
    "CreateImage",
    called("ec2 CreateImage", { instanceId: "i-0a00000000000000a", name: "mill", noReboot: true }),
    [asks("ec2:CreateImage", FIRST), asks("ec2:CreateImage", NEW_IMAGE)],
    AT_LEAST,
  ),
  invented(
    "CopyImage",
    called("ec2 CopyImage", { sourceRegion: "us-east-1", sourceImageId: "ami-0d00000000000000d", name: "mill" }),
    [asks("ec2:CopyImage", NEW_IMAGE)],
    AT_LEAST,
  ),
  invented(
    "ModifyImageAttribute",
    called("ec2 ModifyImageAttribute", {
      imageId: "ami-0d00000000000000d",
      launchPermission: { add: { items: [{ userId: "390000000042" }] } },
      attributeType: "launchPermission",
    }),
    [asks("ec2:ModifyImageAttribute", IMAGE)],
    NOTHING_ELSE,
  ),
  invented(
    "DeregisterImage",
    called("ec2 DeregisterImage", { imageId: "ami-0d00000000000000d" }),
    [asks("ec2:DeregisterImage", IMAGE)],
    AT_LEAST,
  ),
  invented(
    "EnableEbsEncryptionByDefault",
    called("ec2 EnableEbsEncryptionByDefault", { EnableEbsEncryptionByDefaultRequest: "" }),
    [asks("ec2:EnableEbsEncryptionByDefault", "*")],
    NOTHING_ELSE,
  ),
  invented(
    "GetSnapshotBlock",
    called(
      "ebs GetSnapshotBlock",
      { snapshotId: "snap-0e00000000000000e", blockIndex: 1 },
      { resources: [logged("EC2::Snapshot", SNAPSHOT)], members: { managementEvent: false, eventCategory: "Data" } },
    ),
    [asks("ebs:GetSnapshotBlock", SNAPSHOT)],
    NOTHING_ELSE,
  ),
];
