import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { createFakeService, type FakeService } from "./fake-rooms.ts";
import { send } from "./send.ts";

const MARKER = "XyzzyMarker";
const lines: string[] = [];

beforeEach(() => {
  lines.length = 0;
  for (const level of ["error", "info", "log", "warn"] as const) {
    vi.spyOn(console, level).mockImplementation((...args: readonly unknown[]) => void lines.push(args.join(" ")));
  }
});
afterEach(() => {
  vi.restoreAllMocks();
});

/** `GET /activity`, whose room throws. */
function failWith(error: unknown, service: FakeService = createFakeService()) {
  service.rooms.tenant = () => {
    throw error;
  };
  return send(service, { path: "/activity" });
}

/** The line about the failure. */
function failureLine(): Readonly<Record<string, unknown>> {
  const told = lines.map((line) => JSON.parse(line) as Record<string, unknown>);
  const found = told.filter(({ event }) => event === "request-failed");
  expect(found).toHaveLength(1);
  return found[0] ?? {};
}

describe("a room that throws", () => {
  test("is an internal error that names the request, under which the log has the message", async () => {
    const { status, error, headers, body } = await failWith(new TypeError("no such table: job"));
    const requestId = headers.get("x-amzn-requestid");
    expect([status, error]).toEqual([500, "InternalServerException"]);
    const message = `something went wrong inside the service; its log has more under request ${requestId}`;
    expect(body).toEqual({ message });
    expect(failureLine()).toEqual({
      level: "error",
      event: "request-failed",
      route: "GetActivity",
      requestId,
      error: "TypeError",
      message: "no such table: job",
      places: expect.stringMatching(/^at .*failures\.test\.ts/),
    });
  });

  test("leaves nothing in the log beside name, message and places", async () => {
    const error = Object.assign(new Error("it broke", { cause: new Error(MARKER) }), { event: MARKER, body: MARKER });
    await failWith(error);
    await failWith(new AggregateError([new Error(MARKER)], "several"));
    expect(lines.join("\n")).not.toContain(MARKER);
    expect(lines.join("\n")).toContain("it broke");
  });

  test("because it could not read JSON leaves nothing of the text in the log", async () => {
    for (const text of [`{"${MARKER}":`, `${MARKER}`, `{"a":\n    at ${MARKER}`, `\n  at ${MARKER}\n`]) {
      let thrown: unknown;
      try {
        JSON.parse(text);
      } catch (error) {
        thrown = error;
      }
      await failWith(thrown);
    }
    expect(lines.filter((line) => line.includes("SyntaxError"))).toHaveLength(4);
    // V8 quotes ten characters around the place.
    expect(lines.join("\n")).not.toContain(MARKER.slice(0, 6));
  });

  test("asks for patience when it is overloaded, and when it is being moved", async () => {
    const overloaded = await failWith(Object.assign(new Error(MARKER), { overloaded: true }));
    expect([overloaded.status, overloaded.headers.get("retry-after")]).toEqual([429, "1"]);
    const moved = await failWith(Object.assign(new Error(MARKER), { retryable: true }));
    expect([moved.status, moved.headers.get("retry-after")]).toEqual([500, "1"]);
    expect(JSON.stringify([overloaded.body, moved.body])).not.toContain(MARKER);
  });

  test.each([
    ["a variable that is no number", { RUNNING_JOBS_MAX: "many" }],
    ["a variable out of range", { RUNNING_JOBS_MAX: "0" }],
  ])("and so is the service with %s: the log says which", async (_, variables) => {
    const service = createFakeService(variables);
    const policy = '{"Version":"2012-10-17","Statement":[{"Effect":"Deny","Action":"s3:*","Resource":"*"}]}';
    const body = JSON.stringify({
      policyConfigurations: [{ jobType: "SCP", targetId: "r-ab12", policyDocumentsList: [policy] }],
      startTime: "2026-08-01T00:00:00Z",
      endTime: "2026-08-02T00:00:00Z",
      outputS3Uri: "s3://out/",
    });
    const answer = await send(service, { method: "PUT", path: "/policy/preview", body });
    expect([answer.status, answer.error]).toEqual([500, "InternalServerException"]);
    expect(JSON.stringify(answer.body)).not.toContain("RUNNING_JOBS_MAX");
    expect(failureLine().message).toContain("RUNNING_JOBS_MAX");
    expect(service.state.started).toEqual([]);
  });
});
