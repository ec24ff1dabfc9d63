/**
 * Databases and keys: operations whose actions stand in the request. DynamoDB transactions by element and PartiQL by
 * statement, KMS ReEncrypt by its two keys (semantics 5.4). Reads of a statement no more than its verb.
 */
import { asObject, textMember } from "../record-json.ts";
import { type Resource, resourceOf, resourceText } from "../request/authorization.ts";
import { type CallRequest, textsAt } from "../request/call-request.ts";
import type { RequestRow, RowAction, RowActions } from "./request-row.ts";
import type { RowCall } from "./row-call.ts";

const TRANSACTION_ACTIONS: Readonly<Record<string, string>> = {
  put: "dynamodb:PutItem",
  update: "dynamodb:UpdateItem",
  delete: "dynamodb:DeleteItem",
  conditioncheck: "dynamodb:ConditionCheckItem",
};

const STATEMENT_ACTIONS: Readonly<Record<string, string>> = {
  select: "dynamodb:PartiQLSelect",
  exists: "dynamodb:PartiQLSelect",
  insert: "dynamodb:PartiQLInsert",
  update: "dynamodb:PartiQLUpdate",
  delete: "dynamodb:PartiQLDelete",
};

export const DATA_REQUESTS: readonly RequestRow[] = [
  {
    prefix: "dynamodb",
    names: "TransactWriteItems",
    paths: ["requestItems.operation", "requestItems.tableName"],
    derive: transaction,
  },
  statementRow("ExecuteStatement", "statement"),
  statementRow("BatchExecuteStatement", "requestItems.statement", "statements.statement"),
  statementRow("ExecuteTransaction", "requestItems.statement", "transactStatements.statement"),
  {
    prefix: "kms",
    names: "ReEncrypt",
    paths: ["sourceKeyId", "destinationKeyId"],
    derive({ request, texts }) {
      const named = (path: string) => namedKey(request, texts(path)[0]);
      const to = named("destinationKeyId") ?? listedKey(request, named("sourceKeyId"));
      const from = named("sourceKeyId") ?? listedKey(request, to);
      return {
        certain: [
          [{ action: "kms:ReEncryptFrom", resources: [from] }],
          [{ action: "kms:ReEncryptTo", resources: [to] }],
        ],
        possible: [],
      };
    },
  },
];

/** Asked for one of them at least, and for any others besides. */
function someOf(actions: readonly string[]): RowActions {
  const each = [...new Set(actions)].map((action) => ({ action }));
  return { certain: [each], possible: each };
}

function transaction(call: RowCall): RowActions {
  const tables = new Map<string, Set<string>>();
  for (const element of call.values("requestItems")) {
    const members = { state: "known", object: asObject(element) ?? {} } as const;
    const action = TRANSACTION_ACTIONS[(textsAt(members, "operation")[0] ?? "").toLowerCase()];
    const table = textsAt(members, "tableName")[0];
    if (action === undefined || table === undefined) return someOf(Object.values(TRANSACTION_ACTIONS));
    tables.set(action, (tables.get(action) ?? new Set()).add(table));
  }
  if (tables.size === 0) return someOf(Object.values(TRANSACTION_ACTIONS));
  const drafts = [...tables].map(([action, names]): readonly RowAction[] => [
    { action, resources: [...names].map((name) => tableOf(call.request, name)) },
  ]);
  return { certain: drafts, possible: [] };
}

function tableOf({ partition, region, account, resources }: CallRequest, table: string): Resource {
  if (table.startsWith("arn:")) return { kind: "arn", arn: table };
  const logged = resources.map((entry) => textMember(entry, "ARN") ?? textMember(entry, "arn"));
  const arn = logged.find((each) => each?.endsWith(`:table/${table}`));
  if (arn !== undefined) return { kind: "arn", arn };
  return resourceOf(`arn:${partition}:dynamodb:${region || "*"}:${account ?? "*"}:table/${table}`);
}

function statementRow(names: string, ...paths: readonly string[]): RequestRow {
  return {
    prefix: "dynamodb",
    names,
    paths,
    derive(call) {
      const verbs = paths.flatMap(call.texts).map((text) => (/^[\s(]*([a-z]+)/i.exec(text)?.[1] ?? "").toLowerCase());
      const actions = verbs.map((verb) =>
        Object.hasOwn(STATEMENT_ACTIONS, verb) ? STATEMENT_ACTIONS[verb] : undefined,
      );
      if (actions.length === 0 || actions.includes(undefined)) return someOf(Object.values(STATEMENT_ACTIONS));
      const known = [...new Set(actions)].flatMap((action) => action ?? []);
      const indexes = paths.flatMap(call.texts).flatMap((text) => indexIn(call.request, text) ?? []);
      return {
        certain: known.map((action) =>
          action === STATEMENT_ACTIONS.select && indexes.length > 0 ? [{ action, resources: indexes }] : [{ action }],
        ),
        possible: [],
      };
    },
  };
}

/** `FROM "table"."index"` reads the index [C DynamoDB developer guide, PartiQL select]. */
function indexIn(request: CallRequest, statement: string): Resource | undefined {
  const found = /\bfrom\s+(?:"([^"]+)"|([\w-]+))\s*\.\s*(?:"([^"]+)"|([\w-]+))/i.exec(statement);
  if (found === null) return undefined;
  const table = tableOf(request, found[1] ?? found[2] ?? "");
  const text = `${resourceText(table)}/index/${found[3] ?? found[4]}`;
  return table.kind === "arn" ? { kind: "arn", arn: text } : resourceOf(text);
}

function keysOf({ resources }: CallRequest): readonly string[] {
  const arns = resources.flatMap(({ ARN, arn }) => [ARN, arn]).filter((arn) => typeof arn === "string");
  return [...new Set(arns.filter((arn) => arn.includes(":key/")))];
}

/** A key that the request calls by its ARN or id; undefined for an alias, and for none. */
function namedKey(request: CallRequest, text: string | undefined): Resource | undefined {
  if (text === undefined) return undefined;
  if (/^arn:[^:]*:kms:[^:]*:[^:]*:key\//.test(text)) return { kind: "arn", arn: text };
  if (!/^(?:mrk-)?[0-9a-f-]{32,}$/.test(text)) return undefined;
  const listed = keysOf(request).find((key) => key.endsWith(`:key/${text}`));
  return resourceOf(listed ?? `arn:${request.partition}:kms:${request.region || "*"}:*:key/${text}`);
}

/** The one key that the record lists, the other one aside; else any. */
function listedKey(request: CallRequest, other: Resource | undefined): Resource {
  const keys = keysOf(request);
  const rest = keys.filter((key) => other?.kind !== "arn" || key !== other.arn);
  const [first, second] = rest.length === 0 ? keys : rest;
  const isOne = first !== undefined && second === undefined;
  return resourceOf(isOne ? first : `arn:${request.partition}:kms:${request.region || "*"}:*:key/*`);
}
