/** What the demo previews: invented files that it makes itself, or the user's own. */
import { readFile } from "node:fs/promises";
import { type Fault, failure, type Result, success } from "../../host/domain/fault.ts";
import type { OrganizationSnapshot } from "../../host/domain/organization.ts";
import { countExpectation } from "../corpus/expectation.ts";
import { createOrganization, HOME_REGIONS, WORKLOADS_OU } from "../corpus/organization.ts";
import { CORPUS_END } from "../corpus/plan.ts";
import { regionPolicy } from "../corpus/policy.ts";
import { writeCorpus } from "../corpus/write-corpus.ts";
import type { KnownCounts } from "./check-report.ts";
import type { OwnFiles } from "./demo-arguments.ts";
import { findLogFiles, surveyLogs } from "./log-files.ts";
import { createMinimalOrganization } from "./minimal-organization.ts";
import type { PreviewPlan } from "./run-preview.ts";

export interface DemoPlan {
  readonly preview: Omit<PreviewPlan, "reportFolder">;
  /** What the report must say; less for files that the demo did not make. `unmapped` as the report lists it (R9). */
  readonly knownCounts: (unmapped: readonly string[]) => Omit<KnownCounts, "recordsTaken">;
  /** What is being asked, in a line. */
  readonly title: string;
}

export const DEMO_EVENTS = 50_000;
const DEMO_DAYS = 7;
const DEMO_SEED = "tidewater";
/** The window starts here when the logs name no time at all. */
const EARLIEST_START = Date.UTC(2000, 0, 1);
/** The window ends before its end, and event times are whole seconds. */
const SECOND = 1000;

/** Makes the invented files below `folder`. */
export async function planGenerated(folder: string, events = DEMO_EVENTS): Promise<DemoPlan> {
  const organization = createOrganization(new Date(CORPUS_END).toISOString());
  const expectation = countExpectation(organization, WORKLOADS_OU, HOME_REGIONS);
  const corpus = await writeCorpus({ folder, seed: DEMO_SEED, events, days: DEMO_DAYS, observe: expectation.observe });
  const files = await findLogFiles(folder);
  if (!files.ok) throw new Error("the corpus has no files");
  return {
    preview: {
      organization,
      files: files.value,
      targetId: WORKLOADS_OU,
      policyDocuments: [JSON.stringify(regionPolicy(HOME_REGIONS))],
      startTime: new Date(corpus.start),
      endTime: new Date(corpus.end),
    },
    knownCounts: (unmapped) => ({
      records: corpus.records,
      duplicates: corpus.duplicates,
      unreadable: corpus.unreadable,
      ...expectation.counts(unmapped),
    }),
    title: `Region policy (${HOME_REGIONS.join(", ")}) on the OU Workloads of an invented organization`,
  };
}

/** Reads the user's files. Every fault names the file or flag to put right. */
export async function planOwn(own: OwnFiles): Promise<Result<DemoPlan>> {
  const files = await findLogFiles(own.logs);
  if (!files.ok) return files;
  const policyDocuments: string[] = [];
  for (const path of own.policies) {
    const text = await readJson(path, "policy");
    if (!text.ok) return text;
    policyDocuments.push(text.value.text);
  }
  const mapping = await readOptional(own.mapping, "mapping");
  if (!mapping.ok) return mapping;
  const context = await readOptional(own.context, "context");
  if (!context.ok) return context;
  const survey = await surveyLogs(files.value);
  const organization = await readOrganization(own, survey.accountIds);
  if (!organization.ok) return organization;
  const preview = {
    organization: organization.value,
    files: files.value,
    targetId: own.target,
    policyDocuments,
    ...(own.attachmentMode === undefined ? {} : { attachmentMode: own.attachmentMode }),
    supplied: { ...mapping.value, ...context.value },
    startTime: new Date(survey.earliest ?? EARLIEST_START),
    endTime: new Date((survey.latest ?? Date.now()) + SECOND),
  };
  return success({ preview, knownCounts: () => ({}), title: `${own.policies.join(", ")} on ${own.target}` });
}

async function readOptional(
  path: string | undefined,
  kind: "mapping" | "context",
): Promise<Result<Partial<Record<typeof kind, string>>>> {
  if (path === undefined) return success({});
  const read = await readJson(path, kind);
  return read.ok ? success({ [kind]: read.value.text }) : read;
}

async function readOrganization(own: OwnFiles, mentioned: ReadonlySet<string>): Promise<Result<OrganizationSnapshot>> {
  if (own.organization === undefined) return success(createMinimalOrganization(own.target, mentioned));
  const read = await readJson(own.organization, "organization snapshot");
  if (!read.ok) return read;
  const { Organization } = read.value.json as Partial<OrganizationSnapshot>;
  if (Organization?.Id !== undefined && Organization.MasterAccountId !== undefined) {
    return success(read.value.json as OrganizationSnapshot);
  }
  return wrongFile(own.organization, "is not an organization snapshot: Organization.Id or MasterAccountId is missing");
}

async function readJson(path: string, what: string): Promise<Result<{ text: string; json: object }>> {
  let text: string;
  try {
    text = await readFile(path, "utf8");
  } catch (error) {
    return wrongFile(path, `cannot be read as ${what} (${(error as NodeJS.ErrnoException).code})`);
  }
  try {
    const json: unknown = JSON.parse(text);
    if (typeof json === "object" && json !== null && !Array.isArray(json)) return success({ text, json });
    return wrongFile(path, `is not a JSON object, as a ${what} must be`);
  } catch (error) {
    return wrongFile(path, `is not JSON: ${(error as Error).message}`);
  }
}

function wrongFile(path: string, message: string): { readonly ok: false; readonly faults: readonly Fault[] } {
  return failure({ code: "bad-file", message: `\`${path}\` ${message}` });
}
