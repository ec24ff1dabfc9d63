/** `GET /policy/preview/{jobId}/findings`: the findings of a finished job, filtered, sorted, page by page. */
import type { Finding } from "../../domain/report.ts";
import { type Call, callersJob } from "../call.ts";
import { type FieldProblem, invalidFields, notFound, type Outcome, refuse } from "../exceptions.ts";
import { validateValue } from "../input/validate-value.ts";
import type { AuthenticatedRequest } from "../signature/authenticate.ts";
import { JOB_HINT } from "./policy-preview-jobs.ts";

/** Findings a page has when the client does not say, and at most. */
const PAGE_DEFAULT = 100;
const PAGE_MAX = 1000;

/** Parameters that a finding must be equal to. */
const FILTERS: Readonly<Record<string, (finding: Finding) => string | undefined>> = {
  impact: ({ impact }) => impact,
  account: ({ account }) => account,
  principal: ({ principal }) => principal,
  action: ({ action }) => action,
  level: ({ decidedBy }) => decidedBy?.level,
  policy: ({ decidedBy }) => decidedBy?.policy,
  sid: ({ decidedBy }) => decidedBy?.sid,
};

/** What `sort` can name, with `-` in front for the other direction. */
const ORDERS: Readonly<Record<string, (finding: Finding) => string | number>> = {
  events: ({ events }) => events,
  account: ({ account }) => account,
  principal: ({ principal }) => principal,
  action: ({ action }) => action,
  firstSeen: ({ firstSeen }) => firstSeen,
  lastSeen: ({ lastSeen }) => lastSeen,
};

export const FINDING_FILTERS = Object.keys(FILTERS);
export const FINDING_ORDERS = Object.keys(ORDERS);

interface Asked {
  readonly filters: readonly (readonly [name: string, value: string])[];
  readonly sort: string | undefined;
  readonly maxResults: number;
  /** Findings before this page. */
  readonly start: number;
}

/** Findings do not change once they are there, so that a page is found by its place. */
export async function getJobFindings(
  call: Call,
  jobId: string,
  query: AuthenticatedRequest["query"],
): Promise<Outcome<Response>> {
  const problems: FieldProblem[] = [];
  validateValue("PolicyPreviewJobId", jobId, "jobId", problems);
  const asked = readQuery(query, problems);
  if (problems.length > 0) return refuse(invalidFields(problems));
  if ((await callersJob(call, jobId)) === undefined) return refuse(notFound("PolicyPreviewJob", jobId, JOB_HINT));
  const all = await call.rooms.loadFindings(call.bindings, jobId);
  if (all === undefined) {
    const hint = "they are there while the job is COMPLETED and nothing that it rests on was erased";
    return refuse(notFound("Findings", jobId, hint));
  }
  const found = sortFindings(
    all.filter((finding) => asked.filters.every(([name, value]) => FILTERS[name]?.(finding) === value)),
    asked.sort,
  );
  const end = asked.start + asked.maxResults;
  const nextToken = end < found.length ? btoa(JSON.stringify([end])) : undefined;
  return {
    ok: true,
    value: Response.json({ findings: found.slice(asked.start, end), total: found.length, nextToken }),
  };
}

/** In the report's order when nothing is asked for, and where what is asked for is equal. */
function sortFindings(findings: readonly Finding[], sort: string | undefined): readonly Finding[] {
  if (sort === undefined) return findings;
  const keyOf = ORDERS[sort.replace(/^-/, "")];
  if (keyOf === undefined) throw new Error(`findings cannot be sorted by ${sort}`);
  const direction = sort.startsWith("-") ? -1 : 1;
  return findings.toSorted((left, right) => {
    const [one, other] = [keyOf(left), keyOf(right)];
    return one === other ? 0 : one < other ? -direction : direction;
  });
}

function readQuery(query: AuthenticatedRequest["query"], problems: FieldProblem[]): Asked {
  const given = new Map<string, string>();
  for (const [name, value] of query) {
    if (given.has(name)) problems.push({ name, message: "is given twice" });
    given.set(name, value);
  }
  const filters = [...given].filter(([name]) => Object.hasOwn(FILTERS, name));
  for (const name of given.keys()) {
    const isKnown = Object.hasOwn(FILTERS, name) || ["sort", "maxResults", "nextToken"].includes(name);
    if (!isKnown)
      problems.push({ name, message: `is none of ${FINDING_FILTERS.join(", ")}, sort, maxResults, nextToken` });
  }
  const sort = given.get("sort");
  if (sort !== undefined && !Object.hasOwn(ORDERS, sort.replace(/^-/, ""))) {
    problems.push({ name: "sort", message: `must be one of ${FINDING_ORDERS.join(", ")}, with \`-\` in front or not` });
  }
  const maxResults = given.get("maxResults") ?? String(PAGE_DEFAULT);
  if (!/^[1-9]\d{0,8}$/.test(maxResults))
    problems.push({ name: "maxResults", message: "must be a whole number of at least 1" });
  const token = given.get("nextToken");
  const start = token === undefined ? 0 : readToken(token);
  if (start === undefined) problems.push({ name: "nextToken", message: "is not a token that this operation gave" });
  return { filters, sort, maxResults: Math.min(Number(maxResults), PAGE_MAX), start: start ?? 0 };
}

function readToken(token: string): number | undefined {
  try {
    const [start] = JSON.parse(atob(token)) as unknown[];
    return Number.isSafeInteger(start) && (start as number) >= 0 ? (start as number) : undefined;
  } catch {
    return undefined;
  }
}
