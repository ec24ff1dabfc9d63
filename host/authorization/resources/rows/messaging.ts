/** Rows of messaging, events and workflows: SQS, SNS, EventBridge, Step Functions, Kinesis, Firehose, MQ, MSK, SES. */
import { regionalForm, sharedForm } from "../arn-forms.ts";
import { lastSegment, onlyIf, unless } from "../readings.ts";
import { read, row, type ServiceRows } from "../resource-row.ts";

/** `https://sqs.eu-west-1.amazonaws.com/111122223333/queue`. */
const accountInUrl = (url: string) => /^https?:\/\/[^/]+\/(\d{12})\//.exec(url)?.[1];
const CUSTOM_BUS = read("eventBusName", unless(/^default$|:event-bus\/default$/));
const CONSUMER = regionalForm("kinesis", "stream/{StreamName}/consumer/{ConsumerName}:*");
const ofMachine = ["stateMachineArn", "stateMachineAliasArn", "stateMachineVersionArn", "resourceArn"];

export const MESSAGING_ROWS: readonly ServiceRows[] = [
  {
    prefix: "sqs",
    source: "semantics 6.2, row sqs [E]; SQS API reference",
    rows: [
      row(
        "queue",
        { QueueName: read("queueUrl", lastSegment) },
        { account: read("queueUrl", accountInUrl), needs: "queueUrl" },
      ),
      row("queue", { QueueName: "queueName" }, { account: "queueOwnerAWSAccountId" }),
      row("queue", { QueueName: "sourceArn" }),
    ],
  },
  {
    prefix: "sns",
    source: "semantics 6.2, row sns [E]; SNS API reference",
    rows: [
      row("topic", { TopicName: ["topicArn", "targetArn", "resourceArn", "name"] }),
      // a subscription's ARN is its topic's, and an id
      row("topic", {}, { needs: "subscriptionArn", forms: [sharedForm("sns", "*")] }),
    ],
  },
  {
    prefix: "events",
    source: "semantics 6.2, row events [E]; EventBridge API reference",
    rows: [
      row("rule-on-default-event-bus", { RuleName: ["name", "rule"] }, { lacks: CUSTOM_BUS }),
      row("rule-on-custom-event-bus", { EventBusName: CUSTOM_BUS, RuleName: ["name", "rule"] }, { needs: CUSTOM_BUS }),
      row("event-bus", { EventBusName: "name" }, { actions: /eventbus$/ }),
      row(
        "event-bus",
        { EventBusName: ["eventBusName", "entries.eventBusName", "eventSourceArn", "destination.arn"] },
        { actions: /^(?!tagresource$)/ },
      ),
      row("event-bus", { EventBusName: read("resourceARN", onlyIf(/:event-bus\//)) }, { actions: /tag/ }),
      row(
        "event-bus",
        {},
        {
          lacks: "entries.eventBusName",
          actions: /^(?:putevents|putpermission|removepermission|describeeventbus)$/,
          forms: [regionalForm("events", "event-bus/default")],
        },
      ),
      row("event-source", { EventSourceName: "name" }, { actions: /partnereventsource|eventsource$/ }),
      // ARNs end in an id
      row("api-destination", { Name: "name" }, { forms: [regionalForm("events", "api-destination/{Name}*")] }),
      row("connection", { ConnectionName: "connectionArn" }),
      row(
        "connection",
        { Name: "name" },
        { actions: /connection$/, forms: [regionalForm("events", "connection/{Name}*")] },
      ),
      row("archive", { ArchiveName: ["archiveName", "eventSourceArn"] }),
      row("replay", { ReplayName: "replayName" }),
      row("endpoint", { EndpointName: "name" }, { actions: /endpoint$/ }),
    ],
  },
  {
    prefix: "scheduler",
    source: "semantics 6.2, row scheduler; EventBridge Scheduler API reference",
    rows: [
      row("schedule", { GroupName: "groupName", ScheduleName: "name" }, { needs: "groupName" }),
      row(
        "schedule",
        { ScheduleName: "name" },
        {
          lacks: "groupName",
          forms: [regionalForm("scheduler", "schedule/default/{ScheduleName}")],
        },
      ),
      row("schedule-group", { GroupName: ["name", "groupName"] }),
    ],
  },
  {
    prefix: "states",
    source: "semantics 6.2, row states; Step Functions API reference",
    rows: [
      row("statemachine", { StateMachineName: [...ofMachine, "name"] }, { actions: /^createstatemachine$/ }),
      row("statemachine", { StateMachineName: ofMachine }),
      row("activity", { ActivityName: ["activityArn", "resourceArn"] }),
      row("activity", { ActivityName: "name" }, { actions: /^createactivity$/ }),
      row("execution", { ExecutionId: "executionArn" }),
      row("express", { ExpressId: "executionArn" }),
      row("maprun", { MapRunId: "mapRunArn" }),
      row("statemachineversion", { StateMachineVersionId: "stateMachineVersionArn" }),
      row("statemachinealias", { StateMachineAliasName: "stateMachineAliasArn" }),
    ],
  },
  {
    prefix: "kinesis",
    source: "semantics 6.2, last row; Kinesis API reference",
    rows: [
      row("stream", { StreamName: ["streamARN", "resourceARN", "streamName"] }),
      row("consumer", { ConsumerCreationTimpstamp: ["consumerARN", "resourceARN"] }),
      row("consumer", { StreamName: "streamARN", ConsumerName: "consumerName" }, { forms: [CONSUMER] }),
      row("kmsKey", { KeyId: read("keyId", onlyIf(/^(?!alias\/)/)) }),
    ],
  },
  {
    prefix: "firehose",
    source: "semantics 6.2, last row; Firehose API reference",
    rows: [row("deliverystream", { DeliveryStreamName: "deliveryStreamName" })],
  },
  {
    prefix: "mq",
    source: "Amazon MQ API reference",
    rows: [
      row("brokers", { BrokerId: ["brokerId", "broker-id"] }),
      row("configurations", { ConfigurationId: ["configurationId", "configuration-id"] }),
    ],
  },
  {
    prefix: "kafka",
    source: "MSK API reference [E]",
    rows: [
      row("cluster", { Uuid: ["clusterArn", "targetClusterArn"] }),
      row("cluster", { ClusterName: "clusterName" }, { actions: /^createcluster/ }),
      row("configuration", { Uuid: ["arn", "configurationArn"] }),
      row("configuration", { ConfigurationName: "name" }, { actions: /^createconfiguration$/ }),
    ],
  },
  {
    prefix: "ses",
    source: "semantics 6.2, last row; SES API references of 2010 and 2019",
    rows: [
      row("identity", {
        IdentityName: [
          "emailIdentity",
          "identity",
          "identities",
          "emailAddress",
          "domain",
          "fromEmailAddressIdentityArn",
          "sourceArn",
        ],
      }),
      // which identity a sender belongs to, the address itself or its domain, depends on what is verified
      row("identity", {}, { actions: /^send/, needs: "source" }),
      row("identity", {}, { actions: /^send/, needs: "fromEmailAddress" }),
      row("configuration-set", { ConfigurationSetName: "configurationSetName" }),
      row("template", { TemplateName: ["templateName", "template", "content.template.templateName"] }),
      row("contact-list", { ContactListName: "contactListName" }),
      row("dedicated-ip-pool", { DedicatedIPPool: ["poolName", "destinationPoolName"] }),
    ],
  },
];
