/** Which function answers which operation of the service model. */
import type { Call } from "../call.ts";
import { type Outcome, refuse } from "../exceptions.ts";
import type { OperationName } from "../model/service-model.ts";
import {
  createPolicyPreviewConfiguration,
  deletePolicyPreviewConfiguration,
  getPolicyPreviewConfiguration,
} from "./policy-preview-configurations.ts";
import { cancelPolicyPreviewJob, getPolicyPreviewJob, listPolicyPreviewJobs } from "./policy-preview-jobs.ts";
import { startPolicyPreviewJob } from "./start-policy-preview-job.ts";

/** Input that `validateInput` let through for the operation. */
type ValidInput = Readonly<Record<string, unknown>>;
type Operation = (call: Call, input: ValidInput) => Promise<Outcome<unknown>>;

/** The model has been checked, so the input has the type that the function was written for. */
function typed<Input>(operation: (call: Call, input: Input) => Promise<Outcome<unknown>>): Operation {
  return (call, input) => operation(call, input as Input);
}

const notBuilt: Operation = async () =>
  refuse({
    code: "ValidationException",
    message: "this instance has no policy generation",
    reason: "unknownOperation",
  });

export const OPERATIONS: Readonly<Record<OperationName, Operation>> = {
  StartPolicyPreviewJob: typed(startPolicyPreviewJob),
  GetPolicyPreviewJob: typed(getPolicyPreviewJob),
  ListPolicyPreviewJobs: typed(listPolicyPreviewJobs),
  CancelPolicyPreviewJob: typed(cancelPolicyPreviewJob),
  CreatePolicyPreviewConfiguration: typed(createPolicyPreviewConfiguration),
  GetPolicyPreviewConfiguration: getPolicyPreviewConfiguration,
  DeletePolicyPreviewConfiguration: typed(deletePolicyPreviewConfiguration),
  StartPolicyGeneration: notBuilt,
  GetGeneratedPolicy: notBuilt,
  CancelPolicyGeneration: notBuilt,
  ListPolicyGenerations: notBuilt,
};
