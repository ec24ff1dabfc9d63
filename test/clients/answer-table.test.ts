import { describe, expect, inject, it } from "vitest";
import { askOperations } from "./ask-operations.ts";
import { COLUMNS_MAX, findUnexpected, printAnswers } from "./print-answers.ts";

describe("every preview operation, asked in every way by hand-signed requests", () => {
  it("answers as expected, and the answers fit into a table", async () => {
    const { endpoint, tenants } = inject("instance");
    const limited = inject("limited");
    const throttled = { endpoint: limited.endpoint, tenant: limited.tenants.answers };
    const operations = await askOperations(endpoint, tenants.answers, throttled);
    expect(findUnexpected(operations)).toEqual([]);
    const lines = printAnswers(operations);
    expect(lines.filter((line) => line.length > COLUMNS_MAX)).toEqual([]);
    expect(lines.filter((line) => line.startsWith("| "))).toHaveLength(1 + operations.length);
  });
});
