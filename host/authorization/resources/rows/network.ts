/** Rows of names and delivery: Route 53, CloudFront, App Mesh; API Gateway's paths have a reading of their own. */
import { lastSegment } from "../readings.ts";
import { read, row, type ServiceRows } from "../resource-row.ts";

/** `/hostedzone/Z1`, `Z1`. */
const zone = (path: string) => read(path, lastSegment);

/** CloudFront's other kinds: an id in the path, under the one name. */
const CLOUDFRONT_IDS = [
  "anycast-ip-list",
  "cache-policy",
  "connection-group",
  "continuous-deployment-policy",
  "field-level-encryption-config",
  "field-level-encryption-profile",
  "origin-access-control",
  "origin-access-identity",
  "origin-request-policy",
  "response-headers-policy",
  "vpcorigin",
];

export const NETWORK_ROWS: readonly ServiceRows[] = [
  {
    prefix: "route53",
    source: "semantics 6.2, row route53; Route 53 API reference",
    rows: [
      row("hostedzone", { Id: [zone("hostedZoneId"), zone("id"), zone("resourceId"), zone("resourceIds")] }),
      row("healthcheck", { Id: ["healthCheckId", "resourceId", "resourceIds"] }),
      row("change", { Id: zone("id") }),
      row("delegationset", { Id: [zone("delegationSetId"), zone("id")] }),
      row("queryloggingconfig", { Id: "id" }),
      row("trafficpolicy", { Id: ["trafficPolicyId", "id"] }),
      row("trafficpolicyinstance", { Id: "id" }),
      row("cidrcollection", { Id: ["collectionId", "id"] }),
      row("vpc", { VpcId: ["vPC.vPCId", "vPCId"] }),
    ],
  },
  {
    prefix: "cloudfront",
    source: "semantics 6.2, row cloudfront; CloudFront API reference",
    rows: [
      row("distribution", {
        DistributionId: ["distributionId", "id", "resource", "targetDistributionId", "primaryDistributionId"],
      }),
      row("streaming-distribution", { DistributionId: ["id", "resource"] }),
      row("function", { Name: ["name", "createFunctionRequest.name"] }),
      row("key-value-store", { Name: "name" }),
      row("realtime-log-config", { Name: ["name", "aRN"] }),
      ...CLOUDFRONT_IDS.map((type) => row(type, { Id: "id" })),
    ],
  },
  {
    prefix: "appmesh",
    source: "App Mesh API reference [E]",
    rows: [row("mesh", { MeshName: "meshName" })],
  },
  {
    prefix: "waf-regional",
    source: "WAF Classic Regional API reference",
    rows: [row("loadbalancer/app/", { LoadBalancerId: "resourceArn" })],
  },
];
