/** What the distinct values of a chunk mean, worked out once per distinct value (design part 3). */

import type { ServiceCatalogue } from "../../authorization/catalogue/service-catalogue.ts";
import { type ErrorFacts, errorFacts } from "../../authorization/error-facts.ts";
import { type IdentityFacts, identityFacts } from "../../authorization/identity-facts.ts";
import { type KindFacts, kindFacts } from "../../authorization/kind-facts.ts";
import { networkFacts } from "../../authorization/network-facts.ts";
import { type OperationFacts, operationFacts } from "../../authorization/operation-facts.ts";
import { regionFacts } from "../../authorization/region-facts.ts";
import { type ResourceFacts, resourceFacts } from "../../authorization/resource-facts.ts";
import { tlsFacts } from "../../authorization/tls-facts.ts";
import { userAgentFacts } from "../../authorization/user-agent-facts.ts";
import type { EventChunk } from "../../domain/event-chunk.ts";
import type { KeyState } from "../../domain/key-state.ts";
import type { Core } from "../../wasm/core.ts";
import { groupRows, type RowGroups } from "../../wasm/group-rows.ts";
import type { IdArray } from "../../wasm/memory-writer.ts";

export type KeyStates = ReadonlyMap<string, KeyState>;

/** Ids per row, and per distinct id what it means. */
export interface FactColumn<T> {
  readonly ids: IdArray;
  readonly facts: readonly T[];
}

export interface ChunkFacts {
  readonly operation: FactColumn<OperationFacts>;
  readonly identity: FactColumn<IdentityFacts>;
  readonly error: FactColumn<ErrorFacts>;
  readonly region: FactColumn<KeyStates>;
  readonly network: FactColumn<KeyStates>;
  readonly userAgent: FactColumn<KeyStates>;
  readonly tls: FactColumn<KeyStates>;
  readonly resource: FactColumn<ResourceFacts>;
  /** Of kind and operation together. */
  readonly ending: FactColumn<KindFacts["outcome"]>;
}

export function chunkFacts(core: Core, catalogue: ServiceCatalogue, chunk: EventChunk): ChunkFacts {
  const { columns } = chunk;
  const operations = columns.operation.values.map((value) => operationFacts(catalogue, value));
  const kinds = columns.kind.values.map(kindFacts);
  const network = groupColumns(core, chunk, ["sourceIp", "vpcEndpoint", "vpcEndpointAccount"]);
  const resource = groupColumns(core, chunk, ["operation", "resources"]);
  const ending = groupColumns(core, chunk, ["kind", "operation"]);
  return {
    operation: { ids: columns.operation.ids, facts: operations },
    identity: { ids: columns.identity.ids, facts: columns.identity.values.map(identityFacts) },
    error: { ids: columns.errorCode.ids, facts: columns.errorCode.values.map(errorFacts) },
    region: { ids: columns.region.ids, facts: columns.region.values.map(regionFacts) },
    network: {
      ids: network.ids,
      facts: network.values(([ip, endpoint, account]) => networkFacts(ip ?? "", endpoint ?? "", account ?? "").keys),
    },
    userAgent: { ids: columns.userAgent.ids, facts: columns.userAgent.values.map(userAgentFacts) },
    tls: { ids: columns.tls.ids, facts: columns.tls.values.map(tlsFacts) },
    resource: {
      ids: resource.ids,
      facts: resource.values(([, resources], [operation]) =>
        resourceFacts(catalogue, at(operations, operation), resources ?? ""),
      ),
    },
    ending: {
      ids: ending.ids,
      facts: ending.values((_, [kind, operation]) => endingOf(at(kinds, kind), at(operations, operation))),
    },
  };
}

/** Console actions that share their name with an API call are calls; the rest have no action a policy could name. */
function endingOf(kind: KindFacts, operation: OperationFacts): KindFacts["outcome"] {
  const isMapped = operation.provenance !== "unmapped";
  if (kind.outcome !== undefined && !(kind.unlessMapped && isMapped)) return kind.outcome;
  return operation.outcome;
}

type ColumnName = keyof EventChunk["columns"];

interface GroupedColumns {
  readonly ids: IdArray;
  values<T>(meaning: (values: readonly string[], ids: readonly number[]) => T): readonly T[];
}

/** Several columns as one, with a distinct value for every combination that occurs. */
function groupColumns(core: Core, chunk: EventChunk, names: readonly ColumnName[]): GroupedColumns {
  const columns = names.map((name) => chunk.columns[name]);
  const groups: RowGroups = groupRows(
    core,
    chunk.rows,
    columns.map(({ ids }) => ids),
  );
  return {
    ids: groups.ids,
    values: (meaning) =>
      Array.from(groups.firstRows, (row) => {
        const ids = columns.map((column) => column.ids[row] ?? 0);
        return meaning(
          columns.map((column, index) => column.values[ids[index] ?? 0] ?? ""),
          ids,
        );
      }),
  };
}

function at<T>(list: readonly T[], index: number | undefined): T {
  const entry = list[index ?? 0];
  if (entry === undefined) throw new Error(`no entry ${index}`);
  return entry;
}
