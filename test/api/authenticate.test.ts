import { describe, expect, test } from "vitest";
import { ADMIN, ORIGIN, type RequestToSign, tamper } from "./sign-request.ts";
import { verdictOf as refusal, signNow as sign, tryAuthenticate } from "./try-authenticate.ts";

const START = {
  method: "PUT",
  path: "/policy/preview",
  body: '{"a":1}',
  headers: { "content-type": "application/json" },
};

describe("authenticate() accepts", () => {
  const V3_HEADERS = {
    "content-type": "application/json",
    "content-length": "7",
    "amz-sdk-invocation-id": "8d5ab1c6-0e3d-4b7e-9c56-2f2f0f7d5d52",
    "amz-sdk-request": "attempt=1; max=3",
    "x-amz-user-agent": "aws-sdk-js/3.1080.0",
  };
  const cases: readonly [string, RequestToSign][] = [
    ["host;x-amz-date, as the CLI signs a GET", { path: "/policy/preview-configuration" }],
    ["content-type;host;x-amz-date, as the CLI signs a PUT", START],
    ["a body hash, as the SDKs for JavaScript sign", { ...START, signsHash: true }],
    ["all headers of the SDK for JavaScript v3", { ...START, headers: V3_HEADERS, signsHash: true }],
    ["a session token", { ...START, headers: { "x-amz-security-token": "token//==" } }],
    ["a header with runs of spaces", { ...START, headers: { "x-amz-meta": "a   b" } }],
    ["any region", { ...START, region: "ap-southeast-2" }],
    ["a label that holds an escaped slash", { path: "/policy/preview/BAD%2FID" }],
    ["an empty label", { method: "PUT", path: "/policy/preview/" }],
    [
      "a query with reserved characters",
      { path: "/policy/preview", query: { nextToken: "TOK/+=1 ü", targetId: "*'()!~" } },
    ],
    ["a log file's key", { method: "PUT", path: "/cloudtrail/AWSLogs/o-a%3Db/x%20y%28%29.json.gz", body: "x" }],
    ["bytes as body", { method: "PUT", path: "/cloudtrail/x.gz", body: Uint8Array.of(31, 139, 0, 255) }],
  ];
  test.each(cases)("%s", async (_, toSign) => {
    const outcome = await tryAuthenticate(await sign(toSign));
    expect(outcome).toMatchObject({ ok: true, value: { key: ADMIN } });
  });

  test("the body and the decoded query it has verified", async () => {
    const outcome = await tryAuthenticate(await sign({ ...START, query: { a: "ü +" } }));
    if (!outcome.ok) throw new Error(outcome.exception.message);
    expect(new TextDecoder().decode(outcome.value.body)).toBe('{"a":1}');
    expect(outcome.value.query).toEqual([["a", "ü +"]]);
  });

  /** Signatures that botocore 1.43.11 made for ADMIN's key, region eu-west-1, at NOW. */
  const BOTOCORE = [
    {
      method: "PUT",
      target: "/policy/preview",
      body: '{"startTime": "2026-08-01T00:00:00Z"}',
      headers: { "content-type": "application/json" },
      names: "content-type;host;x-amz-date",
      signature: "f5c7beae77f54030789e080b0d805912e1ad52b2a3f42835cbe86b1fff0828fd",
    },
    {
      method: "PUT",
      target: "/policy/preview/BAD%2FID",
      headers: {},
      names: "host;x-amz-date",
      signature: "c52ac6cfdc236ca54d1f62bbd8070a5b4ed7132b3befe143badd19e424181c2a",
    },
    {
      method: "GET",
      target: "/policy/preview?targetId=ou%20ab%2B12&nextToken=TOK%2F%2B%3D1",
      headers: { "x-amz-security-token": "tok/en+==" },
      names: "host;x-amz-date;x-amz-security-token",
      signature: "7295be2ad6932a01181b93a16fb9438cb1001c570f3cd06268ef2451b7ca5ae4",
    },
  ];
  test.each(BOTOCORE)(
    "what botocore signed: $method $target",
    async ({ method, target, names, signature, ...rest }) => {
      const credential = `${ADMIN.accessKeyId}/20261123/eu-west-1/access-analyzer/aws4_request`;
      const authorization = `AWS4-HMAC-SHA256 Credential=${credential}, SignedHeaders=${names}, Signature=${signature}`;
      const headers = { ...rest.headers, host: "127.0.0.1:8787", "x-amz-date": "20261123T222447Z", authorization };
      const body = "body" in rest ? { body: rest.body } : {};
      expect(
        await refusal(new Request(`${ORIGIN}${target}`, { method, headers: headers as HeadersInit, ...body })),
      ).toBe("accepted");
    },
  );

  test("headers that were added on the way and not signed", async () => {
    const request = await sign(START);
    const changed = tamper(request, {
      headers: { "user-agent": "x", "x-forwarded-for": "192.0.2.1" },
      body: '{"a":1}',
    });
    expect(await refusal(changed)).toBe("accepted");
  });

  test("a signature over Accept-Encoding that Cloudflare has replaced", async () => {
    const request = await sign({ path: "/policy/preview", headers: { "accept-encoding": "identity" } });
    const arrived = tamper(request, { headers: { "accept-encoding": "br, gzip" } });
    expect(await refusal(arrived)).toMatch(/^InvalidSignature/);
    Object.defineProperty(arrived, "cf", { value: { clientAcceptEncoding: "identity" } });
    expect(await refusal(arrived)).toBe("accepted");
  });
});

