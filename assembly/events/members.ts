/**
 * The members of a record that are taken, and how their names are found: by length and the first, middle and last eight
 * bytes, closing quote included, so that no name is shorter than eight; to one of six the opening quote is added.
 *
 *   name       ┌ first u64 ┬ middle u64 ┬ last u64 ┬ bytes u32 ┬ member + 1 u32 ┬ name that followed last u32 ┬ free ┐
 *              in NAME_SLOTS slots, open addressing
 *
 * Records of one log have their members in one order, so the name that followed last time is tried first.
 */
import { QUOTE } from "../json/bytes.ts";
import { resolveEscapes } from "../json/string.ts";

export const MEMBER_SOURCE: u32 = 0;
export const MEMBER_NAME: u32 = 1;
export const MEMBER_TIME: u32 = 2;
export const MEMBER_IDENTITY: u32 = 3;
export const MEMBER_RECIPIENT_ACCOUNT: u32 = 4;
export const MEMBER_REGION: u32 = 5;
export const MEMBER_SOURCE_IP: u32 = 6;
export const MEMBER_USER_AGENT: u32 = 7;
export const MEMBER_VPC_ENDPOINT: u32 = 8;
export const MEMBER_VPC_ENDPOINT_ACCOUNT: u32 = 9;
export const MEMBER_ERROR_CODE: u32 = 10;
export const MEMBER_TYPE: u32 = 11;
export const MEMBER_CATEGORY: u32 = 12;
export const MEMBER_RESOURCES: u32 = 13;
export const MEMBER_TLS: u32 = 14;
export const MEMBER_EVENT_CONTEXT: u32 = 15;
export const MEMBER_EVENT_ID: u32 = 16;
export const MEMBER_SHARED_EVENT_ID: u32 = 17;
export const MEMBER_REQUEST_PARAMETERS: u32 = 18;
export const MEMBER_RESPONSE_ELEMENTS: u32 = 19;
export const MEMBER_ADDITIONAL_EVENT_DATA: u32 = 20;
export const MEMBER_ADDENDUM: u32 = 21;
/** Of an EventBridge event: holds the record. */
export const MEMBER_DETAIL: u32 = 22;
/** Of an event that LookupEvents gives, or a log event of CloudWatch: a string that holds the record. */
export const MEMBER_RECORD_TEXT: u32 = 23;
export const MEMBER_COUNT: u32 = 24;
/** Begins nearly every record that AWS writes; known so that the start of a record can be told. */
export const MEMBER_VERSION: u32 = 24;
/** The member of the outer object that holds the records. */
export const MEMBER_RECORDS: u32 = 25;
/** Any other member that AWS writes: not taken, but known. */
export const MEMBER_OTHER: u32 = 26;
export const NO_MEMBER: u32 = u32.MAX_VALUE;

const NAME_SLOTS: usize = 128;
const NAME_BYTES: usize = 40;
const NAME_LENGTH: usize = 24;
const NAME_MEMBER: usize = 28;
const NAME_FOLLOWER: usize = 32;
/** `vpcEndpointAccountId`; three words of eight bytes cover it. */
const NAME_LENGTH_MAX: usize = 20;
const NAME_LENGTH_MIN: usize = 6;
/** With its closing quote such a name fills a word. */
const WORD_LENGTH_MIN: usize = 7;
/** Longest spelling of a known name: every character as `\uXXXX`. */
const ESCAPED_LENGTH_MAX: usize = NAME_LENGTH_MAX * 6;

const names: usize = memory.data(<i32>(NAME_SLOTS * NAME_BYTES), 8);
/** Behind eight bytes that end with a quote. */
const spelling: usize = memory.data(<i32>(ESCAPED_LENGTH_MAX + 16), 8) + 8;
store<u8>(spelling - 1, <u8>QUOTE);

