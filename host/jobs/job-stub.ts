/** The job object of a job id, with its type: the namespace in the bindings names no class. */
import type { Bindings } from "../account/bindings.ts";
import type { JobObject } from "./job-object.ts";

export function jobStub(bindings: Bindings, jobId: string): DurableObjectStub<JobObject> {
  const jobs = bindings.JOBS as DurableObjectNamespace<JobObject>;
  return jobs.get(jobs.idFromName(jobId));
}
