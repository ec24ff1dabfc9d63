/** What was looked at (R11): records by account and region, services with data events, calls that map to no action. */

import { compareCodePoints } from "../../domain/compare-code-points.ts";
import type { EventChunk } from "../../domain/event-chunk.ts";
import type { Core } from "../../wasm/core.ts";
import type { ChunkFacts } from "./chunk-facts.ts";
import { countGroups } from "./count-rows.ts";
import type { PartitionResult } from "./partition-result.ts";
import { meaningOf } from "./verdict-codes.ts";

export type Look = Pick<PartitionResult, "activity" | "dataEventServices" | "unmapped">;

/** `isTarget`: is the account in whose log a record lies one of the target's? Data events of others say nothing of it. */
export function lookAtChunk(
  core: Core,
  chunk: EventChunk,
  facts: ChunkFacts,
  verdicts: Uint8Array,
  isTarget: (account: string) => boolean,
): Look {
  const { recipientAccount, region, kind, operation } = chunk.columns;
  const text = (column: typeof region, row: number) => column.values[column.ids[row] ?? 0] ?? "";
  const activity = countGroups(core, chunk.rows, [recipientAccount.ids, region.ids]).map(({ firstRow, rows }) => ({
    account: text(recipientAccount, firstRow),
    region: text(region, firstRow),
    events: rows,
  }));
  const operations = countGroups(core, chunk.rows, [operation.ids, kind.ids, verdicts, recipientAccount.ids]);
  const factsAt = (row: number) => facts.operation.facts[operation.ids[row] ?? 0];
  const dataEventServices = operations
    .filter(({ firstRow }) => text(kind, firstRow).endsWith(" Data") && isTarget(text(recipientAccount, firstRow)))
    .map(({ firstRow }) => factsAt(firstRow)?.prefix ?? "");
  const unmapped = operations
    .filter(
      ({ firstRow }) =>
        factsAt(firstRow)?.provenance === "unmapped" && meaningOf(verdicts[firstRow] ?? 0).outcome === "judged",
    )
    .map(({ firstRow, rows }) => ({ operation: text(operation, firstRow), events: rows }));
  return { activity, dataEventServices, unmapped };
}

/** Sums of several looks, each list in the order of its names. */
export function mergeLooks(looks: readonly Look[]): Look {
  return {
    activity: sumBy(
      looks.flatMap(({ activity }) => activity),
      ({ account, region }) => `${account} ${region}`,
    ),
    dataEventServices: [...new Set(looks.flatMap((look) => look.dataEventServices))].sort(compareCodePoints),
    unmapped: sumBy(
      looks.flatMap(({ unmapped }) => unmapped),
      ({ operation }) => operation,
    ),
  };
}

function sumBy<T extends { readonly events: number }>(entries: readonly T[], name: (entry: T) => string): readonly T[] {
  const sums = new Map<string, T>();
  for (const entry of entries) {
    const known = sums.get(name(entry));
    sums.set(name(entry), known === undefined ? entry : { ...known, events: known.events + entry.events });
  }
  return [...sums].sort(([left], [right]) => compareCodePoints(left, right)).map(([, entry]) => entry);
}
