/**
 * The dimensions that hang on no request: principal, network, user agent, TLS and time, with what the snapshot, earlier
 * calls of the log, enriched records and the user know besides. Only what the program asks for is made.
 */
import { dimensionOfKey } from "../../authorization/context-keys.ts";
import { invocationFacts, isServiceAddress } from "../../authorization/invocation-facts.ts";
import { eventContextKeys } from "../../authorization/keys/enrichment.ts";
import { type SuppliedContext, suppliedState } from "../../authorization/keys/supplied-context.ts";
import { timeKeyState } from "../../authorization/keys/time-keys.ts";
import type { Dimension } from "../../domain/dimension.ts";
import type { EventChunk } from "../../domain/event-chunk.ts";
import { ABSENT, type KeyState, PRESENT_UNKNOWN, present, presentList, UNKNOWN } from "../../domain/key-state.ts";
import { ACTION_KEY, keysOf, RESOURCE_KEY } from "../../domain/program.ts";
import type { Core } from "../../wasm/core.ts";
import type { DimensionInput, Subject } from "../../wasm/judge-input.ts";
import type { IdArray } from "../../wasm/memory-writer.ts";
import type { PreviewPlan } from "../plan/plan-preview.ts";
import type { ChunkFacts, FactColumn, KeyStates } from "./chunk-facts.ts";
import { deriveColumn, groupColumns } from "./group-columns.ts";
import { type Sessions, sessionStates } from "./sessions.ts";
import { toSubject } from "./to-subject.ts";

/** Keys that the program asks for, by where their values come from; `request`: from the request or its resource. */
export type KeysOf = (dimension: Dimension) => readonly string[];

export function keysByDimension(plan: PreviewPlan): KeysOf {
  const keys = [...new Set(plan.program.predicates.flatMap(keysOf))].filter((key) => key !== ACTION_KEY);
  const dimensionOf = (key: string) => (key === RESOURCE_KEY ? "request" : dimensionOfKey(key));
  return (dimension) => keys.filter((key) => dimensionOf(key) === dimension);
}

export function contextDimensions(
  core: Core,
  plan: PreviewPlan,
  chunk: EventChunk,
  facts: ChunkFacts,
  sessions: Sessions,
  keysOfDimension: KeysOf,
): readonly DimensionInput[] {
  const { context } = plan.request;
  const principal: FactColumn<Known> = {
    ids: facts.identity.ids,
    facts: facts.identity.facts.map(({ keys, account, accessKeyId, principalArn }) => ({
      keys: new Map([...sessionStates(sessions, accessKeyId), ...withOrganization(plan, keys, account)]),
      where: principalArn === undefined ? {} : { principalArn },
    })),
  };
  const plain = ({ ids, facts: states }: FactColumn<KeyStates>): FactColumn<Known> => ({
    ids,
    facts: states.map((keys) => ({ keys, where: {} })),
  });
  const network: FactColumn<Known> = {
    ids: facts.network.ids,
    facts: facts.network.facts.map(({ keys, endpoint }) => ({
      keys: withEndpointOrganization(plan, keys),
      where: endpoint === "" ? {} : { vpcEndpoint: endpoint },
    })),
  };
  const columns: readonly (readonly [Dimension, () => FactColumn<Known>])[] = [
    ["principal", () => principal],
    ["invocation", () => invocationColumn(core, chunk, facts)],
    ["network", () => network],
    ["userAgent", () => plain(facts.userAgent)],
    ["tls", () => plain(facts.tls)],
    ["time", () => timeColumn(chunk, keysOfDimension("time"))],
  ];
  return columns.flatMap(([dimension, columnOf]) => {
    const keys = keysOfDimension(dimension);
    if (keys.length === 0) return [];
    const column = enriched(core, chunk.rows, columnOf(), facts.eventContext);
    const subjects = new Map(keys.map((key) => [key, column.facts.map((known) => subjectOf(known, key, context))]));
    return [{ ids: column.ids, valueCount: column.facts.length, subjects }];
  });
}

