/** Texts of a template that nobody filled in. They are legal, and match nothing that exists. */
import { holdsPlaceholder, PLACEHOLDER_HELP } from "../grammar/placeholder.ts";
import type { Text } from "../grammar/read-json-values.ts";
import type { Reading } from "../grammar/reading.ts";
import { quote } from "../quote.ts";

/** Code: `placeholder`. Says whether it warned. */
export function warnAboutPlaceholder({ text, node }: Text, report: Reading["report"]): boolean {
  if (!holdsPlaceholder(text)) return false;
  report(node, "placeholder", `${quote(text)} matches nothing that exists: ${PLACEHOLDER_HELP}`);
  return true;
}
