/** The AWS SDK for JavaScript v2 with what `GET /service-model` answers as its `apiConfig`, and nothing else of ours. */
import AWS from "aws-sdk";
import type { AccessKey } from "../../host/account/access-keys.ts";
import { REGION } from "./activity.ts";

interface Pending {
  promise(): Promise<Record<string, unknown>>;
  eachPage(callback: (error: Error | null, page: Record<string, unknown> | null) => boolean): void;
}

type Operation = (input?: object) => Pending;

/** The operations, which the SDK makes of the description; the types of its package know none of them. */
export interface SdkV2Client {
  readonly startPolicyPreviewJob: Operation;
  readonly getPolicyPreviewJob: Operation;
  readonly listPolicyPreviewJobs: Operation;
  readonly cancelPolicyPreviewJob: Operation;
  readonly createPolicyPreviewConfiguration: Operation;
  readonly getPolicyPreviewConfiguration: Operation;
  readonly deletePolicyPreviewConfiguration: Operation;
  readonly startPolicyGeneration: Operation;
  readonly getGeneratedPolicy: Operation;
  readonly cancelPolicyGeneration: Operation;
  readonly listPolicyGenerations: Operation;
  waitFor(state: "policyPreviewConfigurationActive" | "policyPreviewJobCompleted", input: object): Pending;
}

export function createSdkV2Client(
  endpoint: string,
  apiConfig: object,
  { accessKeyId, secretAccessKey }: Pick<AccessKey, "accessKeyId" | "secretAccessKey">,
): SdkV2Client {
  const credentials = new AWS.Credentials(accessKeyId, secretAccessKey);
  const options = { apiConfig, endpoint, region: REGION, credentials };
  return new AWS.Service(options) as unknown as SdkV2Client;
}

/** The pages of a request, in order. */
export function pagesOf(request: Pending): Promise<readonly Record<string, unknown>[]> {
  return new Promise((resolve, reject) => {
    const pages: Record<string, unknown>[] = [];
    request.eachPage((error, page) => {
      if (error !== null) reject(error);
      else if (page === null) resolve(pages);
      else pages.push(page);
      return error === null;
    });
  });
}
