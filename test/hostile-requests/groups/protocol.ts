/** Abuse of HTTP itself. Much of it the runtime answers before the Worker sees it; none of it may end in a failure of ours. */
import type { Random } from "../../../bench/corpus/random.ts";
import type { Expected, Kind, World } from "../hostile-request.ts";
import { type Message, toWire, withHeader } from "../message.ts";
import { signAs } from "../sign-as.ts";
import { type KeyName, ownerOf } from "../tenants.ts";
import { routeNamed } from "../valid-requests.ts";

const FRONT: Expected = { answering: "refused", mayEndInFront: true };
const NEVER_WHOLE: Expected = { answering: "refused", mayEndInFront: true, stops: true };
/** Still as it was signed, so that it may be taken: what is signed is a reading. */
const STILL_GOOD: Expected = { answering: "answered", mayEndInFront: true };

function signed(name: string, random: Random, world: World, by: KeyName = "admin"): Message {
  return signAs(by, routeNamed(name).draft(random, world), world);
}

function start(random: Random, world: World): Message {
  return signed("StartPolicyPreviewJob", random, world);
}

function raw(text: string): Buffer {
  return Buffer.from(text, "latin1");
}

function abuse(
  name: string,
  weight: number,
  expected: Expected,
  make: (random: Random, world: World) => Message | Buffer,
): Kind {
  return {
    name,
    weight,
    make(random, world) {
      const made = make(random, world);
      return { wire: "method" in made ? toWire(made) : made, expected };
    },
  };
}

/** A good reading by the reader, whose answer may show what is the victim's. */
function reading(
  name: string,
  weight: number,
  expected: Expected,
  change: (message: Message, random: Random) => Message,
): Kind {
  const owner = ownerOf("reader");
  return abuse(name, weight, owner === undefined ? expected : { ...expected, owner }, (random, world) =>
    change(
      signed(
        random.pick(["GetOrganization", "GetMapping", "ListPolicyPreviewJobs", "GetPolicyPreviewJob"]),
        random,
        world,
        "reader",
      ),
      random,
    ),
  );
}

function more(message: Message, headers: readonly (readonly [string, string])[]): Message {
  return { ...message, headers: [...message.headers, ...headers] };
}

function chunked(message: Message, body: string, coding = "chunked"): Message {
  return { ...withHeader(message, "Transfer-Encoding", coding), body: raw(body) };
}

