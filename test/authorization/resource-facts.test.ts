import { describe, expect, test } from "vitest";
import { operationFacts } from "../../host/authorization/operation-facts.ts";
import { resourceFacts } from "../../host/authorization/resource-facts.ts";
import { ABSENT, present, presentOrAbsent, UNKNOWN } from "../../host/domain/key-state.ts";
import { catalogue } from "./built-catalogue.ts";

const ACCOUNT = "111122223333";
const BUCKET = { type: "AWS::S3::Bucket", ARN: "arn:aws:s3:::b", accountId: ACCOUNT };
const OBJECT = { type: "AWS::S3::Object", ARN: "arn:aws:s3:::b/k" };
const KEY = `arn:aws:kms:eu-west-1:${ACCOUNT}:key/1`;
const TABLE = `arn:aws:dynamodb:eu-west-1:${ACCOUNT}:table/T`;

function facts(operation: string, resources: unknown) {
  const [service, name] = operation.split(":");
  const text = typeof resources === "string" ? resources : JSON.stringify(resources);
  return resourceFacts(catalogue, operationFacts(catalogue, `${service}.amazonaws.com ${name}`), text);
}

const UNKNOWN_FACTS = { resources: { kind: "unknown" }, accountKey: UNKNOWN };

describe("resourceFacts()", () => {
  test("of an action without resource types is exactly no resource", () => {
    expect(facts("ec2:DescribeInstances", "").resources).toEqual({ kind: "none" });
  });

  test("takes the object, not the bucket that holds it, and the bucket's account", () => {
    for (const resources of [
      [OBJECT, BUCKET],
      [BUCKET, OBJECT],
    ]) {
      expect(facts("s3:GetObject", resources)).toEqual({
        resources: { kind: "arns", arns: ["arn:aws:s3:::b/k"], furtherUnknown: false },
        accountKey: present(ACCOUNT),
      });
    }
  });

  test("reads the account from the ARN when no entry says it, and both spellings of the member", () => {
    expect(facts("kms:Decrypt", [{ arn: KEY }])).toEqual({
      resources: { kind: "arns", arns: [KEY], furtherUnknown: false },
      accountKey: present(ACCOUNT),
    });
  });

  test("names each of several resources once", () => {
    const names = ["a", "b", "a"].map((name) => `arn:aws:ssm:eu-west-1:${ACCOUNT}:parameter/${name}`);
    expect(
      facts(
        "ssm:GetParameters",
        names.map((ARN) => ({ ARN })),
      ).resources,
    ).toEqual({
      kind: "arns",
      arns: names.slice(0, 2),
      furtherUnknown: false,
    });
  });

  test("ignores resources of other services", () => {
    const { resources } = facts("s3:PutObject", [
      OBJECT,
      { type: "AWS::KMS::Key", ARN: KEY, accountId: "444455556666" },
    ]);
    expect(resources).toEqual({ kind: "arns", arns: ["arn:aws:s3:::b/k"], furtherUnknown: false });
  });

  test("leaves room for another resource when a type of the action is not logged", () => {
    expect(facts("dynamodb:Query", [{ ARN: TABLE, accountId: ACCOUNT }])).toEqual({
      resources: { kind: "arns", arns: [TABLE], furtherUnknown: true },
      accountKey: UNKNOWN,
    });
  });

  test("leaves room for another resource when an entry is a prefix of one, or cannot be read", () => {
    for (const odd of [
      { ARNPrefix: "arn:aws:s3:::b/" },
      null,
      7,
      {},
      { ARN: "" },
      { ARN: "HIDDEN_DUE_TO_SECURITY_REASONS" },
    ]) {
      expect(facts("s3:GetObject", [OBJECT, odd]).resources, JSON.stringify(odd)).toMatchObject({
        furtherUnknown: true,
      });
    }
  });

  test("is not troubled by a prefix that can be no resource of the action", () => {
    const { resources } = facts("s3:ListBucket", [{ ARNPrefix: "arn:aws:s3:::b/photos" }, BUCKET]);
    expect(resources).toEqual({ kind: "arns", arns: ["arn:aws:s3:::b"], furtherUnknown: false });
  });

  test("of a request through an access point is unknown: the object's own ARN was not decided", () => {
    const accessPoint = { type: "AWS::S3::AccessPoint", ARN: `arn:aws:s3:eu-west-1:${ACCOUNT}:accesspoint/ap` };
    expect(facts("s3:GetObject", [OBJECT, BUCKET, accessPoint])).toEqual(UNKNOWN_FACTS);
  });

  test.each([
    ["an unmapped operation", "s3:ListBuckets", [BUCKET]],
    ["no resources", "s3:GetObject", ""],
    ["an empty list", "s3:GetObject", []],
    ["only the bucket of an object action", "s3:GetObject", [BUCKET]],
    ["a resource the action does not take", "kms:CreateKey", [{ ARN: KEY }]],
    ["broken JSON", "s3:GetObject", '[{"ARN":'],
    ["no list", "s3:GetObject", { ARN: "arn:aws:s3:::b/k" }],
    ["a list of text", "s3:GetObject", ["arn:aws:s3:::b/k"]],
    ["a hidden ARN", "s3:GetObject", [{ ARN: "arn:aws:s3:::b/HIDDEN_DUE_TO_SECURITY_REASONS" }]],
    ["an ARN longer than ARNs are", "s3:GetObject", [{ ARN: `arn:aws:s3:::b/${"k".repeat(3000)}` }]],
  ])("of %s is unknown", (_, operation, resources) => {
    expect(facts(operation, resources)).toEqual(UNKNOWN_FACTS);
  });

  test("does not know the account of resources in two accounts, nor of one that says two", () => {
    const other = KEY.replace(ACCOUNT, "444455556666");
    expect(facts("kms:Decrypt", [{ ARN: KEY }, { ARN: other }]).accountKey).toEqual(UNKNOWN);
    expect(facts("kms:Decrypt", [{ ARN: KEY, accountId: "444455556666" }]).accountKey).toEqual(UNKNOWN);
    expect(facts("s3:GetObject", [OBJECT]).accountKey).toEqual(UNKNOWN);
  });

  test("allows that services without the key leave it out", () => {
    const { accountKey } = facts("ebs:GetSnapshotBlock", [
      { ARN: "arn:aws:ec2:eu-west-1::snapshot/snap-1", accountId: ACCOUNT },
    ]);
    expect(accountKey).toEqual(presentOrAbsent(ACCOUNT));
    expect(accountKey).not.toEqual(ABSENT);
  });
});
