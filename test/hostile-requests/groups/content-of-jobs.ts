/** StartPolicyPreviewJob by somebody who may, with bodies that are wrong by construction. */
import type { Random } from "../../../bench/corpus/random.ts";
import { badPolicy, slowPolicy } from "../content/hostile-policies.ts";
import { deepJson, notAnObject, notText, oddText, withText } from "../content/odd-json.ts";
import { policyDocument, previewJob } from "../content/stored-content.ts";
import type { Kind } from "../hostile-request.ts";
import { madeBy } from "../sign-as.ts";
import type { Draft } from "../sign-message.ts";
import { MARKERS } from "../tenants.ts";

const BODY_MAX = 1024 * 1024;
const GOOD = { ...previewJob(MARKERS.sent), clientToken: "token" };
const CONFIGURATION = ["policyConfigurations", 0] as const;
const DOCUMENTS = [...CONFIGURATION, "policyDocumentsList"] as const;

function draftOf(body: string | Buffer): Draft {
  return {
    method: "PUT",
    path: "/policy/preview",
    body: Buffer.from(body),
    headers: [["Content-Type", "application/json"]],
  };
}

/** Refused, whoever sends it: the victim's keys do. */
function bad(name: string, weight: number, bodyOf: (random: Random) => string | Buffer): Kind {
  return {
    name: `job: ${name}`,
    weight,
    make: (random, world) => {
      const by = random.pick(["admin", "operator"] as const);
      return madeBy(by, draftOf(bodyOf(random)), world, { answering: "unfit" });
    },
  };
}

/** Perhaps taken: somebody sends it who has nothing to lose. */
function doubtful(name: string, weight: number, bodyOf: (random: Random) => string | Buffer): Kind {
  return {
    name: `job: ${name}`,
    weight,
    make: (random, world) => madeBy("scratch", draftOf(bodyOf(random)), world, { answering: "answered" }),
  };
}

/** Of a member: any value that is none. `null` is as good as absent, so it is wrong for members that must be there. */
function oddValue(random: Random): string {
  return random
    .weighted([
      { weight: 1, make: () => "null" },
      { weight: 5, make: () => notText(random) },
      { weight: 5, make: () => oddText(random) },
    ])
    .make();
}

const REQUIRED = [
  ["policyConfigurations"],
  [...CONFIGURATION],
  [...CONFIGURATION, "jobType"],
  [...CONFIGURATION, "targetId"],
  [...DOCUMENTS],
  [...DOCUMENTS, 0],
  ["startTime"],
  ["outputS3Uri"],
];
const OPTIONAL = [[...CONFIGURATION, "attachmentMode"], ["endTime"]];

