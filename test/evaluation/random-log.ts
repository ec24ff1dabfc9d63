/** Random log files in every form that is read, each with an erasure and what must be left of the file. Made from a number alone. */
import type { Erasure } from "../../host/evaluation/chunks/erase-rows.ts";
import type { Random } from "../events/random.ts";
import { space } from "../events/random-file.ts";
import { MILL, SHOP } from "../organization/snapshot-of.ts";
import type { LoggedRecord } from "./chunk-of-records.ts";
import { callOf, roleSessionOf, STRANGER, userOf, uuidOf } from "./invented-records.ts";

export interface RandomLog {
  readonly text: string;
  /** The text with the events that the erasure takes made empty. */
  readonly blanked: string;
  readonly erasure: Erasure;
  /** In the order of the file. */
  readonly events: readonly { readonly eventId: string; readonly isErased: boolean }[];
}

/** What is put around a record, and what is put around all. */
interface Form {
  readonly wrap: (record: LoggedRecord) => string;
  readonly before?: string;
  readonly between?: string;
  readonly after?: string;
}

const asText = (record: LoggedRecord): string => JSON.stringify(record);
const bridged = (record: LoggedRecord): string =>
  `{"version":"0","id":"5d1c","detail-type":"AWS API Call via CloudTrail","resources":[{}],"detail":${asText(record)}}`;
const lookedUp = (record: LoggedRecord): string =>
  `{"EventId":"e","EventName":"n","Resources":[],"CloudTrailEvent":${JSON.stringify(asText(record))}}`;
const logged = (record: LoggedRecord): string => JSON.stringify({ id: "1", timestamp: 1, message: asText(record) });
const columns = (record: LoggedRecord): string =>
  JSON.stringify(
    Object.entries(record)
      .filter(([, value]) => value !== undefined)
      .map(([name, value]) => ({ [name.toLowerCase()]: typeof value === "string" ? value : JSON.stringify(value) })),
  );

const ARRAY = { before: "[", between: ",", after: "]" };
const LINES = { between: "\n" };
const FORMS: readonly Form[] = [
  { wrap: asText, before: '{"Records":[', between: ",", after: "]}" },
  { wrap: asText, before: '{"a":[{"b":"]}"}],"Records":[', between: ",\n", after: '],"c":{"d":[]}}\n' },
  { wrap: (record) => JSON.stringify(record, undefined, 2), before: '{"Records":[', between: ",", after: "]}" },
  { wrap: asText, ...ARRAY },
  { wrap: asText, ...LINES },
  { wrap: asText },
  { wrap: bridged, ...LINES },
  { wrap: bridged, ...ARRAY },
  { wrap: lookedUp, before: '{"Events":[', between: ",", after: '],"NextToken":"t"}' },
  { wrap: lookedUp, ...LINES },
  { wrap: logged, before: '{"messageType":"DATA_MESSAGE","logEvents":[', between: ",", after: "]}" },
  { wrap: logged, before: '{"events":[', between: ",", after: '],"searchedLogStreams":[]}' },
  { wrap: (record) => JSON.stringify(asText(record)), ...ARRAY },
  { wrap: columns, before: '{"QueryResultRows":[', between: ",", after: "]}" },
  {
    wrap: (record) => JSON.stringify([{ eventJson: asText(record) }]),
    before: '{"QueryResultRows":[',
    between: ",",
    after: "]}",
  },
];

/** The empty text: none. */
const ACCOUNTS = ["", MILL, SHOP, STRANGER];
const DAYS = ["", "2026-11-21", "2026-11-22", "2026-11-23"];
const AGENTS = [
  "aws-cli/2.31.0",
  '}}]]{[\\"',
  '{"eventVersion":"1.08"}',
  "Grüße, 世界 😀",
  "\\",
  'a"b\\c/d\b\f\n\r\t',
  "",
];

/** A file of one form, or of several one after the other. */
export function createRandomLog(random: Random): RandomLog {
  const [account, start, end] = [random.pick(ACCOUNTS), random.pick(DAYS), random.pick(DAYS)];
  const events: { eventId: string; isErased: boolean }[] = [];
  let [text, blanked] = ["", ""];
  const add = (part: string): void => {
    text += part;
    blanked += part;
  };
  const addEvent = (form: Form): void => {
    const facts = { logged: random.pick(ACCOUNTS), caller: random.pick(ACCOUNTS), time: randomTime(random) };
    const eventId = uuidOf(random.below(2 ** 31) * 1000 + events.length);
    const element = form.wrap(createRecord(random, eventId, facts));
    const day = facts.time.slice(0, 10);
    const isOfAccount = account === "" || account === facts.logged || account === facts.caller;
    const isErased = isOfAccount && (start === "" || day >= start) && (end === "" || day <= end);
    events.push({ eventId, isErased });
    text += element;
    blanked += isErased ? emptied(element) : element;
  };
  for (let parts = random.chance(0.7) ? 1 : 2 + random.below(3); parts > 0; parts--) {
    const form = random.pick(FORMS);
    add(`${space(random)}${form.before ?? ""}${space(random)}`);
    for (let count = 1 + random.below(6); count > 0; count--) {
      addEvent(form);
      if (count > 1) add(`${space(random)}${form.between ?? ""}${space(random)}`);
    }
    add(`${space(random)}${form.after ?? ""}`);
  }
  const erasure = { accountId: account || undefined, startDay: start || undefined, endDay: end || undefined };
  return { text, blanked, erasure, events };
}

/** The element as it must be left: of an object, an array or a string just the first and the last byte, and spaces. */
function emptied(element: string): string {
  return `${element[0]}${element.at(-1)}`.padEnd(Buffer.byteLength(element));
}

/** Within four days, often at their very beginning or end. */
function randomTime(random: Random): string {
  const midnight = Date.UTC(2026, 10, 21 + random.below(4));
  const time = random.chance(0.3) ? midnight - random.below(2) : midnight + random.below(86_400_000);
  return new Date(time).toISOString();
}

function createRecord(
  random: Random,
  eventID: string,
  { logged, caller, time }: { readonly logged: string; readonly caller: string; readonly time: string },
): LoggedRecord {
  const service = { type: "AWSService", invokedBy: "ec2.amazonaws.com" };
  const record = callOf(0, {
    eventVersion: "1.11",
    eventID,
    eventTime: time,
    recipientAccountId: logged || undefined,
    userIdentity: caller === "" ? service : random.pick([userOf, roleSessionOf])(`name-${random.below(3)}`, caller),
    userAgent: random.pick(AGENTS),
    requestParameters: random.pick([
      null,
      {},
      { bucketName: "sacks", [random.pick(AGENTS)]: [[random.pick(AGENTS)], {}] },
    ]),
  });
  return random.chance(0.5) ? record : Object.fromEntries(random.shuffle(Object.entries(record)));
}
