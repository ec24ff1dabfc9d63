/** A smaller case that is still wrong: parts are dropped and texts shortened, one at a time, as long as one of these changes keeps it so. */
import { ABSENT, type KeyState, present } from "../../host/domain/key-state.ts";
import { type FuzzCase, isReadable, type Levels, type PolicyJson, type StatementJson } from "./fuzz-case.ts";

const TRIES_MAX = 4000;

/** `isWrong` is asked only of cases whose policies the grammar takes. */
export function shrink(start: FuzzCase, isWrong: (each: FuzzCase) => boolean): FuzzCase {
  let smallest = start;
  let tries = 0;
  for (let found = true; found && tries < TRIES_MAX; ) {
    found = false;
    for (const candidate of smallerCases(smallest)) {
      if (tries++ > TRIES_MAX) break;
      if (!isReadable([...candidate.current, ...(candidate.proposed ?? [])]) || !isWrong(candidate)) continue;
      smallest = candidate;
      found = true;
      break;
    }
  }
  return smallest;
}

/** The biggest steps first. */
function* smallerCases(each: FuzzCase): Generator<FuzzCase> {
  yield* withoutLevels(each);
  for (const current of smallerLevels(each.current)) yield { ...each, current };
  for (const proposed of smallerLevels(each.proposed ?? [])) yield { ...each, proposed };
  yield* withSimplerRequest(each);
}

function* withoutLevels(each: FuzzCase): Generator<FuzzCase> {
  if (each.current.length < 2) return;
  for (const index of each.current.keys()) {
    const proposed = each.proposed?.toSpliced(index, 1);
    yield { ...each, current: each.current.toSpliced(index, 1), proposed };
  }
}

/** What is left of a level may be no policy at all: then it allows nothing. */
function smallerLevels(levels: Levels): Generator<Levels> {
  return inOne(levels, (policies) => smallerList(policies, smallerPolicies));
}

function* smallerPolicies(policy: PolicyJson): Generator<PolicyJson> {
  if (policy.Statement.length > 1) {
    for (const index of policy.Statement.keys()) yield { ...policy, Statement: policy.Statement.toSpliced(index, 1) };
  }
  if (policy.Version !== "2012-10-17") yield { Version: "2012-10-17", Statement: policy.Statement };
  for (const Statement of inOne(policy.Statement, smallerStatements)) yield { ...policy, Statement };
}

function* smallerStatements(statement: StatementJson): Generator<StatementJson> {
  const { Sid, Condition, ...rest } = statement;
  if (Sid !== undefined) yield Condition === undefined ? rest : { ...rest, Condition };
  if (Condition !== undefined) {
    yield rest;
    for (const smaller of smallerConditions(Condition)) yield { ...statement, Condition: smaller };
  }
  for (const name of ["Action", "NotAction", "Resource", "NotResource"] as const) {
    const patterns = statement[name];
    if (patterns === undefined) continue;
    if (patterns.join() !== "*") yield { ...statement, [name]: ["*"] };
    for (const smaller of smallerTexts(patterns)) yield { ...statement, [name]: smaller };
  }
}

function* smallerConditions(
  conditions: NonNullable<StatementJson["Condition"]>,
): Generator<NonNullable<StatementJson["Condition"]>> {
  for (const [operator, keys] of Object.entries(conditions)) {
    const { [operator]: _, ...others } = conditions;
    if (Object.keys(others).length > 0) yield others;
    for (const [key, values] of Object.entries(keys)) {
      const { [key]: __, ...otherKeys } = keys;
      if (Object.keys(otherKeys).length > 0) yield { ...conditions, [operator]: otherKeys };
      for (const smaller of smallerTexts(values)) {
        yield { ...conditions, [operator]: { ...keys, [key]: smaller } };
      }
    }
    for (const plain of [operator.replace("IfExists", ""), operator.replace(/^For\w+:/, "")]) {
      if (!Object.hasOwn(conditions, plain)) yield { ...others, [plain]: keys };
    }
  }
}

function* withSimplerRequest(each: FuzzCase): Generator<FuzzCase> {
  for (const prefix of each.unknownPrefixes) {
    yield { ...each, unknownPrefixes: each.unknownPrefixes.filter((other) => other !== prefix) };
  }
  for (const [key, state] of Object.entries(each.keys)) {
    const { [key]: _, ...others } = each.keys;
    yield { ...each, keys: others };
    for (const simpler of simplerStates(state)) yield { ...each, keys: { ...each.keys, [key]: simpler } };
  }
  if (each.resource === undefined) yield { ...each, resource: "*" };
  else if (each.resource !== "*") {
    yield { ...each, resource: "*" };
    for (const resource of shorterTexts(each.resource)) {
      if (resource.split(":").length >= 6) yield { ...each, resource };
    }
  }
  if (each.action !== "s3:GetObject") yield { ...each, action: "s3:GetObject" };
}

function* simplerStates({ mayBeAbsent, values, mayBeAnything }: KeyState): Generator<KeyState> {
  if (mayBeAbsent && (values !== undefined || mayBeAnything)) {
    yield ABSENT;
    yield { mayBeAbsent: false, values, mayBeAnything };
  }
  if (values === undefined) return;
  if (mayBeAnything) yield { mayBeAbsent, values: undefined, mayBeAnything };
  if (mayBeAbsent || mayBeAnything) yield present(...values);
  else for (const smaller of smallerTexts(values)) yield present(...smaller);
}

/** One entry less while one is left, or one entry shorter. */
function smallerTexts(texts: readonly string[]): Generator<readonly string[]> {
  return texts.length > 1 ? smallerList(texts, shorterTexts) : inOne(texts, shorterTexts);
}

function* smallerList<T>(entries: readonly T[], smaller: (entry: T) => Iterable<T>): Generator<readonly T[]> {
  for (const index of entries.keys()) yield entries.toSpliced(index, 1);
  yield* inOne(entries, smaller);
}

/** The list with one entry made smaller. */
function* inOne<T>(entries: readonly T[], smaller: (entry: T) => Iterable<T>): Generator<readonly T[]> {
  for (const [index, entry] of entries.entries()) {
    for (const other of smaller(entry)) yield entries.toSpliced(index, 1, other);
  }
}

/** A half, then single characters less. */
function* shorterTexts(text: string): Generator<string> {
  const characters = [...text];
  const half = Math.ceil(characters.length / 2);
  if (half > 1) {
    yield characters.slice(half).join("");
    yield characters.slice(0, half).join("");
  }
  for (const index of characters.keys()) yield characters.toSpliced(index, 1).join("");
}
