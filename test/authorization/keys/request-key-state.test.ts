import { describe, expect, test } from "vitest";
import {
  ABSENT,
  type KeyState,
  PRESENT_UNKNOWN,
  present,
  presentList,
  presentOrAbsent,
  UNKNOWN,
} from "../../../host/domain/key-state.ts";
import { ACCOUNT, type Call, INSTANCE, KEY, OBJECT, ROLE, run, stateOf, VOLUME } from "./state-of.ts";

describe("keys of the action's own service", () => {
  test.each<[string, KeyState]>([
    ["ec2:instancetype", present("t3.micro")],
    ["ec2:metadatahttptokens", UNKNOWN],
    ["ec2:region", present("eu-west-1")],
    // of other types of the same action
    ["ec2:owner", ABSENT],
    ["ec2:volumesize", ABSENT],
    // of other actions only
    ["ec2:createaction", ABSENT],
    // nobody lists it
    ["ec2:colour", UNKNOWN],
  ])("RunInstances on an instance: %s", (key, expected) => {
    expect(stateOf(run({ instanceType: "t3.micro" }), "ec2:RunInstances", INSTANCE, key)).toEqual(expected);
  });
  test("a resource of unknown type leaves a type's key open", () => {
    const state = stateOf(run({ instanceType: "t3.micro" }), "ec2:RunInstances", "arn:aws:ec2:*", "ec2:instancetype");
    expect(state).toEqual(presentOrAbsent("t3.micro"));
  });
  test("a launch template hides the parameter; the answer shows it, unless the call failed", () => {
    const parameters = { launchTemplate: { launchTemplateId: "lt-1" } };
    const responseElements = JSON.stringify({ instancesSet: { items: [{ instanceType: "m7g.large" }] } });
    const call = run(parameters, { responseElements });
    expect(stateOf(call, "ec2:RunInstances", INSTANCE, "ec2:instancetype")).toEqual(present("m7g.large"));
    const failed = run(parameters, { responseElements, hasFailed: true });
    expect(stateOf(failed, "ec2:RunInstances", INSTANCE, "ec2:instancetype")).toEqual(UNKNOWN);
  });
  test("what only the answer shows need not have been in the request", () => {
    const responseElements = JSON.stringify({ size: 80 });
    const call = { event: "ec2.amazonaws.com CreateVolume", parameters: {}, more: { responseElements } };
    expect(stateOf(call, "ec2:CreateVolume", VOLUME, "ec2:volumesize")).toEqual(presentOrAbsent("80"));
  });
  test("tags at creation are told apart from tags on what exists", () => {
    const call = { event: "ec2.amazonaws.com CreateTags", parameters: {} };
    expect(stateOf(call, "ec2:CreateTags", `${INSTANCE.slice(0, -1)}i-1`, "ec2:createaction")).toEqual(ABSENT);
    expect(stateOf(call, "ec2:CreateTags", `${INSTANCE.slice(0, -1)}i-1`, "ec2:resourcetag/x")).toEqual(UNKNOWN);
  });
  test("what an instance has already is unknown", () => {
    const call = { event: "ec2.amazonaws.com TerminateInstances", parameters: { instanceType: "t3.micro" } };
    expect(stateOf(call, "ec2:TerminateInstances", INSTANCE, "ec2:tenancy")).toEqual(UNKNOWN);
  });
  test("an explicit false of encryption is not the last word", () => {
    const call = (encrypted: boolean) => ({ event: "ec2.amazonaws.com CreateVolume", parameters: { encrypted } });
    expect(stateOf(call(true), "ec2:CreateVolume", VOLUME, "ec2:encrypted")).toEqual(present("true"));
    expect(stateOf(call(false), "ec2:CreateVolume", VOLUME, "ec2:encrypted")).toEqual(PRESENT_UNKNOWN);
  });
  test("parameters that were not logged say nothing", () => {
    expect(stateOf(run(), "ec2:RunInstances", INSTANCE, "ec2:instancetype")).toEqual(UNKNOWN);
  });
  test("values hidden in the log are there", () => {
    const call = run({ instanceType: "HIDDEN_DUE_TO_SECURITY_REASONS" });
    expect(stateOf(call, "ec2:RunInstances", INSTANCE, "ec2:instancetype")).toEqual(PRESENT_UNKNOWN);
  });
  test("keys listed at a resource type count for every action on it", () => {
    const call = { event: "rds.amazonaws.com CreateDBInstance", parameters: { dBInstanceClass: "db.t3.small" } };
    const arn = (type: string) => `arn:aws:rds:eu-west-1:111122223333:${type}:shop`;
    expect(stateOf(call, "rds:CreateDBInstance", arn("db"), "rds:databaseclass")).toEqual(present("db.t3.small"));
    expect(stateOf(call, "rds:CreateDBInstance", arn("subgrp"), "rds:databaseclass")).toEqual(ABSENT);
    const change = { ...call, event: "rds.amazonaws.com ModifyDBInstance" };
    expect(stateOf(change, "rds:ModifyDBInstance", arn("db"), "rds:databaseclass")).toEqual(UNKNOWN);
  });
  test("defaults that the key may have leave both open", () => {
    const call = { event: "kms.amazonaws.com ScheduleKeyDeletion", parameters: { keyId: KEY } };
    const key = "kms:schedulekeydeletionpendingwindowindays";
    expect(stateOf(call, "kms:ScheduleKeyDeletion", KEY, key)).toEqual(presentOrAbsent("30"));
  });
  test("the encryption context by its names", () => {
    const call = { event: "kms.amazonaws.com Decrypt", parameters: { encryptionContext: { Shop: "north" } } };
    expect(stateOf(call, "kms:Decrypt", KEY, "kms:encryptioncontext:shop")).toEqual(present("north"));
    expect(stateOf(call, "kms:Decrypt", KEY, "kms:encryptioncontext:till")).toEqual(ABSENT);
    expect(stateOf(call, "kms:Decrypt", KEY, "kms:encryptioncontextkeys")).toEqual(presentList("Shop"));
    expect(stateOf(call, "kms:Decrypt", KEY, "kms:calleraccount")).toEqual(present(ACCOUNT));
  });
  test("the alias of a key only where the request names it", () => {
    const call = (parameters: object) => ({ event: "kms.amazonaws.com Decrypt", parameters });
    const state = (parameters: object) => stateOf(call(parameters), "kms:Decrypt", KEY, "kms:requestalias");
    expect(state({ keyId: "alias/till" })).toEqual(present("alias/till"));
    expect(state({ keyId: "arn:aws:kms:eu-west-1:111122223333:alias/till" })).toEqual(present("alias/till"));
    expect(state({ keyId: KEY })).toEqual(ABSENT);
    expect(state({})).toEqual(ABSENT);
  });
  test("a function without subnets lies in no VPC", () => {
    const arn = "arn:aws:lambda:eu-west-1:111122223333:function:shop";
    const call = (name: string, parameters: unknown) => ({ event: `lambda.amazonaws.com ${name}`, parameters });
    const key = "lambda:vpcids";
    expect(stateOf(call("CreateFunction20150331", {}), "lambda:CreateFunction", arn, key)).toEqual(ABSENT);
    const within = call("CreateFunction20150331", { vpcConfig: { subnetIds: ["subnet-1"] } });
    expect(stateOf(within, "lambda:CreateFunction", arn, key)).toEqual({ ...PRESENT_UNKNOWN, isMultivalued: true });
    const change = call("UpdateFunctionConfiguration20150331v2", {});
    expect(stateOf(change, "lambda:UpdateFunctionConfiguration", arn, key).mayBeAnything).toBe(true);
  });
  test("keys that the authorization has of its own win", () => {
    const keys = new Map([["iam:passedtoservice", present("ec2.amazonaws.com")]]);
    expect(stateOf(run({}), "iam:PassRole", ROLE, "iam:passedtoservice", keys)).toEqual(present("ec2.amazonaws.com"));
  });
  test("parameters are not those of an action asked for besides", () => {
    const call = run({ permissionsBoundary: "arn:aws:iam::111122223333:policy/x" });
    expect(stateOf(call, "iam:CreateRole", ROLE, "iam:permissionsboundary")).toEqual(UNKNOWN);
    const other = { ...call, event: "iam.amazonaws.com CreateUser" };
    expect(stateOf(other, "iam:CreateRole", ROLE, "iam:permissionsboundary")).toEqual(UNKNOWN);
  });
  test("a wildcard of an unmapped event leaves its service's keys open", () => {
    expect(stateOf(run({}), "ec2:*", "*", "ec2:instancetype")).toEqual(UNKNOWN);
    expect(stateOf(run({}), "ec2:*", "*", "kms:viaservice")).toEqual(ABSENT);
    expect(stateOf(run({}), "*", "*", "kms:viaservice")).toEqual(UNKNOWN);
  });
});

