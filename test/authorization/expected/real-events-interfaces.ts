/**
 * Real records of API Gateway, CloudFront and load balancers, each with what AWS decided for it, read by hand (see
 * expected-event.ts). Sources: semantics 5.4 and 6.2, the service authorization reference. Holds ids and expectations
 * only, never a record; derives nothing.
 */
import type { ExpectedEvent } from "./expected-event.ts";

export const REAL_EVENTS_INTERFACES: readonly ExpectedEvent[] = [
  {
    eventID: "27598258-c8d7-4de8-b5d4-a651f5d2bf2a",
    operation: "apigateway.amazonaws.com CreateApi",
    certain: [{ action: "apigateway:POST", resource: "arn:aws:apigateway:ca-centralsouth-1r::/apis" }],
    possible: [],
    because: "an HTTP API",
  },
  {
    eventID: "ba92ae64-2234-424e-9b55-149ec63be007",
    operation: "apigateway.amazonaws.com CreateIntegration",
    certain: [
      { action: "apigateway:POST", resource: "arn:aws:apigateway:ca-southwest-3r::/apis/5614585pm4/integrations" },
    ],
    atLeast: true,
  },
  {
    eventID: "62a841f9-7601-4345-9181-dd5f31ec75ab",
    operation: "apigateway.amazonaws.com CreateStage",
    certain: [{ action: "apigateway:POST", resource: "arn:aws:apigateway:us-east-1::/restapis/abcdef74gh/stages" }],
    possible: [],
    because: "a REST API: the request has restApiId",
  },
  {
    eventID: "4d293154-a15b-4c33-9e0a-ff5eeEXAMPLE",
    operation: "apigateway.amazonaws.com GetResource",
    certain: [
      { action: "apigateway:GET", resource: "arn:aws:apigateway:us-east-1::/restapis/3rbEXAMPLE/resources/5tfEXAMPLE" },
    ],
    possible: [],
  },
  {
    eventID: "94808787-0330-494e-9eec-5d35c3e0dce7",
    operation: "apigateway.amazonaws.com TagResource",
    certain: [
      {
        action: "apigateway:PUT",
        resource:
          "arn:aws:apigateway:us-east-1::/tags/arn%3Aaws%3Aapigateway%3Aus-east-1%3A%3A%2Frestapis%2Fabcdef74gh%2Fstages%2Ftest2",
      },
    ],
    possible: [],
    keys: { "aws:requesttag/waf": "BR-IP" },
    because: "PUT /tags/{ARN} of the REST generation",
  },
  {
    eventID: "e297499c-3362-4226-8a45-2a3e8b10659",
    operation: "apigateway.amazonaws.com GetApiKeys",
    certain: [{ action: "apigateway:GET", resource: "arn:aws:apigateway:us-east-1::/apikeys" }],
    possible: [],
    isDenied: true,
  },
  {
    eventID: "35e8c621-31e9-4b01-9b09-bb60b4b64638",
    operation: "apigateway.amazonaws.com GetClientCertificates",
    certain: [{ action: "apigateway:GET", resource: "arn:aws:apigateway:us-east-1::/clientcertificates" }],
    possible: [],
    isDenied: true,
  },
  {
    eventID: "52b51a82-ad9d-4c24-877d-7fd224dc8096",
    operation: "apigateway.amazonaws.com GetDomainNames",
    certain: [{ action: "apigateway:GET", resource: "arn:aws:apigateway:us-east-1::/domainnames" }],
    possible: [],
    isDenied: true,
  },
  {
    eventID: "c7d9edca-b09e-48a9-aa42-2f0ba371853b",
    operation: "apigateway.amazonaws.com GetRestApis",
    certain: [{ action: "apigateway:GET", resource: "arn:aws:apigateway:us-east-1::/restapis" }],
    possible: [],
    isDenied: true,
  },
  {
    eventID: "aa50b5bf-5f8a-495e-b486-8208b1eabe76",
    operation: "apigateway.amazonaws.com GetSdkTypes",
    certain: [{ action: "apigateway:GET", resource: "arn:aws:apigateway:us-east-1::/sdktypes" }],
    possible: [],
    isDenied: true,
  },
  {
    eventID: "e7c39c17-a85c-4cc4-a8f2-b3a65ea5dd57",
    operation: "apigateway.amazonaws.com GetVpcLinks",
    certain: [{ action: "apigateway:GET", resource: "arn:aws:apigateway:us-east-1::/vpclinks" }],
    possible: [],
    isDenied: true,
  },
  {
    eventID: "0981508a-ec98-4ed8-a9ae-6e2656576961",
    operation: "cloudfront.amazonaws.com TagResource",
    certain: [
      { action: "cloudfront:TagResource", resource: "arn:aws:cloudfront::351936369470:distribution/E53370FUHBNLK" },
    ],
    possible: [],
    keys: { "aws:requesttag/waf": "Internal", "aws:tagkeys": ["WAF"] },
  },
  {
    eventID: "e2f01b9a-c3d5-4429-9a98-bc7774fb0c41",
    operation: "cloudfront.amazonaws.com ListDistributions",
    certain: [{ action: "cloudfront:ListDistributions", resource: "*" }],
    possible: [],
  },
  {
    eventID: "e9f72371-5fc5-48fc-999d-462e13fdc6bd",
    operation: "elasticloadbalancing.amazonaws.com AddTags",
    certain: [
      {
        action: "elasticloadbalancing:AddTags",
        resource: "arn:aws:elasticloadbalancing:us-east-1:123456789123:loadbalancer/app/test/433ae0ba96204181",
      },
    ],
    keys: { "aws:requesttag/waf": "Internal" },
  },
  {
    eventID: "5b2076f2-0868-4645-996f-c5b9ca083f92",
    operation: "elasticloadbalancing.amazonaws.com CreateLoadBalancerPolicy",
    certain: [
      {
        action: "elasticloadbalancing:CreateLoadBalancerPolicy",
        resource: "arn:aws:elasticloadbalancing:us-east-1:101010101111:loadbalancer/capione-test",
      },
    ],
    atLeast: true,
  },
  {
    eventID: "b3053862-7a5c-4765-9c71-f4fb5b1433d5",
    operation: "elasticloadbalancing.amazonaws.com DescribeTargetHealth",
    certain: [{ action: "elasticloadbalancing:DescribeTargetHealth", resource: "*" }],
    possible: [],
  },
];
