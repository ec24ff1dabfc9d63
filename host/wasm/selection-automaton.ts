/**
 * Wanted paths → the automaton over names that the core walks (assembly/wire/selection.ts). Everything that can be known
 * about which rows overlap is worked out here, so that the core is in one state at a time. Knows nothing of bytes.
 */
import { RECORD_PARTS, type WantedPath } from "../domain/parameter-selection.ts";

/** Number of a state; 0: nothing is wanted. */
export type StateNumber = number;

export interface AutomatonState {
  readonly take: boolean;
  readonly name: boolean;
  /** Does any name lead on? */
  readonly inside: boolean;
  /** Where names without an edge lead, of this state or its fallbacks, and without a suffix. */
  readonly any: StateNumber;
  /** The state whose edges count where this one has none. */
  readonly fallback: StateNumber;
  readonly edges: ReadonlyMap<string, StateNumber>;
  /** The longest first. States with the same suffixes may have one array. */
  readonly suffixes: readonly (readonly [string, StateNumber])[];
}

/** AWS puts it in place of a part that is too large; whatever is wanted, this must be seen. */
const OMITTED = "omitted";

interface TrieNode {
  take: boolean;
  name: boolean;
  readonly exact: Map<string, TrieNode>;
  readonly suffixes: Map<string, TrieNode>;
  any: TrieNode | undefined;
}

/** Paths that are wanted together; equal ones are one object. */
interface Wanted {
  readonly id: number;
  readonly take: boolean;
  readonly name: boolean;
  readonly exact: ReadonlyMap<string, Wanted>;
  readonly suffixes: ReadonlyMap<string, Wanted>;
  readonly any: Wanted | undefined;
}

/** The states by number; 0 is the one that wants nothing, 1 the first. */
export function selectionAutomaton(selection: readonly WantedPath[]): readonly AutomatonState[] {
  const trie = emptyNode();
  for (const { source, name = "*", part, path, namesOnly = false } of selection) {
    const end = nodeAt(trie, [source, name, part, ...path.split(".")]);
    if (namesOnly) end.name = true;
    else end.take = true;
  }
  for (const part of RECORD_PARTS) nodeAt(trie, ["*", "*", part, OMITTED]).take = true;
  const builder = new AutomatonBuilder();
  const first = builder.stateOf([shareEqual(trie, new Map())], 0);
  if (first !== 1) throw new Error("the first state of a selection has another number");
  return builder.states;
}

function emptyNode(): TrieNode {
  return { take: false, name: false, exact: new Map(), suffixes: new Map(), any: undefined };
}

function nodeAt(trie: TrieNode, names: readonly string[]): TrieNode {
  let node = trie;
  for (const name of names) {
    if (name === "") throw new RangeError(`an empty name in the path \`${names.join(".")}\``);
    node = childOf(node, name);
  }
  return node;
}

function childOf(node: TrieNode, name: string): TrieNode {
  if (name === "*") {
    node.any ??= emptyNode();
    return node.any;
  }
  const [children, key] = name.startsWith("*") ? [node.suffixes, name.slice(1)] : [node.exact, name];
  const child = children.get(key) ?? emptyNode();
  children.set(key, child);
  return child;
}

/** Makes equal subtrees one: operations of a service want mostly the same. */
function shareEqual(node: TrieNode, known: Map<string, Wanted>): Wanted {
  const share = (children: ReadonlyMap<string, TrieNode>) =>
    new Map([...children].sort(byKey).map(([name, child]) => [name, shareEqual(child, known)] as const));
  // What is taken whole needs no more said.
  const below = node.take ? emptyNode() : node;
  const shared = {
    take: node.take,
    name: node.name && !node.take,
    exact: share(below.exact),
    suffixes: share(below.suffixes),
    any: below.any && shareEqual(below.any, known),
  };
  const ids = (children: ReadonlyMap<string, Wanted>) => [...children].map(([name, { id }]) => [name, id]);
  const key = JSON.stringify([
    shared.take,
    shared.name,
    ids(shared.exact),
    ids(shared.suffixes),
    shared.any === undefined ? 0 : shared.any.id,
  ]);
  const wanted = known.get(key) ?? { id: known.size + 1, ...shared };
  known.set(key, wanted);
  return wanted;
}

