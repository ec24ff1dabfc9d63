/**
 * The policy preview operations through the real `@aws-sdk/client-accessanalyzer`, which has lost them: its own client,
 * signature, retries and errors, with commands made from the service model. Adds no behaviour of ours.
 */
import { $Command, AccessAnalyzerClient } from "@aws-sdk/client-accessanalyzer";
import { getEndpointPlugin } from "@smithy/core/endpoints";
import type { JobError, JobStatus, PolicyConfiguration } from "../../host/domain/job.ts";
import { operationSchema, type ServiceModel } from "./operation-schema.ts";

export interface PreviewJob {
  readonly jobId: string;
  readonly outputS3Uri: string;
  readonly jobDetails?: {
    readonly jobStatus: JobStatus;
    readonly submittedAt: Date;
    readonly startedAt?: Date;
    readonly completedAt?: Date;
    readonly jobError?: JobError;
  };
}

export interface PreviewConfigurationState {
  readonly scope: string;
  readonly status: "ACTIVE" | "PENDING_CREATION" | "FAILED";
  readonly createdAt: Date;
}

/** The seven operations. A refusal rejects with the SDK's exception (`name` is the error's code). */
export interface PreviewClient {
  startJob(input: {
    readonly policyConfigurations: readonly PolicyConfiguration[];
    readonly startTime: Date;
    readonly endTime?: Date;
    readonly outputS3Uri: string;
    readonly clientToken?: string;
  }): Promise<{ readonly jobId: string }>;
  getJob(input: { readonly jobId: string }): Promise<PreviewJob>;
  listJobs(input: {
    readonly filters?: Readonly<Record<string, string>>;
    readonly maxResults?: number;
    readonly nextToken?: string;
  }): Promise<{
    readonly analysisReports: readonly { readonly jobId: string; readonly status: JobStatus }[];
    readonly nextToken?: string;
  }>;
  cancelJob(input: { readonly jobId: string }): Promise<unknown>;
  createConfiguration(input: { readonly scope?: "GLOBAL" }): Promise<{ readonly status: string }>;
  getConfiguration(): Promise<{ readonly policyPreviewConfigurations?: readonly PreviewConfigurationState[] }>;
  deleteConfiguration(): Promise<unknown>;
  destroy(): void;
}

export interface ClientOptions {
  readonly endpoint: string;
  readonly region: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  /** Of each request; the SDK's own number when absent. */
  readonly maxAttempts?: number;
}

/** The client's settings from which its endpoint is worked out, as in its own commands. */
const ENDPOINT_PARAMETERS = {
  UseFIPS: { type: "builtInParams", name: "useFipsEndpoint" },
  Endpoint: { type: "builtInParams", name: "endpoint" },
  Region: { type: "builtInParams", name: "region" },
  UseDualStack: { type: "builtInParams", name: "useDualstackEndpoint" },
} as const;

/** A client for the instance at `endpoint`; `model` is what its `GET /service-model` answers. */
export function createPreviewClient(options: ClientOptions, model: ServiceModel): PreviewClient {
  const { endpoint, region, accessKeyId, secretAccessKey, maxAttempts } = options;
  const credentials = { accessKeyId, secretAccessKey };
  const attempts = maxAttempts === undefined ? {} : { maxAttempts };
  const client = new AccessAnalyzerClient({ endpoint, region, credentials, ...attempts });
  const bind = <Input, Output>(operation: string) => {
    const PreviewCommand = $Command
      .classBuilder()
      .ep(ENDPOINT_PARAMETERS)
      .m((Constructor, _stack, config) => [
        getEndpointPlugin(config as never, Constructor.getEndpointParameterInstructions()),
      ])
      .s("AccessAnalyzer", operation, {})
      .n("AccessAnalyzerClient", `${operation}Command`)
      .sc(operationSchema(model, operation) as never)
      .build();
    // The builder knows only the generated types; the shapes are checked by the schema at run time.
    return async (input: Input): Promise<Output> =>
      (await client.send(new PreviewCommand(input as never) as never)) as unknown as Output;
  };
  return {
    startJob: bind("StartPolicyPreviewJob"),
    getJob: bind("GetPolicyPreviewJob"),
    listJobs: bind("ListPolicyPreviewJobs"),
    cancelJob: bind("CancelPolicyPreviewJob"),
    createConfiguration: bind("CreatePolicyPreviewConfiguration"),
    getConfiguration: () =>
      bind<object, { policyPreviewConfigurations?: PreviewConfigurationState[] }>("GetPolicyPreviewConfiguration")({}),
    deleteConfiguration: () => bind<object, unknown>("DeletePolicyPreviewConfiguration")({}),
    destroy: () => client.destroy(),
  };
}
