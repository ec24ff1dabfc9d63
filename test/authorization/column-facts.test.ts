import { describe, expect, test } from "vitest";
import { dimensionOfKey } from "../../host/authorization/context-keys.ts";
import { errorFacts, hasCodesOfItsOwn } from "../../host/authorization/error-facts.ts";
import { identityFacts } from "../../host/authorization/identity-facts.ts";
import { requestedRegionState } from "../../host/authorization/keys/requested-region.ts";
import { kindFacts } from "../../host/authorization/kind-facts.ts";
import { networkFacts } from "../../host/authorization/network-facts.ts";
import { NO_RESOURCE, resourceOf } from "../../host/authorization/request/authorization.ts";
import { namesCipher, tlsFacts } from "../../host/authorization/tls-facts.ts";
import { userAgentFacts } from "../../host/authorization/user-agent-facts.ts";
import { PRESENT_UNKNOWN, present, presentOrAbsent, UNKNOWN } from "../../host/domain/key-state.ts";

describe("requestedRegionState()", () => {
  const ofModel = (region: string) =>
    requestedRegionState("eu-west-1", { resource: resourceOf(`arn:aws:bedrock:${region}::foundation-model/m.v1:0`) });
  test.each(["eu-west-1", "us-gov-east-1", "us-isob-east-1", "cn-northwest-1"])("of %s is that region", (region) => {
    expect(requestedRegionState(region, { resource: NO_RESOURCE })).toEqual(present(region));
  });
  test.each(["", "-", "...", "region-code", "XXXX", "eu-west-1\n"])("of %j is unknown", (region) => {
    expect(requestedRegionState(region, { resource: NO_RESOURCE })).toEqual(UNKNOWN);
  });
  test("of a model behind an inference profile is any, or none by name", () => {
    expect(ofModel("eu-west-1")).toEqual(present("eu-west-1"));
    expect(ofModel("*")).toEqual(PRESENT_UNKNOWN);
    expect(ofModel("")).toEqual(present("unspecified"));
  });
});

describe("userAgentFacts()", () => {
  test("is what the client sent", () => {
    expect(userAgentFacts("aws-cli/2.1").get("aws:useragent")).toEqual(present("aws-cli/2.1"));
  });
  test.each(["[aws-cli/2.1]", "a".repeat(1024)])("of wrapped or cut text is present with an unknown value", (text) => {
    expect(userAgentFacts(text).get("aws:useragent")).toEqual(PRESENT_UNKNOWN);
  });
  test.each(["", "AWS Internal", "config.amazonaws.com"])("of %j is unknown", (text) => {
    expect(userAgentFacts(text).get("aws:useragent")).toEqual(UNKNOWN);
  });
});

describe("tlsFacts()", () => {
  test("of a TLS version is secure", () => {
    expect(tlsFacts('{"tlsVersion":"TLSv1.3"}').get("aws:securetransport")).toEqual(present("true"));
  });
  test.each(["", "{}", "[]", '{"tlsVersion":"-"}', '{"clientProvidedHostHeader":"h"}', "{"])(
    "of %j is unknown",
    (text) => {
      expect(tlsFacts(text).get("aws:securetransport")).toEqual(UNKNOWN);
    },
  );
});

describe("what S3 says of the connection", () => {
  test("a cipher makes it secure, of an unknown version", () => {
    expect(namesCipher('{"CipherSuite":"ECDHE-RSA-AES128-GCM-SHA256"}')).toBe(true);
    expect(tlsFacts("", true).get("aws:securetransport")).toEqual(present("true"));
    expect(tlsFacts("", true).get("s3:tlsversion")).toEqual(UNKNOWN);
  });
  test.each(["", "{}", '{"CipherSuite":"-"}', '{"CipherSuite":', '{"x":"CipherSuite"}'])("%j names none", (extra) => {
    expect(namesCipher(extra)).toBe(false);
  });
  test.each([
    ["TLSv1", "1.0"],
    ["TLSv1.1", "1.1"],
    ["TLSv1.3", "1.3"],
  ])("%s is version %s, of calls of S3", (tlsVersion, version) => {
    expect(tlsFacts(JSON.stringify({ tlsVersion })).get("s3:tlsversion")).toEqual(presentOrAbsent(version));
  });
});

