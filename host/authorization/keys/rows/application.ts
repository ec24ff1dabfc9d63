/** Condition keys of SNS, EventBridge, Step Functions, SES, CloudWatch, Route 53, load balancing, SageMaker, Bedrock, Comprehend in requests. Data only. */
import { ABSENT, type KeyState, present, UNKNOWN } from "../../../domain/key-state.ts";
import { type CallRequest, textAt, textsAt, valuesAt } from "../../request/call-request.ts";
import { keyOf, type ServiceKeyRows } from "../key-row.ts";

const sns = keyOf("sns");
const events = keyOf("events");
const states = keyOf("states");
const ses = keyOf("ses");
const cloudwatch = keyOf("cloudwatch");
const route53 = keyOf("route53");
const balancing = keyOf("elasticloadbalancing");
const sagemaker = keyOf("sagemaker");
const bedrock = keyOf("bedrock");
const comprehend = keyOf("comprehend");

/** `Name <address>` holds the address that the key has. */
function address(text: string): string | undefined {
  return /^[^\s<>]+$/.test(text) ? text : /<([^\s<>]+)>$/.exec(text)?.[1];
}

/** Operations that one version of SES has. */
const OF_FIRST = /^Send(?:RawEmail|TemplatedEmail|BulkTemplatedEmail|CustomVerificationEmail)$/;
const OF_SECOND = /^SendBulkEmail$/;

/** Both versions of SES have the same source, and an operation of the same name; only its parameters differ. */
function versionOfSes({ parameters, name }: CallRequest): KeyState {
  if (OF_FIRST.test(name)) return present("1");
  if (OF_SECOND.test(name)) return present("2");
  const isSecond = valuesAt(parameters, "fromEmailAddress").length > 0;
  const isFirst = valuesAt(parameters, "source").length > 0;
  return isFirst === isSecond ? UNKNOWN : present(isFirst ? "1" : "2");
}

const MACHINES = "stateMachineArn stateMachineAliasArn stateMachineVersionArn";

/** What stands behind the machine's name in its ARN. */
function qualifierOfMachine({ parameters }: CallRequest): KeyState {
  const [machine] = MACHINES.split(" ").flatMap((path) => textsAt(parameters, path));
  if (machine === undefined) return UNKNOWN;
  const qualifier = /:stateMachine:[^:]+:([^:]+)$/.exec(machine)?.[1];
  return qualifier === undefined ? ABSENT : present(qualifier);
}

const PROFILE = /^(?:us-gov|us|eu|apac|jp|au|ca|global)\.[a-z0-9-]+\./;

/** Names of inference profiles begin with the geography they stand for: `eu.`, `apac.`, `global.`. */
function profileOfBedrock({ parameters, partition, region, account }: CallRequest): KeyState {
  const model = textAt(parameters, "modelId");
  if (model === undefined) return UNKNOWN;
  if (/^arn:[^:]*:bedrock:[^:]*:\d*:(?:application-)?inference-profile\/./.test(model)) return present(model);
  const profile = `arn:${partition}:bedrock:${region}:${account}:inference-profile/${model}`;
  if (PROFILE.test(model)) return account === undefined || region === "" ? UNKNOWN : present(profile);
  const isModel = new RegExp(`^arn:${partition}:bedrock:${region}::foundation-model/.`).test(model);
  return isModel || /^(?:ai21|amazon|anthropic|cohere|meta|mistral|stability)\./.test(model) ? ABSENT : UNKNOWN;
}

function normalized(text: string): string {
  return text.toLowerCase().replace(/\.$/, "");
}

/** Their request has one place for a VPC [C SageMaker API reference]. */
const OF_ONE_VPC = /^create(?:model|trainingjob|notebookinstance)$/;

function onlyArn(text: string): string | undefined {
  return text.startsWith("arn:") ? text : undefined;
}

const INSTANCE_TYPES = "instanceType instanceTypes resourceConfig.instanceType productionVariants.instanceType";

