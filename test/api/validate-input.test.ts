import { describe, expect, test } from "vitest";
import type { ValidationException } from "../../host/api/exceptions.ts";
import { type RawInput, validateInput } from "../../host/api/input/validate-input.ts";
import type { OperationName } from "../../host/api/model/service-model.ts";

interface Given {
  readonly labels?: RawInput["labels"];
  readonly query?: RawInput["query"];
  readonly body?: unknown;
}

function validate(operation: OperationName, { labels = {}, query = [], body }: Given) {
  const text = typeof body === "string" ? body : body === undefined ? "" : JSON.stringify(body);
  return validateInput(operation, { labels, query, body: new TextEncoder().encode(text) });
}

function accepted(operation: OperationName, given: Given) {
  const outcome = validate(operation, given);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.exception));
  return outcome.value;
}

function refused(operation: OperationName, given: Given): ValidationException {
  const outcome = validate(operation, given);
  if (outcome.ok) throw new Error("was accepted");
  return outcome.exception as ValidationException;
}

function problemNames(operation: OperationName, given: Given): readonly string[] {
  return refused(operation, given).fieldList?.map(({ name }) => name) ?? [];
}

const START = {
  policyConfigurations: [{ jobType: "SCP", targetId: "ou-ab12-11111111", policyDocumentsList: ["{}"] }],
  startTime: "2026-08-01T00:00:00Z",
  endTime: "2026-11-02T00:00:00Z",
  outputS3Uri: "s3://my-out/prefix/",
  clientToken: "7b977238-8f6b-4144-af6e-5f8057674372",
};

describe("validateInput() of a body", () => {
  test("takes what the AWS CLI sends, times as milliseconds", () => {
    expect(accepted("StartPolicyPreviewJob", { body: START })).toEqual({
      ...START,
      startTime: Date.UTC(2026, 7, 1),
      endTime: Date.UTC(2026, 10, 2),
    });
  });

  test("takes an empty body and {} where nothing is required", () => {
    expect(accepted("CreatePolicyPreviewConfiguration", {})).toEqual({});
    expect(accepted("CreatePolicyPreviewConfiguration", { body: {} })).toEqual({});
  });

  test("leaves out members the model does not have, and null ones", () => {
    const body = { ...START, endTime: null, colour: "red", __proto__: { x: 1 } };
    expect(accepted("StartPolicyPreviewJob", { body })).not.toHaveProperty("colour");
    expect(accepted("StartPolicyPreviewJob", { body })).not.toHaveProperty("endTime");
  });

  test("takes the extension member attachmentMode, and only its two values", () => {
    const [configuration] = START.policyConfigurations;
    const withMode = (attachmentMode: string) => ({
      body: { ...START, policyConfigurations: [{ ...configuration, attachmentMode }] },
    });
    const { policyConfigurations } = accepted("StartPolicyPreviewJob", withMode("ADD"));
    expect(policyConfigurations).toEqual([{ ...configuration, attachmentMode: "ADD" }]);
    expect(problemNames("StartPolicyPreviewJob", withMode("add"))).toEqual(["policyConfigurations[0].attachmentMode"]);
  });

  test.each([
    ["not JSON", "{"],
    ["a list", "[]"],
    ["a string", '"x"'],
    ["null", "null"],
  ])("cannot parse %s", (_, body) => {
    const exception = refused("StartPolicyPreviewJob", { body });
    expect(exception).toMatchObject({ code: "ValidationException", reason: "cannotParse" });
    expect(exception).not.toHaveProperty("fieldList");
  });

  test("cannot parse bytes that are not UTF-8", () => {
    const body = Uint8Array.of(0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d);
    const outcome = validateInput("CreatePolicyPreviewConfiguration", { labels: {}, query: [], body });
    expect(outcome).toMatchObject({ ok: false, exception: { reason: "cannotParse" } });
  });

  test("does not look at a body where the model has none", () => {
    const labels = { jobId: "0a1b2c3d-4e5f-6789-abcd-ef0123456789" };
    expect(accepted("CancelPolicyPreviewJob", { labels, body: "{}" })).toEqual(labels);
    expect(accepted("CancelPolicyPreviewJob", { labels, body: "no JSON" })).toEqual(labels);
  });

  test("finds all problems at once, by JSON path", () => {
    const body = {
      policyConfigurations: [{ jobType: "RCP", targetId: "zzz", policyDocumentsList: ["{}", 7] }],
      startTime: "yesterday",
      outputS3Uri: "nope",
    };
    const exception = refused("StartPolicyPreviewJob", { body });
    expect(exception.reason).toBe("fieldValidationFailed");
    expect(exception.fieldList?.map(({ name }) => name)).toEqual([
      "policyConfigurations[0].jobType",
      "policyConfigurations[0].targetId",
      "policyConfigurations[0].policyDocumentsList[1]",
      "startTime",
      "outputS3Uri",
    ]);
    expect(exception.fieldList?.[0]?.message).toBe("must be `SCP`, not `RCP`");
  });

  test("names each required member that is missing", () => {
    expect(problemNames("StartPolicyPreviewJob", { body: {} })).toEqual([
      "policyConfigurations",
      "startTime",
      "outputS3Uri",
    ]);
    const body = { ...START, policyConfigurations: [{}] };
    expect(problemNames("StartPolicyPreviewJob", { body })).toEqual([
      "policyConfigurations[0].jobType",
      "policyConfigurations[0].targetId",
      "policyConfigurations[0].policyDocumentsList",
    ]);
  });

  test.each(["x r-ab12", "r-ab12 ", "r-AB12", "1234567890123", "ou-ab12-1111111", ""])(
    "anchors patterns: target `%s` is none",
    (targetId) => {
      const body = { ...START, policyConfigurations: [{ ...START.policyConfigurations[0], targetId }] };
      expect(problemNames("StartPolicyPreviewJob", { body })).toEqual(["policyConfigurations[0].targetId"]);
    },
  );

  test.each(["r-ab12", "123456789012", "ou-ab12-11111111"])("takes target `%s`", (targetId) => {
    const body = { ...START, policyConfigurations: [{ ...START.policyConfigurations[0], targetId }] };
    expect(accepted("StartPolicyPreviewJob", { body })).toMatchObject({ policyConfigurations: [{ targetId }] });
  });

  test("reports wrong types of lists and structures", () => {
    expect(problemNames("StartPolicyPreviewJob", { body: { ...START, policyConfigurations: {} } })).toEqual([
      "policyConfigurations",
    ]);
    expect(problemNames("StartPolicyPreviewJob", { body: { ...START, policyConfigurations: ["x"] } })).toEqual([
      "policyConfigurations[0]",
    ]);
  });

  test("lists no more problems of a hostile list than an answer can hold", () => {
    const policyConfigurations = new Array(50_000).fill(0);
    const exception = refused("StartPolicyPreviewJob", { body: { ...START, policyConfigurations } });
    expect(exception.fieldList).toHaveLength(100);
  });
});

