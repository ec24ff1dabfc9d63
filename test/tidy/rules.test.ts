import { describe, expect, test } from "vitest";
import { findImportFaults } from "./import-rules.ts";
import { findNameFaults } from "./name-rules.ts";
import { readImports } from "./read-imports.ts";
import {
  findCaseFaults,
  findControlFaults,
  findLengthFaults,
  findOpeningFaults,
  findUnfinishedFaults,
  findWasmFaults,
} from "./text-rules.ts";

/** Written in pieces, so that the samples are no imports of this file. */
const dynamicImport = (argument: string) => `const it = await ${"import"}(${argument});`;
const imports = (module: string) => `import { it } from "${module}";\n`;

describe("readImports() finds", () => {
  test.each<[string, string, readonly string[]]>([
    ["a named import", 'import { a, b as c } from "./a.ts";', ["./a.ts"]],
    ["an import over several lines", 'import {\n  a,\n  b,\n} from "./a.ts";', ["./a.ts"]],
    ["a type import", 'import type { A } from "./a.ts";', ["./a.ts"]],
    ["a default and a namespace import", 'import a from "./a.ts";\nimport * as b from "./b.ts";', ["./a.ts", "./b.ts"]],
    ["an import for its effects", 'import "./a.ts";', ["./a.ts"]],
    ["a re-export", 'export * from "./a.ts";\nexport { b } from "./b.ts";', ["./a.ts", "./b.ts"]],
    ["an import with attributes", 'import a from "./a.json" with { type: "json" };', ["./a.json"]],
    ["an import at run time", dynamicImport('"./a.ts"'), ["./a.ts"]],
    ["nothing in an export of its own", 'export const from = "./a.ts";', []],
    ["nothing in a comment", ' * import { a } from "./a.ts";', []],
  ])("%s", (_name, text, modules) => {
    expect(readImports(text)).toEqual({ modules, hasComputed: false });
  });

  test("an import at run time whose module is not written down", () => {
    expect(readImports(dynamicImport("name")).hasComputed).toBe(true);
  });
});

describe("findImportFaults() refuses", () => {
  test.each<[string, string, string]>([
    ["host/domain/fault.ts", imports("../policy/quote.ts"), "host/domain may not import host/policy"],
    ["host/domain/fault.ts", imports("jsonc-parser"), "host/domain imports no package"],
    ["host/domain/fault.ts", imports("../../package.json"), "host/domain may not import package.json"],
    ["host/policy/x.ts", imports("../organization/propose.ts"), "host/policy may not import host/organization"],
    ["host/policy/grammar/x.ts", imports("../../authorization/a.ts"), "host/policy may not import host/authorization"],
    ["host/authorization/x.ts", imports("../policy/quote.ts"), "host/authorization may not import host/policy"],
    ["host/organization/x.ts", imports("../evaluation/a.ts"), "host/organization may not import host/evaluation"],
    ["host/evaluation/x.ts", imports("../library/a.ts"), "host/evaluation may not import host/library"],
    ["host/cli/x.ts", imports("../page/a.ts"), "host/cli may not import host/page"],
    ["host/library/x.ts", imports("../api/a.ts"), "host/library may not import host/api"],
    ["host/jobs/x.ts", imports("../generation/a.ts"), "host/jobs may not import host/generation"],
    ["host/activity/x.ts", imports("../jobs/a.ts"), "host/activity may not import host/jobs"],
    ["host/api/x.ts", imports("../worker.ts"), "host/api may not import host/worker.ts"],
    ["host/api/x.ts", imports("../../test/build-cores.ts"), "host/api may not import test"],
    ["host/api/x.ts", imports("../../assembly/index.ts"), "host/api may not import assembly/index.ts"],
    ["host/evaluation/x.ts", imports("cloudflare:workers"), "host/evaluation may not import cloudflare:workers"],
    [
      "host/library/x.ts",
      imports("@cloudflare/workers-types"),
      "host/library may not import @cloudflare/workers-types",
    ],
    ["host/jobs/x.ts", imports("hono"), "host/jobs may not import hono"],
    ["host/worker.ts", imports("hono/cors"), "host/worker.ts may not import hono/cors"],
    [
      "host/evaluation/x.ts",
      imports("@assemblyscript/loader"),
      "host/evaluation may not import @assemblyscript/loader",
    ],
    ["host/evaluation/x.ts", dynamicImport('"hono"'), "host/evaluation may not import hono"],
    ["host/evaluation/x.ts", dynamicImport("name"), "an import() must name its module"],
    ["host/evaluation/x.ts", imports("./chunk"), "./chunk is imported without its file extension"],
    ["host/helpers/x.ts", "", "there is no room host/helpers"],
    ["assembly/matching/x.ts", imports("../decision/a.ts"), "assembly/matching may not import assembly/decision"],
    ["assembly/events/x.ts", imports("../matching/a.ts"), "assembly/events may not import assembly/matching"],
    ["assembly/wire/x.ts", imports("../json/a.ts"), "assembly/wire may not import assembly/json"],
    ["assembly/json/x.ts", imports("../../host/domain/fault.ts"), "assembly/json may not import host/domain"],
    ["assembly/json/x.ts", imports("json-as"), "assembly/json imports no package"],
  ])("in %s: %s", (path, text, words) => {
    const faults = findImportFaults(path, text);
    expect(faults).toHaveLength(1);
    expect(faults[0]).toContain(`${path}: ${words}`);
  });
});

test.each<[string, string]>([
  ["host/report.ts", "host/report.ts"],
  ["assembly/tools/a.ts", "assembly/tools"],
])("findImportFaults() knows no room for %s", (path, room) => {
  expect(findImportFaults(path, "")).toEqual([`${path}: there is no room ${room}`]);
});

