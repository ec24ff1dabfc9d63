/** Requests that were signed right, and changed on the way: none of them may be taken. */
import type { Random } from "../../../bench/corpus/random.ts";
import type { Kind, World } from "../hostile-request.ts";
import { headerOf, type Message, toWire, withHeader } from "../message.ts";
import { signAs } from "../sign-as.ts";
import { amzDate } from "../sign-message.ts";
import { ROUTES, type Route } from "../valid-requests.ts";

const WITH_BODY = ROUTES.filter(({ name }) => /^(Put|Start|Create)/.test(name));
const METHODS = ["GET", "PUT", "POST", "DELETE", "PATCH"];

type Alter = (message: Message, random: Random, world: World) => Message;

function altered(name: string, weight: number, alter: Alter, routes: readonly Route[] = ROUTES): Kind {
  return {
    name,
    weight,
    make(random, world) {
      const route = random.pick(routes);
      const draft = route.draft(random, world);
      const message = signAs(random.pick(route.keys), draft, world, { signsHash: random.chance(0.3) });
      return { wire: toWire(alter(message, random, world)), expected: { answering: "refused" } };
    },
  };
}

function alteredAuthorization(name: string, weight: number, alter: (text: string, random: Random) => string): Kind {
  return altered(name, weight, (message, random) =>
    withHeader(message, "Authorization", alter(headerOf(message, "Authorization"), random)),
  );
}

/** Another character of the same kind at a random place. */
function changeOne(text: string, random: Random, alphabet: string): string {
  const places = [...text].flatMap((character, place) => (alphabet.includes(character) ? [place] : []));
  if (places.length === 0) return `${text}${random.pick([...alphabet])}`;
  const place = random.pick(places);
  const other = random.pick([...alphabet].filter((character) => character !== text[place]));
  return `${text.slice(0, place)}${other}${text.slice(place + 1)}`;
}

function withTarget(message: Message, change: (path: string, query: string) => string): Message {
  const [path = "", ...query] = message.target.split("?");
  return { ...message, target: change(path, query.join("?")) };
}

function again(path: string, query: string): string {
  return query === "" ? path : `${path}?${query}`;
}

function withBytes(message: Message, body: Buffer): Message {
  return { ...message, body };
}

