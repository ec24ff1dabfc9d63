import { beforeAll, describe, expect, test } from "vitest";
import { parseUserMapping } from "../../host/authorization/actions/user-mapping.ts";
import { parseSuppliedContext } from "../../host/authorization/keys/supplied-context.ts";
import type { Core } from "../../host/wasm/core.ts";
import { loadBuild } from "../build-cores.ts";
import { MILL } from "../organization/snapshot-of.ts";
import type { LoggedRecord } from "./chunk-of-records.ts";
import { callOf, roleSessionOf, uuidOf } from "./invented-records.ts";
import { becomes, evaluate, planOf, policyOf, type StatementJson, snapshotWith } from "./preview-of.ts";

const RUN: LoggedRecord = callOf(1, {
  eventName: "RunInstances",
  requestParameters: {
    instancesSet: { items: [{ imageId: "ami-0a1b2c3d", minCount: 1, maxCount: 1 }] },
    instanceType: "m7g.large",
    subnetId: "subnet-0a1b2c3d",
    groupSet: { items: [{ groupId: "sg-0a1b2c3d" }] },
    iamInstanceProfile: { arn: `arn:aws:iam::${MILL}:instance-profile/grinder` },
    tagSpecificationSet: {
      items: [{ resourceType: "instance", tags: [{ key: "team", value: "oats" }] }],
    },
  },
});

const TERMINATE: LoggedRecord = callOf(2, {
  eventName: "TerminateInstances",
  requestParameters: { instancesSet: { items: [{ instanceId: "i-0000aaaa" }, { instanceId: "i-0000bbbb" }] } },
});

const LIST_BUCKETS: LoggedRecord = callOf(3, { eventSource: "s3.amazonaws.com", eventName: "ListBuckets" });

describe("one call that needs several authorizations", () => {
  let core: Core;
  beforeAll(async () => {
    core = await loadBuild("core");
  });
  const under = (record: LoggedRecord, ...statements: readonly StatementJson[]) =>
    becomes(core, planOf([policyOf(...statements)]), record);

  test("is denied with any of them, under the name and the provenance of the one that is", () => {
    const passed = under(RUN, { Action: "iam:PassRole" });
    expect(passed).toMatchObject({
      what: "newlyDenied",
      event: { action: "iam:PassRole", mapping: "implied", eventName: "RunInstances" },
      finding: { action: "iam:PassRole", mapping: "implied" },
    });
    const tagged = under(RUN, { Action: "ec2:CreateTags" });
    expect(tagged).toMatchObject({ what: "newlyDenied", event: { action: "ec2:CreateTags", mapping: "implied" } });
    const own = under(RUN, { Action: "ec2:RunInstances" });
    expect(own).toMatchObject({ what: "newlyDenied", event: { action: "ec2:RunInstances", mapping: "sameName" } });
  });

  test.each<[string, string, string]>([
    ["arn:aws:ec2:*:*:subnet/subnet-0a1b2c3d", "newlyDenied", "a subnet that the request names"],
    ["arn:aws:ec2:*:*:subnet/subnet-ffffffff", "unchanged", "another subnet"],
    ["arn:aws:ec2:*::image/ami-0a1b2c3d", "newlyDenied", "the image"],
    ["arn:aws:ec2:*:*:instance/*", "newlyDenied", "any instance"],
    ["arn:aws:ec2:*:*:instance/i-0a1b2c3d", "unchanged", "an instance that did not exist yet"],
    ["arn:aws:ec2:*:*:vpc/*", "unchanged", "a type that the call does not touch"],
  ])("a Deny of %s: %s (%s)", (resource, what) => {
    expect(under(RUN, { Action: "ec2:RunInstances", Resource: resource }).what).toBe(what);
  });

  test("names all resources of the action, and the statement that comes first", () => {
    const { event } = under(
      TERMINATE,
      { Sid: "Second", Action: "ec2:TerminateInstances", Resource: "arn:aws:ec2:*:*:instance/i-0000bbbb" },
      { Sid: "All", Action: "ec2:Terminate*" },
    );
    expect(event?.decidedBy?.sid).toBe("Second");
    expect(event?.resources).toEqual([
      `arn:aws:ec2:eu-west-1:${MILL}:instance/i-0000aaaa`,
      `arn:aws:ec2:eu-west-1:${MILL}:instance/i-0000bbbb`,
    ]);
  });

  test("an explicit Deny of one goes before an implicit one of another", () => {
    const documents = [
      policyOf({ Sid: "NoPass", Action: "iam:PassRole" }),
      JSON.stringify({
        Version: "2012-10-17",
        Statement: { Effect: "Allow", Action: ["iam:*", "ec2:CreateTags"], Resource: "*" },
      }),
    ];
    const { event } = becomes(core, planOf(documents, { mode: "REPLACE" }), RUN);
    expect(event).toMatchObject({ action: "iam:PassRole", decidedBy: { decision: "explicitDeny", sid: "NoPass" } });
  });
});

