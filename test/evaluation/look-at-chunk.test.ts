import { beforeAll, describe, expect, test } from "vitest";
import type { Core } from "../../host/wasm/core.ts";
import { loadBuild } from "../build-cores.ts";
import { MANAGEMENT, MILL, ROOT, SHOP } from "../organization/snapshot-of.ts";
import { callOf, managementCall, sharedRead, userOf } from "./invented-records.ts";
import { evaluate, planOf, policyOf } from "./preview-of.ts";

const DENY_S3 = policyOf({ Action: "s3:*" });
const data = (id: number, eventSource: string, eventName: string) =>
  callOf(id, { eventSource: `${eventSource}.amazonaws.com`, eventName, eventCategory: "Data" });

describe("evaluatePartition() on what was looked at", () => {
  let core: Core;
  beforeAll(async () => {
    core = await loadBuild("core");
  });

  test("counts every record by the account of the log and the region, copies and what is out of scope too", () => {
    const { activity } = evaluate(
      core,
      planOf([DENY_S3]),
      [
        callOf(1),
        callOf(2, { awsRegion: "us-east-1" }),
        callOf(1),
        managementCall(3),
        callOf(4, { recipientAccountId: undefined }),
      ],
      [callOf(5), callOf(6, { errorCode: "AccessDenied" })],
    );
    expect(activity).toEqual([
      { account: "", region: "eu-west-1", events: 1 },
      { account: MANAGEMENT, region: "eu-west-1", events: 1 },
      { account: MILL, region: "eu-west-1", events: 4 },
      { account: MILL, region: "us-east-1", events: 1 },
    ]);
  });

  test("names the services with data events, each once, by name", () => {
    const { dataEventServices } = evaluate(
      core,
      planOf([DENY_S3]),
      [data(1, "sqs", "SendMessage"), data(2, "s3", "GetObject"), data(3, "s3", "PutObject"), callOf(4)],
      [data(5, "lambda", "Invoke")],
    );
    expect(dataEventServices).toEqual(["lambda", "s3", "sqs"]);
  });

  test("does not take data events of another account's log for those of the target", () => {
    const foreign = { ...data(1, "s3", "GetObject"), recipientAccountId: SHOP, userIdentity: userOf("sam", SHOP) };
    expect(evaluate(core, planOf([DENY_S3], { target: ROOT }), [foreign]).dataEventServices).toEqual(["s3"]);
    expect(evaluate(core, planOf([DENY_S3], { target: MILL }), [foreign]).dataEventServices).toEqual([]);
  });

  test("does not count an owner's copy as activity in the caller's log", () => {
    const { activity } = evaluate(core, planOf([DENY_S3]), [sharedRead(1).owners]);
    expect(activity).toEqual([{ account: SHOP, region: "eu-west-1", events: 1 }]);
  });
});
