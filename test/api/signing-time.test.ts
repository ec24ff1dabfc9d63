import { describe, expect, test } from "vitest";
import { CLOCK_SKEW_MAX_MS } from "../../host/api/signature/check-scope.ts";
import { signAgain } from "../../host/api/signature/sign-again.ts";
import { ADMIN, ORIGIN, tamper } from "./sign-request.ts";
import { NOW, signNow, tryAuthenticate, verdictOf } from "./try-authenticate.ts";

const HTTP_FORM = "Mon, 23 Nov 2026 22:24:47 GMT";
const BASIC_FORM = "20261123T222447Z";
const EMPTY_SHA256 = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

interface Dated {
  /** Headers that say when. */
  readonly dates: Readonly<Record<string, string>>;
  /** Those of them that are signed, besides host. */
  readonly signed: readonly string[];
  /** The time of the string to sign. */
  readonly time?: string;
}

/** `GET /policy/preview`, signed by hand: the library's signer always sends `x-amz-date`, and never `date`. */
async function dated({ dates, signed, time = BASIC_FORM }: Dated): Promise<Request> {
  const all = { host: new URL(ORIGIN).host, ...dates };
  const names = ["host", ...signed].sort();
  const signature = await signAgain({
    method: "GET",
    path: "/policy/preview",
    query: [],
    headers: Object.fromEntries(names.map((name) => [name, all[name as keyof typeof all]])),
    bodySha256: EMPTY_SHA256,
    key: ADMIN,
    region: "us-east-1",
    service: "access-analyzer",
    time,
  });
  const scope = `${ADMIN.accessKeyId}/${time.slice(0, 8)}/us-east-1/access-analyzer/aws4_request`;
  const authorization = `AWS4-HMAC-SHA256 Credential=${scope}, SignedHeaders=${names.join(";")}, Signature=${signature}`;
  return new Request(`${ORIGIN}/policy/preview`, { headers: { ...all, authorization } });
}

describe("the time of signing", () => {
  test("may be five minutes from now, both ways, and no more", async () => {
    const request = await signNow({ path: "/policy/preview" });
    expect(await verdictOf(request, NOW + CLOCK_SKEW_MAX_MS)).toBe("accepted");
    expect(await verdictOf(request, NOW - CLOCK_SKEW_MAX_MS)).toBe("accepted");
    expect(await verdictOf(request, NOW + CLOCK_SKEW_MAX_MS + 1)).toMatch(
      /^InvalidSignatureException: Signature expired: signed at 20261123T222447Z, here it is 2026-11-23T22:29:47/,
    );
    expect(await verdictOf(request, NOW - CLOCK_SKEW_MAX_MS - 1)).toMatch(
      /^InvalidSignatureException: Signature not yet current/,
    );
  });

  test.each([
    ["date in HTTP's form, signed", { dates: { date: HTTP_FORM }, signed: ["date"] }],
    ["date in HTTP's form, not signed", { dates: { date: HTTP_FORM }, signed: [] }],
    ["date in the basic form, signed", { dates: { date: BASIC_FORM }, signed: ["date"] }],
    ["date in the basic form, not signed", { dates: { date: BASIC_FORM }, signed: [] }],
    ["x-amz-date, not signed", { dates: { "x-amz-date": BASIC_FORM }, signed: [] }],
    [
      "date beside x-amz-date, both signed",
      { dates: { date: HTTP_FORM, "x-amz-date": BASIC_FORM }, signed: ["date", "x-amz-date"] },
    ],
    [
      "a signed date of another time beside x-amz-date, which counts",
      { dates: { date: "Sun, 22 Nov 2026 10:00:00 GMT", "x-amz-date": BASIC_FORM }, signed: ["date", "x-amz-date"] },
    ],
  ] satisfies readonly [string, Dated][])("is read from %s", async (_, given) => {
    expect(await verdictOf(await dated(given))).toBe("accepted");
    expect(await verdictOf(await dated(given), NOW + CLOCK_SKEW_MAX_MS + 1)).toMatch(/Signature expired/);
  });

  test("cannot be changed, signed or not", async () => {
    const later = "Mon, 23 Nov 2026 22:24:48 GMT";
    for (const signed of [["date"], []]) {
      const request = await dated({ dates: { date: HTTP_FORM }, signed });
      expect(await verdictOf(tamper(request, { headers: { date: later } }))).toMatch(/^InvalidSignatureException/);
      // `x-amz-date` would count, were it added on the way.
      const added = tamper(request, { headers: { "x-amz-date": "20261123T222448Z" } });
      expect(await verdictOf(added)).toMatch(/^InvalidSignatureException/);
    }
    const both = await dated({ dates: { date: HTTP_FORM, "x-amz-date": BASIC_FORM }, signed: ["date", "x-amz-date"] });
    expect(await verdictOf(tamper(both, { headers: { date: later } }))).toMatch(/^InvalidSignatureException/);
  });

  test.each([
    "",
    "20261123",
    "2026-11-23T22:24:47Z",
    "20261123T222447",
    "20261323T222447Z",
    "20261123T252447Z",
    "Mon, 23 Nov 2026 22:24:47 +0000",
    "Monday, 23-Nov-26 22:24:47 GMT",
    "1795559087",
    "20261123T222447Z, 20261123T222447Z",
  ])("is no time: `%s`", async (text) => {
    for (const name of ["date", "x-amz-date"]) {
      const request = await dated({ dates: { [name]: text }, signed: [name] });
      expect(await verdictOf(request)).toMatch(/^IncompleteSignatureException: .*x-amz-date/);
    }
  });

  test("that is missing or cannot be read does not fall back to what else is there", async () => {
    const request = await dated({ dates: { "x-amz-date": "now", date: HTTP_FORM }, signed: ["date"] });
    expect(await verdictOf(request)).toMatch(/^IncompleteSignatureException/);
  });

  test("must be of the credential's day, in HTTP's form too", async () => {
    const request = await dated({ dates: { date: HTTP_FORM }, signed: ["date"] });
    const authorization = request.headers.get("authorization")?.replace("/20261123/", "/20261124/") ?? "";
    expect(await verdictOf(tamper(request, { headers: { authorization } }))).toMatch(/date of the credential/);
  });

  test("is looked at before the key: a stranger learns nothing about keys from old requests", async () => {
    const key = { ...ADMIN, accessKeyId: "AKIDUNKNOWN" };
    const request = await signNow({ path: "/policy/preview", key });
    expect(await verdictOf(request, NOW + CLOCK_SKEW_MAX_MS + 1)).toMatch(/^InvalidSignatureException/);
    expect(await tryAuthenticate(request)).toMatchObject({ exception: { code: "UnrecognizedClientException" } });
  });
});
