/**
 * From the host in `eventSource` to IAM service prefixes. The rule is: drop `.amazonaws.com`, the rest is the prefix; this
 * table holds the exceptions. It maps no event names (operation-facts.ts does).
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

/** Takes `eventSource` as logged, for instance `monitoring.amazonaws.com`. */
export function eventSourcePrefixes(eventSource: string): SourcePrefixes {
  const host = eventSource.trim().toLowerCase().replace(DOMAIN, "");
  const exception = BY_HOST.get(host);
  if (exception !== undefined) return exception;
  return { prefixes: [PREFIX.test(host) ? host : ANY_PREFIX], possibly: [] };
}