describe("a resource that is known in part", () => {
  let core: Core;
  beforeAll(async () => {
    core = await loadBuild("core");
  });
  const GET_SECRET = callOf(1, {
    eventSource: "secretsmanager.amazonaws.com",
    eventName: "GetSecretValue",
    requestParameters: { secretId: "oats/key" },
  });

  test.each([
    ["*", "newlyDenied"],
    ["arn:aws:secretsmanager:*:*:secret:oats/*", "newlyDenied"],
    ["arn:aws:secretsmanager:*:*:secret:oats/key-??????", "newlyDenied"],
    ["arn:aws:secretsmanager:*:*:secret:rye/*", "unchanged"],
    ["arn:aws:secretsmanager:*:*:secret:oats/key-a1b2c3", "undetermined"],
  ])("a Deny of %s leaves it %s", (resource, what) => {
    const became = becomes(
      core,
      planOf([policyOf({ Action: "secretsmanager:GetSecretValue", Resource: resource })]),
      GET_SECRET,
    );
    expect(became.what).toBe(what);
    if (what === "undetermined") {
      expect(became.event?.unknown).toEqual(["resource"]);
      expect(became.event?.resources).toEqual([`arn:aws:secretsmanager:eu-west-1:${MILL}:secret:oats/key-??????`]);
    }
  });

  test("an attached Deny of a part of it hides no alarm that holds for all the rest", () => {
    const narrow = policyOf({ Action: "secretsmanager:*", Resource: "arn:aws:secretsmanager:*:*:secret:*-a1b2c3" });
    const wide = policyOf({ Action: "secretsmanager:GetSecretValue" });
    const snapshot = snapshotWith({ [MILL]: [narrow] }, { CapturedAt: "2026-11-30T00:00:00Z" });
    const plan = planOf([wide], { snapshot });
    expect(becomes(core, plan, GET_SECRET).what).toBe("newlyDenied");
  });
});

describe("what the user supplies", () => {
  let core: Core;
  beforeAll(async () => {
    core = await loadBuild("core");
  });
  const FUTURE = callOf(1, { eventSource: "glue.amazonaws.com", eventName: "InventedOfTomorrow" });

  test("a row of a mapping makes an unmapped call certain", () => {
    const document = policyOf({ Action: "glue:GetTable" });
    expect(becomes(core, planOf([document]), FUTURE).what).toBe("undetermined");
    const mapping = accepted(
      parseUserMapping(
        JSON.stringify({
          mappings: [
            { eventSource: "glue.amazonaws.com", eventName: "InventedOfTomorrow", actions: ["glue:GetTable"] },
          ],
        }),
      ),
    );
    expect(becomes(core, planOf([document], { mapping }), FUTURE)).toMatchObject({
      what: "newlyDenied",
      event: { action: "glue:GetTable", mapping: "userMapping" },
    });
  });

  test("a row can say that a call is no authorization", () => {
    const mapping = accepted(
      parseUserMapping(
        JSON.stringify({
          mappings: [{ eventSource: "glue.amazonaws.com", eventName: "InventedOfTomorrow", noAuthorization: true }],
        }),
      ),
    );
    expect(becomes(core, planOf([policyOf({})], { mapping }), FUTURE)).toEqual({
      what: "notAnAuthorization",
      why: "userMapping",
    });
  });

  test("a context fills keys that no record shows, by principal and in general", () => {
    const document = policyOf({ Condition: { StringEquals: { "aws:PrincipalTag/team": "oats" } } });
    expect(becomes(core, planOf([document]), LIST_BUCKETS).what).toBe("undetermined");
    const contextOf = (text: object) => accepted(parseSuppliedContext(JSON.stringify(text)));
    const general = contextOf({ "aws:PrincipalTag/team": "oats" });
    expect(becomes(core, planOf([document], { context: general }), LIST_BUCKETS).what).toBe("newlyDenied");
    const others = contextOf({
      "aws:PrincipalTag/team": "oats",
      principals: { [`arn:aws:iam::${MILL}:user/*`]: { "aws:PrincipalTag/team": "rye" } },
    });
    expect(becomes(core, planOf([document], { context: others }), LIST_BUCKETS).what).toBe("unchanged");
  });

  test("a context says of resources what their tags are", () => {
    const document = policyOf({
      Action: "ec2:TerminateInstances",
      Condition: { StringEquals: { "aws:ResourceTag/keep": "yes" } },
    });
    expect(becomes(core, planOf([document]), TERMINATE).what).toBe("undetermined");
    const context = accepted(
      parseSuppliedContext(
        JSON.stringify({ resources: { "arn:aws:ec2:*:*:instance/i-0000bbbb": { "aws:ResourceTag/keep": "yes" } } }),
      ),
    );
    expect(becomes(core, planOf([document], { context }), TERMINATE).what).toBe("newlyDenied");
  });
});

