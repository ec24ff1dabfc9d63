/** The condition keys that a policy text asks for, read from its JSON alone: those of Condition, and those of its variables. */

interface Document {
  readonly Version?: string;
  readonly Statement: Statement | readonly Statement[];
}

interface Statement {
  readonly Resource?: unknown;
  readonly NotResource?: unknown;
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

const VARIABLE = /\$\{([^*?$,}]+)[^}]*\}/g;

/** In lower case. */
export function keysAskedFor(text: string): ReadonlySet<string> {
  const { Version, Statement } = JSON.parse(text) as Document;
  const keys = new Set<string>();
  for (const { Resource, NotResource, Condition = {} } of [Statement].flat() as readonly Statement[]) {
    const asked = Object.values(Condition).flatMap((operator) => Object.entries(operator));
    for (const [key] of asked) keys.add(key.toLowerCase());
    if (Version !== "2012-10-17") continue;
    const texts = JSON.stringify([Resource, NotResource, asked.map(([, values]) => values)]);
    for (const [, key = ""] of texts.matchAll(VARIABLE)) keys.add(key.toLowerCase());
  }
  return keys;
}
