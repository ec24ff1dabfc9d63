import { beforeAll, describe, expect, test } from "vitest";
import type { Core } from "../../host/wasm/core.ts";
import { loadBuild } from "../build-cores.ts";
import { callOf } from "./invented-records.ts";
import { becomes, evaluate, planOf, policyOf } from "./preview-of.ts";

describe("what only several columns of a record tell together", () => {
  let core: Core;
  beforeAll(async () => {
    core = await loadBuild("core");
  });

  test.each([
    ["198.51.100.7", undefined, "unchanged"],
    ["198.51.100.7", "cloudformation.amazonaws.com", "newlyDenied"],
    ["cloudformation.amazonaws.com", "cloudformation.amazonaws.com", "newlyDenied"],
    ["cloudformation.amazonaws.com", undefined, "undetermined"],
    ["AWS Internal", undefined, "undetermined"],
  ])("a Deny of calls via a service: from %s, invoked by %s: %s", (sourceIPAddress, invokedBy, what) => {
    const plan = planOf([policyOf({ Condition: { Bool: { "aws:ViaAWSService": "true" } } })]);
    const { userIdentity, ...call } = callOf(1, { sourceIPAddress });
    const identity = invokedBy === undefined ? userIdentity : { ...(userIdentity as object), invokedBy };
    expect(becomes(core, plan, { ...call, userIdentity: identity }).what).toBe(what);
  });

  test.each([
    ["the cipher that S3 names", { additionalEventData: { CipherSuite: "ECDHE-RSA-AES128-GCM-SHA256" } }, "unchanged"],
    ["a TLS version", { tlsDetails: { tlsVersion: "TLSv1.2" } }, "unchanged"],
    ["neither", { additionalEventData: { SignatureVersion: "SigV4" } }, "undetermined"],
  ])("a Deny of insecure transport, by %s", (_, told, what) => {
    const plan = planOf([policyOf({ Condition: { Bool: { "aws:SecureTransport": "false" } } })]);
    const read = callOf(1, {
      eventSource: "s3.amazonaws.com",
      eventName: "GetObject",
      requestParameters: { bucketName: "oats", key: "a" },
    });
    expect(becomes(core, plan, { ...read, ...told }).what).toBe(what);
  });

  test("a wrong password of Cognito is a failed call, elsewhere its code is a denial", () => {
    const plan = planOf([policyOf({})]);
    const login = callOf(1, {
      eventSource: "cognito-idp.amazonaws.com",
      eventName: "AdminInitiateAuth",
      errorCode: "NotAuthorizedException",
    });
    expect(evaluate(core, plan, [login]).counts.failed.newlyDenied).toBe(1);
    const elsewhere = { ...login, eventSource: "rekognition.amazonaws.com", eventName: "DetectLabels" };
    expect(becomes(core, plan, elsewhere)).toEqual({ what: "alreadyDenied", why: "accessDenied" });
  });
});
