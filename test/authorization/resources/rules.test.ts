/** Rules that hold for every service: what is hidden, not logged, another's, or of a service without rows. */
import { describe, expect, test } from "vitest";
import { resourcesOf } from "../../../host/authorization/resources/resources-of.ts";
import { catalogue } from "../built-catalogue.ts";
import { everyAction } from "../every-action.ts";
import { askedOf } from "./asked-of.ts";
import { requestOf } from "./request-of.ts";

describe("resourcesOf()", () => {
  test("says none exactly for actions without resource types, whatever the record holds", () => {
    const calls = [{ parametersText: "null" }, { parametersText: "{}" }, { parametersText: "" }];
    for (const action of everyAction()) {
      const [prefix = "", name = ""] = action.split(":");
      const hasTypes = (catalogue.findAction(prefix, name)?.resourceTypes.length ?? 0) > 0;
      for (const call of calls) {
        const { certain, possible } = resourcesOf(catalogue, requestOf({ source: prefix, name, ...call }), action);
        expect(certain.length, action).toBeGreaterThan(0);
        expect(
          certain.every((list) => list.length > 0),
          action,
        ).toBe(true);
        const [first = []] = certain;
        // of some AWS's own denials name a resource all the same
        const others = first.slice(1).every((resource) => resource.kind !== "none" && resource.kind !== "unknown");
        const isNone = certain.length === 1 && first.length <= 2 && first[0]?.kind === "none" && others;
        if (!hasTypes) expect(isNone, action).toBe(true);
        else expect(certain.length === 1 && first.length === 1 && first[0]?.kind === "none", action).toBe(false);
        expect(
          possible.some((resource) => resource.kind === "none"),
          action,
        ).toBe(false);
      }
    }
  });

  test("knows nothing of an action that the catalogue does not have", () => {
    expect(askedOf("s3:NoSuchThing", {})).toEqual({ certain: ["?"], possible: [] });
  });

  test.each(["HIDDEN_DUE_TO_SECURITY_REASONS", "***", "123***", "<sensitiveDataRemoved>"])(
    "takes %j for a value not known",
    (text) => {
      expect(askedOf("sqs:CreateQueue", { parameters: { queueName: text } }).certain).toEqual(["sqs:R:A:*"]);
      expect(askedOf("cloudsearch:DeleteDomain", { parameters: { domainName: text } }).certain).toEqual([
        "cloudsearch:R:A:domain/*",
      ]);
    },
  );

  test("nothing follows from parameters that were not logged", () => {
    const parametersText = JSON.stringify({ omitted: true, originalSize: 120_000 });
    expect(
      askedOf("iam:GetUser", { parametersText, principalArn: "arn:aws:iam::111122223333:user/u" }).certain,
    ).toEqual(["iam::A:user/*"]);
    expect(askedOf("events:PutRule", { parametersText }).certain).toEqual([
      "* | events:R:A:rule/*/* | events:R:A:rule/*",
    ]);
    expect(askedOf("ec2:ModifyInstanceAttribute", { parametersText, resources: [] }).certain).toEqual([
      "ec2:R:A:instance/*",
    ]);
  });

  test("null parameters of a call that reads say that there were none, of one that writes nothing", () => {
    const asked = (action: string, hasFailed = false) => askedOf(action, { parametersText: "null", hasFailed });
    expect(asked("dynamodb:Query").possible).toEqual([]);
    expect(asked("dynamodb:Query", true).possible).toEqual(["dynamodb:R:*:table/*/index/*"]);
    expect(asked("ec2:ModifyInstanceAttribute").possible).toContain("ec2:R:*:security-group/*");
  });

  test("of a call of EC2 that failed, anything of its type may have been asked for", () => {
    const parameters = { instancesSet: { items: [{ instanceId: "i-1" }] } };
    const asked = (hasFailed: boolean) => askedOf("ec2:TerminateInstances", { parameters, hasFailed }).certain;
    expect(asked(false)).toEqual(["ec2:R:A:instance/i-1"]);
    expect(asked(true)).toEqual(["ec2:R:A:instance/i-1 | ec2:R:A:instance/(*)"]);
    const queue = { parameters: { queueName: "q" }, hasFailed: true };
    expect(askedOf("sqs:CreateQueue", queue).certain).toEqual(["sqs:R:A:q"]);
  });

  test("of parameters not logged an optional type may be asked for besides", () => {
    const { certain, possible } = askedOf("dynamodb:Query", { parametersText: "" });
    expect(certain).toEqual(["dynamodb:R:*:table/*"]);
    expect(possible).toEqual(["dynamodb:R:*:table/*/index/*"]);
  });

  test("optional types that the request could name and does not are not asked for", () => {
    const named = askedOf("ec2:ModifyInstanceAttribute", { parameters: { instanceId: "i-1" } });
    expect(named).toEqual({ certain: ["ec2:R:A:instance/i-1"], possible: [] });
    const both = askedOf("ec2:ModifyInstanceAttribute", {
      parameters: { instanceId: "i-1", groupSet: { items: [{ groupId: "sg-1" }] } },
    });
    expect(both.certain).toHaveLength(2);
  });

  test("what goes with a thing that is undone may be asked for unnamed", () => {
    const { certain, possible } = askedOf("ec2:DetachVolume", { parameters: { volumeId: "vol-1" } });
    expect(certain).toEqual(["ec2:R:A:volume/vol-1"]);
    expect(possible).toEqual(["ec2:R:A:instance/*"]);
  });

  test("account and region that are not known stay open", () => {
    const parameters = { queueName: "q" };
    expect(askedOf("sqs:CreateQueue", { parameters, account: undefined, region: "" }).certain).toEqual(["sqs:*:*:q"]);
  });

  test("the region names the partition", () => {
    const request = requestOf({
      source: "sqs",
      name: "CreateQueue",
      region: "cn-north-1",
      parameters: { queueName: "q" },
    });
    expect(resourcesOf(catalogue, request, "sqs:CreateQueue").certain).toEqual([
      [{ kind: "arn", arn: "arn:aws-cn:sqs:cn-north-1:111122223333:q" }],
    ]);
  });

  test("logged resources come before parameters", () => {
    const resources = [{ ARN: "arn:aws:sqs:eu-west-1:444455556666:other" }];
    expect(
      askedOf("sqs:SendMessage", { parameters: { queueUrl: "https://x/111122223333/q" }, resources }).certain,
    ).toEqual(["sqs:R:444455556666:other"]);
  });

  test("a logged resource that the action has no use for is possible", () => {
    const resources = [{ arn: "arn:aws:dynamodb:eu-west-1:111122223333:table/T/stream/1" }];
    expect(askedOf("dynamodb:PutItem", { parameters: { tableName: "T" }, resources })).toEqual({
      certain: ["dynamodb:R:A:table/T"],
      possible: ["dynamodb:R:A:table/T/stream/1"],
    });
  });

  test("entries without a readable ARN are passed over", () => {
    const resources = [{}, { ARN: 3 }, { ARN: "" }, { ARN: "arn:aws:sqs:*****" }];
    expect(askedOf("sqs:CreateQueue", { parameters: { queueName: "q" }, resources }).certain).toEqual(["sqs:R:A:q"]);
  });

  test("a percent-encoded ARN is an ARN", () => {
    const parameters = { clusterArn: encodeURIComponent("arn:aws:kafka:eu-west-1:111122223333:cluster/c/1") };
    expect(askedOf("kafka:DeleteCluster", { parameters }).certain).toEqual(["kafka:R:A:cluster/c/1"]);
    expect(askedOf("kafka:DeleteCluster", { parameters: { clusterArn: "arn%3Aaws%" } }).certain).toEqual([
      "kafka:R:A:cluster/*/*",
    ]);
  });
});

