/** Log files → chunks, as the service makes them, all in memory: for measuring, not for a company's year of logs. */
import { createReadStream } from "node:fs";
import { Readable } from "node:stream";
import { loadCatalogue } from "../../host/authorization/catalogue/load-catalogue-node.ts";
import type { ServiceCatalogue } from "../../host/authorization/catalogue/service-catalogue.ts";
import { WANTED_PATHS } from "../../host/authorization/wanted-paths.ts";
import type { EventChunk, UnreadableRecord } from "../../host/domain/event-chunk.ts";
import { describeFault } from "../../host/domain/fault.ts";
import { logFileBytes } from "../../host/evaluation/chunks/log-file-bytes.ts";
import { type Core, instantiateCore } from "../../host/wasm/core.ts";
import { createExtractor } from "../../host/wasm/extractor.ts";
import { loadCoreModule } from "../../host/wasm/module-node.ts";
import type { LogFile } from "../local/log-files.ts";

export interface Activity {
  readonly core: Core;
  readonly catalogue: ServiceCatalogue;
  readonly files: number;
  readonly chunks: readonly EventChunk[];
  readonly unreadable: readonly UnreadableRecord[];
  readonly unreadableCount: number;
  /** Files that could not be read to their end, in words. */
  readonly damaged: readonly string[];
}

export async function loadActivity(files: readonly LogFile[]): Promise<Activity> {
  const core = instantiateCore(await loadCoreModule());
  const extractor = createExtractor(core, { selection: WANTED_PATHS });
  const chunks: EventChunk[] = [];
  const unreadable: UnreadableRecord[] = [];
  const damaged: string[] = [];
  let unreadableCount = 0;
  for (const { key, path } of files) {
    const stream = Readable.toWeb(createReadStream(path)) as ReadableStream<Uint8Array>;
    const reading = extractor.extract(key, logFileBytes(key, stream));
    let step = await reading.next();
    for (; !step.done; step = await reading.next()) chunks.push(step.value);
    const { totals } = step.value;
    unreadable.push(...totals.unreadable);
    unreadableCount += totals.unreadableCount;
    if (!step.value.ok) damaged.push(...step.value.faults.map(describeFault));
  }
  const rest = extractor.finish();
  if (rest !== undefined) chunks.push(rest);
  const catalogue = await loadCatalogue(new URL("../../build/service-catalogue.json", import.meta.url));
  return { core, catalogue, files: files.length, chunks, unreadable, unreadableCount, damaged };
}