describe("what other records of the log know", () => {
  let core: Core;
  beforeAll(async () => {
    core = await loadBuild("core");
  });
  const DOCUMENT = policyOf({ Action: "s3:*", Condition: { StringEquals: { "aws:PrincipalTag/team": "oats" } } });
  const ASSUME = callOf(9, {
    eventSource: "sts.amazonaws.com",
    eventName: "AssumeRole",
    requestParameters: {
      roleArn: `arn:aws:iam::${MILL}:role/miller`,
      roleSessionName: "session",
      tags: [{ key: "team", value: "oats" }],
    },
    responseElements: { credentials: { accessKeyId: "ASIAINVENTEDEXAMPLE" } },
  });
  const inSession = (id: number) => ({ ...LIST_BUCKETS, eventID: uuidOf(id), userIdentity: roleSessionOf("miller") });

  test("session tags are joined from the call that made the session, in whichever file", () => {
    const { counts } = evaluate(core, planOf([DOCUMENT]), [inSession(4), inSession(5)], [ASSUME]);
    expect(counts.impacts).toMatchObject({ newlyDenied: 2, undetermined: 0 });
    const other = { ...ASSUME, eventID: uuidOf(10), requestParameters: { tags: [{ key: "team", value: "rye" }] } };
    for (const files of [
      [[inSession(4)], [ASSUME], [other]],
      [[other], [ASSUME], [inSession(4)]],
    ]) {
      expect(evaluate(core, planOf([DOCUMENT]), ...files).counts.impacts).toMatchObject({ undetermined: 1 });
    }
    const without = evaluate(core, planOf([DOCUMENT]), [inSession(4)]);
    expect(without.counts.impacts).toMatchObject({ newlyDenied: 0, undetermined: 1 });
  });

  test("the root user has no tags", () => {
    const root = { type: "Root", principalId: MILL, accountId: MILL, arn: `arn:aws:iam::${MILL}:root` };
    const untagged = policyOf({ Condition: { Null: { "aws:PrincipalTag/team": "true" } } });
    expect(becomes(core, planOf([untagged]), { ...LIST_BUCKETS, userIdentity: root }).what).toBe("newlyDenied");
    expect(becomes(core, planOf([untagged]), LIST_BUCKETS).what).toBe("undetermined");
  });

  test("an enriched record says what AWS decided on", () => {
    const eventContext = {
      requestContext: { "aws:ViaAWSService": "false" },
      tagContext: { principalTags: { team: "oats" } },
    };
    expect(becomes(core, planOf([DOCUMENT]), { ...LIST_BUCKETS, eventContext }).what).toBe("newlyDenied");
    const rye = { ...eventContext, tagContext: { principalTags: { team: "rye" } } };
    expect(becomes(core, planOf([DOCUMENT]), { ...LIST_BUCKETS, eventContext: rye }).what).toBe("unchanged");
  });

  test("a corrected record takes the place of the one it corrects, whatever order they came in", () => {
    const plan = planOf([policyOf({ Action: "s3:ListAllMyBuckets", Condition: { StringEquals: REGION } })]);
    const first = { ...LIST_BUCKETS, eventID: uuidOf(1), awsRegion: "us-east-1" };
    const corrected = {
      ...LIST_BUCKETS,
      eventID: uuidOf(2),
      addendum: { reason: "UPDATED_DATA", updatedFields: "awsRegion", originalEventID: uuidOf(1) },
    };
    for (const files of [
      [[first], [corrected]],
      [[corrected], [first]],
    ]) {
      const { counts, denied } = evaluate(core, plan, ...files);
      expect(counts.outcomes).toMatchObject({ judged: 1, duplicate: 1 });
      expect(denied.map(({ eventID }) => eventID)).toEqual([uuidOf(2)]);
    }
    const delayed = { ...corrected, addendum: { reason: "DELAYED_DELIVERY", originalEventID: uuidOf(1) } };
    expect(evaluate(core, plan, [first], [delayed]).counts.outcomes).toMatchObject({ judged: 2, duplicate: 0 });
  });

  test("an error that only the response holds counts as one", () => {
    const plan = planOf([policyOf({})]);
    const answered = (code: string) => ({ ...LIST_BUCKETS, responseElements: { errorCode: code, message: "no" } });
    expect(becomes(core, plan, answered("AccessDenied"))).toEqual({ what: "alreadyDenied", why: "accessDenied" });
    expect(evaluate(core, plan, [answered("SlowDown")]).counts.failed.newlyDenied).toBe(1);
  });
});

const REGION = { "aws:RequestedRegion": "eu-west-1" };

function accepted<T>(result: { readonly ok: true; readonly value: T } | { readonly ok: false }): T {
  if (!result.ok) throw new Error("the text was refused");
  return result.value;
}
