/**
 * Of an action with several resource types: which of them AWS decides. The catalogue marks alternatives of one parameter as
 * required too (semantics 5.5, caution b), so its mark alone says nothing. Names only; looks at no request.
 */

/**
 * `each`: one decision for every required type, named or not. `alternatives`: the types are kinds of one thing, what is named is
 * all. `some`: what is named for sure, and perhaps the rest: it can hang on an option (a last snapshot, a group by default).
 */
export type CheckedTypes = "each" | "alternatives" | "some";

/** Whole services. */
const EACH_SERVICES: ReadonlySet<string> = new Set([
  // [C IAM-OPS, RunInstances example of semantics 3.2; S SAR of EC2: "*" marks types that every call needs]
  "ec2",
  // "you must have permissions on the resource and all its ancestors" [S Glue developer guide, fine-grained access]
  "glue",
  // each of instance, permission set and account [S IAM Identity Center user guide, identity-based policies]
  "sso",
  // the alias and the key [C KMS developer guide, controlling access to aliases]
  "kms",
]);

const EACH_ACTIONS: ReadonlySet<string> = new Set([
  // the cluster and the task [S ECS developer guide, ECS Exec and IAM]
  "ecs:executecommand",
  // source, destination and delivery [S CloudWatch Logs user guide, permissions of vended logs]
  "logs:createdelivery",
  // the connection and the destination; the archive and its bus [S EventBridge user guide, identity-based policies]
  "events:createapidestination",
  "events:createarchive",
  "events:startreplay",
  // the table and the backup [S DynamoDB developer guide, backup and IAM]
  "dynamodb:restoretablefrombackup",
  // the association's document and targets, each [S Systems Manager user guide, Run Command permissions]
  "ssm:sendcommand",
  "ssm:createassociation",
  "ssm:updateassociation",
  "ssm:startsession",
  // the window and its target or task [I]
  "ssm:deregistertargetfrommaintenancewindow",
  "ssm:deregistertaskfrommaintenancewindow",
  "ssm:updatemaintenancewindowtarget",
  "ssm:updatemaintenancewindowtask",
  // the policy and the target [S Organizations user guide, permissions for attaching]
  "organizations:attachpolicy",
  "organizations:detachpolicy",
  "organizations:moveaccount",
  // the endpoint and its configuration [S SageMaker API permissions reference]
  "sagemaker:createendpoint",
  "sagemaker:updateendpoint",
  // function and configuration [S Lambda developer guide, code signing]
  "lambda:putfunctioncodesigningconfig",
  "lambda:updatefunctioncodesigningconfig",
  // the web ACL and what it is put before [S WAF developer guide, AssociateWebACL]
  "wafv2:associatewebacl",
]);

/** Kinds of one thing, told by the request. */
const ALTERNATIVE_SERVICES: ReadonlySet<string> = new Set([
  // one ARN of one kind in each request [S Elastic Load Balancing API reference]
  "elasticloadbalancing",
  // one model, profile or router identifier [S Bedrock user guide, identity-based policies]
  "bedrock",
  "bedrock-agentcore",
  // default and custom bus, classic and second kind [S EventBridge user guide, ARNs of rules]
  "events",
  "s3express",
  "account",
  "sqs",
  "states",
  "kinesis",
  "sts",
  "access-analyzer",
  "route53",
  "iam",
  "cloudfront",
]);

const ALTERNATIVE_ACTIONS: ReadonlySet<string> = new Set([
  // one resource, of whatever kind
  "wafv2:disassociatewebacl",
  "wafv2:getwebaclforresource",
  "wafv2:listresourcesforwebacl",
  "ssm:listinstanceassociations",
  "ssm:putcomplianceitems",
  "ssm:updateinstanceinformation",
  "ssm:getconnectionstatus",
  "ssm:describeeffectiveinstanceassociations",
  "ssm:describeinstanceassociationsstatus",
  "ssm:describeinstancepatches",
  "ssm:describeinstancepatchstates",
  "ssm:requestmanagedinstanceroletoken",
  "ssm:updatemanagedinstancepublickey",
  // the source of the export, the resource of the stream
  "rds:startexporttask",
  "rds:startactivitystream",
  "rds:stopactivitystream",
  "rds:applypendingmaintenanceaction",
  "lambda:putprovisionedconcurrencyconfig",
  "lambda:getprovisionedconcurrencyconfig",
  "lambda:deleteprovisionedconcurrencyconfig",
  "dynamodb:getresourcepolicy",
  "dynamodb:putresourcepolicy",
  "dynamodb:deleteresourcepolicy",
  "organizations:listpoliciesfortarget",
  "organizations:listparents",
  "organizations:listchildren",
  "organizations:listaccountsforparent",
  "organizations:listorganizationalunitsforparent",
  "organizations:createorganizationalunit",
]);

/** Ends of an integration, kinds of schemas and rule sets: not all of the types at once [I]. */
const OPTIONS_OF_GLUE = /integration|schema|quality/;

/** `TagResource`, `ListTagsForResource`, `AddTagsToResource`, `CreateTags` …: one ARN of whatever kind. */
const OF_TAGS = /^(?:un)?tag|tags(?:to|from|for|of)?(?:resources?)?$|^(?:create|delete|describe)tags$/;

/** Action in lower case. */
export function checkedTypes(prefix: string, name: string, namedTypes: number): CheckedTypes {
  const action = `${prefix}:${name}`;
  if (prefix === "glue" && OPTIONS_OF_GLUE.test(name)) return "some";
  if (namedTypes > 0 && OF_TAGS.test(name)) return "alternatives";
  if (ALTERNATIVE_ACTIONS.has(action)) return "alternatives";
  if (EACH_SERVICES.has(prefix) || EACH_ACTIONS.has(action)) return "each";
  return ALTERNATIVE_SERVICES.has(prefix) ? "alternatives" : "some";
}
