/** From `awsRegion` to `aws:RequestedRegion` (semantics 4.3). Global services log the region their endpoint counts to, which is the key's value too. */
import { type KeyState, present, UNKNOWN } from "../domain/key-state.ts";

/** `eu-west-1`, `us-gov-east-1`, `us-isob-east-1`; not the placeholders of masked records. */
const REGION = /^[a-z]{2,}(?:-[a-z]+)+-\d+[a-z]?$/;

/** Takes a value of the `region` column. */
export function regionFacts(region: string): ReadonlyMap<string, KeyState> {
  return new Map([["aws:requestedregion", REGION.test(region) ? present(region) : UNKNOWN]]);
}
