/** A policy of the old version: what it does not have, and its author may think it has (semantics 3.4). */
import type { Text } from "../grammar/read-json-values.ts";
import type { Reading } from "../grammar/reading.ts";
import { quote } from "../quote.ts";
import type { LocatedPolicy, LocatedStatement } from "./located-policy.ts";

/** Codes: `no-version`, `variable-in-old-version`. */
export function warnAboutVersion(policy: LocatedPolicy, report: Reading["report"]): void {
  if (!policy.hasVersion) {
    const message =
      "the policy has no `Version`, so it is read as one of 2008-10-17, without policy variables; add `2012-10-17`";
    report(policy.root, "no-version", message);
  }
  if (policy.hasVariables) return;
  for (const { text, node } of policy.statements.flatMap(textsWithVariables)) {
    const opening = text.indexOf("${");
    if (opening < 0 || !text.includes("}", opening)) continue;
    const message = `${quote(text)} is plain text here: only \`Version\` \`2012-10-17\` has policy variables; write that version`;
    report(node, "variable-in-old-version", message);
  }
}

/** Those that could hold variables, under the version that has them. */
function textsWithVariables({ resources, conditions }: LocatedStatement): readonly Text[] {
  const values = conditions.flatMap(({ operator: { kind }, values }) =>
    kind === "string" || kind === "arn" ? values : [],
  );
  return [...(resources?.texts ?? []), ...values];
}
