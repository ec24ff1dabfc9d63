/** An event chunk made from parsed records by plain JavaScript: what the extractor must give, without the extractor. */
import {
  DICTIONARY_COLUMNS,
  type DictionaryColumn,
  type DictionaryColumnName,
  type EventChunk,
} from "../../host/domain/event-chunk.ts";

export type LoggedRecord = Readonly<Record<string, unknown>>;

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

export function chunkOfRecords(records: readonly LoggedRecord[], file = "file.json"): EventChunk {
  const rows = records.map((record) => facts(record, file));
  const columns = {} as Record<DictionaryColumnName, DictionaryColumn>;
  for (const name of DICTIONARY_COLUMNS) columns[name] = encode(rows.map((row) => row[name]));
  return {
    rows: records.length,
    columns,
    time: BigInt64Array.from(records, (record) => BigInt(Date.parse(String(record.eventTime)))),
    eventId: uuids(records.map((record) => record.eventID)),
    sharedEventId: uuids(records.map((record) => record.sharedEventID)),
    offset: Uint32Array.from(records, (_, index) => index),
  };
}

function facts(record: LoggedRecord, file: string): Record<DictionaryColumnName, string> {
  const text = (name: string) => (record[name] === undefined || record[name] === null ? "" : String(record[name]));
  const json = (name: string) =>
    record[name] === undefined || record[name] === null ? "" : JSON.stringify(record[name]);
  const irregular = (name: string) => (UUID.test(text(name)) ? "" : text(name));
  return {
    operation: `${text("eventSource")} ${text("eventName")}`,
    identity: json("userIdentity"),
    recipientAccount: text("recipientAccountId"),
    region: text("awsRegion"),
    sourceIp: text("sourceIPAddress"),
    userAgent: text("userAgent"),
    vpcEndpoint: text("vpcEndpointId"),
    vpcEndpointAccount: text("vpcEndpointAccountId"),
    errorCode: text("errorCode"),
    kind: `${text("eventType")} ${text("eventCategory")}`,
    resources: json("resources"),
    tls: json("tlsDetails"),
    eventContext: json("eventContext"),
    irregularEventId: irregular("eventID"),
    irregularSharedEventId: irregular("sharedEventID"),
    file,
  };
}

function encode(texts: readonly string[]): DictionaryColumn {
  const values = [""];
  const known = new Map([["", 0]]);
  const ids = Uint32Array.from(texts, (text) => {
    const id = known.get(text) ?? values.push(text) - 1;
    known.set(text, id);
    return id;
  });
  return { ids, values };
}

function uuids(ids: readonly unknown[]): Uint8Array {
  const bytes = new Uint8Array(ids.length * 16);
  for (const [row, id] of ids.entries()) {
    if (typeof id !== "string" || !UUID.test(id)) continue;
    bytes.set(
      Uint8Array.from(id.replaceAll("-", "").match(/../g) ?? [], (hex) => Number.parseInt(hex, 16)),
      row * 16,
    );
  }
  return bytes;
}