describe("validateInput() of path and query", () => {
  test.each(["", "BAD/ID", "0A1B2C3D-4e5f-6789-abcd-ef0123456789", "0a1b2c3d-4e5f-6789-abcd-ef0123456789\n"])(
    "refuses job id `%s`",
    (jobId) => {
      expect(problemNames("GetPolicyPreviewJob", { labels: { jobId } })).toEqual(["jobId"]);
    },
  );

  test("takes a filter, maxResults and nextToken from the query", () => {
    const query = [
      ["targetId", "ou-ab12-11111111"],
      ["maxResults", "7"],
      ["nextToken", "TOK/+=1"],
    ] as const;
    expect(accepted("ListPolicyPreviewJobs", { query })).toEqual({
      filters: { targetId: "ou-ab12-11111111" },
      maxResults: 7,
      nextToken: "TOK/+=1",
    });
  });

  test("takes one filter at most, of a known name", () => {
    const both = [
      ["jobStatus", "FAILED"],
      ["targetId", "123456789012"],
    ] as const;
    expect(problemNames("ListPolicyPreviewJobs", { query: both })).toEqual(["filters"]);
    expect(problemNames("ListPolicyPreviewJobs", { query: [["bogus", "1"]] })).toEqual(["filters.bogus"]);
    expect(problemNames("ListPolicyPreviewJobs", { query: [["filters", "1"]] })).toEqual(["filters.filters"]);
  });

  test.each(["0", "-1", "1.5", "ten", ""])("refuses maxResults `%s`", (maxResults) => {
    expect(problemNames("ListPolicyPreviewJobs", { query: [["maxResults", maxResults]] })).toEqual(["maxResults"]);
  });

  test("refuses a parameter that is given twice", () => {
    const twice = (name: string, value: string) => ({
      query: [
        [name, value],
        [name, value],
      ] as const,
    });
    expect(problemNames("ListPolicyPreviewJobs", twice("maxResults", "5"))).toEqual(["maxResults"]);
    expect(problemNames("ListPolicyPreviewJobs", twice("jobStatus", "FAILED"))).toEqual(["filters"]);
  });

  test("takes the client token of a deletion from the query", () => {
    expect(accepted("DeletePolicyPreviewConfiguration", { query: [["clientToken", "t"]] })).toEqual({
      clientToken: "t",
    });
  });

  test("reads booleans of the query, and refuses what is none", () => {
    const given = (value: string) => ({
      labels: { jobId: "j" },
      query: [["includeResourcePlaceholders", value]] as const,
    });
    expect(accepted("GetGeneratedPolicy", given("true"))).toMatchObject({ includeResourcePlaceholders: true });
    expect(problemNames("GetGeneratedPolicy", given("yes"))).toEqual(["includeResourcePlaceholders"]);
  });
});