export const ALTERED: readonly Kind[] = [
  altered("another method", 3, (message, random) => ({
    ...message,
    method: random.pick(METHODS.filter((method) => method !== message.method)),
  })),
  altered("one character of the path", 3, (message, random) =>
    withTarget(message, (path, query) => again(`/${changeOne(path.slice(1), random, "abcdef0123456789")}`, query)),
  ),
  altered("a longer path", 2, (message, random) =>
    withTarget(message, (path, query) =>
      again(path + random.pick(["/", "/progress", "/x", "%00", "a", ";v=1"]), query),
    ),
  ),
  altered(
    "a slash twice",
    2,
    (message, random) =>
      withTarget(message, (path, query) => {
        const slashes = [...path].flatMap((character, place) => (character === "/" ? [place] : []));
        const place = random.pick(slashes);
        return again(`${path.slice(0, place)}/${path.slice(place)}`, query);
      }),
    // An empty segment is not signed (SigV4 for all services but S3): the key of a log file may get one on the way.
    ROUTES.filter(({ name }) => name !== "PutLogFile"),
  ),
  altered("a letter of the path escaped", 2, (message, random) =>
    withTarget(message, (path, query) => {
      const place = 1 + random.below(path.length - 1);
      const escaped = `%${path.charCodeAt(place).toString(16)}`;
      return again(path.slice(0, place) + escaped + path.slice(place + 1), query);
    }),
  ),
  altered("a parameter more", 3, (message, random) =>
    withTarget(message, (path, query) => {
      const more = random.pick([
        "x=1",
        "maxResults=9",
        "clientToken=t",
        "__proto__=x",
        "constructor=1",
        "toString=",
        "%5F%5Fproto__=x",
      ]);
      return `${path}?${query === "" ? more : `${query}&${more}`}`;
    }),
  ),
  altered("one character of the query", 2, (message, random) =>
    withTarget(message, (path, query) => `${path}?${changeOne(query, random, "0123456789abcdef")}`),
  ),
  altered("another time", 3, (message, random, world) => {
    const seconds = random.pick([-86_400, -301, -1, 1, 299, 86_400 * 365]);
    return withHeader(message, "X-Amz-Date", amzDate(new Date(world.now().getTime() + seconds * 1000)));
  }),
  altered("no time, or one of another form", 2, (message, random) =>
    withHeader(
      message,
      "X-Amz-Date",
      random.pick([undefined, "", "0", "20261123", "2026-11-23T00:00:00Z", "99999999T999999Z", "9".repeat(9000)]),
    ),
  ),
  altered("another host", 2, (message, random) =>
    withHeader(message, "Host", random.pick(["127.0.0.1", "localhost:80", "example.com", "127.0.0.1:1"])),
  ),
  altered(
    "another type of content",
    2,
    (message, random) =>
      withHeader(
        message,
        "Content-Type",
        random.pick([undefined, "text/plain", "application/json; charset=utf-7", "multipart/form-data"]),
      ),
    WITH_BODY.filter(({ name }) => name !== "PutLogFile"),
  ),
  altered("another claimed hash", 2, (message, random) => withHeader(message, "X-Amz-Content-Sha256", random.hex(64))),
  altered(
    "one byte of the body",
    4,
    (message, random) => {
      const body = Buffer.from(message.body);
      const place = random.below(body.length);
      body[place] = (body[place] ?? 0) ^ (1 << random.below(8));
      return withBytes(message, body);
    },
    WITH_BODY,
  ),
  altered(
    "a shorter body",
    2,
    (message, random) => withBytes(message, message.body.subarray(0, random.below(message.body.length))),
    WITH_BODY,
  ),
  altered("a longer body", 2, (message, random) =>
    withBytes(message, Buffer.concat([message.body, Buffer.from(random.pick([" ", "\n", "\0", "}"]))])),
  ),
  alteredAuthorization("one digit of the signature", 4, (text, random) => {
    const [before = "", signature = ""] = text.split("Signature=");
    return `${before}Signature=${changeOne(signature, random, "0123456789abcdef")}`;
  }),
  alteredAuthorization("a signature of another form", 2, (text, random) => {
    const [before = "", signature = ""] = text.split("Signature=");
    const other = random.pick([
      signature.slice(1),
      `${signature}0`,
      `0x${signature}`,
      "0".repeat(64),
      "",
      signature.replaceAll(/./g, "g"),
      `${signature.slice(0, 63)} `,
    ]);
    return `${before}Signature=${other}`;
  }),
  alteredAuthorization("another part of the scope", 4, (text, random) => {
    const [from, to] = random.pick([
      [/\/\d{8}\//, "/20200101/"],
      [/\/\d{8}\//, "/2026/"],
      [/\/us-east-1\//, "/eu-west-1/"],
      [/\/us-east-1\//, "//"],
      [/\/access-analyzer\//, "/s3/"],
      [/\/access-analyzer\//, "/__proto__/"],
      [/\/aws4_request/, "/aws5_request"],
      [/\/aws4_request/, ""],
      [/Credential=\w+/, "Credential=AKIAOTHEREXAMPLE"],
      [/Credential=\w+/, "Credential=AKIANOBODY"],
      [/Credential=\w+/, "Credential=constructor"],
    ] as const);
    return text.replace(from, to);
  }),
  alteredAuthorization("other signed headers", 4, (text, random) => {
    const [from, to] = random.pick([
      [/host;/, ""],
      [/;?x-amz-date/, ""],
      [/SignedHeaders=/, "SignedHeaders=connection;"],
      [/SignedHeaders=/, "SignedHeaders=absent;"],
      [/SignedHeaders=/, "SignedHeaders=authorization;"],
      [/SignedHeaders=/, "SignedHeaders=date;"],
      [/SignedHeaders=/, "SignedHeaders=__proto__;"],
      [/SignedHeaders=/, `SignedHeaders=${"a;".repeat(3000)}`],
      [/SignedHeaders=/, "SignedHeaders=bad header\t;"],
      [/SignedHeaders=[^,]*/, "SignedHeaders="],
      [/SignedHeaders=[^,]*/, "SignedHeaders=HOST;X-AMZ-DATE"],
    ] as const);
    return text.replace(from, to);
  }),
];
