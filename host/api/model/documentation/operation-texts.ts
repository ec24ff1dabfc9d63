/** What the service and each of its operations say about themselves. */
import type { OperationName } from "../service-model.ts";

export const SERVICE_TEXT = `Which calls that worked in the past would a proposed service control policy (SCP) deny? This service replays recorded CloudTrail events under the policy and reports them with account, principal, action and the statement that decides. It is scp-preview, an open service that speaks the policy preview operations of IAM Access Analyzer; AWS does not run it.

First switch collection on with \`CreatePolicyPreviewConfiguration\`, store the organization with \`PUT /organization\` and log files with \`PUT /cloudtrail/{key}\`. Then start a job with \`StartPolicyPreviewJob\`, wait until \`GetPolicyPreviewJob\` says \`COMPLETED\`, and read the report. \`GET /openapi.json\` describes the routes that are no operations of AWS.

Requests are signed with Signature Version 4 for the service \`access-analyzer\`, in any region, with an access key of this service. An organization (or an account without one) is a tenant: activity, snapshot and configuration belong to it, jobs belong to the account of the key.`;

const NOT_BUILT =
  "Policy generation is not built yet: until it is, this instance answers with a `ValidationException` whose reason is `unknownOperation`.";

export const OPERATION_TEXTS: Readonly<Record<OperationName, string>> = {
  StartPolicyPreviewJob: `Starts a job that judges every recorded call of a window under proposed SCPs, and writes a report of those that would be denied. The answer is the id of the job; \`GetPolicyPreviewJob\` tells how it goes.

What the request alone shows to be wrong is refused at once. What depends on configuration, organization, target or bucket is found when the job begins, and ends it as \`FAILED\` with a \`jobError\`. The job rests on the snapshot, the mapping, the context and the log files that are stored when it begins; what is stored later does not change it.

The same request with the same \`clientToken\` gives the same job again; another request with that token is a \`ConflictException\`. An account with too many jobs that have not ended gets a \`ServiceQuotaExceededException\`: wait for one, or cancel it.`,
  GetPolicyPreviewJob: `Tells what a job was asked, how far it is, and where its report goes. Jobs are kept for 14 days after they were submitted; the report stays where it is.

A job that another account started is answered like one that does not exist, with a \`ResourceNotFoundException\`.`,
  ListPolicyPreviewJobs: `Lists the jobs of the caller's account, newest first, those of the last 14 days. At most one filter narrows the list, by status or by target.`,
  CancelPolicyPreviewJob: `Stops a job that is \`SUBMITTED\` or \`IN_PROGRESS\`: it ends as \`CANCELED\` and leaves no report. A job that has ended already cannot be canceled, which is a \`ValidationException\`.`,
  CreatePolicyPreviewConfiguration: `Switches the collection of activity on for the tenant: log files are taken in only while the configuration is \`ACTIVE\`. Collection that was switched off goes on with what is still stored.

The answer says \`PENDING_CREATION\`; wait until \`GetPolicyPreviewConfiguration\` says \`ACTIVE\`. A tenant has one configuration. To create a second one is a \`ConflictException\`, unless the first is \`FAILED\` (then it is tried again) or was made with the same \`clientToken\`.`,
  GetPolicyPreviewConfiguration: `Tells whether activity is collected for the tenant. When nobody has switched collection on, or it was switched off, the answer is a \`ResourceNotFoundException\`.`,
  DeletePolicyPreviewConfiguration: `Switches collection off for the tenant. Its running jobs end as \`FAILED\` with \`CANCELED_JOB_ERROR\`. What is stored stays; \`DELETE /activity\` erases it.

Within a day the same \`clientToken\` deletes only once, so that a late repetition does not undo a new configuration.`,
  StartPolicyGeneration: `Will start a job that writes an IAM policy from the calls that a role or user was recorded making. ${NOT_BUILT}`,
  GetGeneratedPolicy: `Will give the state of a generation job and, once it has succeeded, the policies that it wrote. ${NOT_BUILT}`,
  CancelPolicyGeneration: `Will stop a generation job that is still running. ${NOT_BUILT}`,
  ListPolicyGenerations: `Will list the generation jobs of the caller's account, all of them or those for one role or user. ${NOT_BUILT}`,
};
