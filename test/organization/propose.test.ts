import { describe, expect, test } from "vitest";
import type { AttachmentMode } from "../../host/domain/job.ts";
import type { AttachedPolicy, Hierarchy } from "../../host/domain/organization.ts";
import { decideAttachmentMode, proposeHierarchy } from "../../host/organization/propose.ts";
import { ALLOW_ALL, DENY_LEAVING } from "./snapshot-of.ts";

const BOTH =
  '{"Statement":[{"Effect":"Deny","Action":"s3:*","Resource":"*"},{"Effect":"Allow","Action":"*","Resource":"*"}]}';

describe("decideAttachmentMode()", () => {
  test.each<[string, readonly string[], AttachmentMode | undefined, AttachmentMode, string]>([
    [
      "adds documents without an Allow",
      [DENY_LEAVING, DENY_LEAVING],
      undefined,
      "ADD",
      "no document has an Allow statement",
    ],
    ["replaces when one document allows", [DENY_LEAVING, ALLOW_ALL], undefined, "REPLACE", "by default"],
    ["replaces when a later statement allows", [BOTH], undefined, "REPLACE", "by default"],
    ["replaces without an Allow when asked to", [DENY_LEAVING], "REPLACE", "REPLACE", "the request asks to replace"],
    ["adds an Allow when asked to", [ALLOW_ALL], "ADD", "ADD", "the request asks to add"],
  ])("%s, and says why", (_name, documents, asked, mode, why) => {
    const decision = decideAttachmentMode(documents, asked);
    expect(decision.mode).toBe(mode);
    expect(decision.why).toContain(why);
  });

  test("asserts that there is a document, and that it can be read", () => {
    expect(() => decideAttachmentMode([])).toThrow("at least one document");
    expect(() => decideAttachmentMode(["{}"])).toThrow("was checked");
  });
});

const FULL: AttachedPolicy = { id: "p-FullAWSAccess", name: "FullAWSAccess", document: ALLOW_ALL };
const LEAVING: AttachedPolicy = { id: "p-leaving01", name: "DenyLeaving", document: DENY_LEAVING };
const CURRENT: Hierarchy = [
  { id: "r-jm01", policies: [FULL, LEAVING] },
  { id: "ou-jm01-plants001", policies: [FULL] },
  { id: "100000000002", policies: [FULL] },
];

function proposedOf(number: number, document: string): AttachedPolicy {
  return { id: `proposed-${number}`, name: `proposed-${number}`, document };
}

describe("proposeHierarchy()", () => {
  test("replaces the policies of the target's level and leaves the other levels", () => {
    const { hierarchy, mode } = proposeHierarchy(CURRENT, "r-jm01", [DENY_LEAVING, ALLOW_ALL]);
    expect(mode).toBe("REPLACE");
    expect(hierarchy).toEqual([
      { id: "r-jm01", policies: [proposedOf(1, DENY_LEAVING), proposedOf(2, ALLOW_ALL)] },
      ...CURRENT.slice(1),
    ]);
  });

  test("adds to the policies of the target's level", () => {
    const { hierarchy, mode } = proposeHierarchy(CURRENT, "100000000002", [DENY_LEAVING]);
    expect(mode).toBe("ADD");
    expect(hierarchy).toEqual([
      ...CURRENT.slice(0, 2),
      { id: "100000000002", policies: [FULL, proposedOf(1, DENY_LEAVING)] },
    ]);
  });

  test("keeps the policies of a level sorted by id by code point", () => {
    const documents = Array.from({ length: 10 }, () => ALLOW_ALL);
    const { hierarchy } = proposeHierarchy(CURRENT, "r-jm01", documents, "ADD");
    const ids = hierarchy[0]?.policies.map(({ id }) => id) ?? [];
    expect(ids).toHaveLength(12);
    expect(ids).toEqual([...ids].sort());
  });

  test("does not change the hierarchy it is given", () => {
    const before = structuredClone(CURRENT);
    proposeHierarchy(CURRENT, "r-jm01", [ALLOW_ALL]);
    expect(CURRENT).toEqual(before);
  });

  test("asserts that the target is a level of the hierarchy", () => {
    expect(() => proposeHierarchy(CURRENT, "ou-gone", [ALLOW_ALL])).toThrow("no level");
  });
});
