import { readFile } from "node:fs/promises";
import { describe, expect, test } from "vitest";
import { instantiateCore } from "../../host/wasm/core.ts";
import { loadCoreModule } from "../../host/wasm/module-browser.ts";
import { BUILDS } from "../build-cores.ts";

/** Opcode prefix of SIMD instructions (WebAssembly specification, binary format). */
const SIMD_PREFIX = 0xfd;
/** `v128.load`, encoded; long enough not to occur by chance in a module without SIMD. */
const SIMD_LOADS_MIN = 10;

describe.each(BUILDS)("the module %s", (build) => {
  const read = () => readFile(new URL(`../../build/${build}.wasm`, import.meta.url));

  test("imports nothing: no clock, no I/O, no abort", async () => {
    expect(WebAssembly.Module.imports(await WebAssembly.compile(await read()))).toEqual([]);
  });

  test("exports its memory, and otherwise functions only", async () => {
    const kinds = WebAssembly.Module.exports(await WebAssembly.compile(await read())).map(({ name, kind }) => [
      name,
      kind,
    ]);
    expect(kinds.filter(([, kind]) => kind === "memory")).toEqual([["memory", "memory"]]);
    expect(kinds.filter(([, kind]) => kind !== "memory" && kind !== "function")).toEqual([]);
  });
});

test("loadCoreModule() of browsers compiles what it fetches", async () => {
  const bytes = await readFile(new URL("../../build/core.wasm", import.meta.url));
  const module = await loadCoreModule(`data:application/wasm;base64,${bytes.toString("base64")}`);
  expect(instantiateCore(module).mark()).toBeGreaterThan(0);
});

test("the plain twin has no SIMD, and the module we ship has", async () => {
  const loads = async (build: string) => {
    const bytes = await readFile(new URL(`../../build/${build}.wasm`, import.meta.url));
    return bytes.filter((byte, index) => byte === SIMD_PREFIX && bytes[index + 1] === 0).length;
  };
  expect(await loads("core")).toBeGreaterThan(SIMD_LOADS_MIN);
  expect(await loads("core-plain")).toBeLessThan(SIMD_LOADS_MIN);
});
