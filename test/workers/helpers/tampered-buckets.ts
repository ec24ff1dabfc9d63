/** The buckets of activity with calls that fail, or before which something else happens. */
import { bindings, rebind } from "./preview-tenant.ts";
import type { ActivityBucket } from "./stored-objects.ts";

const METHODS = ["get", "put", "delete", "head", "list"] as const;
export type BucketMethod = (typeof METHODS)[number];
type Call = { readonly bucket: string; readonly method: BucketMethod; readonly key: unknown };

/** What is done in place of a call; `go` does the call itself. */
type Instead = (call: Call, go: () => Promise<unknown>) => Promise<unknown>;

/** `bucket` as it is, but for its calls. */
export function tampered(bucket: R2Bucket, name: string, instead: Instead): R2Bucket {
  return new Proxy(bucket, {
    get(target, method: BucketMethod) {
      const own = (target[method] as unknown as (...values: unknown[]) => Promise<unknown>).bind(target);
      if (!METHODS.includes(method)) return own;
      return (...values: unknown[]) => instead({ bucket: name, method, key: values[0] }, () => own(...values));
    },
  });
}

/** Runs `act` with both buckets tampered with, for everything in this test file. */
export async function withTampered<T>(instead: Instead, act: () => Promise<T>): Promise<T> {
  const { CLOUDTRAIL, ACTIVITY } = bindings;
  rebind({
    CLOUDTRAIL: tampered(CLOUDTRAIL, "CLOUDTRAIL", instead),
    ACTIVITY: tampered(ACTIVITY, "ACTIVITY", instead),
  });
  try {
    return await act();
  } finally {
    rebind({ CLOUDTRAIL, ACTIVITY });
  }
}

/** Runs `act`; the call with this number, from 0, throws: before it is done, or after. Gives how many calls there were. */
export async function failingAt(
  number: number,
  moment: "before" | "after",
  act: () => Promise<unknown>,
): Promise<{ readonly calls: number }> {
  let calls = 0;
  await withTampered(async (_, go) => {
    calls += 1;
    if (calls !== number + 1) return go();
    if (moment === "after") await go();
    throw new Error("the bucket does not answer");
  }, act);
  return { calls };
}

/** Runs `act`; `interlude` happens once, before the first call of that method of that bucket. */
export function withInterlude<T>(
  [bucket, method]: readonly [ActivityBucket, BucketMethod],
  interlude: () => Promise<unknown>,
  act: () => Promise<T>,
): Promise<T> {
  let isOver = false;
  return withTampered(async (call, go) => {
    if (!isOver && call.bucket === bucket && call.method === method) {
      isOver = true;
      await interlude();
    }
    return go();
  }, act);
}
