import { it } from "vitest";
import { createExtractor } from "../../host/wasm/extractor.ts";
import { loadBuild } from "../build-cores.ts";
import { extractAll, inPieces } from "./extract-all.ts";
import { createRandom } from "./random.ts";
import { createRandomFile } from "./random-file.ts";
it("x", async () => {
  for (let seed = 500; seed < 2500; seed++) {
    const extractor = createExtractor(await loadBuild("core-debug"), { windowBytes: 1024, chunkBytesMax: 300000 });
    const file = createRandomFile(seed);
    const bytes = new TextEncoder().encode(file.text);
    try { await extractAll(extractor, `file-${seed}`, inPieces(bytes, 1 + createRandom(seed).below(bytes.length + 1))); }
    catch (e) { console.log(seed, (e as Error).stack); console.log(file.text); return; }
  }
});
