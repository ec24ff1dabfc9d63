/** Further actions that AWS asks for in operations of OpenSearch, domains and serverless (beside-rows.ts). */
import { type BesideRow, row } from "./beside-row.ts";

/** OpenSearch still asks for the action of the older name as well, and of older operations for that of the newer [C SAR, operations]. */
const OPENSEARCH_NAMES: readonly (readonly [newer: string, older: string])[] = [
  ["AcceptInboundConnection", "AcceptInboundCrossClusterSearchConnection"],
  ["CancelServiceSoftwareUpdate", "CancelElasticsearchServiceSoftwareUpdate"],
  ["CreateDomain", "CreateElasticsearchDomain"],
  ["CreateOutboundConnection", "CreateOutboundCrossClusterSearchConnection"],
  ["DeleteDomain", "DeleteElasticsearchDomain"],
  ["DeleteOutboundConnection", "DeleteOutboundCrossClusterSearchConnection"],
  ["DescribeDomain", "DescribeElasticsearchDomain"],
  ["DescribeDomainConfig", "DescribeElasticsearchDomainConfig"],
  ["DescribeDomains", "DescribeElasticsearchDomains"],
  ["DescribeInboundConnections", "DescribeInboundCrossClusterSearchConnections"],
  ["DescribeInstanceTypeLimits", "DescribeElasticsearchInstanceTypeLimits"],
  ["DescribeOutboundConnections", "DescribeOutboundCrossClusterSearchConnections"],
  ["DescribeReservedInstanceOfferings", "DescribeReservedElasticsearchInstanceOfferings"],
  ["DescribeReservedInstances", "DescribeReservedElasticsearchInstances"],
  ["GetCompatibleVersions", "GetCompatibleElasticsearchVersions"],
  ["ListVersions", "ListElasticsearchVersions"],
  ["PurchaseReservedInstanceOffering", "PurchaseReservedElasticsearchInstanceOffering"],
  ["RejectInboundConnection", "RejectInboundCrossClusterSearchConnection"],
  ["StartServiceSoftwareUpdate", "StartElasticsearchServiceSoftwareUpdate"],
  ["UpdateDomainConfig", "UpdateElasticsearchDomainConfig"],
  ["UpgradeDomain", "UpgradeElasticsearchDomain"],
];

export const BESIDE_ROWS_OPENSEARCH: readonly BesideRow[] = [
  ...OPENSEARCH_NAMES.flatMap(([newer, older]) => [row("es", newer, `es:${older}`), row("es", older, `es:${newer}`)]),
  {
    prefix: "aoss",
    names: "CreateCollection",
    actions: "aoss:AddCollectionToCollectionGroup",
    when: "collectionGroupName",
  },
];
