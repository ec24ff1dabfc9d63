import { expect, test } from "vitest";
import { shapeOf } from "../../host/api/model/service-model.ts";

const sources = import.meta.glob("./jobs-errors*.test.ts", { eager: true, import: "default", query: "?raw" });
const text = Object.values(sources).join("\n");

const shape = shapeOf("JobErrorCode");
const codes = shape.type === "string" ? (shape.enum ?? []) : [];

test("there are thirteen codes that a job can end with", () => {
  expect(codes).toHaveLength(13);
});

test.each(codes)("%s is what a test in jobs-errors*.test.ts ends with", (code) => {
  expect(text).toContain(`"${code} when `);
});
