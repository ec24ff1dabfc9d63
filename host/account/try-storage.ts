/** Do the buckets that activity is kept in take and give back an object? Asked once, when collection is switched on. */
import type { Bindings } from "./bindings.ts";

const BUCKETS = ["CLOUDTRAIL", "ACTIVITY"] as const;

/** What is wrong, in words, or undefined. `name` keeps probes of several tenants apart. */
export async function tryStorage(bindings: Bindings, name: string): Promise<string | undefined> {
  for (const bucket of BUCKETS) {
    const key = `probes/${name}`;
    try {
      await bindings[bucket].put(key, name);
      const text = await (await bindings[bucket].get(key))?.text();
      await bindings[bucket].delete(key);
      if (text !== name) return `the bucket bound as ${bucket} does not give back what was put into it`;
    } catch {
      return `the bucket bound as ${bucket} is missing, or does not take objects`;
    }
  }
  return undefined;
}
