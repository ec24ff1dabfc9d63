import { describe, expect, test } from "vitest";
import { CLOCK_SKEW_MAX_MS, PRESIGNED_MAX_MS } from "../../host/api/signature/check-scope.ts";
import { ADMIN, presignRequest, type RequestToPresign, signRequest } from "./sign-request.ts";
import { NOW, tryAuthenticate, verdictOf } from "./try-authenticate.ts";

const PATH = "/policy/preview";
const START = { method: "PUT", path: PATH, body: '{"a":1}', headers: { "content-type": "application/json" } };

function presign(toSign: RequestToPresign): Promise<Request> {
  return presignRequest({ date: new Date(NOW), ...toSign });
}

/** The same request with another URL, method, body or header. */
function altered(
  { url, method, headers }: Request,
  change: {
    readonly url?: (url: URL) => void;
    readonly method?: string;
    readonly body?: string;
    readonly headers?: Readonly<Record<string, string>>;
  },
): Request {
  const changed = new URL(url);
  change.url?.(changed);
  const all = new Headers(headers);
  for (const [name, value] of Object.entries(change.headers ?? {})) all.set(name, value);
  const body = change.body === undefined ? {} : { body: change.body };
  return new Request(changed, { method: change.method ?? method, headers: all, ...body });
}

describe("a request signed in its query is accepted", () => {
  test.each([
    ["a GET", { path: PATH }],
    ["a GET with parameters of its own", { path: PATH, query: { targetId: "r-ab12", nextToken: "TOK/+=1 ü*'()" } }],
    ["a PUT with a body", START],
    ["a PUT with an empty body", { method: "PUT", path: "/policy/preview-configuration" }],
    ["bytes", { method: "PUT", path: "/cloudtrail/a%20b%2Bc.gz", body: Uint8Array.of(31, 139, 0, 255) }],
    ["a header that went into the query", { path: PATH, headers: { "x-amz-meta": "a  b" } }],
    ["the hash of the body as a parameter", { ...START, headers: { "x-amz-content-sha256": sha256OfBody() } }],
    [
      "the hash of the body as a header",
      { ...START, headers: { "x-amz-content-sha256": sha256OfBody() }, unhoistable: ["x-amz-content-sha256"] },
    ],
    ["a session token", { path: PATH, sessionToken: "token//+==" }],
    ["any region", { path: PATH, region: "ap-southeast-2" }],
  ] satisfies readonly [string, RequestToPresign][])("%s", async (_, toSign) => {
    expect(await verdictOf(await presign(toSign))).toBe("accepted");
  });

  test("and what belongs to the signature does not reach the operation", async () => {
    const query = { targetId: "r-ab12" };
    const request = await presign({ path: PATH, query, headers: { "x-amz-meta": "1" }, sessionToken: "t" });
    expect([...new URL(request.url).searchParams.keys()]).toHaveLength(9);
    expect(await tryAuthenticate(request)).toMatchObject({ ok: true, value: { query: [["targetId", "r-ab12"]] } });
  });

  test("with its body, as it was hashed", async () => {
    const outcome = await tryAuthenticate(await presign(START));
    if (!outcome.ok) throw new Error(outcome.exception.message);
    expect(new TextDecoder().decode(outcome.value.body)).toBe(START.body);
  });

  test.each([
    [1, 1_000],
    [60, 60_000],
    [900, PRESIGNED_MAX_MS],
    [901, PRESIGNED_MAX_MS],
    [3_600, PRESIGNED_MAX_MS],
    [604_800, PRESIGNED_MAX_MS],
  ])("when it expires in %i s, for %i ms", async (expiresIn, lifetime) => {
    const request = await presign({ path: PATH, expiresIn });
    expect(await verdictOf(request, NOW + lifetime)).toBe("accepted");
    expect(await verdictOf(request, NOW + lifetime + 1)).toMatch(/^InvalidSignatureException: Signature expired/);
    expect(await verdictOf(request, NOW - CLOCK_SKEW_MAX_MS)).toBe("accepted");
    expect(await verdictOf(request, NOW - CLOCK_SKEW_MAX_MS - 1)).toMatch(/Signature not yet current/);
  });
});

