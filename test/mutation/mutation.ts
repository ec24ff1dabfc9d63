/** One change of text by which one rule is gone. */
export interface Mutation {
  readonly name: string;
  readonly file: string;
  /** Stands exactly once in the file. */
  readonly find: string;
  readonly replace: string;
}

/** Of one file: name, text to find, text in its place. */
export function mutationsOf(
  file: string,
  changes: readonly (readonly [string, string, string])[],
): readonly Mutation[] {
  return changes.map(([name, find, replace]) => ({ name, file, find, replace }));
}
