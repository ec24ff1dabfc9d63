/** The other operations by somebody who may: parameters, labels and bodies that are wrong by construction. */
import type { Random } from "../../../bench/corpus/random.ts";
import { deepJson, notAnObject, notText, oddText } from "../content/odd-json.ts";
import type { Kind, World } from "../hostile-request.ts";
import { madeBy } from "../sign-as.ts";
import type { Draft } from "../sign-message.ts";

const JSON_TYPE = [["Content-Type", "application/json"]] as const;

function bad(name: string, weight: number, draftOf: (random: Random, world: World) => Draft): Kind {
  return {
    name,
    weight,
    make: (random, world) => madeBy("admin", draftOf(random, world), world, { answering: "unfit" }),
  };
}

const encode = (text: string) => encodeURIComponent(text.toWellFormed());
const base64 = (value: unknown) => encode(btoa(JSON.stringify(value)));

/** Each refused in a list of jobs. */
function badListQuery(random: Random): string {
  return random.pick([
    `maxResults=${random.pick(["0", "-1", "1.5", "", "abc", "1e3", "9".repeat(30), "0x10", "%20", "%00", "%D9%A3", "NaN"])}`,
    "maxResults=1&maxResults=2",
    `nextToken=${random.pick(["", "x", "%00", "%F0%9F%92%A5", "A".repeat(7000), base64({ length: 2 }), base64([]), base64([1]), base64(["1", "x"]), base64([1e308, "x"]), base64([1, {}]), base64(null), encode(btoa("[".repeat(3000)))])}`,
    `jobStatus=${random.pick(["", "completed", "X", "COMPLETED%00", "__proto__", "A".repeat(7000)])}`,
    `targetId=${random.pick(["", "x", "*", "%27%20OR%201=1", "r-ab12%0a", "r-ab1", "1".repeat(7000)])}`,
    "jobStatus=COMPLETED&targetId=r-vict",
    "jobStatus=COMPLETED&jobStatus=FAILED",
    // Not __proto__: the library that signs again loses it, so that the signature does not fit.
    `${random.pick(["bogus", "constructor", "filters", "filters.jobStatus", "%00", ""])}=1`,
    "filters=%7B%7D",
    Array.from({ length: 700 }, (_, index) => `p${index}=1`).join("&"),
    "%",
    "a=%ff",
    "%C0%80=1",
  ]);
}

export const CONTENT_OF_OPERATIONS: readonly Kind[] = [
  bad("list: odd parameters", 8, (random) => ({ method: "GET", path: "/policy/preview", query: badListQuery(random) })),
  {
    name: "list: tokens that begin anywhere",
    weight: 1,
    make(random, world) {
      const place = [
        random.pick([0, -1, Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER]),
        random.pick(["", "'; DROP TABLE job", "\u0000", "x".repeat(4000)]),
      ];
      const query = `nextToken=${base64(place)}`;
      return madeBy("admin", { method: "GET", path: "/policy/preview", query }, world, { answering: "answered" });
    },
  },
  {
    name: "list: everything of whoever started odd jobs",
    weight: 3,
    make: (_, world) =>
      madeBy("scratch", { method: "GET", path: "/policy/preview", query: "maxResults=100" }, world, {
        answering: "answered",
      }),
  },
  bad("configuration: an odd scope", 3, (random) => {
    const scope = random.chance(0.5) ? notText(random) : oddText(random);
    return {
      method: "PUT",
      path: "/policy/preview-configuration",
      body: Buffer.from(`{"scope":${scope}}`),
      headers: JSON_TYPE,
    };
  }),
  bad("configuration: an odd token, and there is one already", 2, (random) => {
    const token = random.chance(0.5) ? notText(random) : oddText(random);
    return {
      method: "PUT",
      path: "/policy/preview-configuration",
      body: Buffer.from(`{"clientToken":${token}}`),
      headers: JSON_TYPE,
    };
  }),
  bad("configuration: what is no JSON object", 3, (random) => ({
    method: "PUT",
    path: "/policy/preview-configuration",
    body: notAnObject(random),
    headers: JSON_TYPE,
  })),
  bad("configuration: deleted with odd parameters", 3, (random) => ({
    method: "DELETE",
    path: "/policy/preview-configuration",
    query: random.pick([
      "clientToken=a&clientToken=b",
      "clientToken=%ff",
      "%=1",
      "clientToken=%",
      "clientToken=a&clientToken=",
    ]),
  })),
  bad("generation: odd members", 3, (random) => {
    const arn = random.chance(0.5) ? notText(random) : oddText(random);
    const body = random.pick([
      `{"policyGenerationDetails":{"principalArn":${arn}}}`,
      `{"policyGenerationDetails":${arn}}`,
      `{"policyGenerationDetails":{"principalArn":"arn:aws:iam::333333333333:role/x"},"cloudTrailDetails":${notText(random)}}`,
    ]);
    return { method: "PUT", path: "/policy/generation", body: Buffer.from(body), headers: JSON_TYPE };
  }),
  bad("generation: odd parameters", 2, (random) => ({
    method: "GET",
    path: `/policy/generation${random.pick(["", `/${random.uuid()}`])}`,
    query: random.pick([
      "maxResults=0",
      "maxResults=x",
      "includeResourcePlaceholders=maybe&maxResults=0",
      "principalArn=x",
      `principalArn=arn:aws:iam::${"1".repeat(7000)}`,
      "maxResults=1&maxResults=1",
    ]),
  })),
  bad("a job canceled that has ended, with a body", 2, (random, { jobs }) => ({
    method: "PUT",
    path: `/policy/preview/${jobs.victim}`,
    body: random.chance(0.5) ? Buffer.from(deepJson(random)) : notAnObject(random),
    headers: JSON_TYPE,
  })),
  bad("a report file that is none", 3, (random, { jobs }) => ({
    method: "GET",
    path: `/policy/preview/${jobs.victim}/report/${random.pick(["x", "a".repeat(random.pick([900, 1000, 1024, 3000])), "%00", "%0a", "%ef%bb%bf", "manifest.json%20", "summary.json.gz", "..", "%2e%2e%2f", "__proto__", "denied-events/", "%F0%9F%92%A5".repeat(300), "manifest.json%2f"])}`,
  })),
  {
    name: "a reading with a body",
    weight: 3,
    make(random, world) {
      const path = random.pick([
        "/organization",
        "/mapping",
        "/context",
        "/policy/preview-configuration",
        `/policy/preview/${world.jobs.victim}`,
        "/policy/preview",
      ]);
      const body = random.chance(0.3) ? Buffer.from(deepJson(random)) : notAnObject(random);
      return madeBy("reader", { method: "GET", path, body }, world, { answering: "answered" });
    },
  },
];
