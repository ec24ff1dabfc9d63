/** What AWS does not tell of a job: how far it is, and the files of its report (design part 6). */
import { type Call, callersJob } from "../call.ts";
import { type FieldProblem, invalidFields, notFound, type Outcome, refuse } from "../exceptions.ts";
import { validateValue } from "../input/validate-value.ts";
import { JOB_HINT } from "./policy-preview-jobs.ts";

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
