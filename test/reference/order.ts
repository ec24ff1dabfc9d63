/** IAM-OPS: what stands behind Numeric and Date in an operator's name. The request's value comes first: value < pattern. */
export type Comparison = "Equals" | "LessThan" | "LessThanEquals" | "GreaterThan" | "GreaterThanEquals";

export function compareAs(comparison: Comparison, given: bigint, wanted: bigint): boolean {
  switch (comparison) {
    case "Equals":
      return given === wanted;
    case "LessThan":
      return given < wanted;
    case "LessThanEquals":
      return given <= wanted;
    case "GreaterThan":
      return given > wanted;
    case "GreaterThanEquals":
      return given >= wanted;
  }
}