describe("services without rows of their own", () => {
  test.each<[string, unknown, string]>([
    ["cloudsearch:DeleteDomain", { domainName: "d" }, "cloudsearch:R:A:domain/d"],
    ["iot:DeleteThing", { thingName: "t" }, "iot:R:A:thing/t"],
    ["appmesh:DeleteVirtualNode", { meshName: "m", virtualNodeName: "v" }, "appmesh:R:A:mesh/m/virtualNode/v"],
    ["appmesh:DeleteVirtualNode", { virtualNodeName: "v" }, "appmesh:R:A:mesh/*/virtualNode/v"],
    ["pipes:DeletePipe", { name: "p" }, "pipes:R:A:pipe/p"],
    // the name of what is made is not the name of what it is made in
    ["transfer:CreateUser", { userName: "u" }, "transfer:R:A:server/*"],
    ["transfer:DeleteServer", { serverId: "s-1" }, "transfer:R:A:server/s-1"],
    // an id in the ARN, a name in the request
    ["amplify:DeleteApp", { name: "a" }, "amplify:R:A:apps/*"],
    [
      "datasync:DeleteTask",
      { taskArn: "arn:aws:datasync:eu-west-1:111122223333:task/task-1" },
      "datasync:R:A:task/task-1",
    ],
  ])("%s %j", (action, parameters, certain) => {
    expect(askedOf(action, { parameters }).certain).toEqual([certain]);
  });
});
