/** Policy texts through the grammar, which is the product's own: what a policy says is tested elsewhere, here what it means. */
import { parsePolicyDocument } from "../../host/policy/parse-policy-document.ts";
import type { PlainHierarchy } from "./decide.ts";

/** Takes levels from the root, each a list of policy texts. */
export function readHierarchy(documents: readonly (readonly string[])[]): PlainHierarchy {
  return documents.map((policies) =>
    policies.flatMap((text) => {
      const parsed = parsePolicyDocument(text);
      if (!parsed.ok) throw new Error(parsed.faults.map(({ message }) => message).join("; "));
      return parsed.value.statements.map((statement) => ({ ...statement, version: parsed.value.version }));
    }),
  );
}
