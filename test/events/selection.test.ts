import { describe, expect, it } from "vitest";
import { RECORD_PARTS, type WantedPath } from "../../host/domain/parameter-selection.ts";
import { createExtractor } from "../../host/wasm/extractor.ts";
import { selectionBytes } from "../../host/wasm/selection-bytes.ts";
import { BUILDS, type Build, loadBuild } from "../build-cores.ts";
import { expectedRow } from "./expected-row.ts";
import { extractAll, type Row } from "./extract-all.ts";
import { createRandom } from "./random.ts";
import { space } from "./random-file.ts";
import { OPERATIONS, randomPart, randomSelection, SOURCES } from "./random-selection.ts";

const SEEDS: Readonly<Record<Build, number>> = { core: 1500, "core-plain": 600, "core-debug": 300 };
const PARTS_OF = (row: Row) => RECORD_PARTS.map((part) => row[part]);
/** The parts that a selection leaves of one record with these request parameters. */
async function takenOf(build: Build, selection: readonly WantedPath[], parameters: string): Promise<string> {
  const extractor = createExtractor(await loadBuild(build), { selection, windowBytes: 256 * 1024 });
  const record = `{"eventSource":"s3.amazonaws.com","eventName":"GetObject","eventTime":"2024-05-06T07:08:09Z","requestParameters":${parameters}}`;
  const { rows } = await extractAll(extractor, "file", [new TextEncoder().encode(record)]);
  return rows[0]?.requestParameters ?? "no row";
}
const wanted = (...paths: string[]): WantedPath[] =>
  paths.map((path) => ({ source: "*", part: "requestParameters", path }));
const named = (...paths: string[]): WantedPath[] => wanted(...paths).map((path) => ({ ...path, namesOnly: true }));

