import { describe, expect, test } from "vitest";
import { SHAPE_TEXTS } from "../../host/api/model/documentation/document-shapes.ts";
import { OPERATION_TEXTS } from "../../host/api/model/documentation/operation-texts.ts";
import { toHtml } from "../../host/api/model/documentation/shape-text.ts";
import type { StructureShape } from "../../host/api/model/model-shapes.ts";
import { OPERATION_NAMES, SERVICE_MODEL } from "../../host/api/model/service-model.ts";
import { rolesOf } from "../../host/api/route-roles.ts";

const SHAPES = Object.entries(SERVICE_MODEL.shapes);
const STRUCTURES = SHAPES.filter((entry): entry is [string, StructureShape] => entry[1].type === "structure");

/** Every text of the model by the place where it stands. */
const TEXTS = new Map<string, string | undefined>([
  ["service", SERVICE_MODEL.documentation],
  ...OPERATION_NAMES.map((name) => [name, SERVICE_MODEL.operations[name].documentation] as const),
  ...SHAPES.map(([name, { documentation }]) => [name, documentation] as const),
  ...STRUCTURES.flatMap(([name, { members }]) =>
    Object.entries(members).map(([member, { documentation }]) => [`${name}.${member}`, documentation] as const),
  ),
]);

function placesWhere(isWrong: (text: string) => boolean): readonly string[] {
  return [...TEXTS].filter(([, text = ""]) => isWrong(text)).map(([place]) => place);
}

/** What the shape of that name may say of its parts: members of a structure, values of an enum. */
function partsOf(name: string): readonly string[] {
  const shape = SERVICE_MODEL.shapes[name];
  if (shape?.type === "structure") return Object.keys(shape.members);
  return shape?.type === "string" ? (shape.enum ?? []) : [];
}

describe("the documentation of the service model", () => {
  test("is there for the service, every operation, every shape and every member of a structure", () => {
    expect(TEXTS.size).toBeGreaterThan(200);
    expect(placesWhere((text) => text === "")).toEqual([]);
  });

  test("is paragraphs of sentences and code, as the help of the AWS CLI can show them", () => {
    expect(placesWhere((text) => !/^(?:<p>(?:[^<>`]|<code>[^<>`]+<\/code>)+<\/p>)+$/.test(text))).toEqual([]);
    expect(placesWhere((text) => !text.endsWith(".</p>"))).toEqual([]);
    // In its reStructuredText, code that touches a letter does not end.
    expect(placesWhere((text) => /\w<code>|<\/code>\w|<code>\s|\s<\/code>/.test(text))).toEqual([]);
  });

  test("says something else of every operation, and who may call it", () => {
    expect(Object.keys(OPERATION_TEXTS)).toEqual([...OPERATION_NAMES]);
    expect(new Set(Object.values(OPERATION_TEXTS)).size).toBe(OPERATION_NAMES.length);
    for (const name of OPERATION_NAMES) {
      const { documentation } = SERVICE_MODEL.operations[name];
      for (const role of rolesOf(name)) expect(documentation).toContain(`<code>${role}</code>`);
    }
  });

  test("names no shape, member or value that there is not, and forgets none", () => {
    expect(Object.keys(SHAPE_TEXTS).sort()).toEqual(SHAPES.map(([name]) => name).sort());
    for (const [name, [, parts = {}]] of Object.entries(SHAPE_TEXTS)) {
      expect([name, ...Object.keys(parts).sort()]).toEqual([name, ...partsOf(name).toSorted()]);
    }
  });

  test("tells the values of an enum wherever a member has it", () => {
    const [, codes = {}] = SHAPE_TEXTS.JobErrorCode ?? [""];
    expect(Object.keys(codes)).toHaveLength(13);
    for (const [code, meaning] of Object.entries(codes)) {
      const told = toHtml(`\`${code}\`: ${meaning}`);
      expect(TEXTS.get("JobErrorCode")).toContain(told);
      expect(TEXTS.get("JobError.code")).toContain(told);
    }
  });

  test("says of the four operations of policy generation what they answer so far", () => {
    const notBuilt = OPERATION_NAMES.filter((name) => OPERATION_TEXTS[name].includes("`unknownOperation`"));
    expect(notBuilt).toEqual(OPERATION_NAMES.slice(-4));
  });
});

test("texts become HTML without taking any of it over", () => {
  expect(toHtml("a < b & `c > d`\n\ne")).toBe("<p>a &lt; b &amp; <code>c &gt; d</code></p><p>e</p>");
});
