/** Rows of the security services: ACM, GuardDuty, WAF, CloudTrail, Config, Security Hub, Macie, Inspector, Access Analyzer, CloudHSM. */
import { lowerCase } from "../readings.ts";
import { type ParameterPath, read, row, type ServiceRows } from "../resource-row.ts";

const DETECTOR = { DetectorId: "detectorId" };

/** In ARNs the scope is `regional` or `global` [S WAF developer guide, ARNs]. */
const SCOPE: ParameterPath = read("scope", (text) => (text === "CLOUDFRONT" ? "global" : lowerCase(text)));
/** Where no id is given: the call makes it. */
const WAF_ID = ["id", "aRN", "webACLArn", "resourceARN"];

/** Kinds of WAF classic and the parameters that hold their ids. */
const WAF_CLASSIC: readonly (readonly [string, string])[] = [
  ["bytematchset", "byteMatchSetId"],
  ["geomatchset", "geoMatchSetId"],
  ["ipset", "iPSetId"],
  ["ratebasedrule", "ruleId"],
  ["regexmatchset", "regexMatchSetId"],
  ["regexpatternset", "regexPatternSetId"],
  ["rule", "ruleId"],
  ["rulegroup", "ruleGroupId"],
  ["sizeconstraintset", "sizeConstraintSetId"],
  ["sqlinjectionmatchset", "sqlInjectionMatchSetId"],
  ["webacl", "webACLId"],
  ["xssmatchset", "xssMatchSetId"],
];

/** Actions of WAF whose name and id are those of the type. */
const NAMES_ITSELF: Readonly<Record<string, RegExp>> = {
  rulegroup: /rulegroup$|permissionpolicy$|tag/,
  ipset: /ipset$|tag/,
  regexpatternset: /regexpatternset$|tag/,
  managedruleset: /managedruleset|tag/,
};

export const SECURITY_ROWS: readonly ServiceRows[] = [
  {
    prefix: "rbin",
    source: "Recycle Bin API reference [E]",
    rows: [row("rule", { ResourceName: "identifier" })],
  },
  {
    prefix: "acm",
    source: "semantics 6.2, last row; ACM API reference",
    rows: [row("certificate", { CertificateId: "certificateArn" })],
  },
  {
    prefix: "acm-pca",
    source: "Private CA API reference",
    rows: [row("certificate-authority", { CertificateAuthorityId: ["certificateAuthorityArn", "resourceArn"] })],
  },
  {
    prefix: "guardduty",
    source: "semantics 6.2, last row [E]; GuardDuty API reference",
    rows: [
      row("detector", DETECTOR),
      row("filter", { ...DETECTOR, FilterName: ["filterName", "name"] }),
      row("ipset", { ...DETECTOR, IPSetId: "ipSetId" }),
      row("threatintelset", { ...DETECTOR, ThreatIntelSetId: "threatIntelSetId" }),
      row("threatentityset", { ...DETECTOR, ThreatEntitySetId: "threatEntitySetId" }),
      row("trustedentityset", { ...DETECTOR, TrustedEntitySetId: "trustedEntitySetId" }),
      row("publishingDestination", { ...DETECTOR, PublishingDestinationId: "destinationId" }),
      row("malwareprotectionplan", { MalwareProtectionPlanId: "malwareProtectionPlanId" }),
    ],
  },
  {
    prefix: "wafv2",
    source: "semantics 6.2, last row [E]; WAF API reference",
    rows: [
      row("webacl", { Scope: SCOPE, Name: "name", Id: WAF_ID }),
      row("webacl", { Id: "loggingConfiguration.resourceArn" }),
      // the rules of an ACL or a group lead to sets of other names
      ...["rulegroup", "ipset", "regexpatternset", "managedruleset"].map((type) =>
        row(type, { Scope: SCOPE, Name: "name", Id: WAF_ID }, { actions: NAMES_ITSELF[type] ?? /./ }),
      ),
      row("loadbalancer/app/", { LoadBalancerId: "resourceArn" }),
      row("apigateway", { StageName: "resourceArn" }),
      row("appsync", { GraphQLAPIId: "resourceArn" }),
      row("userpool", { UserPoolId: "resourceArn" }),
      row("apprunner", { ServiceId: "resourceArn" }),
      row("amplify-app", { AppId: "resourceArn" }),
      row("verified-access-instance", { VerifiedAccessInstanceId: "resourceArn" }),
      row("agentcore-gateway", { GatewayId: "resourceArn" }),
    ],
  },
  ...["waf", "waf-regional"].map((prefix) => ({
    prefix,
    source: "WAF Classic API reference [E]",
    rows: WAF_CLASSIC.map(([type, path]) => row(type, { Id: path })),
  })),
  {
    prefix: "cloudtrail",
    source: "semantics 6.2, row cloudtrail [E]; CloudTrail API reference",
    rows: [
      row("trail", { TrailName: ["trailName", "name", "resourceId", "resourceIdList", "trailNameList"] }),
      row("eventdatastore", { EventDataStoreId: ["eventDataStore", "resourceId", "resourceIdList"] }),
      row("channel", { ChannelId: ["channel", "channelArn", "resourceId", "resourceIdList"] }),
      row("dashboard", { DashboardName: ["dashboardId", "name"] }),
    ],
  },
  {
    prefix: "config",
    source: "semantics 6.2, last row [E]; Config API reference (most ARNs hold an id that requests do not)",
    rows: [
      row("ConfigRule", {}, { needs: "configRuleName" }),
      row("ConfigRule", { ConfigRuleId: ["resourceArn", "configRule.configRuleArn"] }),
      row("ConfigurationRecorder", {
        RecorderName: ["configurationRecorderName", "configurationRecorder.name", "configurationRecorderNames"],
      }),
      row("ConformancePack", { ConformancePackName: ["conformancePackName", "conformancePackNames"] }),
      row("AggregationAuthorization", {
        AggregatorAccount: "authorizedAccountId",
        AggregatorRegion: "authorizedAwsRegion",
      }),
      row("StoredQuery", { StoredQueryName: ["queryName", "storedQuery.queryName"] }),
    ],
  },
  {
    prefix: "securityhub",
    source: "Security Hub API reference [E]",
    rows: [row("hub", {}), row("product", { ProductId: ["productArn", "productSubscriptionArn"] })],
  },
  {
    prefix: "inspector2",
    source: "Inspector API reference",
    rows: [row("Filter", { FilterId: ["arn", "filterArn"] }), row("Finding", { FindingId: "findingArns" })],
  },
  {
    prefix: "macie2",
    source: "Macie API reference (ids stand in the path)",
    rows: [
      row("ClassificationJob", { ResourceId: "jobId" }),
      row("CustomDataIdentifier", { ResourceId: "id" }),
      row("FindingsFilter", { ResourceId: "id" }),
      row("AllowList", { ResourceId: "id" }),
      row("Member", { ResourceId: ["id", "accountId"] }),
    ],
  },
  {
    prefix: "access-analyzer",
    source: "IAM Access Analyzer API reference [E]",
    rows: [
      row("Analyzer", { AnalyzerName: ["analyzerName", "analyzerArn"] }),
      row("ArchiveRule", { AnalyzerName: "analyzerName", RuleName: "ruleName" }),
    ],
  },
  {
    prefix: "cloudhsm",
    source: "CloudHSM API reference [E]",
    rows: [
      row("cluster", { CloudHsmClusterInstanceName: "clusterId" }),
      row("backup", { CloudHsmBackupInstanceName: ["backupId", "sourceBackupId"] }),
    ],
  },
];
