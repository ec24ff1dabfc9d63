/**
 * All findings of a finished job, in the report's order, kept inside the service as long as the job: so that they can be asked
 * for by parts, whatever becomes of the bucket with the report.
 */
import type { Bindings } from "../account/bindings.ts";
import type { Finding } from "../domain/report.ts";
import { gzip } from "./gzip.ts";

/** Below the folder that goes with the job (task-results.ts). */
function findingsKey(jobId: string): string {
  return `jobs/${jobId}/findings.json.gz`;
}

export async function storeFindings(bindings: Bindings, jobId: string, findings: readonly Finding[]): Promise<void> {
  const packed = await gzip(new TextEncoder().encode(JSON.stringify(findings)));
  await bindings.ACTIVITY.put(findingsKey(jobId), packed);
}

/** Undefined while the job has no report, and when activity it rests on was erased since. */
export async function loadFindings(bindings: Bindings, jobId: string): Promise<readonly Finding[] | undefined> {
  const object = await bindings.ACTIVITY.get(findingsKey(jobId));
  if (object === null) return undefined;
  return new Response(object.body.pipeThrough(new DecompressionStream("gzip"))).json<readonly Finding[]>();
}