describe("keys of S3", () => {
  const put = (parameters: unknown, name = "PutObject"): Call => ({
    event: `s3.amazonaws.com ${name}`,
    parameters: { bucketName: "invoices", key: "2026/1.pdf", ...(parameters as object) },
  });
  test("headers are there or absent", () => {
    const call = put({ "x-amz-acl": ["private"] });
    expect(stateOf(call, "s3:PutObject", OBJECT, "s3:x-amz-acl")).toEqual(present("private"));
    expect(stateOf(call, "s3:PutObject", OBJECT, "s3:x-amz-server-side-encryption")).toEqual(ABSENT);
    expect(stateOf(call, "s3:GetObject", OBJECT, "s3:x-amz-acl")).toEqual(presentOrAbsent("private"));
  });
  test("a part of an upload may have what began the upload", () => {
    const state = stateOf(put({}, "UploadPart"), "s3:PutObject", OBJECT, "s3:x-amz-server-side-encryption");
    expect(state).toEqual(UNKNOWN);
  });
  test("an empty prefix is a value", () => {
    const call = { event: "s3.amazonaws.com ListObjects", parameters: { bucketName: "invoices", prefix: "" } };
    expect(stateOf(call, "s3:ListBucket", "arn:aws:s3:::invoices", "s3:prefix")).toEqual(present(""));
    expect(stateOf(call, "s3:ListBucket", "arn:aws:s3:::invoices", "s3:delimiter")).toEqual(ABSENT);
  });
  test("how the request was signed stands elsewhere", () => {
    const additionalEventData = JSON.stringify({ AuthenticationMethod: "QueryString" });
    const call = { ...put({}), more: { additionalEventData } };
    expect(stateOf(call, "s3:PutObject", OBJECT, "s3:authtype")).toEqual(present("REST-QUERY-STRING"));
    expect(stateOf(put({}), "s3:PutObject", OBJECT, "s3:authtype")).toEqual(UNKNOWN);
  });
  test("tags of an object in the header", () => {
    const call = put({ "x-amz-tagging": "Class=a%20b&Till=7" });
    expect(stateOf(call, "s3:PutObject", OBJECT, "s3:requestobjecttag/class")).toEqual(present("a b"));
    expect(stateOf(call, "s3:PutObject", OBJECT, "s3:requestobjecttag/shop")).toEqual(ABSENT);
    expect(stateOf(call, "s3:PutObject", OBJECT, "s3:requestobjecttagkeys")).toEqual(presentList("Class", "Till"));
  });
});

describe("keys of other services", () => {
  test.each<[string, KeyState]>([
    ["kms:viaservice", ABSENT],
    ["s3:prefix", ABSENT],
    ["lambda:sourcefunctionarn", UNKNOWN],
    ["saml:sub", UNKNOWN],
    ["token.example.com:sub", UNKNOWN],
    ["nosuch:key", UNKNOWN],
    ["aws:referer", UNKNOWN],
  ])("RunInstances: %s", (key, expected) => {
    expect(stateOf(run({}), "ec2:RunInstances", INSTANCE, key)).toEqual(expected);
  });
});
