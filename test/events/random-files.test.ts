import { describe, expect, it } from "vitest";
import { createExtractor } from "../../host/wasm/extractor.ts";
import { BUILDS, type Build, loadBuild } from "../build-cores.ts";
import { extractAll, inPieces } from "./extract-all.ts";
import { createRandom } from "./random.ts";
import { createRandomFile } from "./random-file.ts";

const FILES: Readonly<Record<Build, number>> = { core: 2500, "core-plain": 1000, "core-debug": 500 };
const WINDOWS = [1024, 3072, 8192, 65536, 4 * 1024 * 1024];

describe.each(BUILDS)("extract() of %s", (build) => {
  it.each(WINDOWS)("agrees with JSON.parse on random files through a window of %i bytes", async (windowBytes) => {
    const extractor = createExtractor(await loadBuild(build), { windowBytes });
    let rows = 0;
    for (let seed = 1; seed <= FILES[build]; seed++) {
      const file = createRandomFile(seed);
      const bytes = new TextEncoder().encode(file.text);
      const pieces = inPieces(bytes, 1 + createRandom(seed).below(bytes.length + 1));
      const { rows: found, result } = await extractAll(extractor, `file-${seed}`, pieces);
      if (file.recordBytesMax > windowBytes) continue;
      const problem = {
        seed,
        rows: found,
        unreadable: result.totals.unreadable.map(({ offset, reason }) => ({ offset, reason })),
      };
      expect(problem).toEqual({ seed, rows: file.rows, unreadable: file.unreadable });
      expect(result.ok).toBe(true);
      expect(result.totals.records).toBe(result.totals.rows + result.totals.unreadableCount);
      rows += found.length;
    }
    expect(rows).toBeGreaterThan(FILES[build] / 10);
  });
});
