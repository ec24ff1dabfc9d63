/** The builds of the core that every suite runs on: the one we ship, its plain twin, and the one with assertions. */
import { readFile } from "node:fs/promises";
import { type Core, instantiateCore } from "../host/wasm/core.ts";

export const BUILDS = ["core", "core-plain", "core-debug"] as const;
export type Build = (typeof BUILDS)[number];

/** A fresh instance. Builds are made by `npm run build`, which `npm test` runs first. */
export async function loadBuild(build: Build): Promise<Core> {
  const bytes = await readFile(new URL(`../build/${build}.wasm`, import.meta.url));
  return instantiateCore(await WebAssembly.compile(bytes));
}
