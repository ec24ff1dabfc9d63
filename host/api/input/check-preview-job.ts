/**
 * The rules of StartPolicyPreviewJob that its model cannot say (design R8, semantics 7): one configuration, documents that
 * are service control policies of a size AWS takes, a window that is one. Looks at the request alone; what needs state is
 * the job's to find out.
 */
import type { Bindings } from "../../account/bindings.ts";
import { readSetting } from "../../account/settings.ts";
import type { PolicyConfiguration } from "../../domain/job.ts";
import { parsePolicyDocument } from "../../policy/parse-policy-document.ts";
import { FIELD_LIST_MAX, type FieldProblem, problemsOf } from "../exceptions.ts";

/** The input as the model lets it through; times are milliseconds since 1970. */
export interface StartPolicyPreviewJobInput {
  readonly policyConfigurations: readonly PolicyConfiguration[];
  readonly startTime: number;
  readonly endTime?: number;
  readonly outputS3Uri: string;
  readonly clientToken?: string;
}

/** Bytes of the prefix in `outputS3Uri`: R2 keys have at most 1,024, and job, time and name of a file need some 120. */
const OUTPUT_PREFIX_MAX = 896;
/** Characters. Clients send a UUID; what is much longer would only fill the index of jobs. */
const CLIENT_TOKEN_MAX = 1024;

/** The rule for client tokens of all operations. */
export function checkClientToken(clientToken: string | undefined): FieldProblem[] {
  if (clientToken === undefined || (clientToken !== "" && clientToken.length <= CLIENT_TOKEN_MAX)) return [];
  return [{ name: "clientToken", message: `must have 1 to ${CLIENT_TOKEN_MAX} characters, not ${clientToken.length}` }];
}

/** All problems; `now` (milliseconds) stands for a missing end. */
export function checkPreviewJob(input: StartPolicyPreviewJobInput, bindings: Bindings, now: number): FieldProblem[] {
  const problems: FieldProblem[] = [];
  const { policyConfigurations, startTime, endTime, outputS3Uri, clientToken } = input;
  if (policyConfigurations.length !== 1) {
    const message = `must hold exactly one configuration, not ${policyConfigurations.length}`;
    problems.push({ name: "policyConfigurations", message });
  }
  const charactersMax = readSetting(bindings, "POLICY_DOCUMENT_MAX_CHARACTERS");
  for (const [index, { policyDocumentsList }] of policyConfigurations.entries()) {
    const name = `policyConfigurations[${index}].policyDocumentsList`;
    checkDocuments(name, policyDocumentsList, charactersMax, problems);
  }
  const prefix = /^s3:\/\/[^/]+\/?(.*)$/s.exec(outputS3Uri)?.[1] ?? "";
  if (new TextEncoder().encode(prefix).byteLength > OUTPUT_PREFIX_MAX) {
    const message = `must have a prefix of at most ${OUTPUT_PREFIX_MAX} bytes: the names of the report's files follow it`;
    problems.push({ name: "outputS3Uri", message });
  }
  problems.push(...checkClientToken(clientToken));
  if (endTime !== undefined && startTime >= endTime) {
    problems.push({ name: "endTime", message: "must be later than startTime" });
  }
  if (endTime === undefined && startTime >= now) {
    problems.push({ name: "startTime", message: "must lie in the past when there is no endTime" });
  }
  return problems;
}

function checkDocuments(
  name: string,
  documents: readonly string[],
  charactersMax: number,
  problems: FieldProblem[],
): void {
  if (documents.length === 0) problems.push({ name, message: "must hold at least one policy document" });
  for (const [index, document] of documents.entries()) {
    // A hostile list of half a million documents must not become as many problems.
    if (problems.length > FIELD_LIST_MAX) return;
    const documentName = `${name}[${index}]`;
    // UTF-16 units are at most twice as many as characters: no long text is taken apart.
    const characters = document.length > 2 * charactersMax ? document.length : [...document].length;
    if (characters > charactersMax) {
      problems.push({
        name: documentName,
        message: `has ${characters} characters, more than the ${charactersMax} allowed`,
      });
      continue;
    }
    const parsed = parsePolicyDocument(document);
    if (!parsed.ok) problems.push(...problemsOf(documentName, parsed.faults));
  }
}