describe("a request signed in its query is refused", () => {
  const toSign = { ...START, query: { targetId: "r-ab12" } };
  const { body } = START;

  test("when something of it was changed", async () => {
    const set = (name: string, value: string) => (url: URL) => url.searchParams.set(name, value);
    const remove = (name: string) => (url: URL) => url.searchParams.delete(name);
    const toGeneration = (url: URL) => {
      url.pathname = "/policy/generation";
    };
    const changes: readonly Parameters<typeof altered>[1][] = [
      { body, url: set("targetId", "r-cd34") },
      { body, url: set("other", "1") },
      { body, url: remove("targetId") },
      { body, url: set("X-Amz-Expires", "61") },
      { body, url: remove("X-Amz-Expires") },
      { body, url: set("X-Amz-Date", "20261123T222448Z") },
      { body, url: set("X-Amz-Signature", "0".repeat(64)) },
      { body, url: set("X-Amz-Meta", "1") },
      { body, url: toGeneration },
      { body: '{"a":2}' },
      { body: "" },
      { body, method: "POST" },
      { body, headers: { host: "localhost:8787" } },
      { body, headers: { "content-type": "text/plain" } },
    ];
    expect(await verdictOf(altered(await presign(toSign), { body }))).toBe("accepted");
    for (const change of changes) {
      const verdict = await verdictOf(altered(await presign(toSign), change));
      expect([change, verdict.split(":")[0]]).toEqual([change, "InvalidSignatureException"]);
    }
  });

  const PARAMETERS = [
    "X-Amz-Algorithm",
    "X-Amz-Credential",
    "X-Amz-Date",
    "X-Amz-SignedHeaders",
    "X-Amz-Signature",
  ] as const;
  test.each(PARAMETERS)("when %s is missing, empty or there twice", async (name) => {
    const changes: readonly ((url: URL) => void)[] = [
      (url) => url.searchParams.delete(name),
      (url) => url.searchParams.set(name, ""),
      (url) => url.searchParams.append(name, url.searchParams.get(name) ?? ""),
      (url) => url.searchParams.append(name.toLowerCase(), url.searchParams.get(name) ?? ""),
    ];
    for (const url of changes) {
      expect(await verdictOf(altered(await presign({ path: PATH }), { url }))).toMatch(/^IncompleteSignatureException/);
    }
  });

  test.each(["X-Amz-Expires", "X-Amz-Security-Token", "x-amz-meta"])("when %s is there twice", async (name) => {
    const request = await presign({ path: PATH, sessionToken: "t", headers: { "x-amz-meta": "1" } });
    const again = altered(request, { url: ({ searchParams }) => searchParams.append(name.toUpperCase(), "2") });
    expect(await verdictOf(again)).toMatch(/^IncompleteSignatureException.*each once/);
  });

  test.each(["0", "-1", "604801", "1.5", "1e3", "", "sixty"])("when it expires in `%s` s", async (expires) => {
    const url = ({ searchParams }: URL) => searchParams.set("X-Amz-Expires", expires);
    expect(await verdictOf(altered(await presign({ path: PATH }), { url }))).toMatch(
      /^IncompleteSignatureException.*1 to 604800/,
    );
  });

  test("when it is signed in the header too", async () => {
    const { headers } = await signRequest({ path: PATH, date: new Date(NOW) });
    const authorization = headers.get("authorization") ?? "";
    expect(await verdictOf(altered(await presign({ path: PATH }), { headers: { authorization } }))).toMatch(
      /^IncompleteSignatureException: the request is signed twice/,
    );
  });

  test("when the payload is unsigned, with a hint", async () => {
    const headers = { "x-amz-content-sha256": "UNSIGNED-PAYLOAD" };
    const hint = /^InvalidSignatureException: unsigned payloads are for S3; sign the hash of the whole body/;
    expect(await verdictOf(await presign({ ...START, headers }))).toMatch(hint);
    const asHeader = await presign({ ...START, headers, unhoistable: ["x-amz-content-sha256"] });
    expect(await verdictOf(asHeader)).toMatch(hint);
  });

  test("for another service, by another key, or with host left out", async () => {
    expect(await verdictOf(await presign({ path: PATH, service: "s3" }))).toMatch(/^InvalidSignatureException.*`s3`/);
    const key = { ...ADMIN, accessKeyId: "AKIDUNKNOWN" };
    expect(await verdictOf(await presign({ path: PATH, key }))).toMatch(/^UnrecognizedClientException/);
    const guessed = { ...ADMIN, secretAccessKey: "guess" };
    expect(await verdictOf(await presign({ path: PATH, key: guessed }))).toMatch(/^InvalidSignatureException/);
    const url = ({ searchParams }: URL) => searchParams.set("X-Amz-SignedHeaders", "x-amz-meta");
    expect(await verdictOf(altered(await presign({ path: PATH }), { url }))).toMatch(/`host` must be signed/);
  });
});

/** Of the body of START. */
function sha256OfBody(): string {
  return "015abd7f5cc57a2dd94b7590f04ad8084273905ee33ec5cebeae62276a97f862";
}
