/**
 * Authorizations of distinct requests → what the core is asked: every action once, every target (a resource with the condition
 * keys that hang on it or on the request, as far as the policies name them) once.
 */
import { type Authorization, resourceText } from "../../authorization/request/authorization.ts";
import type { KeyState } from "../../domain/key-state.ts";
import { RESOURCE_KEY } from "../../domain/program.ts";
import type { Entry, RequestEntries, RequestInput, Subject } from "../../wasm/judge-input.ts";
import type { IdArray } from "../../wasm/memory-writer.ts";
import { IS_FORM, POSSIBILITIES } from "../../wasm/plan-layout.ts";
import type { FactColumn, RequestFacts } from "./chunk-facts.ts";
import { toSubject } from "./to-subject.ts";

/** What is known of a key for one authorization of a request. */
export type TargetState = (facts: RequestFacts, authorization: Authorization, key: string) => KeyState;

/** `keys`: what the program asks of targets, RESOURCE_KEY among them where it does. */
export function requestInput(
  column: FactColumn<RequestFacts>,
  keys: readonly string[],
  stateOf: TargetState,
): RequestInput {
  const actions = new Interned((action: string) => action, actionSubject);
  const targets = new Interned(
    (states: readonly Subject[]) => JSON.stringify(states),
    (states) => states,
  );
  const requests = new Interned(
    (entries: RequestEntries) => JSON.stringify(entries),
    (entries) => entries,
  );
  const ids = Uint32Array.from(column.facts, (facts) => {
    const entryOf = (authorization: Authorization): Entry => ({
      action: actions.idOf(authorization.action),
      target: targets.idOf(
        keys.map((key) =>
          key === RESOURCE_KEY ? resourceSubject(authorization) : toSubject(key, stateOf(facts, authorization, key)),
        ),
      ),
    });
    const { certain, possible } = facts.authorizations;
    return requests.idOf({ certain: certain.map((list) => list.map(entryOf)), possible: possible.map(entryOf) });
  });
  return {
    ids: renumber(column.ids, ids),
    requests: requests.values,
    actions: actions.values,
    targets: {
      valueCount: targets.values.length,
      subjects: new Map(keys.map((key, index) => [key, targets.values.map((states) => at(states, index))])),
    },
  };
}

/** Distinct values, numbered as they come. */
class Interned<T, V> {
  readonly values: V[] = [];
  readonly #ids = new Map<string, number>();
  readonly #nameOf: (value: T) => string;
  readonly #make: (value: T) => V;

  constructor(nameOf: (value: T) => string, make: (value: T) => V) {
    this.#nameOf = nameOf;
    this.#make = make;
  }

  idOf(value: T): number {
    const name = this.#nameOf(value);
    const id = this.#ids.get(name) ?? this.values.push(this.#make(value)) - 1;
    this.#ids.set(name, id);
    return id;
  }
}

/** `prefix:Name` is one action, `prefix:*` some action of a service, `*` anything; the core wants lower case. */
function actionSubject(pattern: string): Subject {
  if (pattern === "*") return { possibilities: POSSIBILITIES.anything, texts: [""] };
  if (pattern.endsWith(":*"))
    return { possibilities: POSSIBILITIES.anything, texts: [pattern.slice(0, -1).toLowerCase()] };
  if (pattern.includes("*")) throw new Error(`action pattern ${pattern} is neither one action nor a whole service`);
  return { possibilities: POSSIBILITIES.values, texts: [pattern.toLowerCase()] };
}

function resourceSubject({ resource }: Authorization): Subject {
  if (resource.kind === "unknown") return { possibilities: POSSIBILITIES.anything, texts: [] };
  if (resource.kind === "pattern")
    return { possibilities: POSSIBILITIES.values | IS_FORM, texts: [], form: resource.parts };
  return { possibilities: POSSIBILITIES.values, texts: [resourceText(resource)] };
}

function renumber(ids: IdArray, numbers: Uint32Array): IdArray {
  return Uint32Array.from(ids, (id) => numbers[id] ?? 0);
}

function at(subjects: readonly Subject[], index: number): Subject {
  const subject = subjects[index];
  if (subject === undefined) throw new Error(`no subject ${index}`);
  return subject;
}
