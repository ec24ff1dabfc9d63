/** The parameters of StartPolicyPreviewJob as the AWS CLI takes them. */
import { DAY, DENY_EC2, OUTPUT_URI } from "./activity.ts";

export interface StartChanges {
  readonly document?: string;
  /** Instead of target and document: JSON, shorthand or `file://…`. */
  readonly configurations?: string;
  readonly startTime?: string;
  /** None when null. */
  readonly endTime?: string | null;
  readonly outputS3Uri?: string;
  readonly clientToken?: string;
}

/** Everything that is not said is in order: DENY_EC2 at the target, for one day. */
export function startArguments(targetId: string, changes: StartChanges = {}): readonly string[] {
  const { document = DENY_EC2, startTime = DAY.startTime, endTime = DAY.endTime, clientToken } = changes;
  const configuration = { jobType: "SCP", targetId, policyDocumentsList: [document] };
  return [
    "start-policy-preview-job",
    ...["--policy-configurations", changes.configurations ?? JSON.stringify([configuration])],
    ...["--start-time", startTime],
    ...(endTime === null ? [] : ["--end-time", endTime]),
    ...["--output-s3-uri", changes.outputS3Uri ?? OUTPUT_URI],
    ...(clientToken === undefined ? [] : ["--client-token", clientToken]),
  ];
}