/** Made only where it is asked for: the caller together with whether the address is a service's. */
function invocationColumn(core: Core, { columns, rows }: EventChunk, { identity }: ChunkFacts): FactColumn<Known> {
  const address = deriveColumn(columns.sourceIp, (sourceIp) => (isServiceAddress(sourceIp) ? "service" : ""));
  const grouped = groupColumns(core, rows, [columns.identity, address]);
  return {
    ids: grouped.ids,
    facts: grouped.values(([userIdentity, serviceAddress], [id = 0]) => {
      const principalArn = identity.facts[id]?.principalArn;
      return {
        keys: invocationFacts(String(userIdentity), serviceAddress !== ""),
        where: principalArn === undefined ? {} : { principalArn },
      };
    }),
  };
}

interface Known {
  readonly keys: KeyStates;
  /** What values of the user's are given for. */
  readonly where: { readonly principalArn?: string; readonly vpcEndpoint?: string };
}

function subjectOf({ keys, where }: Known, key: string, context: SuppliedContext | undefined): Subject {
  const state = keys.get(key) ?? (isTagOfRoot(keys, key) ? ABSENT : UNKNOWN);
  return toSubject(key, context === undefined ? state : suppliedState(context, state, key, where));
}

/** The root user cannot be given tags [C IAM user guide, tagging IAM resources]. */
function isTagOfRoot(keys: KeyStates, key: string): boolean {
  const type = keys.get("aws:principaltype");
  return key.startsWith("aws:principaltag/") && type?.mayBeAnything === false && type.values?.join() === "Account";
}

/** What an enriched record says of a key is what AWS decided on; it goes before what we derive (semantics 4.4). */
function enriched(
  core: Core,
  rows: number,
  column: FactColumn<Known>,
  eventContext: FactColumn<string>,
): FactColumn<Known> {
  if (eventContext.facts.length === 1) return column;
  const said = eventContext.facts.map(eventContextKeys);
  const grouped = groupColumns(core, rows, [
    { ids: column.ids, values: column.facts },
    { ids: eventContext.ids, values: said },
  ]);
  return {
    ids: grouped.ids,
    facts: grouped.values((_, [id = 0, context = 0]) => {
      const known = column.facts[id];
      if (known === undefined) throw new Error(`no facts ${id}`);
      return { ...known, keys: new Map([...known.keys, ...(said[context] ?? [])]) };
    }),
  };
}

/** Seconds of the day at most: a distinct value each. */
function timeColumn({ time }: EventChunk, keys: readonly string[]): FactColumn<Known> {
  const known = new Map<bigint, number>();
  const facts: Known[] = [];
  const ids: IdArray = Uint32Array.from(time, (milliseconds) => {
    const id = known.get(milliseconds) ?? facts.push(knownAt(keys, Number(milliseconds))) - 1;
    known.set(milliseconds, id);
    return id;
  });
  return { ids, facts };
}

function knownAt(keys: readonly string[], milliseconds: number): Known {
  return { keys: new Map(keys.map((key) => [key, timeKeyState(key, milliseconds)] as const)), where: {} };
}

/** What only the snapshot knows of a principal (semantics 4.1). */
function withOrganization(plan: PreviewPlan, keys: KeyStates, account: string | undefined): KeyStates {
  if (account === undefined || !plan.isListed(account)) return keys;
  const paths = plan.organizationPaths(account);
  return new Map([
    ...keys,
    ["aws:principalorgid", present(plan.request.snapshot.Organization.Id)],
    ["aws:principalorgpaths", paths === undefined ? PRESENT_UNKNOWN : presentList(paths)],
  ]);
}

/** The organization of the account that owns the VPC endpoint (semantics 4.2): as sure as `aws:VpceAccount` is. */
function withEndpointOrganization(plan: PreviewPlan, keys: KeyStates): KeyStates {
  const owner = keys.get("aws:vpceaccount");
  const [account] = owner?.values ?? [];
  if (owner === undefined || owner.mayBeAnything || account === undefined || !plan.isListed(account)) return keys;
  const { mayBeAbsent } = owner;
  const paths = plan.organizationPaths(account);
  return new Map<string, KeyState>([
    ...keys,
    ["aws:vpceorgid", { ...present(plan.request.snapshot.Organization.Id), mayBeAbsent }],
    [
      "aws:vpceorgpaths",
      paths === undefined ? { ...PRESENT_UNKNOWN, mayBeAbsent } : { ...presentList(paths), mayBeAbsent },
    ],
  ]);
}