function byKey([left]: readonly [string, unknown], [right]: readonly [string, unknown]): number {
  return left < right ? -1 : Number(left > right);
}

const NOTHING: AutomatonState = {
  take: false,
  name: false,
  inside: false,
  any: 0,
  fallback: 0,
  edges: new Map(),
  suffixes: [],
};

/** A state is a set of subtrees of which each may go on; made once per set. */
class AutomatonBuilder {
  readonly states: AutomatonState[] = [NOTHING];
  readonly #numbers = new Map<string, StateNumber>();
  readonly #sets: (readonly Wanted[])[] = [[]];

  /** `fallback`: a state that may share edges with this one, if it is part of it. */
  stateOf(wanted: readonly Wanted[], fallback: StateNumber): StateNumber {
    const set = normalized(wanted);
    if (set.length === 0) return 0;
    const key = set.map(({ id }) => id).join();
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    const number = this.states.push(NOTHING) - 1;
    this.#numbers.set(key, number);
    this.#sets.push(set);
    this.states[number] = this.#expand(set, this.#isPart(fallback, set) ? fallback : 0);
    return number;
  }

  #isPart(state: StateNumber, set: readonly Wanted[]): boolean {
    const part = this.#sets[state] ?? [];
    return part.length < set.length && part.every((wanted) => set.includes(wanted));
  }

  #expand(set: readonly Wanted[], fallback: StateNumber): AutomatonState {
    const shared = this.states[fallback] ?? NOTHING;
    const own = set.filter((wanted) => !this.#sets[fallback]?.includes(wanted));
    // Then only the names that it knows itself can lead elsewhere than from the fallback.
    const onlyNames = fallback !== 0 && own.every(({ suffixes, any }) => suffixes.size === 0 && any === undefined);
    const anySet = set.flatMap((wanted) => wanted.any ?? []);
    const any = onlyNames ? shared.any : this.stateOf(anySet, shared.any);
    const edges = new Map<string, StateNumber>();
    for (const name of new Set((onlyNames ? own : set).flatMap(({ exact }) => [...exact.keys()]))) {
      const exact = set.flatMap((wanted) => wanted.exact.get(name) ?? []);
      const other = any === 0 ? this.#successor(fallback, name) : any;
      const target = this.stateOf([...exact, ...endingSo(set, name), ...anySet], other);
      if (this.#edge(fallback, name) !== target) edges.set(name, target);
    }
    return {
      take: set.some(({ take }) => take),
      name: set.some(({ name }) => name),
      inside: set.some(({ exact, suffixes, any }) => exact.size > 0 || suffixes.size > 0 || any !== undefined),
      any,
      fallback,
      edges,
      suffixes: onlyNames ? shared.suffixes : this.#suffixes(set, anySet, any),
    };
  }

  #suffixes(set: readonly Wanted[], anySet: readonly Wanted[], any: StateNumber): AutomatonState["suffixes"] {
    const ends = [...new Set(set.flatMap(({ suffixes }) => [...suffixes.keys()]))];
    ends.sort((left, right) => right.length - left.length || (left < right ? -1 : 1));
    return ends.map((end) => [end, this.stateOf([...endingSo(set, end), ...anySet], any)]);
  }

  #edge(state: StateNumber, name: string): StateNumber {
    if (state === 0) return 0;
    const { edges, fallback } = this.states[state] ?? NOTHING;
    return edges.get(name) ?? this.#edge(fallback, name);
  }

  #successor(state: StateNumber, name: string): StateNumber {
    const { suffixes, any } = this.states[state] ?? NOTHING;
    return this.#edge(state, name) || (suffixes.find(([end]) => name.endsWith(end))?.[1] ?? any);
  }
}

/** Each once, in one order; what is taken whole makes the rest idle. */
function normalized(wanted: readonly Wanted[]): readonly Wanted[] {
  const whole = wanted.find(({ take }) => take);
  if (whole !== undefined) return [whole];
  return [...new Set(wanted)].sort((left, right) => left.id - right.id);
}

/** What the suffixes that a name ends with lead to. */
function endingSo(set: readonly Wanted[], name: string): readonly Wanted[] {
  return set.flatMap(({ suffixes }) => [...suffixes].flatMap(([end, wanted]) => (name.endsWith(end) ? wanted : [])));
}