describe.each(BUILDS)("the parts of records by %s", (build) => {
  it("are what a row by row reading of the selection leaves of random ones", async () => {
    let taken = 0;
    for (let seed = 1; seed <= SEEDS[build]; seed++) {
      const random = createRandom(seed);
      const selection = randomSelection(random);
      const core = await loadOnce(build);
      const place = core.mark();
      const extractor = createExtractor(core, { selection, windowBytes: 64 * 1024 });
      const records = Array.from({ length: 1 + random.below(8) }, () => {
        const members = new Map([
          ["eventSource", JSON.stringify(random.pick(SOURCES))],
          ["eventName", JSON.stringify(random.pick(OPERATIONS))],
          ["eventTime", '"2024-05-06T07:08:09Z"'],
        ]);
        for (const part of RECORD_PARTS) if (random.chance(0.8)) members.set(part, randomPart(random));
        return members;
      });
      const texts = records.map(
        (members) => `{${[...members].map(([name, value]) => `"${name}":${value}${space(random)}`).join(",")}}`,
      );
      const { rows } = await extractAll(extractor, "file", [new TextEncoder().encode(`[${texts.join(",")}]`)]);
      const expected = records.map((members) => PARTS_OF(expectedRow(members, "file", 0, selection) as Row));
      expect({ seed, selection, texts, parts: rows.map(PARTS_OF) }).toEqual({
        seed,
        selection,
        texts,
        parts: expected,
      });
      taken += expected.flat().filter((text) => !["", "{}", "null"].includes(text)).length;
      core.release(place);
    }
    expect(taken).toBeGreaterThan(SEEDS[build]);
  });

  it("are given as left out, or as they would be, whatever bytes they have", async () => {
    const core = await loadOnce(build);
    const place = core.mark();
    let sound = 0;
    for (let seed = 1; seed <= SEEDS[build]; seed++) {
      const random = createRandom(seed);
      const selection = randomSelection(random);
      const extractor = createExtractor(core, { selection, windowBytes: 64 * 1024 });
      const part = [...randomPart(random)];
      for (let i = random.below(3); i >= 0; i--) {
        part[random.below(part.length)] = random.pick(['"', "\\", "{", "}", "[", "]", ",", ":", "1", " ", ""]);
      }
      const members = new Map([
        ["eventSource", JSON.stringify(random.pick(SOURCES))],
        ["eventName", JSON.stringify(random.pick(OPERATIONS))],
        ["eventTime", '"2024-05-06T07:08:09Z"'],
        ["requestParameters", part.join("")],
      ]);
      const text = `{${[...members].map(([name, value]) => `"${name}":${value}`).join(",")}}`;
      const { rows, result } = await extractAll(extractor, "file", [new TextEncoder().encode(text)]);
      expect(result.totals.records).toBe(rows.length + result.totals.unreadableCount);
      core.release(place);
      if (!isJson(text) || Object.keys(JSON.parse(text)).length !== members.size || !isJson(part.join(""))) continue;
      // Of what is not walked through only strings and brackets are checked.
      const value: unknown = JSON.parse(part.join(""));
      if (typeof value === "string" && !isJson(value)) continue;
      const expected = expectedRow(members, "file", 0, selection) as Row;
      expect({ seed, text, parts: rows.map(PARTS_OF) }).toEqual({ seed, text, parts: [PARTS_OF(expected)] });
      sound++;
    }
    expect(sound).toBeGreaterThan(SEEDS[build] / 10);
  });

  it.each<[string, WantedPath[], string, string]>([
    ["a value whole, as logged", wanted("a"), '{ "b" : 1, "a" : { "x" : [ 1, 2 ] } }', '{"a":{ "x" : [ 1, 2 ] }}'],
    [
      "members through arrays",
      wanted("a.x"),
      '{"a":[{"x":1,"y":2},{"y":3},[{"x":null}],5]}',
      '{"a":[{"x":1},[{"x":null}]]}',
    ],
    ["names with escapes", wanted("key"), '{"\\u006bey":1,"k\\u0065y2":2}', '{"\\u006bey":1}'],
    ["names by their end", wanted("*Arn"), '{"roleArn":"r","arn":"a","Arn":1,"ArnX":2}', '{"roleArn":"r","Arn":1}'],
    ["every member", wanted("a.*.k"), '{"a":{"x":{"k":1},"y":{"l":2},"z":{"k":3}}}', '{"a":{"x":{"k":1},"z":{"k":3}}}'],
    ["names only", named("tags.*"), '{"tags":{"a":{"b":1},"c":"d"},"x":1}', '{"tags":{"a":null,"c":null}}'],
    ["names and what is wanted below", [...named("a"), ...wanted("a.x")], '{"a":{"x":1,"y":2}}', '{"a":{"x":1}}'],
    ["names where nothing below is there", [...named("a"), ...wanted("a.x")], '{"a":[{"y":2}]}', '{"a":null}'],
    ["a mask where members are wanted", wanted("a.b"), '{"a":"***","c":"***"}', '{"a":"***"}'],
    ["no mask where only the name is", named("a"), '{"a":["***"]}', '{"a":null}'],
    ["nothing", wanted("a"), '{"b":{"a":1}}', "{}"],
    ["the note of a part that AWS left out", [], '{"omitted":true,"originalSize":9}', '{"omitted":true}'],
    ["null", wanted("a"), "null", "null"],
    ["an object in a string", wanted("a"), '"{\\"a\\":\\"x\\\\ny\\",\\"b\\":1}"', '{"a":"x\\ny"}'],
    ["null in a string", wanted("a"), '" null "', "null"],
    ["an empty string", wanted("a"), '""', ""],
    ["a string without JSON", wanted("a"), '"{a=1}"', '{"omitted":true}'],
    ["an array", wanted("a"), '[{"a":1}]', '{"omitted":true}'],
    ["an object that is no JSON inside", wanted("a"), '{"a":1,"b" 2}', '{"omitted":true}'],
  ])("keep %s", async (_, selection, parameters, expected) => {
    expect(await takenOf(build, selection, parameters)).toBe(expected);
  });

  it("have room for every name that is taken without its value", async () => {
    const selection = named("*");
    const extractor = createExtractor(await loadBuild(build), { selection, windowBytes: 8192, chunkBytesMax: 1 });
    const parameters = `{${Array(1400).fill('"":1').join(",")}}`;
    const record = `{"eventSource":"x","eventName":"y","eventTime":"2024-05-06T07:08:09Z","requestParameters":${parameters}}`;
    const { rows } = await extractAll(extractor, "file", [new TextEncoder().encode(record.repeat(3))]);
    expect(rows.map(PARTS_OF)).toEqual(Array(3).fill([parameters.replaceAll(":1", ":null"), "", ""]));
  });

  it("are found for operations beyond those whose beginnings are kept", async () => {
    const selection: WantedPath[] = [
      { source: "x", name: "Operation9999", part: "requestParameters", path: "a" },
      { source: "*", name: "Operation8500", part: "requestParameters", path: "b" },
    ];
    const extractor = createExtractor(await loadBuild(build), { selection, windowBytes: 64 * 1024 });
    const records = Array.from(
      { length: 10_000 },
      (_, index) =>
        `{"eventSource":"x","eventName":"Operation${index}","eventTime":"2024-05-06T07:08:09Z","requestParameters":{"a":1,"b":2}}`,
    );
    const { rows } = await extractAll(extractor, "file", [new TextEncoder().encode(records.join("\n"))]);
    const found = rows.flatMap(({ operation, requestParameters }) =>
      requestParameters === "{}" ? [] : [[operation, requestParameters]],
    );
    expect(found).toEqual([
      ["x Operation8500", '{"b":2}'],
      ["x Operation9999", '{"a":1}'],
    ]);
  });

  it("take time in proportion to their size, however they are nested", async () => {
    if (build === "core-debug") return;
    const selection = [...named("a"), ...wanted("a.a.a.x", "*.b", "*Name")];
    for (const unit of [
      '{"a":1},',
      '{"a":{"a":{"a":{"y":1}}}},',
      '[["aName"]],',
      '"\\u0061",',
      `${"[".repeat(500)}1${"]".repeat(500)},`,
    ]) {
      const text = await takenOf(build, selection, `{"a":[${unit.repeat(200_000 / unit.length)}1]}`);
      expect(text).toMatch(/^\{"a":/);
    }
  });
});

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

const loaded = new Map<Build, Awaited<ReturnType<typeof loadBuild>>>();
async function loadOnce(build: Build) {
  const core = loaded.get(build) ?? (await loadBuild(build));
  loaded.set(build, core);
  return core;
}

describe("selectionBytes()", () => {
  const large: WantedPath[] = Array.from({ length: 300 * 30 }, (_, index) => ({
    source: `service${index % 300}.amazonaws.com`,
    name: `DescribeSomeThing${Math.floor(index / 300)}`,
    part: RECORD_PARTS[index % 2] ?? "requestParameters",
    path: `member${index % 50}.inner${index % 7}`,
  }));

  it("stays below a megabyte for a table of nine thousand operations, beside rows for all of them", () => {
    const general = ["*Arn", "*Id", "tagSet.items.*", "name", "kmsKeyId"].map(
      (path) => ({ ...wanted(path)[0] }) as WantedPath,
    );
    expect(selectionBytes([...large, ...general]).length).toBeLessThan(1024 * 1024);
  });

  it("is made once per selection", () => {
    expect(selectionBytes(large)).toBe(selectionBytes(large));
  });

  it.each([
    ["an empty name", wanted("a..b")],
    ["more names than have numbers", wanted(...Array.from({ length: 50_000 }, (_, index) => `name${index}`))],
    ["more suffixes than a state can have", wanted(...Array.from({ length: 300 }, (_, index) => `*${index}Arn`))],
  ])("refuses %s", (_, selection) => {
    expect(() => selectionBytes(selection)).toThrow(RangeError);
  });
});