export const APPLICATION_KEYS: readonly ServiceKeyRows[] = [
  {
    prefix: "sns",
    source: "[C SNS SAR and developer guide; API models]",
    rows: [sns("Protocol", "protocol"), sns("Endpoint", "endpoint", { actions: /^subscribe$/ })],
  },
  {
    prefix: "events",
    source: "[C EventBridge SAR and user guide; API models]",
    rows: [
      events("TargetArn", "targets.arn", { isList: true, actions: /^puttargets$/ }),
      events("source", "entries.source", { isList: true, actions: /^putevents$/ }),
      events("detail-type", "entries.detailType", { isList: true, actions: /^putevents$/ }),
    ],
  },
  {
    prefix: "states",
    source: "[C Step Functions developer guide, authorization of versions and aliases]",
    rows: [states("StateMachineQualifier", MACHINES, { state: qualifierOfMachine })],
  },
  {
    prefix: "ses",
    source: "[C SES developer guide, policies; API models of both versions]",
    rows: [
      ses("ApiVersion", "fromEmailAddress source", { state: versionOfSes }),
      ses(
        "Recipients",
        "destination.toAddresses destination.ccAddresses destination.bccAddresses destinations.destination.toAddresses destinations.destination.ccAddresses destinations.destination.bccAddresses",
        { isList: true, reading: address },
      ),
      ses("FromAddress", "source fromEmailAddress", { reading: address }),
      ses("FeedbackAddress", "returnPath feedbackForwardingEmailAddress", { reading: address }),
    ],
  },
  {
    prefix: "cloudwatch",
    source: "[C CloudWatch SAR and user guide; API models]",
    rows: [
      cloudwatch("namespace", "namespace", { actions: /^putmetricdata$/ }),
      cloudwatch("AlarmActions", "alarmActions", { isList: true, missing: "absent", actions: /alarm$/ }),
    ],
  },
  {
    prefix: "route53",
    source: "[C Route 53 developer guide, conditions for record sets; API models]",
    rows: [
      route53("ChangeResourceRecordSetsActions", "changeBatch.changes.action", { isList: true }),
      route53("ChangeResourceRecordSetsRecordTypes", "changeBatch.changes.resourceRecordSet.type", { isList: true }),
      route53("ChangeResourceRecordSetsNormalizedRecordNames", "changeBatch.changes.resourceRecordSet.name", {
        isList: true,
        reading: normalized,
      }),
    ],
  },
  {
    prefix: "elasticloadbalancing",
    source: "[C Elastic Load Balancing SAR and user guide; API models]",
    rows: [
      balancing("Scheme", "scheme"),
      balancing("ListenerProtocol", "protocol listeners.protocol"),
      balancing("SecurityPolicy", "sslPolicy"),
      balancing("SecurityGroup", "securityGroups", { isList: true }),
      balancing("Subnet", "subnets subnetMappings.subnetId", { isList: true }),
    ],
  },
  {
    prefix: "sagemaker",
    source: "[C SageMaker SAR; API models]",
    rows: [
      sagemaker("DirectInternetAccess", "directInternetAccess", { actions: /^createnotebookinstance$/ }),
      sagemaker("RootAccess", "rootAccess"),
      sagemaker("AppNetworkAccessType", "appNetworkAccessType"),
      sagemaker("InstanceTypes", INSTANCE_TYPES, { isList: true }),
      sagemaker("InterContainerTrafficEncryption", "enableInterContainerTrafficEncryption", {
        actions: /^create(?:training|hyperparametertuning)job$/,
      }),
      sagemaker("NetworkIsolation", "enableNetworkIsolation"),
      sagemaker("VpcSubnets", "vpcConfig.subnets subnetId", { isList: true, missing: "absent", actions: OF_ONE_VPC }),
      sagemaker("VpcSubnets", "vpcConfig.subnets subnetId subnetIds", { isList: true }),
      sagemaker("VolumeKmsKey", "resourceConfig.volumeKmsKeyId kmsKeyId", {
        missing: "absent",
        reading: onlyArn,
        actions: /^create(?:trainingjob|notebookinstance|endpointconfig)$/,
      }),
      sagemaker("VpcSecurityGroupIds", "vpcConfig.securityGroupIds securityGroupIds", { isList: true }),
    ],
  },
  {
    prefix: "bedrock",
    source: "[C Bedrock SAR and user guide; API models]",
    rows: [
      bedrock("InferenceProfileArn", "modelId", { actions: /^invokemodel/, state: profileOfBedrock }),
      // its ARN, with a version or without, whichever of an id and an ARN the request has
      bedrock("GuardrailIdentifier", "guardrailIdentifier", { actions: /^invokemodel/, reading: () => undefined }),
    ],
  },
  {
    prefix: "comprehend",
    source: "[C Comprehend SAR; API models]",
    rows: [
      comprehend("VpcSubnets", "vpcConfig.subnets", { isList: true, missing: "absent" }),
      comprehend("VpcSecurityGroupIds", "vpcConfig.securityGroupIds", { isList: true, missing: "absent" }),
      comprehend("VolumeKmsKey", "volumeKmsKeyId", { missing: "absent" }),
      comprehend("OutputKmsKey", "outputDataConfig.kmsKeyId", { missing: "absent" }),
      comprehend("ModelKmsKey", "modelKmsKeyId", { missing: "absent" }),
    ],
  },
];
