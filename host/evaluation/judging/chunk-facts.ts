/** What the distinct values of a chunk mean, worked out once per distinct value (design part 3). */

import type { UserMapping } from "../../authorization/actions/user-mapping.ts";
import type { ServiceCatalogue } from "../../authorization/catalogue/service-catalogue.ts";
import { type ErrorFacts, errorFacts, errorInResponse, hasCodesOfItsOwn } from "../../authorization/error-facts.ts";
import { type IdentityFacts, identityFacts } from "../../authorization/identity-facts.ts";
import { kindFacts } from "../../authorization/kind-facts.ts";
import { networkFacts } from "../../authorization/network-facts.ts";
import type { NotAnAuthorization } from "../../authorization/not-authorizations.ts";
import { authorizationsOf, type RequestAuthorizations } from "../../authorization/request/authorizations-of.ts";
import { actsOnCaller, type CallRequest, callRequest } from "../../authorization/request/call-request.ts";
import { namesCipher, tlsFacts } from "../../authorization/tls-facts.ts";
import { userAgentFacts } from "../../authorization/user-agent-facts.ts";
import type { EventChunk } from "../../domain/event-chunk.ts";
import type { KeyState } from "../../domain/key-state.ts";
import type { Core } from "../../wasm/core.ts";
import type { IdArray } from "../../wasm/memory-writer.ts";
import { deriveColumn, type GroupColumn, groupColumns } from "./group-columns.ts";

export type KeyStates = ReadonlyMap<string, KeyState>;

/** Ids per row, and per distinct id what it means. */
export interface FactColumn<T> {
  readonly ids: IdArray;
  readonly facts: readonly T[];
}

export interface RequestFacts {
  readonly request: CallRequest;
  readonly authorizations: RequestAuthorizations;
}

export interface ChunkFacts {
  readonly request: FactColumn<RequestFacts>;
  readonly identity: FactColumn<IdentityFacts>;
  readonly error: FactColumn<ErrorFacts>;
  readonly network: FactColumn<{ readonly keys: KeyStates; readonly endpoint: string }>;
  readonly userAgent: FactColumn<KeyStates>;
  readonly tls: FactColumn<KeyStates>;
  /** The `eventContext` objects as logged; "" where there is none. */
  readonly eventContext: FactColumn<string>;
  /** Of kind and request together: what ends the row before it is judged. */
  readonly ending: FactColumn<NotAnAuthorization | undefined>;
}

/** `mapping`: rows of the user's, which go before ours. */
export function chunkFacts(
  core: Core,
  catalogue: ServiceCatalogue,
  chunk: EventChunk,
  mapping?: UserMapping,
): ChunkFacts {
  const { columns } = chunk;
  const identities = columns.identity.values.map(identityFacts);
  const error = errorColumn(core, chunk);
  const request = requestColumn(core, catalogue, chunk, identities, error, mapping);
  const kinds = columns.kind.values.map(kindFacts);
  const network = groupColumns(core, chunk.rows, [columns.sourceIp, columns.vpcEndpoint, columns.vpcEndpointAccount]);
  const ending = groupColumns(core, chunk.rows, [columns.kind, { ids: request.ids, values: request.facts }]);
  return {
    request,
    identity: { ids: columns.identity.ids, facts: identities },
    error,
    network: {
      ids: network.ids,
      facts: network.values(([ip, endpoint, account]) => ({
        keys: networkFacts(text(ip), text(endpoint), text(account)).keys,
        endpoint: text(endpoint),
      })),
    },
    userAgent: { ids: columns.userAgent.ids, facts: columns.userAgent.values.map(userAgentFacts) },
    tls: tlsColumn(core, chunk),
    eventContext: { ids: columns.eventContext.ids, facts: columns.eventContext.values },
    ending: {
      ids: ending.ids,
      facts: ending.values((_, [kind = 0, id = 0]) => endingOf(kinds[kind], request.facts[id])),
    },
  };
}

