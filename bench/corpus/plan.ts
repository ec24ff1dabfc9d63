/**
 * How many events of which account, region and day. The total is exact; the work of one cell needs nothing of another,
 * so a corpus of any size is made in the memory of one file.
 */
import { ACCOUNTS, type CorpusAccount } from "./organization.ts";

export interface Cell {
  readonly account: CorpusAccount;
  readonly region: string;
  /** Start of the UTC day, milliseconds since 1970. */
  readonly day: number;
  readonly events: number;
}

export const DAY = 86_400_000;
/** The window of every corpus ends here (exclusive): an invented date in the past. */
export const CORPUS_END = Date.UTC(2026, 9, 19);
/** Weekends are quieter. Sunday first. */
const WEEKDAY_WEIGHTS = [0.5, 1, 1.1, 1.1, 1.05, 1, 0.5];

/** The cells of `events` events over the `days` days before `CORPUS_END`, oldest day first. */
export function* planCells(events: number, days: number): Generator<Cell> {
  const weights = function* (): Generator<Omit<Cell, "events"> & { weight: number }> {
    for (let day = CORPUS_END - days * DAY; day < CORPUS_END; day += DAY) {
      const weekday = WEEKDAY_WEIGHTS[new Date(day).getUTCDay()] ?? 1;
      for (const account of ACCOUNTS) {
        for (const [region, share] of Object.entries(account.regions)) {
          yield { account, region, day, weight: account.weight * share * weekday };
        }
      }
    }
  };
  let total = 0;
  for (const { weight } of weights()) total += weight;
  let reached = 0;
  let planned = 0;
  for (const { weight, ...cell } of weights()) {
    reached += weight;
    // Rounding the running sum, not each cell, makes the cells add up.
    const target = Math.min(events, Math.round((reached / total) * events));
    yield { ...cell, events: target - planned };
    planned = target;
  }
}
