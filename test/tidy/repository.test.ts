import { describe, expect, test } from "vitest";
import { findImportFaults } from "./import-rules.ts";
import { findNameFaults } from "./name-rules.ts";
import { listRepositoryPaths, readRepositoryTexts } from "./repository-files.ts";
import {
  findCaseFaults,
  findControlFaults,
  findLengthFaults,
  findOpeningFaults,
  findUnfinishedFaults,
  findWasmFaults,
} from "./text-rules.ts";

const files = readRepositoryTexts();

describe("the repository", () => {
  test("is seen by these tests: both trees, this file included", () => {
    const paths = files.map(({ path }) => path);
    expect(paths).toEqual(
      expect.arrayContaining(["test/tidy/repository.test.ts", "host/domain/fault.ts", "assembly/index.ts"]),
    );
  });

  test("shows at its top only what the design names, and calls its files in kebab-case", () => {
    expect(listRepositoryPaths().flatMap(findNameFaults)).toEqual([]);
  });

  test("imports in one direction", () => {
    const code = files.filter(({ path }) => path.endsWith(".ts"));
    expect(code.flatMap(({ path, text }) => findImportFaults(path, text))).toEqual([]);
  });

  test.each<[string, (path: string, text: string) => readonly string[]]>([
    ["has no code over 300 lines without a reason at its top", findLengthFaults],
    ["opens every file of host and assembly with what it is for", findOpeningFaults],
    ["leaves nothing marked as unfinished", findUnfinishedFaults],
    ["holds no control characters", findControlFaults],
    ["speaks of the core's memory only in host/wasm", findWasmFaults],
    ["has cases that are JSON", findCaseFaults],
  ])("%s", (_name, findFaults) => {
    expect(files.flatMap(({ path, text }) => findFaults(path, text))).toEqual([]);
  });
});
