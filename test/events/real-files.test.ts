import { gunzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { logFileBytes } from "../../host/evaluation/chunks/log-file-bytes.ts";
import { createExtractor } from "../../host/wasm/extractor.ts";
import { BUILDS, loadBuild } from "../build-cores.ts";
import { hasShared, recordsOf, sharedFiles } from "../shared-data.ts";
import { expectedRow } from "./expected-row.ts";
import { extractAll } from "./extract-all.ts";

const RAW_COLUMNS = ["identity", "resources", "tls", "eventContext"] as const;

describe.skipIf(!hasShared).each(BUILDS)("extract() of %s on the real log files", (build) => {
  it.each([256 * 1024, 4 * 1024 * 1024])(
    "gives what JSON.parse gives, through a window of %i bytes",
    async (windowBytes) => {
      const extractor = createExtractor(await loadBuild(build), { windowBytes });
      let records = 0;
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
          const expected = expectedRow(members, file.name, offset);
          if (row === undefined) {
            expect(result.totals.unreadable).toContainEqual({ file: file.name, offset, reason: expected });
            continue;
          }
          for (const name of RAW_COLUMNS) expect(text.includes(row[name])).toBe(true);
          const reparsed = RAW_COLUMNS.map((name) => [name, row[name] && JSON.stringify(JSON.parse(row[name]))]);
          expect({ ...row, ...Object.fromEntries(reparsed) }).toEqual(expected);
        }
        records += parsed.length;
      }
      expect(records).toBe(5035);
    },
  );
});