describe("authenticate() refuses", () => {
  test("a changed body, path, query, method or signed header", async () => {
    const request = () => sign({ ...START, query: { a: "1" } });
    const url = (await request()).url;
    const original = { body: '{"a":1}' };
    expect(await refusal(tamper(await request(), original))).toBe("accepted");
    expect(await refusal(tamper(await request(), { body: '{"a":2}' }))).toMatch(/^InvalidSignature/);
    expect(
      await refusal(tamper(await request(), { ...original, url: url.replace("/preview", "/generation") })),
    ).toMatch(/^InvalidSignature/);
    expect(await refusal(tamper(await request(), { ...original, url: `${url}2` }))).toMatch(/^InvalidSignature/);
    expect(await refusal(tamper(await request(), { ...original, headers: { "content-type": "text/plain" } }))).toMatch(
      /^InvalidSignature/,
    );
    expect(
      await refusal(tamper(await request(), { ...original, headers: { "x-amz-date": "20261123T222448Z" } })),
    ).toMatch(/^InvalidSignature/);
    const { headers } = await request();
    expect(await refusal(new Request(url, { method: "POST", headers, ...original }))).toMatch(/^InvalidSignature/);
  });

  test("a parameter that was added, also one that was signed before", async () => {
    const { url, headers } = await sign({ path: "/policy/preview", query: { a: "1" } });
    expect(await refusal(new Request(url, { headers }))).toBe("accepted");
    expect(await refusal(new Request(`${url}&a=1`, { headers }))).toMatch(/^InvalidSignature/);
    expect(await refusal(new Request(`${url}&b=1`, { headers }))).toMatch(/^InvalidSignature/);
  });

  test("another value of a parameter, whatever its name is", async () => {
    for (const name of ["a", "x-amz-meta", "constructor", "toString", "__proto__"]) {
      const { url, headers } = await sign({ path: "/policy/preview", query: { [name]: "1" } });
      const verdict = await refusal(new Request(url.replace(/1$/, "2"), { headers }));
      expect([name, verdict.split(":")[0]]).toEqual([
        name,
        name === "__proto__" ? "ValidationException" : "InvalidSignatureException",
      ]);
    }
  });

  test("a changed body though the hash header was changed with it", async () => {
    const request = await sign({ ...START, signsHash: true });
    const other = await sign({ ...START, signsHash: true, body: '{"a":2}' });
    const hash = other.headers.get("x-amz-content-sha256");
    const changed = tamper(request, { headers: { "x-amz-content-sha256": hash }, body: '{"a":2}' });
    expect(await refusal(changed)).toMatch(/^InvalidSignature/);
  });

  test("a hash header that is not the body's, signed or not", async () => {
    const wrong = "0".repeat(64);
    const signed = await sign({ ...START, headers: { "x-amz-content-sha256": wrong } });
    expect(await refusal(signed)).toMatch(/x-amz-content-sha256/);
    const unsigned = tamper(await sign(START), { headers: { "x-amz-content-sha256": wrong }, body: '{"a":1}' });
    expect(await refusal(unsigned)).toMatch(/x-amz-content-sha256/);
  });

  test("another secret", async () => {
    expect(await refusal(await sign({ ...START, key: { ...ADMIN, secretAccessKey: "guess" } }))).toMatch(
      /^InvalidSignature/,
    );
  });

  test("a key it does not know", async () => {
    expect(await refusal(await sign({ ...START, key: { ...ADMIN, accessKeyId: "AKIDUNKNOWN" } }))).toMatch(
      /^UnrecognizedClientException/,
    );
  });

  test("another service's scope", async () => {
    expect(await refusal(await sign({ ...START, service: "s3" }))).toMatch(/^InvalidSignatureException.*service/);
  });

  test("a signature that leaves out host", async () => {
    const request = await sign({ path: "/policy/preview" });
    const authorization = request.headers.get("authorization")?.replace("host;", "") ?? "";
    expect(await refusal(tamper(request, { headers: { authorization } }))).toMatch(/`host` must be signed/);
  });

  test("a signature that would sign itself", async () => {
    const request = await sign({ path: "/policy/preview" });
    const authorization = request.headers.get("authorization")?.replace("=host;", "=authorization;host;") ?? "";
    expect(await refusal(tamper(request, { headers: { authorization } }))).toMatch(/^IncompleteSignatureException/);
  });

  test("a signed header that did not arrive", async () => {
    const request = await sign({ path: "/policy/preview", headers: { "x-amz-meta": "1" } });
    expect(await refusal(tamper(request, { headers: { "x-amz-meta": null } }))).toMatch(/`x-amz-meta` did not arrive/);
  });

  test("a credential of another day", async () => {
    const request = await sign({ path: "/policy/preview" });
    const authorization = request.headers.get("authorization")?.replace("/20261123/", "/20261122/") ?? "";
    expect(await refusal(tamper(request, { headers: { authorization } }))).toMatch(/date of the credential/);
  });

  test("a request without a signature, or with half of one", async () => {
    expect(await refusal(new Request(`${ORIGIN}/policy/preview`))).toMatch(/^MissingAuthenticationTokenException/);
    for (const authorization of [
      "Bearer x",
      "AWS4-HMAC-SHA256 Credential=a/b",
      "AWS4-HMAC-SHA256",
      "AWS4-ECDSA-P256-SHA256 x",
    ]) {
      const request = new Request(`${ORIGIN}/policy/preview`, { headers: { authorization } });
      expect(await refusal(request)).toMatch(/^IncompleteSignatureException/);
    }
    const request = tamper(await sign({ path: "/policy/preview" }), { headers: { "x-amz-date": null } });
    expect(await refusal(request)).toMatch(/^IncompleteSignatureException.*x-amz-date/);
  });

  test.each([
    ["UNSIGNED-PAYLOAD", /^InvalidSignatureException: unsigned payloads are for S3; sign the hash/],
    ["STREAMING-UNSIGNED-PAYLOAD-TRAILER", /^InvalidSignatureException: chunked payloads are for S3/],
    ["STREAMING-AWS4-HMAC-SHA256-PAYLOAD", /^InvalidSignatureException: chunked payloads are for S3/],
    ["streaming-aws4-hmac-sha256-payload-trailer", /^InvalidSignatureException: chunked payloads are for S3/],
  ])("the payload %s, signed or put in later, as services other than S3 do", async (payload, hint) => {
    const header = { "x-amz-content-sha256": payload };
    expect(await refusal(await sign({ ...START, headers: header }))).toMatch(hint);
    expect(await refusal(tamper(await sign(START), { headers: header, body: START.body }))).toMatch(hint);
  });

  test("a body in chunks of its own that was signed as a whole, with a hint", async () => {
    const request = await sign({ ...START, headers: { "content-encoding": "aws-chunked" } });
    const body = "7;chunk-signature=0\r\n";
    expect(await refusal(tamper(request, { body }))).toMatch(/^InvalidSignatureException: chunked payloads are for S3/);
  });

  test.each(["Credential", "SignedHeaders", "Signature"])("an Authorization that says %s twice", async (part) => {
    const request = await sign(START);
    const authorization = request.headers.get("authorization") ?? "";
    const again = new RegExp(`${part}=[^,]+`).exec(authorization)?.[0];
    for (const doubled of [`${authorization}, ${again}`, authorization.replace(" ", ` ${again}, `)]) {
      const twice = tamper(request, { headers: { authorization: doubled }, body: START.body });
      expect(await refusal(twice)).toMatch(/^IncompleteSignatureException/);
    }
  });

  test("a very long access key id, and does not repeat it whole", async () => {
    const key = { ...ADMIN, accessKeyId: "A".repeat(10_240) };
    const message = await refusal(await sign({ ...START, key }));
    expect(message).toMatch(/^UnrecognizedClientException: .*`A+`$/);
    expect(message.length).toBeLessThan(300);
  });

  test("a query that is not UTF-8", async () => {
    expect(await refusal(new Request(`${ORIGIN}/policy/preview?a=%FF`))).toMatch(/^ValidationException/);
  });
});
