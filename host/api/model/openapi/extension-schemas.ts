/** What the extension routes take and give, as JSON Schemas by the names that `extension-routes.ts` uses. */
import {
  countSchema as count,
  type JsonSchema,
  listSchema as listOf,
  objectSchema as object,
  schemaReference as reference,
  textSchema as text,
  timeSchema as time,
} from "./json-schema.ts";

const ACCOUNT_ID: JsonSchema = { type: "string", pattern: "^[0-9]{12}$" };
const DAY = { type: "string", format: "date" } as const;

const ORGANIZATION_SCHEMAS = {
  OrganizationSnapshot: object("An organization at one moment, in the names that AWS Organizations gives.", {
    Organization: object("The organization.", { Id: text("`o-…`"), MasterAccountId: ACCOUNT_ID }),
    Roots: listOf(
      object("A root.", {
        Id: text("`r-…`"),
        "Name?": text("Its name."),
        "PolicyTypes?": listOf(
          object("Whether a kind of policy is switched on.", {
            Type: text("`SERVICE_CONTROL_POLICY` is the one that counts."),
            Status: text("`ENABLED` or not."),
          }),
        ),
      }),
    ),
    OrganizationalUnits: listOf(
      object("An organizational unit.", {
        Id: text("`ou-…`"),
        "Name?": text("Its name."),
        ParentId: text("The root or unit it lies in."),
      }),
    ),
    Accounts: listOf(
      object("An account.", {
        Id: ACCOUNT_ID,
        "Name?": text("Its name."),
        ParentId: text("The root or unit it lies in."),
      }),
    ),
    Policies: listOf(
      object("A policy.", {
        PolicySummary: object("What it is.", {
          Id: text("`p-…`"),
          "Name?": text("Its name."),
          "Type?": text("`SERVICE_CONTROL_POLICY` when absent."),
        }),
        "Content?": text("The policy document as JSON text. Service control policies must have it."),
      }),
    ),
    PolicyTargets: listOf(
      object("An attachment.", {
        PolicyId: text("Which policy."),
        TargetId: text("The root, unit or account it is attached to."),
      }),
    ),
    "DelegatedAdministrators?": listOf(object("An account that may start jobs.", { Id: ACCOUNT_ID })),
    "CapturedAt?": time("When the snapshot was taken."),
  }),
  StoredOrganization: object("How much there is in a snapshot.", {
    accounts: count("Accounts."),
    organizationalUnits: count("Organizational units."),
    policies: count("Policies."),
    capturedAt: time("When it was taken: as the snapshot says, or when it was stored."),
  }),
};

const CONTEXT_VALUE: JsonSchema = {
  description: "The value or values of a condition key; `null` says that the key is absent.",
  anyOf: [
    { type: ["string", "number", "boolean", "null"] },
    { type: "array", minItems: 1, items: { type: ["string", "number", "boolean"] } },
  ],
};

function contextBy(what: string): JsonSchema {
  const values = { type: "object", additionalProperties: CONTEXT_VALUE };
  return { type: "object", description: `Values by ${what}; the closest pattern wins.`, additionalProperties: values };
}

const SUPPLIED_SCHEMAS = {
  Mapping: {
    ...object("What events ask for that the service does not know, or knows wrongly.", {
      mappings: listOf(reference("MappingRow")),
    }),
    additionalProperties: false,
  },
  MappingRow: {
    ...object("One event. It has `actions`, or `noAuthorization`.", {
      eventSource: text("As in the record: `iot.amazonaws.com`."),
      eventName: text("As in the record, or `*` for every event of the source without a row of its own."),
      "actions?": { ...listOf(text("`service:Name`, without wildcards.")), minItems: 1 },
      "resources?": {
        ...listOf(
          text(
            `An ARN. Placeholders such as \`\${Region}\` or \`\${requestParameters.thingId}\` are filled from the record.`,
          ),
        ),
        minItems: 1,
      },
      "noAuthorization?": { const: true, description: "No policy decides this event." },
      "note?": text("For people."),
    }),
    additionalProperties: false,
  },
  Context: {
    type: "object",
    description: "Values of condition keys that no log shows, by key. They count where a record leaves the key open.",
    properties: {
      principals: contextBy("the principal's ARN, with wildcards"),
      resources: contextBy("the resource's ARN, with wildcards"),
      vpcEndpoints: contextBy("the id of the VPC endpoint, with wildcards"),
    },
    additionalProperties: CONTEXT_VALUE,
  },
  StoredFile: object("What was stored.", {
    sha256: text("Of the text in UTF-8, in hexadecimal."),
    bytes: count("Its length in UTF-8."),
  }),
  Nothing: { type: "object", description: "An empty object." },
};

const FIREHOSE = { requestId: text("As in the request."), timestamp: count("Milliseconds since 1970.") };

