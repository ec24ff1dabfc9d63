/** Log files and pushed events: what is refused whole goes to the victim, all other to a scratch tenant. */
import { gzipSync } from "node:zlib";
import type { Random } from "../../../bench/corpus/random.ts";
import { BAD_LOGS, ODD_LOGS } from "../content/hostile-logs.ts";
import { deepJson, notAnObject, notText, oddText } from "../content/odd-json.ts";
import { logFile, logRecord } from "../content/stored-content.ts";
import type { Kind } from "../hostile-request.ts";
import { madeBy } from "../sign-as.ts";
import { MARKERS } from "../tenants.ts";

const UPLOAD_MAX = 32 * 1024 * 1024;
const SENT = MARKERS.scratch;

/** Few keys, so that files take each other's place; odd ones among them. */
function fileKey(random: Random): string {
  return random.chance(0.8)
    ? `logs/${random.below(200)}.json.gz`
    : random.pick([
        "%00",
        "%0d%0a",
        "a%2Fb",
        "..%2F..%2Fx",
        "%252e",
        "%C3%A9",
        "%F0%9F%92%A5",
        "__proto__",
        "constructor",
        "a//b",
        "a%20b",
        "%22%27%3C",
        "x".repeat(896),
        "CON",
        "-",
        ".",
      ]);
}

const badLogs = BAD_LOGS.map(
  ({ name, make, ...cost }): Kind => ({
    ...cost,
    name: `log: ${name}`,
    make(random, world) {
      const path = `/cloudtrail/logs/${random.hex(6)}.json.gz`;
      const by = random.pick(["ingest", "admin"] as const);
      return madeBy(by, { method: "PUT", path, body: make(random) }, world, { answering: "unfit" });
    },
  }),
);

const oddLogs = ODD_LOGS.map(
  ({ name, make, ...cost }): Kind => ({
    ...cost,
    name: `log: ${name}`,
    make(random, world) {
      const path = `/cloudtrail/${fileKey(random)}`;
      return madeBy("scratch", { method: "PUT", path, body: make(random) }, world, { answering: "answered" });
    },
  }),
);

const event = () => JSON.stringify(logRecord(SENT, 9_000_000));
const base64 = (text: string) => Buffer.from(text).toString("base64");

function firehose(records: string): string {
  return `{"requestId":"0a1b2c3d-0000-4000-8000-000000000000","timestamp":1790000000000,"records":${records}}`;
}

const FIREHOSE_RECORDS: readonly ((random: Random) => string)[] = [
  (random) => notText(random),
  () => '[{"data":"%%%"}]',
  () => '[{"data":"====="}]',
  () => '[{"data":"A"}]',
  () => '[{"data":""}]',
  () => '[{"data":"\\ud800"}]',
  (random) => `[{"data":${notText(random)}}]`,
  (random) => `[${notText(random)}]`,
  (random) => `[{"data":${JSON.stringify(base64(deepJson(random)))}}]`,
  () => `[{"data":${JSON.stringify(gzipSync("x".repeat(10_000_000)).toString("base64"))}}]`,
  () => `[{"data":"${gzipSync(event()).toString("base64").slice(0, 40)}"}]`,
  () => `[${'{"data":"e30="},'.repeat(30_000)}{"data":"e30="}]`,
  () => `[${"{},".repeat(100_000)}{}]`,
  () => `[{"data":"${"A".repeat(900_000)}"}]`,
  () => `[{"data":"${base64(event())}"},{"data":"%"}]`,
];

const PUSHED: readonly ((random: Random) => string)[] = [
  (random) => notText(random),
  (random) => oddText(random),
  (random) => deepJson(random),
  (random) => `{"Records":${notText(random)}}`,
  (random) => `{"version":"0","detail-type":"AWS API Call via CloudTrail","detail":${notText(random)}}`,
  (random) => `{"detail":{"detail":{"detail":${deepJson(random)}}}}`,
  (random) => `[${event()},${notText(random)}]`,
  () => `[${"{},".repeat(300_000)}{}]`,
  () => `{"Records":[${"[],".repeat(300_000)}[]]}`,
  () => `{"__proto__":${event()}}`,
  () => `{"Records":[${event()}],"records":[{"data":"x"}],"detail":1}`,
  () => `${event()}${event()}`,
  () => event().slice(0, 200),
];

function pushed(name: string, weight: number, bodyOf: (random: Random) => string | Buffer): Kind {
  return {
    name: `push: ${name}`,
    weight,
    make(random, world) {
      const headers = [
        ["Content-Type", random.pick(["application/json", "application/x-amz-json-1.1", "text/plain", "x"])] as const,
        ...(random.chance(0.3) ? [["X-Amz-Firehose-Protocol-Version", "1.0"] as const] : []),
        ...(random.chance(0.2) ? [["Content-Encoding", random.pick(["gzip", "br", "x"])] as const] : []),
      ];
      const draft = { method: "POST", path: "/cloudtrail", body: Buffer.from(bodyOf(random)), headers };
      return madeBy("scratch", draft, world, { answering: "answered" });
    },
  };
}

export const CONTENT_OF_LOGS: readonly Kind[] = [
  ...badLogs,
  ...oddLogs,
  {
    name: "log: a key that is too long",
    weight: 2,
    make(random, world) {
      const path = `/cloudtrail/${random.pick(["a".repeat(897), "%F0%9F%92%A5".repeat(225), `${"a/".repeat(2000)}x`])}`;
      return madeBy("ingest", { method: "PUT", path, body: logFile(MARKERS.sent, 1, 1) }, world, {
        answering: "unfit",
      });
    },
  },
  {
    name: "log: a body past the limit",
    weight: 0.3,
    isHeavy: true,
    make: (_, world) =>
      madeBy("ingest", { method: "PUT", path: "/cloudtrail/long", body: Buffer.alloc(UPLOAD_MAX + 1) }, world, {
        answering: "unfit",
        mayEndInFront: true,
      }),
  },
  pushed("Firehose's form", 5, (random) => firehose(random.pick(FIREHOSE_RECORDS)(random))),
  pushed("records, arrays and envelopes", 5, (random) => random.pick(PUSHED)(random)),
  pushed("what is no JSON object", 2, notAnObject),
  pushed("gzip", 1, (random) => gzipSync(random.pick(PUSHED)(random))),
];
