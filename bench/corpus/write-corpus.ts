/**
 * Writes an invented organization's CloudTrail delivery: real key layout, gzipped `{"Records":[…]}` files, the same bytes
 * for the same seed. Memory does not grow with the number of events. Every record is one that CloudTrail could write:
 * damaged input is not made here.
 */
import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { gzip } from "node:zlib";
import { type CallFacts, composeEvent, type EventRecord } from "./events.ts";
import { ACCOUNT_WITH_SECOND_TRAIL, ORGANIZATION_ID } from "./organization.ts";
import { type Cell, CORPUS_END, DAY, planCells } from "./plan.ts";
import { principalsOf } from "./principals.ts";
import { createRandom, LETTERS_AND_DIGITS } from "./random.ts";

export interface CorpusOptions {
  readonly folder: string;
  readonly seed: string;
  /** Distinct calls; the copies of some come on top. */
  readonly events: number;
  readonly days: number;
  /** Told of every call once, in the order of generation. */
  readonly observe?: (facts: CallFacts) => void;
}

/** What was written, known by construction. */
export interface CorpusSummary {
  readonly files: number;
  /** Compressed. */
  readonly bytes: number;
  readonly records: number;
  /** Distinct calls. */
  readonly events: number;
  /** Records that repeat a call of another record. `records = events + duplicates`. */
  readonly duplicates: number;
  readonly unreadable: number;
  /** Records by the account in whose log they lie. */
  readonly accounts: Readonly<Record<string, number>>;
  /** All events lie in [start, end); ISO-8601. */
  readonly start: string;
  readonly end: string;
}

/** Also the most events of one file. Real deliveries are of this order. */
const RECORDS_PER_FILE = 400;
/** The second trail was switched on this many days before the end. */
const SECOND_TRAIL_DAYS = 2;
/** Delivery comes some minutes after the events. */
const DELIVERY_DELAY = 6 * 60_000;
const FILE_SUFFIX_LENGTH = 16;

const compress = promisify(gzip);

/** Writes `events` calls and their copies below `folder`. */
export async function writeCorpus(options: CorpusOptions): Promise<CorpusSummary> {
  const writer = createWriter(options);
  let lastDay: number | undefined;
  for (const cell of planCells(options.events, options.days)) {
    if (lastDay !== undefined && cell.day !== lastDay) await writer.endDay();
    lastDay = cell.day;
    await writer.writeCell(cell);
  }
  await writer.endDay();
  return writer.summary();
}

interface DeliveryPlace {
  readonly accountId: string;
  readonly region: string;
  readonly deliveredAt: number;
}

function createWriter(options: CorpusOptions) {
  const { folder, seed, days, observe } = options;
  const counts = { files: 0, bytes: 0, records: 0, events: 0, duplicates: 0 };
  const accounts: Record<string, number> = {};
  const copies = new Map<string, { place: DeliveryPlace; records: EventRecord[] }>();

  const deliver = async (prefix: string, place: DeliveryPlace, records: readonly EventRecord[]) => {
    const { accountId, region } = place;
    const stamp = new Date(place.deliveredAt).toISOString();
    const minute = `${stamp.slice(0, 16).replaceAll(/[-:]/g, "")}Z`;
    const suffix = createRandom(`${seed}/${prefix}/${counts.files}`).text(FILE_SUFFIX_LENGTH, LETTERS_AND_DIGITS);
    const date = new Date(place.deliveredAt - DELIVERY_DELAY).toISOString().slice(0, 10).replaceAll("-", "/");
    const name = `${accountId}_CloudTrail_${region}_${minute}_${suffix}.json.gz`;
    const path = join(folder, prefix, accountId, "CloudTrail", region, date, name);
    const bytes = await compress(JSON.stringify({ Records: records }), { level: 6 });
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, bytes);
    counts.files += 1;
    counts.bytes += bytes.length;
    counts.records += records.length;
    accounts[accountId] = (accounts[accountId] ?? 0) + records.length;
  };
  const organizationPrefix = `AWSLogs/${ORGANIZATION_ID}`;

  const keepCopy = async (accountId: string, region: string, day: number, record: EventRecord) => {
    const key = `${accountId}/${region}`;
    const kept = copies.get(key) ?? {
      place: { accountId, region, deliveredAt: day + DAY - 60_000 + DELIVERY_DELAY },
      records: [],
    };
    copies.set(key, kept);
    kept.records.push(record);
    if (kept.records.length < RECORDS_PER_FILE) return;
    copies.delete(key);
    await deliver(organizationPrefix, kept.place, kept.records);
  };

  const writeFileOf = async (cell: Cell, index: number, count: number, slot: number) => {
    const { account, region, day } = cell;
    const random = createRandom(`${seed}/${day}/${account.id}/${region}/${index}`);
    const principals = principalsOf(account);
    const records: EventRecord[] = [];
    for (let made = 0; made < count; made += 1) {
      // Whole seconds, as CloudTrail writes them.
      const time = day + index * slot + random.below(slot / 1000) * 1000;
      const call = composeEvent(account, principals, region, time, random);
      observe?.(call.facts);
      counts.events += 1;
      if (account.hasTrail) records.push(call.record);
      if (call.copy === undefined) continue;
      if (account.hasTrail) counts.duplicates += 1;
      await keepCopy(call.copy.accountId, region, day, call.copy.record);
    }
    if (records.length === 0) return;
    const place = { accountId: account.id, region, deliveredAt: day + (index + 1) * slot - 1000 + DELIVERY_DELAY };
    await deliver(organizationPrefix, place, records);
    if (account.id !== ACCOUNT_WITH_SECOND_TRAIL || day < CORPUS_END - SECOND_TRAIL_DAYS * DAY) return;
    counts.duplicates += records.length;
    await deliver("AWSLogs", place, records);
  };

  return {
    async writeCell(cell: Cell): Promise<void> {
      const files = Math.ceil(cell.events / RECORDS_PER_FILE);
      const slot = Math.floor(DAY / Math.max(1, files) / 1000) * 1000;
      for (let index = 0; index < files; index += 1) {
        const upTo = Math.round(((index + 1) * cell.events) / files);
        await writeFileOf(cell, index, upTo - Math.round((index * cell.events) / files), slot);
      }
    },
    /** Delivers the copies that wait; those of one day lie in files of that day. */
    async endDay(): Promise<void> {
      for (const { place, records } of copies.values()) await deliver(organizationPrefix, place, records);
      copies.clear();
    },
    summary(): CorpusSummary {
      const start = new Date(CORPUS_END - days * DAY).toISOString().replace(".000Z", "Z");
      return {
        ...counts,
        unreadable: 0,
        accounts,
        start,
        end: new Date(CORPUS_END).toISOString().replace(".000Z", "Z"),
      };
    },
  };
}