const ACTIVITY_SCHEMAS = {
  IngestAnswer: object("What became of the records of a log file.", {
    key: text("The key under which the file is stored."),
    records: count("Records that were found."),
    stored: count("Records that are stored."),
    skipped: {
      type: "object",
      description: "What was not stored, by reason: `unreadable` counts records, `digestFile` the file.",
      additionalProperties: { type: "integer", minimum: 0 },
    },
    unreadable: count("Records that could not be read: no JSON object, or without source, name or time."),
    repeated: { type: "boolean", description: "The same file was here before, and nothing was changed." },
    "fault?": text("Where and how the file is damaged; what came before is stored."),
  }),
  PushedEvents: {
    description:
      "A CloudTrail record, an EventBridge envelope, an array of either, an object with a member `Records`, or Firehose's `{requestId, timestamp, records}` with data in Base64.",
    type: ["object", "array"],
  },
  FirehoseAnswer: object("The answer that Firehose wants.", FIREHOSE),
  FirehoseRefusal: object("The refusal that Firehose wants.", { ...FIREHOSE, errorMessage: text("What is wrong.") }),
  StoredActivity: object("The activity that is stored for a tenant.", {
    accounts: listOf(
      object("The events of one account.", {
        accountId: ACCOUNT_ID,
        events: count("Events stored."),
        firstDay: DAY,
        lastDay: DAY,
        days: listOf(object("One day in UTC.", { day: DAY, events: count("Events stored.") })),
      }),
    ),
    events: count("Events stored, of all accounts."),
    files: count("Log files."),
    bytes: count("Bytes of the log files as they were delivered."),
    unreadable: count("Records that could not be read."),
    "lastIngestAt?": time("When the last file was taken in. Absent when there is none."),
    damagedFiles: object("Log files that could not be read to their end.", {
      count: count("How many."),
      first: listOf(object("One of them.", { file: text("Its key."), fault: text("Where and how it is damaged.") })),
    }),
  }),
  ErasedActivity: object("What one call erased.", {
    erasedEvents: count("Events."),
    erasedFiles: count("Log files, whole or in part."),
    endedJobs: listOf(
      reference("PolicyPreviewJobId"),
      "Running jobs of the caller's account that ended because of it.",
    ),
    reports: listOf(
      text("`s3://bucket/prefix/jobId/timestamp/`"),
      "Reports of ended jobs of the caller's account. They stay, and may tell of what was erased.",
    ),
    isComplete: { type: "boolean", description: "False when there is more to erase: send the same request again." },
  }),
};

const JOB_SCHEMAS = {
  JobProgress: object("How far a job is.", {
    jobId: reference("PolicyPreviewJobId"),
    status: reference("ImpactAnalysisJobStatus"),
    tasksDone: count("Tasks that are done."),
    tasksTotal: count("All tasks; 0 until the job is planned."),
    events: count("Events judged so far."),
    newlyDenied: count("Events so far that would be denied."),
    undetermined: count("Events so far that cannot be decided from the log."),
    "report?": text(
      "Where the report lies, `s3://bucket/prefix/jobId/timestamp/`. Present only when the job is `COMPLETED`.",
    ),
  }),
  FindingsPage: object("A page of findings.", {
    findings: listOf(reference("Finding")),
    total: count("Findings of all pages."),
    "nextToken?": text("For the next page; absent on the last."),
  }),
  Finding: object("Affected calls of one principal to one action that the same statement decides.", {
    impact: { enum: ["newlyDenied", "undetermined"] },
    account: text("The caller's account."),
    principal: text("The caller."),
    action: text("`service:Name`; for an event that no table knows `service:*`."),
    "mapping?": text("How the action was found."),
    "decidedBy?": object("What decides.", {
      decision: { enum: ["explicitDeny", "implicitDeny"] },
      level: text("Root, OU or account."),
      "policy?": text("Its id."),
      "policyName?": text("Its name."),
      "statement?": count("Place in the policy, from 0."),
      "sid?": text("Its Sid."),
    }),
    unknown: listOf(text("A condition key, `resource` or `action` that the log does not show and that would decide.")),
    "reason?": text("In words, when something else keeps the answer open."),
    events: count("Affected calls."),
    failedEvents: count("Of these, calls that failed for another reason than access."),
    firstSeen: time("Of the first."),
    lastSeen: time("Of the last."),
    regions: listOf(text("Where.")),
    sampleEventIds: listOf(text("The first few.")),
  }),
  Health: object("Liveness.", { status: { const: "ok" } }),
};

export const EXTENSION_SCHEMAS: Readonly<Record<string, JsonSchema>> = {
  ...ORGANIZATION_SCHEMAS,
  ...SUPPLIED_SCHEMAS,
  ...ACTIVITY_SCHEMAS,
  ...JOB_SCHEMAS,
};