describe("errorFacts()", () => {
  const none = { alreadyDenied: false, dependencyDenied: false, failed: false };

  test.each([
    "AccessDenied",
    "AccessDeniedException",
    "AccessDeniedFault",
    "S3AccessDeniedFault",
    "Client.UnauthorizedOperation",
    "UnauthorizedOperation",
    "Server.UnauthorizedOperation",
    "Client.UnauthorizedAccess",
    "UnauthorizedException",
    "VpceAccessDenied",
    "AuthorizationError",
    "AuthorizationErrorException",
    "NotAuthorized",
    "NotAuthorizedException",
    "Forbidden",
    "ForbiddenException",
    "AccessForbidden",
    "403",
    "OrganizationAccessDeniedException",
    "EC2AccessDeniedException",
    "CloudHsmAccessDeniedException",
  ])("of %s says already denied", (code) => {
    expect(errorFacts(code)).toEqual({ ...none, alreadyDenied: true });
  });
  test.each([
    "KMSAccessDenied",
    "KMSAccessDeniedException",
    "KMS.AccessDeniedException",
    "AccessDeniedForDependencyException",
    "SNSNoAuthorization",
    "KMSAccessDeniedFault",
    "EncryptionKeyAccessDeniedException",
    "DependencyAccessDeniedException",
    "DependentServiceAccessDenied",
  ])("of %s says that a dependency was denied", (code) => {
    expect(errorFacts(code)).toEqual({ ...none, dependencyDenied: true });
  });
  test.each(["ThrottlingException", "NoSuchBucket", "Client.InvalidParameterValue", "ExpiredToken"])(
    "of %s says failed",
    (code) => {
      expect(errorFacts(code)).toEqual({ ...none, failed: true });
    },
  );
  test("of Cognito's wrong password is no denial, and of its denials is one", () => {
    const isOwn = hasCodesOfItsOwn("cognito-idp.amazonaws.com AdminInitiateAuth");
    expect(errorFacts("NotAuthorizedException", isOwn)).toEqual({ ...none, failed: true });
    expect(errorFacts("AccessDeniedException", isOwn)).toEqual({ ...none, alreadyDenied: true });
    expect(hasCodesOfItsOwn("rekognition.amazonaws.com DetectLabels")).toBe(false);
  });
  test.each(["", "Client.DryRunOperation", "DryRunOperation"])("of %j says nothing", (code) => {
    expect(errorFacts(code)).toEqual(none);
  });
});

describe("kindFacts()", () => {
  test.each([
    ["AwsConsoleSignIn Management", "signIn"],
    ["AwsConsoleSignin ", "signIn"],
    ["AwsServiceEvent Management", "serviceEvent"],
    ["AwsCloudTrailInsight Insight", "insight"],
    ["AwsVpceEvent NetworkActivity", "networkActivity"],
    ["AwsVpceEvents ", "networkActivity"],
    [" NetworkActivity", "networkActivity"],
  ])("of %j is no authorization", (kind, reason) => {
    expect(kindFacts(kind)).toEqual({ outcome: { outcome: "notAnAuthorization", reason }, unlessMapped: false });
  });
  test("of a console action is none unless it maps to an action", () => {
    expect(kindFacts("AwsConsoleAction Management")).toEqual({
      outcome: { outcome: "notAnAuthorization", reason: "consoleAction" },
      unlessMapped: true,
    });
  });
  test.each(["AwsApiCall Management", "AwsApiCall Data", "AwsApiCall ", " ", "", "AwsFutureEvent Future"])(
    "of %j is judged",
    (kind) => {
      expect(kindFacts(kind).outcome).toBeUndefined();
    },
  );
});

describe("dimensionOfKey()", () => {
  test.each([
    ["aws:PrincipalArn", "principal"],
    ["AWS:PRINCIPALORGID", "principal"],
    ["aws:ViaAWSService", "invocation"],
    ["aws:SourceIp", "network"],
    ["aws:UserAgent", "userAgent"],
    ["aws:SecureTransport", "tls"],
    ["aws:RequestedRegion", "request"],
    ["aws:CurrentTime", "time"],
    ["aws:epochtime", "time"],
    ["aws:PrincipalTag/team", "principal"],
    ["aws:ResourceAccount", "request"],
    ["aws:ResourceTag/x", "request"],
    ["aws:PrincipalTag", "request"],
    ["s3:prefix", "request"],
    ["constructor", "request"],
    ["", "request"],
  ])("of %s is %s", (key, dimension) => {
    expect(dimensionOfKey(key)).toBe(dimension);
  });
  test("names the dimension of every key that identity and network facts give", () => {
    const session = { attributes: { creationDate: "2026-03-01T08:00:00Z" } };
    const identity = identityFacts(JSON.stringify({ type: "AssumedRole", sessionContext: session }));
    for (const key of identity.keys.keys()) expect(dimensionOfKey(key), key).toBe("principal");
    for (const key of networkFacts("", "", "").keys.keys()) expect(dimensionOfKey(key), key).toBe("network");
  });
});
