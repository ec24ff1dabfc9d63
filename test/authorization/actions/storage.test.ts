import { describe, expect, test } from "vitest";
import { actionsOfInvented, certainOf, possibleOf } from "./invented-call.ts";

const BUCKET = { bucketName: "pictures", key: "a/b.png" };

function s3(name: string, parameters?: unknown) {
  return actionsOfInvented(`s3.amazonaws.com ${name}`, { parameters });
}

describe("actionsOf() for S3", () => {
  test.each([
    ["ListBuckets", "s3:ListAllMyBuckets"],
    ["ListObjects", "s3:ListBucket"],
    ["HeadBucket", "s3:ListBucket"],
    ["ListObjectVersions", "s3:ListBucketVersions"],
    ["ListParts", "s3:ListMultipartUploadParts"],
    ["GetBucketEncryption", "s3:GetEncryptionConfiguration"],
    ["DeleteBucketEncryption", "s3:PutEncryptionConfiguration"],
    ["DeleteBucketLifecycle", "s3:PutLifecycleConfiguration"],
    ["GetBucketReplication", "s3:GetReplicationConfiguration"],
    ["ListBucketInventoryConfigurations", "s3:GetInventoryConfiguration"],
    ["DeleteBucketPublicAccessBlock", "s3:PutBucketPublicAccessBlock"],
    ["DeleteAccountPublicAccessBlock", "s3:PutAccountPublicAccessBlock"],
    ["PutPublicAccessBlock", "s3:PutBucketPublicAccessBlock"],
    ["DeleteBucketTagging", "s3:PutBucketTagging"],
    ["GetBucketCors", "s3:GetBucketCORS"],
    ["UploadPart", "s3:PutObject"],
    ["GetObject", "s3:GetObject"],
    ["HeadObject", "s3:GetObject"],
    ["WriteGetObjectResponse", "s3-object-lambda:WriteGetObjectResponse"],
  ])("maps %s to %s and to nothing besides", (name, action) => {
    const actions = s3(name, BUCKET);
    expect(certainOf(actions)).toEqual([action]);
    expect(possibleOf(actions)).toEqual([]);
    expect(actions).toMatchObject({ isMapped: true, outcome: undefined });
  });

  test.each([
    ["GetObject", ["s3:GetObjectVersion"]],
    ["HeadObject", ["s3:GetObjectVersion"]],
    ["DeleteObject", ["s3:DeleteObjectVersion"]],
    ["PutObjectAcl", ["s3:PutObjectVersionAcl"]],
    ["GetObjectTagging", ["s3:GetObjectVersionTagging"]],
    ["GetObjectAttributes", ["s3:GetObjectVersionAttributes", "s3:GetObjectVersion"]],
  ])("chooses the action of a version for %s by the version id", (name, actions) => {
    expect(certainOf(s3(name, { ...BUCKET, versionId: "v1" }))).toEqual(actions);
  });

  test("does not choose between object and version when the parameters are unknown", () => {
    expect(certainOf(s3("GetObject"))).toEqual(["s3:GetObject|s3:GetObjectVersion"]);
    expect(certainOf(s3("GetObject", null))).toEqual(["s3:GetObject|s3:GetObjectVersion"]);
  });

  test("does not take a parameter for missing of a source whose parameters nobody wanted", () => {
    const actions = actionsOfInvented("s3.amazonaws.com.cn GetObject", { parameters: BUCKET });
    expect(certainOf(actions)).toEqual(["s3:GetObject|s3:GetObjectVersion"]);
  });

  test.each([
    ["x-amz-acl", "public-read", "s3:PutObjectAcl"],
    ["x-amz-grant-read", "id=1", "s3:PutObjectAcl"],
    ["x-amz-tagging", "a=b", "s3:PutObjectTagging"],
    ["x-amz-object-lock-mode", "GOVERNANCE", "s3:PutObjectRetention"],
    ["x-amz-object-lock-legal-hold", "ON", "s3:PutObjectLegalHold"],
  ])("asks for more of a PutObject with %s", (header, value, action) => {
    const actions = s3("PutObject", { ...BUCKET, [header]: value });
    expect(certainOf(actions)).toEqual(["s3:PutObject", action]);
    expect(possibleOf(actions)).toEqual([]);
    expect(actions.certain[1]?.[0]?.provenance).toBe("implied");
  });

  test("leaves what headers would ask for possible when they are not known", () => {
    expect(possibleOf(s3("PutObject"))).toEqual(
      expect.arrayContaining([
        "s3:PutObjectAcl",
        "s3:PutObjectTagging",
        "s3:PutObjectRetention",
        "s3:PutObjectLegalHold",
      ]),
    );
    expect(possibleOf(s3("PutObject", { ...BUCKET, "x-amz-acl": "private" }))).toEqual(["s3:PutObjectAcl"]);
  });

  test.each([
    [{ "x-amz-acl": ["private"] }, []],
    [{ "x-amz-acl": "public-read" }, ["s3:PutBucketAcl"]],
    [{ "x-amz-bucket-object-lock-enabled": "true" }, ["s3:PutBucketObjectLockConfiguration", "s3:PutBucketVersioning"]],
    [{ "x-amz-object-ownership": "ObjectWriter" }, ["s3:PutBucketOwnershipControls"]],
  ])("asks of a CreateBucket with %j for %j besides", (headers, more) => {
    expect(certainOf(s3("CreateBucket", { bucketName: "pictures", ...headers }))).toEqual(["s3:CreateBucket", ...more]);
  });

  test.each([
    ["source/a%20b/c.txt", "s3:GetObject@arn:aws:s3:::source/a b/c.txt"],
    ["/source/c.txt", "s3:GetObject@arn:aws:s3:::source/c.txt"],
    ["source/c.txt?versionId=abc", "s3:GetObjectVersion@arn:aws:s3:::source/c.txt"],
    ["source/what?.txt", "s3:GetObject@arn:aws:s3:::source/what?.txt"],
    ["source/100%", "s3:GetObject@arn:aws:s3:::source/100%"],
    [
      "arn:aws:s3:eu-west-1:111122223333:accesspoint/point/object/c.txt",
      "s3:GetObject@arn:aws:s3:eu-west-1:111122223333:accesspoint/point/object/c.txt",
    ],
    ["point-abc-s3alias/c.txt", "s3:GetObject@arn:aws:s3:*"],
    [
      "arn:aws:s3-outposts:eu-west-1:111122223333:outpost/op-1/accesspoint/p/object/c",
      "s3-outposts:GetObject@arn:aws:s3-outposts:eu-west-1:111122223333:outpost/op-1/accesspoint/p/object/c",
    ],
    ["nothing", "s3:GetObject@"],
  ])("reads the source %s of a copy as %s", (source, read) => {
    expect(certainOf(s3("CopyObject", { ...BUCKET, "x-amz-copy-source": source }))).toEqual([
      "s3:PutObject@arn:aws:s3:::pictures/a/b.png",
      read,
    ]);
  });

  test("reads some object when a copy's source is not logged", () => {
    expect(certainOf(s3("UploadPartCopy", BUCKET))[1]).toBe(
      "s3:GetObject@arn:aws:s3:*|s3:GetObjectVersion@arn:aws:s3:*",
    );
    expect(possibleOf(s3("UploadPartCopy", BUCKET))).toEqual([]);
  });

  test("carries tags along with a copy, unless they are replaced", () => {
    const copy = { ...BUCKET, "x-amz-copy-source": "source/c.txt" };
    expect(possibleOf(s3("CopyObject", copy))).toEqual([
      "s3:GetObjectTagging@arn:aws:s3:::source/c.txt",
      "s3:PutObjectTagging@arn:aws:s3:::pictures/a/b.png",
    ]);
    const replaced = s3("CopyObject", { ...copy, "x-amz-tagging-directive": "REPLACE", "x-amz-tagging": "a=b" });
    expect(possibleOf(replaced)).toEqual([]);
    expect(certainOf(replaced)).toContain("s3:PutObjectTagging@arn:aws:s3:::pictures/a/b.png");
  });

  test("takes a PutObject that names a source for a copy", () => {
    expect(certainOf(s3("PutObject", { ...BUCKET, "x-amz-copy-source": "source/c.txt" }))).toContain(
      "s3:GetObject@arn:aws:s3:::source/c.txt",
    );
  });

  test("asks of DeleteObjects for some object of the bucket, whose key is not logged", () => {
    const actions = s3("DeleteObjects", { bucketName: "pictures" });
    expect(certainOf(actions)).toEqual([
      "s3:DeleteObject@arn:aws:s3:::pictures/*|s3:DeleteObjectVersion@arn:aws:s3:::pictures/*",
    ]);
    expect(possibleOf(actions)).toHaveLength(2);
  });

  test.each([
    ["GetObject", "pictures--euw1-az1--x-s3", [], ["s3express:CreateSession"]],
    ["GetBucketPolicy", "pictures--euw1-az1--x-s3", ["s3express:GetBucketPolicy"], []],
    ["DeleteBucketEncryption", "pictures--euw1-az1--x-s3", ["s3express:PutEncryptionConfiguration"], []],
    ["GetObject", "arn:aws:s3-outposts:eu-west-1:111122223333:outpost/o/accesspoint/p", ["s3-outposts:GetObject"], []],
    ["GetObject", "arn:aws:s3-object-lambda:eu-west-1:111122223333:accesspoint/p", ["s3-object-lambda:GetObject"], []],
  ])("decides %s on %s by the service that owns it", (name, bucketName, certain, possible) => {
    const actions = s3(name, { bucketName, key: "k" });
    expect(certainOf(actions)).toEqual(certain);
    expect(possibleOf(actions)).toEqual(possible);
  });

  test.each([
    ["pictures--euw1-az1--x-s3", []],
    [
      "arn:aws:s3-outposts:eu-west-1:111122223333:outpost/o/accesspoint/p",
      ["s3-outposts:PutObject", "s3-outposts:PutObjectAcl"],
    ],
    ["arn:aws:s3:eu-west-1:111122223333:accesspoint/p", ["s3:PutObject", "s3:PutObjectAcl"]],
  ])("asks of a PutObject with an ACL on %s for %j", (bucketName, certain) => {
    expect(certainOf(s3("PutObject", { bucketName, key: "k", "x-amz-acl": "public-read" }))).toEqual(certain);
  });

  test.each([
    ["s3-outposts.amazonaws.com PutBucketLifecycleConfiguration", ["s3-outposts:PutLifecycleConfiguration"]],
    ["s3-outposts.amazonaws.com CreateEndpoint", ["s3-outposts:CreateEndpoint"]],
    ["s3express.amazonaws.com ListDirectoryBuckets", ["s3express:ListAllMyDirectoryBuckets"]],
  ])("maps %s of a source of its own to %j", (operation, actions) => {
    expect(certainOf(actionsOfInvented(operation, { parameters: {} }))).toEqual(actions);
  });
});
