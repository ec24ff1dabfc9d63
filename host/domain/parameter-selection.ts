/** Which members of the parts of a record that differ by operation are taken into a chunk. */
export const RECORD_PARTS = ["requestParameters", "responseElements", "additionalEventData"] as const;
export type RecordPart = (typeof RECORD_PARTS)[number];

export interface WantedPath {
  /** `eventSource` as logged, or `*` for any. */
  readonly source: string;
  /** `eventName` as logged; when absent any. */
  readonly name?: string;
  readonly part: RecordPart;
  /**
   * Member names parted by dots; arrays are gone through. The value at the end is taken whole, as logged. A name may be `*`
   * (every member) or, at the end, begin with `*` (`*Arn`: every member whose name ends so).
   */
  readonly path: string;
  /** Take the names at the end of the path only, each with `null` in place of its value. */
  readonly namesOnly?: true;
}
