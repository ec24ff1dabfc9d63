/** What was looked at (R11): records by account and region, services with data events, calls that map to no action. */

import { eventSourcePrefixes } from "../../authorization/event-source-prefixes.ts";
import { compareCodePoints } from "../../domain/compare-code-points.ts";
import type { EventChunk } from "../../domain/event-chunk.ts";
import type { Core } from "../../wasm/core.ts";
import { splitOperation } from "../explaining/affected-events.ts";
import type { ChunkFacts } from "./chunk-facts.ts";
import { countGroups } from "./count-rows.ts";
import { deriveColumn } from "./group-columns.ts";
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
  const operations = countGroups(core, chunk.rows, [operation.ids, kind.ids, recipientAccount.ids]);
  const dataEventServices = operations
    .filter(({ firstRow }) => text(kind, firstRow).endsWith(" Data") && isTarget(text(recipientAccount, firstRow)))
    .flatMap(({ firstRow }) => eventSourcePrefixes(splitOperation(text(operation, firstRow))[0]).prefixes[0] ?? []);
  const isUnmapped = deriveColumn({ ids: facts.request.ids, values: facts.request.facts }, ({ authorizations }) =>
    authorizations.isMapped ? "" : "unmapped",
  );
  const unmapped = countGroups(core, chunk.rows, [operation.ids, isUnmapped.ids, verdicts]).flatMap(
    ({ firstRow, rows }) => {
      const meaning = meaningOf(verdicts[firstRow] ?? 0);
      if (isUnmapped.ids[firstRow] === 0 || meaning.outcome !== "judged") return [];
      const undetermined = meaning.impact === "undetermined" ? rows : 0;
      return [{ operation: text(operation, firstRow), events: rows, undetermined }];
    },
  );
  return { activity, dataEventServices, unmapped };
}

/** Sums of several looks, each list in the order of its names. */
export function mergeLooks(looks: readonly Look[]): Look {
  return {
    activity: sumBy(
      looks.flatMap(({ activity }) => activity),
      ({ account, region }) => `${account} ${region}`,
      (left, right) => ({ ...left, events: left.events + right.events }),
    ),
    dataEventServices: [...new Set(looks.flatMap((look) => look.dataEventServices))].sort(compareCodePoints),
    unmapped: sumBy(
      looks.flatMap(({ unmapped }) => unmapped),
      ({ operation }) => operation,
      (left, right) => ({
        ...left,
        events: left.events + right.events,
        undetermined: left.undetermined + right.undetermined,
      }),
    ),
  };
}

function sumBy<T>(entries: readonly T[], name: (entry: T) => string, add: (left: T, right: T) => T): readonly T[] {
  const sums = new Map<string, T>();
  for (const entry of entries) {
    const known = sums.get(name(entry));
    sums.set(name(entry), known === undefined ? entry : add(known, entry));
  }
  return [...sums].sort(([left], [right]) => compareCodePoints(left, right)).map(([, entry]) => entry);
}