export const CONTENT_OF_JOBS: readonly Kind[] = [
  bad("a needed member odd", 12, (random) => withText(GOOD, random.pick(REQUIRED), oddValue(random))),
  bad("another member odd", 5, (random) =>
    withText(GOOD, random.pick(OPTIONAL), random.chance(0.5) ? notText(random) : oddText(random)),
  ),
  bad("a client token that is no text", 1, (random) => withText(GOOD, ["clientToken"], notText(random))),
  bad("a deep value", 3, (random) => withText(GOOD, random.pick(REQUIRED), deepJson(random))),
  bad("a needed member away", 2, (random) => withText(GOOD, random.pick(REQUIRED), "null")),
  bad("many configurations", 2, (random) => {
    const count = random.pick([2, 3000, 300_000]);
    const one = random.pick(["{}", "null", "1", '{"jobType":1}', JSON.stringify(GOOD.policyConfigurations[0])]);
    return withText(
      GOOD,
      ["policyConfigurations"],
      `[${Array(Math.min(count, Math.floor(900_000 / one.length)))
        .fill(one)
        .join(",")}]`,
    );
  }),
  bad("many documents", 2, (random) => {
    const one = random.pick(['""', '"{}"', "1", "null", '"["', JSON.stringify(badPolicy(random).slice(0, 60))]);
    const count = Math.min(random.pick([100, 20_000, 300_000]), Math.floor(900_000 / one.length));
    return withText(GOOD, DOCUMENTS, `[${Array(count).fill(one).join(",")}]`);
  }),
  bad("documents that are no policies", 10, (random) => {
    const documents = random.chance(0.5) ? [badPolicy(random)] : [policyDocument(MARKERS.sent), badPolicy(random)];
    return withText(GOOD, DOCUMENTS, JSON.stringify(documents));
  }),
  bad("a window that is none", 3, (random) => {
    const [startTime, endTime] = random.pick([
      ["2026-08-02T00:00:00Z", "2026-08-01T00:00:00Z"],
      ["2026-08-01T00:00:00Z", "2026-08-01T00:00:00Z"],
      ["9999-12-31T23:59:59Z", undefined],
      ["2026-02-30T00:00:00Z", undefined],
      ["2026-08-01T24:00:00Z", undefined],
      ["-2026-08-01T00:00:00Z", undefined],
      ["2026-08-01T00:00:00.1234567890Z", undefined],
      ["2026-08-01T00:00:00+99:99", undefined],
      ["2026-08-01", undefined],
      ["１２３４-08-01T00:00:00Z", undefined],
    ] as const);
    return JSON.stringify({ ...GOOD, startTime, endTime });
  }),
  bad("what is no JSON object", 6, notAnObject),
  bad("a body that ends too early", 3, (random) => {
    const text = JSON.stringify(GOOD);
    return text.slice(0, 1 + random.below(text.length - 1));
  }),
  bad("a body with bytes that are no text", 3, (random) => {
    const bytes = Buffer.from(JSON.stringify(GOOD));
    bytes[bytes.indexOf(MARKERS.sent) + random.below(5)] = random.pick([0x80, 0xc0, 0xff, 0xf8]);
    return bytes;
  }),
  bad("a member twice, the wrong one last", 2, (random) =>
    JSON.stringify(GOOD).replace(/}$/, () => `,"startTime":${notText(random)}}`),
  ),
  bad("everything in a prototype", 2, (random) => {
    const text = JSON.stringify(GOOD);
    return random.pick([`{"__proto__":${text}}`, `{"constructor":{"prototype":${text}}}`, `{"prototype":${text}}`]);
  }),
  {
    name: "job: a body past the limit",
    weight: 2,
    make(random, world) {
      const body = JSON.stringify(GOOD) + " ".repeat(random.pick([BODY_MAX, 3 * BODY_MAX]));
      return madeBy("admin", draftOf(body), world, { answering: "unfit", mayEndInFront: true });
    },
  },
  doubtful("members that are none of the model", 3, (random) => {
    const name = random.pick(["extra", "__proto__", "constructor", "toString", "", "jobId"]);
    return JSON.stringify(GOOD).replace(
      "{",
      () => `{${JSON.stringify(name)}:${random.chance(0.3) ? deepJson(random) : notText(random)},`,
    );
  }),
  doubtful("a byte order mark", 1, () => `\ufeff${JSON.stringify(GOOD)}`),
  doubtful("a policy that is hard to match", 2, (random) =>
    withText({ ...GOOD, clientToken: random.uuid() }, DOCUMENTS, JSON.stringify([slowPolicy(random)])),
  ),
  doubtful("a long client token", 1, (random) => {
    const token = `${random.uuid()}${"t".repeat(random.pick([100, 2000, 900_000]))}`;
    return withText(GOOD, ["clientToken"], JSON.stringify(token));
  }),
  // Often enough to fill an answer, if they are kept.
  doubtful("a long URI", 7, (random) => {
    const uri = `${GOOD.outputS3Uri}${"u".repeat(random.pick([100, 900_000, 900_000, 900_000]))}`;
    return withText({ ...GOOD, clientToken: random.uuid() }, ["outputS3Uri"], JSON.stringify(uri));
  }),
  doubtful("a token for something else", 1, (random) =>
    JSON.stringify({ ...GOOD, endTime: `2026-08-01T13:00:0${random.below(9)}Z` }),
  ),
];
