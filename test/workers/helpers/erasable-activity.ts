/** Activity of several accounts, days and forms of files, of which a test erases parts, and what must be left of it. */
import { expect } from "vitest";
import { roleSessionOf } from "../../evaluation/invented-records.ts";
import { MANAGEMENT, MILL, ROOT, SHOP } from "../../organization/snapshot-of.ts";
import { runHeldJob } from "./held-jobs.ts";
import type { PreviewTenant } from "./preview-tenant.ts";
import { callOf, gzip, LIST_QUEUES, type LoggedRecord, logOf, OF_MANAGEMENT, OF_SHOP, uuidOf } from "./records.ts";
import { eventsOf, summaryOf } from "./report-files.ts";
import { allObjects, eventsIn, expectTidy, offsetOf, rawTextOf } from "./stored-objects.ts";

export interface KeptEvent {
  readonly id: number;
  /** In whose log it lies. */
  readonly log: string;
  /** Whose principal made the call. */
  readonly caller: string;
  /** Of November 2026. */
  readonly day: number;
  readonly file: string;
}

const PUSHED = "pushed";
/** A role session of the mill, in the shop's log. */
const MILL_IN_SHOP: LoggedRecord = { recipientAccountId: SHOP, userIdentity: roleSessionOf("build/miller", MILL) };

const EVENTS: readonly (KeptEvent & { readonly more: LoggedRecord })[] = [
  event(1, MILL, 24, "a/mixed.json"),
  event(2, MILL, 25, "a/mixed.json"),
  event(3, SHOP, 24, "a/mixed.json"),
  { ...event(4, SHOP, 24, "a/mixed.json"), caller: MILL, more: MILL_IN_SHOP },
  event(5, MANAGEMENT, 24, "a/mixed.json"),
  { ...event(6, MILL, 25, "a/mixed.json"), more: LIST_QUEUES },
  event(7, MILL, 24, "b/mill.json.gz"),
  event(8, MILL, 26, "b/mill.json.gz"),
  event(9, SHOP, 25, "c/shop.json.gz"),
  event(10, SHOP, 24, "c/shop.json.gz"),
  event(11, MILL, 25, PUSHED),
  event(12, SHOP, 26, PUSHED),
  event(15, SHOP, 24, "d/replaced.json"),
  event(16, MILL, 25, "d/replaced.json"),
];
/** Nothing names them any more once `d/replaced.json` was replaced. */
const REPLACED = [event(13, MILL, 24, "d/replaced.json"), event(14, SHOP, 26, "d/replaced.json")];

function event(id: number, log: string, day: number, file: string) {
  const more = { [MILL]: {}, [SHOP]: OF_SHOP, [MANAGEMENT]: OF_MANAGEMENT }[log] ?? {};
  return { id, log, caller: log, day, file, more };
}

const fileOf = (events: readonly (KeptEvent & { readonly more: LoggedRecord })[]) =>
  logOf(...events.map(({ id, day, more }) => callOf(id, `2026-11-${day}T10:00:00Z`, more)));

export interface StoredActivity {
  readonly files: ReadonlyMap<string, Uint8Array<ArrayBuffer>>;
  readonly pushed: string;
}

/** Stores all of it; gives the files as they were before compression, by key. */
export async function storeActivity(tenant: PreviewTenant): Promise<StoredActivity> {
  await tenant.upload("d/replaced.json", fileOf(REPLACED));
  const files = new Map<string, Uint8Array<ArrayBuffer>>();
  for (const name of new Set(EVENTS.map(({ file }) => file))) {
    const body = fileOf(EVENTS.filter(({ file }) => file === name));
    if (name !== PUSHED) {
      await tenant.upload(name, name.endsWith(".gz") ? await gzip(body) : body);
      files.set(name, body);
    }
  }
  const body = fileOf(EVENTS.filter(({ file }) => file === PUSHED));
  const pushed = await tenant.push(body);
  files.set(pushed, body);
  return { files, pushed };
}

export function eventsExcept(isErased: (event: KeptEvent) => boolean): readonly KeptEvent[] {
  return EVENTS.filter((kept) => !isErased(kept));
}

/** Of what nothing names any more those events that lie outside of the days: the next erasure of their days takes them. */
export function replacedOutside({ startDay = "2026-11-00", endDay = "2026-11-99" }: Readonly<Record<string, string>>) {
  return REPLACED.filter(({ day }) => `2026-11-${day}` < startDay || `2026-11-${day}` > endDay);
}

/**
 * Of both buckets, of `GET /activity`, of ledger and catalogue, and of a new job: these events, and no others. `left` are in the
 * buckets besides, though nothing names them.
 */
export async function expectOnly(
  tenant: PreviewTenant,
  { files, pushed }: StoredActivity,
  kept: readonly KeptEvent[],
  left: readonly KeptEvent[] = [],
): Promise<void> {
  const isOwn = (key: string) => key.includes(tenant.id);
  const there = [...kept, ...left].map(({ id }) => id).toSorted((a, b) => a - b);
  expect(await eventsIn(await allObjects(isOwn))).toEqual(there);
  if (left.length === 0) await expectTidy(tenant.id, [...files.keys()]);
  expectCounts(await tenant.activity(), kept);

  const { contents } = await runHeldJob(tenant, { targetId: ROOT });
  const summary = summaryOf(contents);
  const isDenied = ({ id, caller }: KeptEvent) => id !== 6 && caller !== MANAGEMENT;
  const denied = kept.filter(isDenied);
  expect([summary.counts.records, summary.counts.impacts.newlyDenied]).toEqual([kept.length, denied.length]);
  const parts = [...contents.keys()].filter((name) => name.startsWith("denied-events/"));
  const found = parts.flatMap((name) => eventsOf(contents, name));
  expect(found.map(({ eventID }) => eventID).toSorted()).toEqual(denied.map(({ id }) => uuidOf(id)));
  for (const { eventID, file, offset } of found) {
    const id = Number.parseInt(eventID.slice(-12), 16);
    const name = file === pushed ? PUSHED : file;
    expect({ id, name }).toEqual({ id, name: EVENTS.find((known) => known.id === id)?.file });
    const original = files.get(file) ?? new Uint8Array(0);
    expect(offset).toBe(offsetOf(original, id));
    const record = new TextDecoder().decode(original).slice(offset).split('},{"eventTime"')[0] ?? "";
    expect((await rawTextOf(tenant.id, file)).slice(offset, offset + record.length)).toBe(record);
  }
}

function expectCounts(activity: Awaited<ReturnType<PreviewTenant["activity"]>>, kept: readonly KeptEvent[]): void {
  const counts = new Map<string, Map<string, number>>();
  for (const { log, day } of kept) {
    const days = counts.get(log) ?? new Map<string, number>();
    counts.set(log, days.set(`2026-11-${day}`, (days.get(`2026-11-${day}`) ?? 0) + 1));
  }
  const accounts = [...counts]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([accountId, days]) => {
      const list = [...days].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([day, events]) => ({ day, events }));
      const events = list.reduce((sum, entry) => sum + entry.events, 0);
      return { accountId, events, firstDay: list[0]?.day, lastDay: list.at(-1)?.day, days: list };
    });
  expect(activity).toMatchObject({ accounts, events: kept.length, unreadable: 0, damagedFiles: { count: 0 } });
  expect(activity.files).toBe(new Set(kept.map(({ file }) => file)).size);
}