describe("findImportFaults() allows", () => {
  test.each([
    ["host/domain/fault.ts", imports("./impact.ts")],
    [
      "host/evaluation/x.ts",
      imports("../domain/fault.ts") + imports("../wasm/core.ts") + imports("../policy/quote.ts"),
    ],
    ["host/organization/x.ts", imports("../policy/parse-policy-document.ts")],
    ["host/worker.ts", imports("./domain/fault.ts") + imports("./jobs/job.ts") + imports("cloudflare:workers")],
    ["host/wasm/x.ts", imports("../../build/core.wasm") + imports("@assemblyscript/loader")],
    ["host/api/x.ts", imports("hono") + imports("../../package.json")],
    ["assembly/index.ts", imports("./wire/arena.ts") + imports("./decision/masks.ts")],
    ["test/workers/x.ts", imports("cloudflare:test") + imports("../../host/worker.ts") + imports("../../bench/a.ts")],
    ["bench/x.ts", imports("hono") + imports("../host/cli/a.ts")],
    [".ci/x.ts", imports("hono")],
  ])("in %s: %s", (path, text) => {
    expect(findImportFaults(path, text)).toEqual([]);
  });
});

describe("findNameFaults()", () => {
  test.each([
    "notes.md",
    "scripts/build.ts",
    "docs/README.md",
    "dist/index.js",
    "host/policy/parsePolicy.ts",
    "host/Policy/parse.ts",
    "host/policy/parse_policy.ts",
    "test/cases/Rule1.json",
    "bench/-x.ts",
  ])("refuses %s", (path) => {
    expect(findNameFaults(path)).toHaveLength(1);
  });

  test.each([
    "README.md",
    ".biome.json",
    ".ci/run.sh",
    "host/jobs/STORAGE.md",
    "test/cases/README.md",
    "test/vitest.config.ts",
    "test/policy/real-policies.test.ts",
  ])("allows %s", (path) => {
    expect(findNameFaults(path)).toEqual([]);
  });
});

const LONG = "const line = 1;\n".repeat(300);
const UNFINISHED_WORDS = ["TO".concat("DO"), "FIX".concat("ME")];

describe("the rules of texts refuse", () => {
  test.each<[string, (path: string, text: string) => readonly string[], string, string]>([
    ["301 lines", findLengthFaults, "host/policy/x.ts", `${LONG}// one more\n`],
    [
      "301 lines with the reason far down",
      findLengthFaults,
      "test/x.ts",
      `${LONG}// Over 300 lines because it is late\n`,
    ],
    ["a file of host that opens with code", findOpeningFaults, "host/policy/x.ts", "export const x = 1;\n"],
    ["a file of assembly that opens with an import", findOpeningFaults, "assembly/json/x.ts", imports("./a.ts")],
    ["an empty file of host", findOpeningFaults, "host/policy/x.ts", ""],
    ["the first mark of unfinished work", findUnfinishedFaults, "README.md", `done\n<!-- ${UNFINISHED_WORDS[0]} -->`],
    ["the second mark of unfinished work", findUnfinishedFaults, "host/x.ts", `// ${UNFINISHED_WORDS[1]}: later`],
    ["a null character", findControlFaults, "README.md", "a\u0000b"],
    ["a carriage return", findControlFaults, "README.md", "a\r\nb"],
    ["an escape character", findControlFaults, "host/cli/x.ts", '"\u001b[31m"'],
    ["text that runs backwards", findControlFaults, "host/x.ts", "a\u202eb"],
    ["a byte order mark", findControlFaults, "package.json", "\ufeff{}"],
    ["WebAssembly outside host/wasm", findWasmFaults, "host/library/x.ts", "await WebAssembly.compile(bytes)"],
    ["linear memory outside host/wasm", findWasmFaults, "host/evaluation/x.ts", "// lies in linear memory"],
    ["cases that are no JSON", findCaseFaults, "test/cases/r2.json", "[1,]"],
    ["cases that are a number", findCaseFaults, "test/cases/r2.json", "1"],
  ])("%s", (_name, findFaults, path, text) => {
    const faults = findFaults(path, text);
    expect(faults).toHaveLength(1);
    expect(faults[0]).toMatch(new RegExp(`^${path}`));
  });
});

describe("the rules of texts allow", () => {
  test.each<[string, (path: string, text: string) => readonly string[], string, string]>([
    ["300 lines", findLengthFaults, "host/policy/x.ts", LONG],
    ["301 lines with a reason", findLengthFaults, "host/x.ts", `// Over 300 lines because the table is one.\n${LONG}`],
    ["long tables of data", findLengthFaults, "test/cases/r2.json", `${LONG}\n\n`],
    [
      "a shebang before the opening comment",
      findOpeningFaults,
      "host/cli/x.ts",
      "#!/usr/bin/env node\n/** The entry. */\n",
    ],
    ["a test that opens with imports", findOpeningFaults, "test/x.ts", imports("vitest")],
    ["other words that begin like marks", findUnfinishedFaults, "host/x.ts", `${UNFINISHED_WORDS[0]}S and todo`],
    ["tabs, accents and arrows", findControlFaults, "README.md", "\té → 𝛑\n"],
    ["WebAssembly in host/wasm and in tests", findWasmFaults, "host/wasm/x.ts", "WebAssembly"],
    ["cases", findCaseFaults, "test/cases/r2.json", '[{"name":"x"}]'],
  ])("%s", (_name, findFaults, path, text) => {
    expect(findFaults(path, text)).toEqual([]);
  });
});
