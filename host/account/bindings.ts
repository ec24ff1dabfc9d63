/**
 * What the Worker is bound to (wrangler.toml). Rooms that hold a Durable Object class give a typed stub for it
 * themselves, so that this file names no class of a higher room.
 */
export interface Bindings {
  /** Raw log files, as CloudTrail delivered them. */
  readonly CLOUDTRAIL: R2Bucket;
  /** Chunks, organization snapshots, results of tasks. */
  readonly ACTIVITY: R2Bucket;
  readonly PREVIEW_TASKS: Queue<unknown>;
  readonly TENANTS: DurableObjectNamespace;
  readonly ACCOUNTS: DurableObjectNamespace;
  readonly JOBS: DurableObjectNamespace;
  /** Requests of one access key: to operations, and to ingest. Without a binding there is no limit. */
  readonly OPERATION_LIMIT?: RateLimit;
  readonly INGEST_LIMIT?: RateLimit;
  /** Workers Analytics Engine, where it is bound. */
  readonly METRICS?: AnalyticsEngineDataset;
  /**
   * JSON object: S3 bucket name in `outputS3Uri` → name of the R2 binding, or `{binding, accounts}` for a bucket that is open to
   * these accounts alone.
   */
  readonly OUTPUT_BUCKETS: string;
  /** JSON lists of access keys (design part 6): `ACCESS_KEYS`, `ACCESS_KEYS_2` … */
  readonly ACCESS_KEYS?: string;
  readonly [name: string]: unknown;
}