/** Console actions that share their name with an API call are calls; the rest have no action a policy could name. */
function endingOf(
  kind: ReturnType<typeof kindFacts> | undefined,
  facts: RequestFacts | undefined,
): NotAnAuthorization | undefined {
  const isMapped = facts?.authorizations.isMapped === true;
  if (kind?.outcome !== undefined && !(kind.unlessMapped && isMapped)) return kind.outcome;
  return facts?.authorizations.outcome;
}

/** Some services log the error of a call in its response (semantics 4.5). */
function errorColumn(core: Core, chunk: EventChunk): FactColumn<ErrorFacts> {
  const { errorCode, responseElements, operation } = chunk.columns;
  const inResponse = deriveColumn(responseElements, errorInResponse);
  const own = deriveColumn(operation, (name) => (hasCodesOfItsOwn(name) ? "own" : ""));
  const grouped = groupColumns(core, chunk.rows, [errorCode, inResponse, own]);
  return {
    ids: grouped.ids,
    facts: grouped.values(([code, response, isOwn]) => errorFacts(text(code) || text(response), text(isOwn) !== "")),
  };
}

/** What S3 says of it stands among the rest of its additional data: only whether it does tells values apart. */
function tlsColumn(core: Core, { columns, rows }: EventChunk): FactColumn<KeyStates> {
  const cipher = deriveColumn(columns.additionalEventData, (extra) => (namesCipher(extra) ? "named" : ""));
  const grouped = groupColumns(core, rows, [columns.tls, cipher]);
  return { ids: grouped.ids, facts: grouped.values(([tls, named]) => tlsFacts(text(tls), text(named) !== "")) };
}

function requestColumn(
  core: Core,
  catalogue: ServiceCatalogue,
  chunk: EventChunk,
  identities: readonly IdentityFacts[],
  error: FactColumn<ErrorFacts>,
  mapping: UserMapping | undefined,
): FactColumn<RequestFacts> {
  const { columns, rows } = chunk;
  const ofIdentity = (meaning: (facts: IdentityFacts) => string): GroupColumn =>
    deriveColumn({ ids: columns.identity.ids, values: identities }, meaning);
  const grouped = groupColumns(core, rows, [
    columns.operation,
    columns.region,
    columns.resources,
    columns.requestParameters,
    columns.responseElements,
    columns.additionalEventData,
    columns.eventContext,
    ofIdentity(({ account }) => account ?? ""),
    callersThatCount(chunk, identities),
    deriveColumn({ ids: error.ids, values: error.facts }, ({ failed, alreadyDenied }) =>
      failed || alreadyDenied ? "failed" : "",
    ),
  ]);
  return {
    ids: grouped.ids,
    facts: grouped.values((values) => {
      const [operation, region, resources, parameters, response, extra, context, account, caller, failed] =
        values.map(text);
      const request = callRequest(
        {
          operation: operation ?? "",
          region: region ?? "",
          resources: resources ?? "",
          requestParameters: parameters ?? "",
          responseElements: response ?? "",
          additionalEventData: extra ?? "",
          eventContext: context ?? "",
          hasFailed: failed === "failed",
        },
        { account: account || undefined, principalArn: caller || undefined },
      );
      return { request, authorizations: authorizationsOf(catalogue, request, mapping) };
    }),
  };
}

/** The caller's ARN where the operation may act on the caller; elsewhere it would only multiply what is distinct. */
function callersThatCount(chunk: EventChunk, identities: readonly IdentityFacts[]): GroupColumn {
  const { operation, identity } = chunk.columns;
  const counts = operation.values.map(actsOnCaller);
  const arns = deriveColumn({ ids: identity.ids, values: identities }, ({ principalArn }) => principalArn ?? "");
  const ids = Uint32Array.from(arns.ids, (id, row) => (counts[operation.ids[row] ?? 0] ? id : 0));
  return { ids, values: arns.values };
}

function text(value: unknown): string {
  return typeof value === "string" ? value : "";
}