export const PROTOCOL: readonly Kind[] = [
  abuse("a length that is too small", 3, FRONT, (random, world) => {
    const message = start(random, world);
    return withHeader(message, "Content-Length", String(random.below(message.body.length)));
  }),
  abuse("a length that is too large", 2, NEVER_WHOLE, (random, world) => {
    const message = start(random, world);
    return withHeader(message, "Content-Length", String(message.body.length + random.pick([1, 1000, 900_000])));
  }),
  abuse("a length that is none", 3, FRONT, (random, world) =>
    withHeader(
      start(random, world),
      "Content-Length",
      random.pick(["-1", "abc", "", "1e3", "0x10", "1,2", "+5", " ", "9".repeat(30)]),
    ),
  ),
  abuse("two lengths", 2, FRONT, (random, world) =>
    more(withHeader(start(random, world), "Content-Length", "0"), [["Content-Length", "5"]]),
  ),
  abuse("a body in chunks", 2, FRONT, (random, world) =>
    chunked(
      start(random, world),
      random.pick(["0\r\n\r\n", "5\r\nhello\r\n0\r\n\r\n", "1;x=y\r\na\r\n0\r\nX-Trailer: 1\r\n\r\n"]),
    ),
  ),
  abuse("a chunk that says it is huge", 2, NEVER_WHOLE, (random, world) =>
    chunked(
      start(random, world),
      `${random.pick(["7FFFFFFF", "FFFFFFFF", "FFFFFFFFFFFFFFFF", "100000000000000000"])}\r\nabc`,
    ),
  ),
  abuse("chunks that are none", 2, NEVER_WHOLE, (random, world) =>
    chunked(
      start(random, world),
      random.pick(["x\r\n", "-1\r\nabc\r\n", "\r\n\r\n", "5 \r\nhello0\r\n\r\n", "5\r\nhelloX"]),
    ),
  ),
  abuse("chunks and a length", 2, NEVER_WHOLE, (random, world) => {
    const smuggled = "0\r\n\r\nGET /organization HTTP/1.1\r\nHost: x\r\n\r\n";
    return withHeader(
      chunked(start(random, world), smuggled),
      "Content-Length",
      String(random.pick([5, smuggled.length])),
    );
  }),
  abuse("another transfer coding", 2, NEVER_WHOLE, (random, world) =>
    chunked(
      start(random, world),
      "0\r\n\r\n",
      random.pick(["gzip", "chunked, chunked", "gzip, chunked", "identity", "xchunked", "chunked\x0b", "Chunked", ""]),
    ),
  ),
  abuse("chunks past the limit", 0.5, { ...FRONT }, (random, world) => {
    const chunk = `10000\r\n${"x".repeat(65_536)}\r\n`;
    return chunked(start(random, world), `${chunk.repeat(40)}0\r\n\r\n`);
  }),
  reading("a client that waits for 100", 2, STILL_GOOD, (message) => more(message, [["Expect", "100-continue"]])),
  abuse("a body sent after Expect", 2, FRONT, (random, world) => {
    const message = start(random, world);
    message.body[0] = 0;
    return more(message, [["Expect", random.pick(["100-continue", "200-ok", ""])]]);
  }),
  reading("a hundred headers more", 3, STILL_GOOD, (message, random) =>
    more(
      message,
      Array.from({ length: random.pick([100, 250]) }, (_, index) => [`X-More-${index}`, "x"] as const),
    ),
  ),
  reading("a long header", 2, STILL_GOOD, (message, random) =>
    more(message, [["X-Long", "x".repeat(random.pick([8000, 16_384, 100_000]))]]),
  ),
  reading("a long name of a header", 1, STILL_GOOD, (message) => more(message, [["X".repeat(16_384), "x"]])),
  reading("headers that runtimes believe", 3, STILL_GOOD, (message, random) =>
    more(
      message,
      random.pick([
        [
          ["X-Forwarded-For", "127.0.0.1"],
          ["CF-Connecting-IP", "::1"],
        ],
        [["X-HTTP-Method-Override", "DELETE"]],
        [
          ["X-Original-URL", "/policy/preview-configuration"],
          ["X-Rewrite-URL", "/mapping"],
        ],
        [
          ["Upgrade", "websocket"],
          ["Connection", "Upgrade"],
          ["Sec-WebSocket-Key", "AAAAAAAAAAAAAAAAAAAAAA=="],
          ["Sec-WebSocket-Version", "13"],
        ],
        [["Range", "bytes=0-1,2-3,-9"]],
        [["If-None-Match", "*"]],
        [["Accept-Encoding", "x".repeat(5000)]],
        [["Cookie", "a=b; ".repeat(1000)]],
        [
          ["Origin", "null"],
          ["Access-Control-Request-Method", "DELETE"],
        ],
        [["Content-Encoding", "gzip"]],
        [
          ["__proto__", "x"],
          ["constructor", "x"],
        ],
      ] as const),
    ),
  ),
  abuse("headers that are none", 3, FRONT, (random, { host }) =>
    raw(
      `GET /organization HTTP/1.1\r\nHost: ${host}\r\n${random.pick(["no colon", ": no name", "a b: c", " folded: x", "X: a\r\n b", "X: \x00", "X\x00: a", "X: a\rb: c", "\xff\xfe: x", "X: \xff", "X:a\nY:b"])}\r\n\r\n`,
    ),
  ),
  abuse("no host, or an odd one", 3, FRONT, (random) =>
    raw(
      `GET /organization HTTP/1.1\r\n${random.pick(["", "Host:\r\n", "Host: a b\r\n", "Host: [::1\r\n", "Host: \xff\r\n", "Host: a/../b?c#d\r\n", "Host: x:99999999\r\n", "Host: a\r\nHost: b\r\n", "Host: user@x\r\n", `Host: ${"a".repeat(9000)}\r\n`])}\r\n`,
    ),
  ),
  abuse("a first line that is none", 4, FRONT, (random, { host }) =>
    raw(
      `${random.pick(["GET", "GET  HTTP/1.1", "GET /organization", "GET /organization HTTP/9.9", "GET /organization HTTP/0.9", "GET /organization HTTP/1.1 x", "get /organization HTTP/1.1", "GET organization HTTP/1.1", "GET * HTTP/1.1", "GET ?x HTTP/1.1", "GET #x HTTP/1.1", " GET /organization HTTP/1.1", "\x00 / HTTP/1.1", "PRI * HTTP/2.0", "\x16\x03\x01\x02\x00", "GET /organization\t HTTP/1.1", "GET /\x00 HTTP/1.1", "GET /\xff\xfe HTTP/1.1", "GET /organization#x HTTP/1.1", "GET \\organization HTTP/1.1"])}\r\nHost: ${host}\r\nConnection: close\r\n\r\n`,
    ),
  ),
  abuse("a whole URL, or another one", 3, FRONT, (random, { host }) =>
    raw(
      `GET ${random.pick(["http://example.com/organization", `http://${host}/organization`, "https://x:1/", "file:///etc/passwd", "ftp://x/", "http://[/organization", "//example.com/organization", "http:///organization"])} HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`,
    ),
  ),
  abuse("methods that are not HTTP's", 4, FRONT, (random, world) => {
    const method = random.pick([
      "TRACE",
      "CONNECT",
      "FOO",
      "PROPFIND",
      "MKCOL",
      "PURGE",
      "LINK",
      "X".repeat(5000),
      "G\u00c9T",
    ]);
    return { ...signed("GetOrganization", random, world), method };
  }),
  abuse("OPTIONS", 1, FRONT, (random, world) => ({
    ...signed("GetOrganization", random, world),
    method: "OPTIONS",
    target: random.pick(["*", "/organization"]),
  })),
  abuse("HEAD of what must be signed", 2, { answering: "refused", hasNoBody: true }, (random, world) => ({
    ...signed("GetMapping", random, world),
    method: "HEAD",
  })),
  abuse("half a head", 2, NEVER_WHOLE, (random, { host }) =>
    raw(
      random.pick([
        "",
        "G",
        "GET /organization HTTP/1.1\r\n",
        `GET /organization HTTP/1.1\r\nHost: ${host}\r\nX: `,
        `PUT /mapping HTTP/1.1\r\nHost: ${host}\r\nContent-Length: 5\r\n`,
      ]),
    ),
  ),
  abuse("a body that stops", 3, NEVER_WHOLE, (random, world) => {
    const name = random.pick(["StartPolicyPreviewJob", "PutOrganization", "PutLogFile", "PutMapping"]);
    const message = signed(name, random, world);
    const length = String(message.body.length);
    return {
      ...withHeader(message, "Content-Length", length),
      body: message.body.subarray(0, random.below(message.body.length)),
    };
  }),
  abuse("a second request behind the first", 2, FRONT, (random, world) => {
    const second = toWire(start(random, world)).subarray(0, 200);
    return Buffer.concat([toWire({ ...signed("GetMapping", random, world), method: "POST" }), second]);
  }),
];