define(MEMBER_SOURCE, "eventSource");
define(MEMBER_NAME, "eventName");
define(MEMBER_TIME, "eventTime");
define(MEMBER_IDENTITY, "userIdentity");
define(MEMBER_RECIPIENT_ACCOUNT, "recipientAccountId");
define(MEMBER_REGION, "awsRegion");
define(MEMBER_SOURCE_IP, "sourceIPAddress");
define(MEMBER_USER_AGENT, "userAgent");
define(MEMBER_VPC_ENDPOINT, "vpcEndpointId");
define(MEMBER_VPC_ENDPOINT_ACCOUNT, "vpcEndpointAccountId");
define(MEMBER_ERROR_CODE, "errorCode");
define(MEMBER_TYPE, "eventType");
define(MEMBER_CATEGORY, "eventCategory");
define(MEMBER_RESOURCES, "resources");
define(MEMBER_TLS, "tlsDetails");
define(MEMBER_EVENT_CONTEXT, "eventContext");
define(MEMBER_EVENT_ID, "eventID");
define(MEMBER_SHARED_EVENT_ID, "sharedEventID");
define(MEMBER_REQUEST_PARAMETERS, "requestParameters");
define(MEMBER_RESPONSE_ELEMENTS, "responseElements");
define(MEMBER_ADDITIONAL_EVENT_DATA, "additionalEventData");
define(MEMBER_ADDENDUM, "addendum");
define(MEMBER_VERSION, "eventVersion");
define(MEMBER_OTHER, "requestID");
define(MEMBER_OTHER, "readOnly");
define(MEMBER_OTHER, "managementEvent");
define(MEMBER_OTHER, "errorMessage");
define(MEMBER_OTHER, "apiVersion");

// Columns of Athena and Hive have lower-case names.
define(MEMBER_SOURCE, "eventsource");
define(MEMBER_NAME, "eventname");
define(MEMBER_TIME, "eventtime");
define(MEMBER_IDENTITY, "useridentity");
define(MEMBER_RECIPIENT_ACCOUNT, "recipientaccountid");
define(MEMBER_REGION, "awsregion");
define(MEMBER_SOURCE_IP, "sourceipaddress");
define(MEMBER_USER_AGENT, "useragent");
define(MEMBER_VPC_ENDPOINT, "vpcendpointid");
define(MEMBER_VPC_ENDPOINT_ACCOUNT, "vpcendpointaccountid");
define(MEMBER_ERROR_CODE, "errorcode");
define(MEMBER_TYPE, "eventtype");
define(MEMBER_CATEGORY, "eventcategory");
define(MEMBER_TLS, "tlsdetails");
define(MEMBER_EVENT_CONTEXT, "eventcontext");
define(MEMBER_EVENT_ID, "eventid");
define(MEMBER_SHARED_EVENT_ID, "sharedeventid");
define(MEMBER_REQUEST_PARAMETERS, "requestparameters");
define(MEMBER_RESPONSE_ELEMENTS, "responseelements");
define(MEMBER_ADDITIONAL_EVENT_DATA, "additionaleventdata");
define(MEMBER_VERSION, "eventversion");

// What is around records: CloudTrail, LookupEvents, GetQueryResults, CloudWatch Logs (subscriptions, FilterLogEvents), EventBridge.
define(MEMBER_RECORDS, "Records");
define(MEMBER_RECORDS, "Events");
define(MEMBER_RECORDS, "QueryResultRows");
define(MEMBER_RECORDS, "logEvents");
define(MEMBER_RECORDS, "events");
define(MEMBER_RECORD_TEXT, "CloudTrailEvent");
define(MEMBER_RECORD_TEXT, "message");
define(MEMBER_RECORD_TEXT, "eventJson");
define(MEMBER_RECORD_TEXT, "eventjson");
define(MEMBER_DETAIL, "detail");
define(MEMBER_OTHER, "EventId");
define(MEMBER_OTHER, "logStreamName");
define(MEMBER_OTHER, "version");

/** The name found last; at first any. */
let current: usize = names;

