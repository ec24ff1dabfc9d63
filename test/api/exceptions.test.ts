import { describe, expect, test } from "vitest";
import { type Exception, FIELD_LIST_MAX, invalidFields, notFound, problemsOfBody } from "../../host/api/exceptions.ts";
import { respondToFirehose, respondWithException } from "../../host/api/respond-with-exception.ts";

const message = "what is wrong";
const fieldList = [{ name: "policyConfigurations[0].targetId", message: "is none" }];
const resource = { resourceId: "x", resourceType: "PolicyPreviewJob" } as const;

/** Every code with its status and the members of its body beside `message`; each one without what may be absent, and with it. */
const TABLE: readonly (readonly [exception: Exception, status: number, members: object])[] = [
  [{ code: "AccessDeniedException", message }, 403, {}],
  [{ code: "ConflictException", message, ...resource }, 409, resource],
  [{ code: "IncompleteSignatureException", message }, 403, {}],
  [{ code: "InternalServerException", message }, 500, {}],
  [{ code: "InternalServerException", message, retryAfterSeconds: 1 }, 500, {}],
  [{ code: "InvalidSignatureException", message }, 403, {}],
  [{ code: "MissingAuthenticationTokenException", message }, 403, {}],
  [{ code: "RequestEntityTooLargeException", message }, 413, {}],
  [{ code: "ResourceNotFoundException", message, ...resource }, 404, resource],
  [{ code: "ServiceQuotaExceededException", message, ...resource }, 402, resource],
  [{ code: "ThrottlingException", message }, 429, {}],
  [{ code: "ThrottlingException", message, retryAfterSeconds: 10 }, 429, {}],
  [{ code: "UnknownOperationException", message }, 404, {}],
  [{ code: "UnrecognizedClientException", message }, 403, {}],
  [{ code: "ValidationException", message, reason: "other" }, 400, { reason: "other" }],
  [
    { code: "ValidationException", message, reason: "fieldValidationFailed", fieldList },
    400,
    { reason: "fieldValidationFailed", fieldList },
  ],
];

describe("an exception on the wire", () => {
  test.each(TABLE)("%o", async (exception, status, members) => {
    const response = respondWithException(exception);
    expect([response.status, response.headers.get("x-amzn-errortype")]).toEqual([status, exception.code]);
    expect(response.headers.get("content-type")).toBe("application/json");
    const seconds = "retryAfterSeconds" in exception ? String(exception.retryAfterSeconds) : null;
    expect(response.headers.get("retry-after")).toBe(seconds);
    expect(await response.json()).toEqual({ message, ...members });
  });

  test.each(TABLE)("for Firehose: %o", async (exception, status, members) => {
    const outcome = { ok: false, exception } as const;
    const response = respondToFirehose(respondWithException(exception), "delivery", outcome);
    expect([response.status, response.headers.get("x-amzn-errortype")]).toEqual([status, exception.code]);
    expect(await response.json()).toEqual({
      requestId: "delivery",
      timestamp: expect.any(Number),
      errorMessage: message,
      message,
      ...members,
    });
  });
});

describe("exceptions", () => {
  test("list no more problems than an answer can hold", () => {
    const problems = Array.from({ length: FIELD_LIST_MAX + 5 }, (_, index) => ({ name: `a[${index}]`, message: "no" }));
    const exception = invalidFields(problems);
    expect(exception.fieldList).toEqual(problems.slice(0, FIELD_LIST_MAX));
    expect(exception.message).toMatch(/^a\[0\]: no; .* more in fieldList$/);
  });

  test("tell a single problem in the message alone", () => {
    expect(invalidFields(fieldList)).toMatchObject({ message: "policyConfigurations[0].targetId: is none", fieldList });
  });

  test("cannot be made of no problem", () => {
    expect(() => invalidFields([])).toThrow();
  });

  test.each([
    ["/Roots/0/Id", "Roots[0].Id"],
    ["/Accounts/12", "Accounts[12]"],
    ["/a~1b/c~0d/~01", "a/b.c~d.~1"],
    ["/0", "[0]"],
    ["", "body"],
    [undefined, "body"],
  ])("name the place `%s` of a body %s", (pointer, name) => {
    const where = pointer === undefined ? {} : { where: { line: 3, column: 7, pointer } };
    const [problem] = problemsOfBody([{ code: "not-json", message, ...where }]);
    const place = pointer === undefined ? "" : "3:7: ";
    expect(problem).toEqual({ name, message: `${place}${message} (not-json)` });
  });

  test("tell what was not found, and what to do", () => {
    expect(notFound("Mapping", "o-1", "store one")).toEqual({
      code: "ResourceNotFoundException",
      message: "Mapping `o-1` was not found; store one",
      resourceId: "o-1",
      resourceType: "Mapping",
    });
  });
});
