/**
 * Which service decides an S3 operation: S3 itself, or the one that owns buckets and access points of another kind, whose
 * actions bear the names of S3's. Reads the bucket; knows no operation.
 */
import type { ServiceCatalogue } from "../catalogue/service-catalogue.ts";
import type { RowCall } from "./row-call.ts";

/** What of a request tells the kind of bucket. */
export const S3_BUCKET_PATHS: readonly string[] = ["bucketName"];

/** Takes the prefix of the event's source and a call that may read `bucketName`; gives the prefix that decides (semantics 5.4). */
export function s3PrefixOf(prefix: string, call: RowCall): string {
  if (prefix !== "s3") return prefix;
  const bucket = call.texts("bucketName")[0] ?? "";
  if (/--x-s3(?:$|\/)/.test(bucket) || /^arn:[^:]*:s3express:/.test(bucket)) return "s3express";
  return /^arn:[^:]*:(s3-outposts|s3-object-lambda):/.exec(bucket)?.[1] ?? prefix;
}

/** Does the prefix have S3's operations under its own name? */
export function hasS3Names(prefix: string): boolean {
  return prefix === "s3-outposts" || prefix === "s3-object-lambda";
}

/** `s3:GetObject` → `s3-outposts:GetObject`, where that exists. */
export function asServiceOf(catalogue: ServiceCatalogue, prefix: string, action: string): string {
  const [service = "", name = ""] = action.split(":");
  if (service !== "s3" || !hasS3Names(prefix)) return action;
  return catalogue.findAction(prefix, name)?.action ?? action;
}
