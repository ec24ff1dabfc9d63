/** What the `resources` array gives, which entries are not taken, and what is odd in it. `A`, `R`: account and region. */
import { describe, expect, test } from "vitest";
import { askedOf } from "./asked-of.ts";
import { ACCOUNT } from "./request-of.ts";

const BUCKET = { type: "AWS::S3::Bucket", ARN: "arn:aws:s3:::b", accountId: ACCOUNT };
const OBJECT = { type: "AWS::S3::Object", ARN: "arn:aws:s3:::b/k" };
const POINT = { type: "AWS::S3::AccessPoint", ARN: `arn:aws:s3:eu-west-1:${ACCOUNT}:accesspoint/ap` };
const KEY = `arn:aws:kms:eu-west-1:${ACCOUNT}:key/1`;
const TABLE = `arn:aws:dynamodb:eu-west-1:${ACCOUNT}:table/T`;
const LONG = `arn:aws:s3:::b/${"k".repeat(3000)}`;

describe("logged resources", () => {
  test.each([[[OBJECT, BUCKET]], [[BUCKET, OBJECT]]])(
    "are the object, not the bucket that holds it: %j",
    (resources) => {
      expect(askedOf("s3:GetObject", { resources })).toEqual({ certain: ["s3:::b/k"], possible: [] });
    },
  );

  test("are read in both spellings of the member", () => {
    expect(askedOf("kms:Decrypt", { resources: [{ arn: KEY }] }).certain).toEqual(["kms:R:A:key/1"]);
    expect(askedOf("kms:Decrypt", { resources: [{ ARN: KEY }] }).certain).toEqual(["kms:R:A:key/1"]);
  });

  test("are each asked for once, in the order logged", () => {
    const resources = ["b", "a", "b"].map((name) => ({ ARN: `arn:aws:ssm:eu-west-1:${ACCOUNT}:parameter/${name}` }));
    expect(askedOf("ssm:GetParameters", { resources })).toEqual({
      certain: ["ssm:R:A:parameter/b", "ssm:R:A:parameter/a"],
      possible: [],
    });
  });

  test("of other services are passed over", () => {
    const resources = [OBJECT, { type: "AWS::KMS::Key", ARN: KEY, accountId: "444455556666" }];
    expect(askedOf("s3:PutObject", { resources })).toEqual({ certain: ["s3:::b/k"], possible: [] });
  });

  test("may belong to two accounts", () => {
    const resources = [{ ARN: KEY }, { ARN: KEY.replace(ACCOUNT, "444455556666") }];
    expect(askedOf("kms:Decrypt", { resources }).certain).toEqual(["kms:R:A:key/1", "kms:R:444455556666:key/1"]);
  });

  test("leave room for a type that is not among them only while the parameters are not known", () => {
    const resources = [{ ARN: TABLE, accountId: ACCOUNT }];
    const ofTable = (parametersText: string) => askedOf("dynamodb:Query", { resources, parametersText });
    expect(ofTable("")).toEqual({ certain: ["dynamodb:R:A:table/T"], possible: ["dynamodb:R:*:table/*/index/*"] });
    expect(ofTable('{"tableName":"T"}')).toEqual({ certain: ["dynamodb:R:A:table/T"], possible: [] });
  });

  test("say it better than the beginning of an ARN does", () => {
    const resources = [{ ARNPrefix: "arn:aws:s3:::b/photos" }, BUCKET];
    expect(askedOf("s3:ListBucket", { resources })).toEqual({ certain: ["s3:::b"], possible: [] });
  });

  test("that are no resource of an action without resources change nothing", () => {
    expect(askedOf("kms:CreateKey", { resources: [{ ARN: KEY }] }).certain).toEqual(["*"]);
  });

  test.each([
    ["nothing", ""],
    ["an empty list", "[]"],
    ["broken JSON", '[{"ARN":'],
    ["an object", '{"ARN":"arn:aws:s3:::b/k"}'],
    ["text", '"arn:aws:s3:::b/k"'],
    ["a list of text", '["arn:aws:s3:::b/k"]'],
    ["a list of oddities", '[null, 7, {}, [], {"ARN": ""}, {"ARN": 7}]'],
    ["a hidden ARN", '[{"ARN":"HIDDEN_DUE_TO_SECURITY_REASONS"}]'],
    ["an ARN with a hidden part", '[{"ARN":"arn:aws:s3:::b/HIDDEN_DUE_TO_SECURITY_REASONS"}]'],
  ])("of %s leave any object open, or the one that the parameters name", (_, resourcesText) => {
    for (const parametersText of ["", "null", "{}"]) {
      expect(askedOf("s3:GetObject", { resourcesText, parametersText })).toEqual({
        certain: ["s3:::*/*"],
        possible: [],
      });
    }
    const parameters = { bucketName: "b", key: "k" };
    expect(askedOf("s3:GetObject", { resourcesText, parameters }).certain).toEqual(["s3:::b/k"]);
  });

  test("that the action has no use for leave what it has use for open", () => {
    expect(askedOf("s3:GetObject", { resources: [BUCKET] })).toEqual({ certain: ["s3:::*/*"], possible: ["s3:::b"] });
    const { certain } = askedOf("s3:GetObject", { resources: [{ ARN: LONG }] });
    expect(certain).toEqual(["s3:::*/*"]);
  });
});

describe("a logged access point", () => {
  const behind = [OBJECT, BUCKET, POINT];

  test.each([
    [POINT.ARN, ["s3:R:A:accesspoint/ap/object/k"]],
    ["ap-abcdefghijklmnopqrstuvwxyz-s3alias", ["s3:R:A:accesspoint/ap/object/k"]],
    ["b", ["s3:R:A:accesspoint/ap/object/k"]],
  ])("is what a request for an object was decided on, when its bucket is called %s", (bucketName, certain) => {
    const asked = askedOf("s3:GetObject", { resources: behind, parameters: { bucketName, key: "k" } });
    expect(asked.certain).toEqual(certain);
    expect(asked.possible).toContain("s3:::b/k");
  });

  test("leaves the object's key open when the parameters do not name it", () => {
    const asked = askedOf("s3:GetObject", { resources: behind, parametersText: "" });
    expect(asked.certain).toEqual(["s3:R:A:accesspoint/ap/object/*"]);
    expect(asked.possible).toContain("s3:::b/k");
  });

  test("is what a request for its bucket was decided on", () => {
    expect(askedOf("s3:ListBucket", { resources: [BUCKET, POINT], parameters: { bucketName: "b" } })).toEqual({
      certain: ["s3:R:A:accesspoint/ap"],
      possible: ["s3:::b"],
    });
  });
});
