/** Values of conditions that are legal and surely not meant. */
import type { ValueKind } from "../grammar/condition-operators.ts";
import { cutVariables } from "../grammar/policy-variables.ts";
import type { Text } from "../grammar/read-json-values.ts";
import type { Reading } from "../grammar/reading.ts";
import { ARN_PARTS, splitArn, withoutVariables } from "../grammar/values/arn-syntax.ts";
import { quote } from "../quote.ts";
import type { LocatedCondition } from "./located-policy.ts";
import { warnAboutPlaceholder } from "./warn-about-placeholder.ts";

/** Of texts that have a form: what a value must look like to be one a request can have, and how to say so. */
interface Form {
  readonly pattern: RegExp;
  readonly words: string;
}

const ACCOUNT: Form = { pattern: /^\d{12}$/, words: "an account id has 12 digits" };
/** Semantics 2. */
const ORGANIZATION: Form = {
  pattern: /^o-[a-z0-9]{10,32}$/,
  words: "an organization id is `o-` and 10 to 32 small letters or digits",
};

/** By condition key in lower case. */
const FORMS: ReadonlyMap<string, Form> = new Map([
  ...[
    ...["aws:principalaccount", "aws:resourceaccount", "aws:sourceaccount", "aws:vpceaccount"],
    ...["kms:calleraccount", "s3:resourceaccount"],
  ].map((key) => [key, ACCOUNT] as const),
  ...["aws:principalorgid", "aws:resourceorgid", "aws:sourceorgid", "aws:vpceorgid"].map(
    (key) => [key, ORGANIZATION] as const,
  ),
]);

/** Codes: `placeholder`, `wildcard-in-equals`, `short-arn`, `matches-nothing`, `matches-everything`. */
export function warnAboutValues(condition: LocatedCondition, report: Reading["report"], hasVariables: boolean): void {
  const { operator, key, keyNode, values } = condition;
  if (operator.kind === "boolean" || operator.kind === "null") {
    const distinct = new Set(values.map(({ text }) => text.toLowerCase()));
    const always = operator.kind === "null" ? "always" : "whatever value the key has";
    const message = `${quote(operator.name)} of both \`true\` and \`false\` is true ${always}; keep the one that is meant`;
    if (distinct.has("true") && distinct.has("false")) report(keyNode, "matches-everything", message);
  }
  for (const value of values) {
    if (warnAboutPlaceholder(value, report)) continue;
    const text = hasVariables ? withoutVariables(cutVariables(value.text).pieces) : value.text;
    if (operator.kind === "string" && operator.base.includes("Equals"))
      warnAboutEquals(value, text, operator.base, key, report);
    if (operator.kind === "arn") warnAboutShortArn(value, text, report);
    if (isText(operator.kind)) warnAboutAssumedRole(value, text, key, report);
  }
}

function isText(kind: ValueKind): boolean {
  return kind === "string" || kind === "arn";
}

/** `plain` is the text without its variables. */
function warnAboutEquals(
  { text, node }: Text,
  plain: string,
  base: string,
  key: string,
  report: Reading["report"],
): void {
  const form = FORMS.get(key.toLowerCase());
  if (/[*?]/.test(plain) && !isAnybody(text, key)) {
    const like = base.includes("Not") ? "StringNotLike" : "StringLike";
    const message = `${quote(text)} holds a wildcard, and ${quote(base)} takes it as a plain character; write ${quote(like)}`;
    report(node, "wildcard-in-equals", message);
  } else if (form !== undefined && plain === text && !form.pattern.test(text)) {
    report(node, "matches-nothing", `${quote(text)} is no value of ${quote(key)}: ${form.words}`);
  }
}

/** `lambda:Principal` and the like hold what a resource policy says, and there `*` alone is a name. */
function isAnybody(text: string, key: string): boolean {
  return text === "*" && /:principal$/i.test(key);
}

function warnAboutShortArn({ text, node }: Text, plain: string, report: Reading["report"]): void {
  if (splitArn(plain).length === ARN_PARTS || plain !== text) return;
  const message = `${quote(text)} has not the six parts of an ARN, and AWS does not say what it matches then; write all six`;
  report(node, "short-arn", message);
}

/** The key holds the role's own ARN, with its path, also for sessions (IAM-KEYS). */
function warnAboutAssumedRole({ text, node }: Text, plain: string, key: string, report: Reading["report"]): void {
  if (key.toLowerCase() !== "aws:principalarn" || !/^arn:[^:]*:sts:[^:]*:[^:]*:assumed-role\//.test(plain)) return;
  const message = `${quote(text)} is no value of ${quote(key)}: sessions have the ARN of their role there; write \`arn:aws:iam::…:role/…\``;
  report(node, "matches-nothing", message);
}