/** Enters a name; the text is static data of the module. */
function define(member: u32, name: string): void {
  const bytes = <usize>name.length;
  for (let i: usize = 0; i < bytes; i++) store<u8>(spelling + i, load<u8>(changetype<usize>(name) + (i << 1)));
  store<u8>(spelling + bytes, <u8>QUOTE);
  let slot = slotOf(firstWord(spelling, bytes), lastWord(spelling, bytes));
  while (load<u32>(slot, NAME_MEMBER) !== 0) slot = nextSlot(slot);
  store<u64>(slot, firstWord(spelling, bytes));
  store<u64>(slot, middleWord(spelling, bytes), 8);
  store<u64>(slot, lastWord(spelling, bytes), 16);
  store<u32>(slot, <u32>bytes, NAME_LENGTH);
  store<u32>(slot, member + 1, NAME_MEMBER);
}

/** Bytes of the name at `at` when it is the one that followed last time, see `currentMember`; else 0. */
export function expectedNameBytes(at: usize): usize {
  const name = <usize>load<u32>(current, NAME_FOLLOWER);
  if (name === 0 || load<u64>(name) !== load<u64>(at)) return 0;
  const bytes = <usize>load<u32>(name, NAME_LENGTH);
  if (load<u64>(name, 16) !== lastWord(at, bytes) || load<u64>(name, 8) !== middleWord(at, bytes)) return 0;
  current = name;
  return bytes;
}

/** The member whose name was found last. */
export function currentMember(): u32 {
  return load<u32>(current, NAME_MEMBER) - 1;
}

/** The member whose name lies in the `bytes` bytes at `at`, in quotes; NO_MEMBER for any other name. */
export function memberNamed(at: usize, bytes: usize, escaped: bool): u32 {
  if (!escaped) return bytes >= NAME_LENGTH_MIN && bytes <= NAME_LENGTH_MAX ? lookUp(at, bytes) : NO_MEMBER;
  if (bytes > ESCAPED_LENGTH_MAX) return NO_MEMBER;
  const length = resolveEscapes(at, bytes, spelling);
  store<u8>(spelling + length, <u8>QUOTE);
  return length >= NAME_LENGTH_MIN && length <= NAME_LENGTH_MAX ? lookUp(spelling, length) : NO_MEMBER;
}

function lookUp(at: usize, bytes: usize): u32 {
  const first = firstWord(at, bytes);
  const last = lastWord(at, bytes);
  for (let slot = slotOf(first, last); ; slot = nextSlot(slot)) {
    const member = load<u32>(slot, NAME_MEMBER);
    if (member === 0) return NO_MEMBER;
    if (load<u64>(slot) !== first || load<u64>(slot, 16) !== last || load<u32>(slot, NAME_LENGTH) !== <u32>bytes)
      continue;
    if (load<u64>(slot, 8) !== middleWord(at, bytes)) continue;
    store<u32>(current, <u32>slot, NAME_FOLLOWER);
    current = slot;
    return member - 1;
  }
}

function firstWord(at: usize, bytes: usize): u64 {
  return bytes < WORD_LENGTH_MIN ? lastWord(at, bytes) : load<u64>(at);
}

/** Eight bytes up to and with the closing quote. */
function lastWord(at: usize, bytes: usize): u64 {
  return load<u64>(at + bytes - WORD_LENGTH_MIN);
}

/** What the first and last eight bytes leave out. */
function middleWord(at: usize, bytes: usize): u64 {
  return bytes < 16 ? 0 : load<u64>(at, 8);
}

function slotOf(first: u64, last: u64): usize {
  const mixed = (first ^ rotl(last, 23)) * 0x9e3779b97f4a7c15;
  return names + <usize>(mixed >> 57) * NAME_BYTES;
}

function nextSlot(slot: usize): usize {
  return slot + NAME_BYTES < names + NAME_SLOTS * NAME_BYTES ? slot + NAME_BYTES : names;
}
