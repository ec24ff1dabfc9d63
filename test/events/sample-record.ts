/** A record as AWS writes it, invented, with a number to tell it from others. */
export function sampleRecord(number: number): string {
  return JSON.stringify({
    eventVersion: "1.11",
    userIdentity: {
      type: "AssumedRole",
      arn: `arn:aws:sts::111122223333:assumed-role/role-${number % 7}/session`,
      accountId: "111122223333",
      sessionContext: { sessionIssuer: { arn: `arn:aws:iam::111122223333:role/team/role-${number % 7}` } },
    },
    eventTime: new Date(Date.UTC(2024, 0, 1) + number * 1000).toISOString().replace(".000", ""),
    eventSource: "s3.amazonaws.com",
    eventName: `Operation${number}`,
    awsRegion: "eu-west-1",
    sourceIPAddress: `198.51.100.${number % 200}`,
    userAgent: 'agent "quoted" \\ back',
    requestParameters: { policy: '{"a":["}}]]{[\\"",1]}', list: [{ eventName: "nested" }, [[]], {}] },
    responseElements: null,
    eventID: `01234567-89ab-cdef-0123-${number.toString(16).padStart(12, "0")}`,
    eventType: "AwsApiCall",
    recipientAccountId: "111122223333",
  });
}

export function sampleNumberOf(operation: string): number {
  return Number(operation.replace("s3.amazonaws.com Operation", ""));
}
