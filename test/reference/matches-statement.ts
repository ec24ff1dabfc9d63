/** IAM-GRAM: a statement matches when its Action, its Resource and every condition do. Kleene (reading 14). */
import type { PolicyDocument, Statement } from "../../host/domain/policy-document.ts";
import { matchesAction } from "./action.ts";
import { matchesCondition } from "./condition.ts";
import { matchesResource } from "./resource.ts";
import { fillIn } from "./symbols.ts";
import { type Answer, allOf, answerOf, anyOf, contested, type Finding, not } from "./truth.ts";

export interface Request {
  readonly action: string;
  readonly resource: string;
  /** Keys in lower case. A missing key is absent, `[]` is an empty list. */
  readonly context: Readonly<Record<string, readonly string[]>>;
}

/** A statement with the Version of its document, on which its variables hang. */
export type PlainStatement = Statement & { readonly version: PolicyDocument["version"] };

export function matchesStatement(statement: PlainStatement, request: Request): Answer {
  return answerOf(findMatch(statement, request));
}

/** The same with what it hangs on. */
export function findMatch(statement: PlainStatement, request: Request): Finding {
  return allOf([
    findAction(statement, request),
    findResource(statement, request),
    ...statement.conditions.map((condition) => matchesCondition(condition, statement.version, request)),
  ]);
}

/** IAM-ACT: one entry is enough; NotAction: none may match. */
function findAction({ actions }: PlainStatement, request: Request): Finding {
  const listed = anyOf(actions.patterns.map((pattern) => matchesAction(pattern, request.action)));
  return actions.negated ? not(listed) : listed;
}

/** IAM-RES: one entry is enough; NotResource: none may match. What it is for the resource `*` AWS does not say (reading 13). */
function findResource({ resources, version }: PlainStatement, request: Request): Finding {
  const listed = anyOf(
    resources.patterns.map((pattern) => matchesResource(fillIn(pattern, version, request.context), request.resource)),
  );
  if (!resources.negated) return listed;
  return listed === false && request.resource === "*" ? contested("NotResource without a resource") : not(listed);
}
