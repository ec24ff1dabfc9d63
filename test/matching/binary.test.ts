import { beforeAll, describe, expect, test } from "vitest";
import type { Core } from "../../host/wasm/core.ts";
import { BUILDS, loadBuild } from "../build-cores.ts";
import { createRandom } from "../events/random.ts";
import { askPredicate, conditionOf, type TruthName, valuesOf } from "./ask-predicate.ts";

const LENGTHS = 40;

describe.each(BUILDS)("bytes in %s", (build) => {
  let core: Core;
  beforeAll(async () => {
    core = await loadBuild(build);
  });

  const ask = (pattern: string, ...values: readonly string[]) =>
    askPredicate(
      core,
      conditionOf("binaryEquals", [pattern]),
      values.map((value) => valuesOf(value)),
    );

  test.each<[string, string, TruthName]>([
    ["", "", "true"],
    ["QQ==", "QQ==", "true"],
    ["QUI=", "QUI=", "true"],
    ["QUJD", "QUJD", "true"],
    ["+/+/", "+/+/", "true"],
    ["QUJD", "QUJE", "false"],
    ["QUJD", "qujd", "false"],
    ["QUJD", "QUJDQUJD", "false"],
    ["QUJD", "", "false"],
    ["QUI=", "QUIA", "false"],
    ["QQ==", "QQA=", "false"],
  ])("%j and %j: %s", (left, right, expected) => {
    expect(ask(left, right)).toEqual([expected]);
    expect(ask(right, left)).toEqual([expected]);
  });

  test.each<[string]>([
    ["Q"],
    ["QQ"],
    ["QQ="],
    ["QUI"],
    ["QUJDQ"],
    ["QQ==="],
    ["===="],
    ["Q==="],
    ["QQ==QQ=="],
    ["=QUJ"],
    ["QU=D"],
    ["Q=I="],
    // bits that belong to no byte
    ["QR=="],
    ["QX=="],
    ["QUJ="],
    ["QUL="],
    // other alphabets
    ["-_-_"],
    ["QUJ."],
    ["QU D"],
    ["QUJ\n"],
    ["ÄÄ"],
    ["\u0000\u0000\u0000\u0000"],
    // neighbours of the letters and digits
    ["@@@@"],
    ["[[[["],
    ["````"],
    ["{{{{"],
    ["::::"],
    ["...."],
    ["****"],
    ["????"],
  ])("%j are none, so that nothing is known of them", (text) => {
    expect(ask("QUJD", text)).toEqual(["unknown"]);
    expect(ask(text, "QUJD", text)).toEqual(["unknown", "unknown"]);
  });

  test("of every length and value are taken as they are encoded", () => {
    for (let length = 0; length < LENGTHS; length++) {
      const random = createRandom(length + 1);
      const bytes = Buffer.from(Array.from({ length }, () => random.below(256)));
      const others = [...bytes].map((byte, index) => {
        const other = Buffer.from(bytes);
        other[index] = byte ^ (1 << random.below(8));
        return other.toString("base64");
      });
      const text = bytes.toString("base64");
      expect(ask(text, text, ...others), text).toEqual(["true", ...others.map(() => "false")]);
    }
  });
});
