import { gunzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { RECORD_PARTS, type WantedPath } from "../../host/domain/parameter-selection.ts";
import { logFileBytes } from "../../host/evaluation/chunks/log-file-bytes.ts";
import { createExtractor } from "../../host/wasm/extractor.ts";
import { BUILDS, loadBuild } from "../build-cores.ts";
import { hasShared, recordsOf, sharedFiles } from "../shared-data.ts";
import { expectedRow } from "./expected-row.ts";
import { extractAll } from "./extract-all.ts";

const RAW_COLUMNS = ["identity", "resources", "tls", "eventContext", "addendum"] as const;
/** Rows of every kind; that they overlap is meant. */
const SELECTION: readonly WantedPath[] = [
  ...["*Arn", "*Name", "key", "tagSet.items.*", "*.items.*Id", "policyDocument", "x-amz-*"].flatMap((path) =>
    RECORD_PARTS.map((part): WantedPath => ({ source: "*", part, path })),
  ),
  { source: "*", part: "additionalEventData", path: "*", namesOnly: true },
  { source: "ec2.amazonaws.com", part: "requestParameters", path: "*", namesOnly: true },
  { source: "ec2.amazonaws.com", part: "responseElements", path: "*.*.*.*.*Id" },
  { source: "ec2.amazonaws.com", name: "RunInstances", part: "requestParameters", path: "instancesSet" },
  { source: "iam.amazonaws.com", name: "CreateUser", part: "responseElements", path: "user.createDate" },
  {
    source: "s3.amazonaws.com",
    name: "PutBucketPolicy",
    part: "requestParameters",
    path: "bucketPolicy.Statement.Effect",
  },
];

describe.skipIf(!hasShared).each(BUILDS)("extract() of %s on the real log files", (build) => {
  it.each([256 * 1024, 4 * 1024 * 1024])(
    "gives what JSON.parse gives, through a window of %i bytes",
    async (windowBytes) => {
      const extractor = createExtractor(await loadBuild(build), { windowBytes, selection: SELECTION });
      let records = 0;
      let taken = 0;
      for (const file of sharedFiles("data/cloudtrail", ".json.gz")) {
        const parsed = recordsOf(file);
        const text = gunzipSync(file.bytes);
        const { rows, result } = await extractAll(extractor, file.name, logFileBytes(file.name, file.bytes));
        expect(result.totals).toMatchObject({ records: parsed.length, bytes: text.length });
        expect(result.ok).toBe(true);
        const isRead = new Map(rows.map((row) => [row.offset, row]));
        const offsets = [...isRead.keys(), ...result.totals.unreadable.map(({ offset }) => offset)].sort(
          (a, b) => a - b,
        );
        for (const [index, record] of parsed.entries()) {
          const offset = offsets[index] ?? -1;
          const members = new Map(Object.entries(record).map(([name, value]) => [name, JSON.stringify(value)]));
          const row = isRead.get(offset);
          const expected = expectedRow(members, file.name, offset, SELECTION);
          if (row === undefined) {
            expect(result.totals.unreadable).toContainEqual({ file: file.name, offset, reason: expected });
            continue;
          }
          for (const name of RAW_COLUMNS) expect(text.includes(row[name])).toBe(true);
          const reparsed = RAW_COLUMNS.map((name) => [name, row[name] && JSON.stringify(JSON.parse(row[name]))]);
          // What is taken keeps the white space of the file, which the parsed record has not.
          const parts = RECORD_PARTS.map((name) => [name, row[name] && compact(row[name])]);
          expect({ ...row, ...Object.fromEntries([...reparsed, ...parts]) }).toEqual(expected);
          taken += parts.filter(([, text]) => !["", "{}", "null"].includes(text ?? "")).length;
        }
        records += parsed.length;
      }
      expect(records).toBe(5035);
      expect(taken).toBeGreaterThan(1000);
    },
  );
});

/** JSON without white space between its parts, the numbers as JavaScript writes them. */
function compact(json: string): string {
  return JSON.stringify(JSON.parse(json));
}
