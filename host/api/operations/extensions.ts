/** The routes that AWS does not have: organization, log files, progress and report files (design part 6). */
import { tenantOf } from "../../account/access-keys.ts";
import { type Call, callersJob } from "../call.ts";
import { type FieldProblem, invalidFields, notFound, type Outcome, problemsOfBody, refuse } from "../exceptions.ts";
import { validateValue } from "../input/validate-value.ts";
import { JOB_HINT } from "./policy-preview-jobs.ts";

/** Bytes of a log file's key: R2 allows 1,024, and the tenant's name takes part of them. */
const LOG_FILE_KEY_MAX = 896;

export async function putOrganization(call: Call, body: Uint8Array): Promise<Outcome<Response>> {
  const { bindings, rooms, key, now } = call;
  const stored = await rooms.storeOrganization(bindings, { tenantId: tenantOf(key), body, now });
  if (!stored.ok) return refuse(invalidFields(problemsOfBody(stored.faults)));
  return { ok: true, value: Response.json(stored.value) };
}

export async function getOrganization({ bindings, rooms, key }: Call): Promise<Outcome<Response>> {
  const tenantId = tenantOf(key);
  const text = await rooms.loadOrganizationText(bindings, tenantId);
  if (text === undefined) return refuse(notFound("Organization", tenantId, "store one with PUT /organization"));
  return { ok: true, value: new Response(text, { headers: { "content-type": "application/json" } }) };
}

/** `fileKey` is the S3 object key of the log file, decoded. */
export async function putLogFile(call: Call, fileKey: string, body: Uint8Array): Promise<Outcome<Response>> {
  const { bindings, rooms, key, now } = call;
  const keyBytes = new TextEncoder().encode(fileKey).byteLength;
  if (keyBytes === 0 || keyBytes > LOG_FILE_KEY_MAX) {
    return refuse(
      invalidFields([{ name: "key", message: `must have 1 to ${LOG_FILE_KEY_MAX} bytes, not ${keyBytes}` }]),
    );
  }
  const ingested = await rooms.ingestFile(bindings, { tenantId: tenantOf(key), key: fileKey, body, now });
  if (ingested.ok) return { ok: true, value: Response.json(ingested.value) };
  const inactive = ingested.faults.find(({ code }) => code === "collection-inactive");
  if (inactive === undefined) return refuse(invalidFields(problemsOfBody(ingested.faults)));
  const resource = { resourceId: "GLOBAL", resourceType: "PolicyPreviewConfiguration" } as const;
  return refuse({ code: "ConflictException", message: inactive.message, ...resource });
}

export async function getJobProgress(call: Call, jobId: string): Promise<Outcome<Response>> {
  const problems = checkJobId(jobId);
  if (problems.length > 0) return refuse(invalidFields(problems));
  const progress = await (await callersJob(call, jobId))?.progress();
  if (progress === undefined) return refuse(notFound("PolicyPreviewJob", jobId, JOB_HINT));
  return { ok: true, value: Response.json({ jobId, ...progress }) };
}

/** `file` is the name in the manifest, decoded. */
export async function getReportFile(call: Call, jobId: string, file: string): Promise<Outcome<Response>> {
  const problems = checkJobId(jobId);
  if (problems.length > 0) return refuse(invalidFields(problems));
  if ((await callersJob(call, jobId)) === undefined) return refuse(notFound("PolicyPreviewJob", jobId, JOB_HINT));
  const found = await call.rooms.readReportFile(call.bindings, jobId, file);
  if (found === undefined) {
    const hint = "manifest.json lists the files; it is there when the job is COMPLETED";
    return refuse(notFound("ReportFile", file, hint));
  }
  const headers = {
    "content-type": found.contentType,
    "content-length": String(found.bytes),
    // Names in a report come from logs: nobody may take one for a page or a script of this origin.
    "x-content-type-options": "nosniff",
    "content-security-policy": "sandbox",
  };
  return { ok: true, value: new Response(found.body, { headers }) };
}

function checkJobId(jobId: string): readonly FieldProblem[] {
  const problems: FieldProblem[] = [];
  validateValue("PolicyPreviewJobId", jobId, "jobId", problems);
  return problems;
}
