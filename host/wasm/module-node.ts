/** The compiled core in Node: read from the file that lies beside the build. */
import { readFile } from "node:fs/promises";

const CORE_FILE = new URL("../../build/core.wasm", import.meta.url);

/** Reads and compiles `build/core.wasm`. Rejects when it is not there: then nothing has been built. */
export async function loadCoreModule(file: URL = CORE_FILE): Promise<WebAssembly.Module> {
  return WebAssembly.compile(await readFile(file));
}
