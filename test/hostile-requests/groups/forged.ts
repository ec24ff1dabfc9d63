/** Requests of somebody who has no key, or the wrong one, in every form that Authorization may come in. */
import type { Random } from "../../../bench/corpus/random.ts";
import type { Kind, World } from "../hostile-request.ts";
import { headerOf, type Message, NO_BODY, toWire, withHeader } from "../message.ts";
import { signAs } from "../sign-as.ts";
import { amzDate, type Draft } from "../sign-message.ts";
import { KEYS } from "../tenants.ts";
import { ROUTES } from "../valid-requests.ts";

const SIGNATURE = "0".repeat(64);

function forged(name: string, weight: number, forge: (draft: Draft, random: Random, world: World) => Message): Kind {
  return {
    name,
    weight,
    make(random, world) {
      const draft = random.pick(ROUTES).draft(random, world);
      return { wire: toWire(forge(draft, random, world)), expected: { answering: "refused" } };
    },
  };
}

/** A good request but for its Authorization. */
function forgedAuthorization(name: string, weight: number, text: (random: Random, good: string) => string): Kind {
  return forged(name, weight, (draft, random, world) => {
    const message = signAs("admin", draft, world);
    return withHeader(message, "Authorization", text(random, headerOf(message, "Authorization")));
  });
}

function unsigned({ method, path, query, headers = [], body = NO_BODY }: Draft, { host }: World): Message {
  return {
    method,
    target: query === undefined ? path : `${path}?${query}`,
    headers: [["Host", host], ...headers],
    body,
  };
}

/** The three parameters, with `credential` for the key's part. */
function authorization(credential: string, names = "host;x-amz-date", signature = SIGNATURE): string {
  return `AWS4-HMAC-SHA256 Credential=${credential}, SignedHeaders=${names}, Signature=${signature}`;
}

const today = () => amzDate(new Date()).slice(0, 8);
const scoped = (id: string) => `${id}/${today()}/us-east-1/access-analyzer/aws4_request`;
const ADMIN = KEYS.admin.accessKeyId;

/** As the header's bytes: characters up to U+00FF stand for themselves. */
const utf8 = (text: string) => Buffer.from(text).toString("latin1");

const OTHER_SECRETS = [
  "",
  " ",
  KEYS.other.secretAccessKey,
  KEYS.admin.secretAccessKey.toUpperCase(),
  `${KEYS.admin.secretAccessKey} `,
];
const NOT_KEYS = [
  "AKIANOBODYEXAMPLE",
  "__proto__",
  "constructor",
  "toString",
  "",
  "a/b",
  "*",
  "undefined",
  "%41",
  "A".repeat(8000),
];

