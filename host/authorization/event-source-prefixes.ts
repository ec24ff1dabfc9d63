/**
 * From the host in `eventSource` to IAM service prefixes. The rule is: drop `.amazonaws.com`, the rest is the prefix; this
 * table holds the exceptions. It maps no event names (actions/actions-of.ts does).
 */

/** Stands for "any service" where the source is not even of the form that a prefix could have. */
export const ANY_PREFIX = "*";

export interface SourcePrefixes {
  /** Where the event's name is looked up, in order. Never empty. */
  readonly prefixes: readonly string[];
  /** Further prefixes whose actions AWS may have asked for, when the name is none of the known actions. */
  readonly possibly: readonly string[];
}

interface Row extends SourcePrefixes {
  readonly host: string;
}

function row(host: string, prefixes: readonly string[], possibly: readonly string[] = []): Row {
  return { host, prefixes, possibly };
}

const ROWS: readonly Row[] = [
  // semantics 5.2 [C CT-REC]
  row("monitoring", ["cloudwatch"]),
  // semantics 5.2 [C MAP cloudtrail_service_mappings]
  row("email", ["ses"]),
  row("tagging", ["tag"]),
  row("opensearchservice", ["es"]),
  row("cloudcontrolapi", ["cloudformation"]),
  row("application-insights", ["applicationinsights"]),
  row("amazonmq", ["mq"]),
  row("pinpoint", ["mobiletargeting"]),
  row("migrationhub", ["mgh"]),
  row("pricelist", ["pricing"]),
  row("rdsdata", ["rds-data"]),
  row("qconnect", ["wisdom"]),
  row("contact-lens", ["connect"]),
  row("servicecatalog-appregistry", ["servicecatalog"]),
  row("taxconsole", ["tax"]),
  row("transcribestreaming", ["transcribe"]),
  row("chime-sdk-identity", ["chime"]),
  row("chime-sdk-media-pipelines", ["chime"]),
  row("chime-sdk-meetings", ["chime"]),
  row("chime-sdk-messaging", ["chime"]),
  row("chime-sdk-voice", ["chime"]),
  row("agreement-marketplace", ["aws-marketplace"]),
  row("discovery-marketplace", ["aws-marketplace"]),
  row("reporting-marketplace", ["aws-marketplace"]),
  row("marketplacecatalog", ["aws-marketplace"]),
  row("management-marketplace", ["aws-marketplace-management"]),
  // data planes whose actions stand under the service's own prefix (semantics 5.4, row iot-data) [S MAP]
  row("iotdata", ["iot"]),
  row("iot-jobs-data", ["iotjobsdata"]),
  row("ioteventsdata", ["iotevents"]),
  row("iotsecuredtunneling", ["iot"]),
  row("streams.dynamodb", ["dynamodb"]),
  row("s3-control", ["s3"]),
  row("redshift-data-api", ["redshift-data"]),
  row("bedrock-runtime", ["bedrock"]),
  row("bedrock-agent", ["bedrock"]),
  row("bedrock-agent-runtime", ["bedrock"]),
  row("cloudsearchdomain", ["cloudsearch"]),
  row("metering-marketplace", ["aws-marketplace"]),
  row("entitlement-marketplace", ["aws-marketplace"]),
  row("catalog-marketplace", ["aws-marketplace"]),
  // the access portal and the device login of Identity Center: sign-in steps (not-authorizations.ts)
  row("awsssoportal", ["sso"]),
  row("portal.sso", ["sso"]),
  row("sso-oauth", ["sso-oauth", "sso"]),
  // semantics 5.2 [C MAP] says connect, 5.4 says execute-api for the participant API: both stay possible
  row("participant-connect", ["connect"], ["execute-api"]),
  // semantics 5.2 [C MAP] "older: aws-portal/…"; account settings of the console belong to `account` [S SAR of both services]
  row("billingconsole", ["billing"], ["aws-portal", "account"]),
  // semantics 5.2 [S jSherz]: Application Auto Scaling events may arrive under this source
  row("autoscaling", ["autoscaling", "application-autoscaling"]),
];

const BY_HOST: ReadonlyMap<string, SourcePrefixes> = new Map(ROWS.map((entry) => [entry.host, entry]));
const DOMAIN = /\.amazonaws\.com(?:\.cn)?$/;
/** Every prefix of the catalogue has this form. */
const PREFIX = /^[a-z0-9][a-z0-9-]*$/;

/** Where events of a service come from, by its IAM prefix; the reverse of the table. */
const SOURCES: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries(
    Object.groupBy(
      ROWS.flatMap(({ host, prefixes, possibly }) =>
        [...prefixes, ...possibly].map((prefix) => ({ prefix, source: `${host}.amazonaws.com` })),
      ),
      ({ prefix }) => prefix,
    ),
  ).map(([prefix, found = []]) => [prefix, found.map(({ source }) => source)]),
);

/** S3 operations on buckets of other kinds keep their names and parameters and have a source of their own (semantics 5.4). */
const S3_FAMILY = ["s3", "s3express", "s3-outposts", "s3-object-lambda"];

/** Takes an IAM prefix; gives every `eventSource`, as logged, whose events can be of it. */
export function eventSourcesOf(prefix: string): readonly string[] {
  const family = prefix === "s3" ? S3_FAMILY : [prefix];
  return [...new Set([...family.map((host) => `${host}.amazonaws.com`), ...(SOURCES.get(prefix) ?? [])])];
}

/** Takes `eventSource` as logged, for instance `monitoring.amazonaws.com`. */
export function eventSourcePrefixes(eventSource: string): SourcePrefixes {
  const host = eventSource.trim().toLowerCase().replace(DOMAIN, "");
  const exception = BY_HOST.get(host);
  if (exception !== undefined) return exception;
  return { prefixes: [PREFIX.test(host) ? host : ANY_PREFIX], possibly: [] };
}
