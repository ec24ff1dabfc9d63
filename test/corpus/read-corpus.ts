/** Reads a written corpus back, knowing nothing of the generator: keys as S3 would list them, records as JSON. */
import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { findLogFiles } from "../../bench/local/log-files.ts";

export interface LoggedRecord {
  readonly eventID: string;
  readonly sharedEventID?: string;
  readonly eventTime: string;
  readonly eventSource: string;
  readonly eventName: string;
  readonly eventType: string;
  readonly awsRegion: string;
  readonly recipientAccountId: string;
  readonly errorCode?: string;
  readonly errorMessage?: string;
  readonly vpcEndpointId?: string;
  readonly tlsDetails?: object;
  readonly resources?: readonly { readonly ARN?: string; readonly ARNPrefix?: string }[];
  readonly requestParameters: unknown;
  readonly userIdentity: {
    readonly type?: string;
    readonly arn?: string;
    readonly accountId?: string;
    readonly invokedBy?: string;
    readonly sessionContext?: { readonly sessionIssuer?: { readonly arn?: string } };
  };
}

export interface CorpusFile {
  readonly key: string;
  readonly bytes: Buffer;
  readonly text: string;
  readonly records: readonly LoggedRecord[];
}

export async function readCorpus(folder: string): Promise<readonly CorpusFile[]> {
  const files = await findLogFiles(folder);
  if (!files.ok) throw new Error("the corpus has no files");
  return files.value.map(({ key, path }) => {
    const bytes = readFileSync(path);
    const text = gunzipSync(bytes).toString("utf8");
    return { key, bytes, text, records: (JSON.parse(text) as { Records: LoggedRecord[] }).Records };
  });
}

/** The records of distinct calls: of the copies of one call, the caller's. */
export function distinctCalls(files: readonly CorpusFile[]): readonly LoggedRecord[] {
  const calls = new Map<string, LoggedRecord>();
  for (const record of files.flatMap((file) => file.records)) {
    const call = record.sharedEventID ?? record.eventID;
    const known = calls.get(call);
    if (known === undefined || known.userIdentity.type === "AWSAccount") calls.set(call, record);
  }
  return [...calls.values()];
}