export const FORGED: readonly Kind[] = [
  forged("no signature", 4, (draft, _, world) => unsigned(draft, world)),
  forged("a wrong secret", 6, (draft, random, world) =>
    signAs("admin", draft, world, { secretAccessKey: random.pick(OTHER_SECRETS), signsHash: random.chance(0.5) }),
  ),
  forged("an unknown key", 4, (draft, random, world) =>
    signAs("admin", draft, world, { accessKeyId: random.pick(NOT_KEYS) }),
  ),
  forged("a key of another tenant under the victim's secret", 2, (draft, _, world) =>
    signAs("admin", draft, world, { accessKeyId: KEYS.other.accessKeyId }),
  ),
  forged("another service or region than it says", 3, (draft, random, world) =>
    signAs("admin", draft, world, random.pick([{ service: "s3" }, { service: "accessanalyzer" }, { service: "iam" }])),
  ),
  forged("signed long ago, or long ahead", 4, (draft, random, world) => {
    const minutes = random.pick([-5 * 365 * 1440, -1440, -30, -6, 6, 30, 1440, 5 * 365 * 1440]);
    return signAs("admin", draft, world, { date: new Date(world.now().getTime() + minutes * 60_000) });
  }),
  forgedAuthorization("another scheme", 4, (random) =>
    random.pick([
      "Basic YWRtaW46YWRtaW4=",
      "Basic",
      `Basic ${Buffer.from(`${ADMIN}:x`).toString("base64")}`,
      'Digest username="admin"',
      "Negotiate TlRMTVNTUAABAAAA",
      "AWS AKIAADMINEXAMPLE:signature",
      "AWS3-HTTPS AWSAccessKeyId=x",
      authorization(scoped(ADMIN)).replace(
        "AWS4-HMAC-SHA256",
        random.pick(["AWS4-HMAC-SHA1", "AWS4-ECDSA-P256-SHA256", "aws4-hmac-sha256", "AWS4-HMAC-SHA256\t", "none"]),
      ),
    ]),
  ),
  forgedAuthorization(
    "a bearer token",
    4,
    (random) =>
      `${random.pick(["Bearer", "bearer", "Token"])} ${random.pick(["", "null", "undefined", "[object Object]", ADMIN, random.hex(40), "x".repeat(9000), "eyJhbGciOiJub25lIn0.e30.", "a b c", "=,=,="])}`,
  ),
  {
    name: "the secret of an ingest key as a token where no token is taken",
    weight: 2,
    make(random, world) {
      const routes = ROUTES.filter(({ name }) => name !== "PushEvents");
      const message = unsigned(random.pick(routes).draft(random, world), world);
      const { accessKeyId, secretAccessKey } = KEYS.ingest;
      const token = random.pick([
        secretAccessKey,
        `${accessKeyId}:${secretAccessKey}`,
        `${accessKeyId}.${secretAccessKey}`,
      ]);
      return {
        wire: toWire(withHeader(message, "Authorization", `Bearer ${token}`)),
        expected: { answering: "refused" },
      };
    },
  },
  forgedAuthorization("parts missing", 4, (random) =>
    random.pick([
      "",
      "AWS4-HMAC-SHA256",
      "AWS4-HMAC-SHA256 ",
      "AWS4-HMAC-SHA256 ,,,,",
      `AWS4-HMAC-SHA256 Credential=${scoped(ADMIN)}`,
      `AWS4-HMAC-SHA256 Signature=${SIGNATURE}`,
      `AWS4-HMAC-SHA256 Credential=${scoped(ADMIN)}, Signature=${SIGNATURE}`,
      `AWS4-HMAC-SHA256 Credential, SignedHeaders, Signature`,
      `AWS4-HMAC-SHA256 =,=,=`,
      authorization(scoped(ADMIN)).replaceAll(",", ";"),
      authorization(ADMIN),
      authorization(`${scoped(ADMIN)}/more`),
      authorization("////"),
    ]),
  ),
  forgedAuthorization("parts several times", 3, (random, good) => {
    const part = random.pick([
      `Signature=${SIGNATURE}`,
      "Credential=x",
      "SignedHeaders=host",
      `Credential=${scoped("AKIANOBODY")}`,
    ]);
    return random.chance(0.5) ? `${good}, ${part}` : `${good}${`, ${part}`.repeat(random.pick([2, 500]))}`;
  }),
  forgedAuthorization("very long", 2, (random) => {
    const long = random.pick(["A", "/", ",", "=", "a=b,", " ", ";"]).repeat(random.pick([1000, 7000]));
    return random.pick([
      authorization(scoped(long)),
      authorization(scoped(ADMIN), long),
      authorization(scoped(ADMIN), "host", long),
      long,
    ]);
  }),
  forgedAuthorization("characters that are none of a header", 4, (random) => {
    const odd = random.pick([
      "\t",
      "\x01",
      "\x7f",
      "\x80\xff",
      utf8("ключ"),
      utf8("🔑"),
      utf8("\u202e"),
      "\xc0\x80",
      '"',
      "\\",
      "%00",
    ]);
    return random.pick([
      authorization(scoped(`${ADMIN}${odd}`)),
      authorization(scoped(ADMIN), `host;x${odd}`),
      authorization(scoped(ADMIN), "host", odd),
      odd,
    ]);
  }),
  {
    name: "two headers Authorization",
    weight: 2,
    make(random, world) {
      const message = signAs("admin", random.pick(ROUTES).draft(random, world), world);
      const second = random.pick([authorization(scoped(ADMIN)), "Bearer x", "Basic YTpi", authorization(scoped("x"))]);
      const headers = [...message.headers, ["Authorization", second] as const];
      // The runtime puts a comma between them, so that both arrive as one.
      return { wire: toWire({ ...message, headers }), expected: { answering: "refused" } };
    },
  },
  forged("signed in the query", 4, (draft, random, world) => {
    const date = amzDate(world.now());
    const parameters = {
      "X-Amz-Algorithm": "AWS4-HMAC-SHA256",
      "X-Amz-Credential": scoped(ADMIN),
      "X-Amz-Date": date,
      "X-Amz-Expires": random.pick(["300", "604800", "-1", "9".repeat(400)]),
      "X-Amz-SignedHeaders": "host",
      "X-Amz-Signature": SIGNATURE,
    };
    const query = new URLSearchParams(parameters).toString();
    return unsigned({ ...draft, query: random.chance(0.3) ? query.toLowerCase() : query }, world);
  }),
  forged("a payload that is not signed as a whole", 4, (draft, random, world) => {
    const message = signAs("admin", draft, world);
    const claim = random.pick([
      "UNSIGNED-PAYLOAD",
      "STREAMING-AWS4-HMAC-SHA256-PAYLOAD",
      "STREAMING-UNSIGNED-PAYLOAD-TRAILER",
      "STREAMING-",
      "",
      "unsigned-payload",
      "null",
    ]);
    return withHeader(message, "X-Amz-Content-Sha256", claim);
  }),
  forged("a payload in chunks of AWS", 2, (draft, random, world) => {
    const message = signAs("admin", draft, world);
    const chunks = Buffer.from(`5;chunk-signature=${SIGNATURE}\r\nhello\r\n0;chunk-signature=${SIGNATURE}\r\n\r\n`);
    return withHeader(
      { ...message, body: chunks },
      "Content-Encoding",
      random.pick(["aws-chunked", "aws-chunked,gzip", "AWS-CHUNKED"]),
    );
  }),
];
