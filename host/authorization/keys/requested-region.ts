/**
 * From `awsRegion` to `aws:RequestedRegion` (semantics 4.3). Global services log the region their endpoint counts to, which is the
 * key's value too. Bedrock decides a model behind an inference profile in every region that the profile reaches, with that region.
 */
import { type KeyState, PRESENT_UNKNOWN, present, UNKNOWN } from "../../domain/key-state.ts";
import { type Authorization, resourceText } from "../request/authorization.ts";

/** `eu-west-1`, `us-gov-east-1`, `us-isob-east-1`; not the placeholders of masked records. */
const REGION = /^[a-z]{2,}(?:-[a-z]+)+-\d+[a-z]?$/;
const MODEL = /^arn:[^:]*:bedrock:([^:]*)::foundation-model\//;

/** `region`: `awsRegion` as logged. */
export function requestedRegionState(region: string, { resource }: Pick<Authorization, "resource">): KeyState {
  const regionOfModel = MODEL.exec(resourceText(resource))?.[1];
  // the value for profiles that reach every region [C Bedrock user guide, global cross-region inference]
  if (regionOfModel === "") return present("unspecified");
  if (regionOfModel === "*") return PRESENT_UNKNOWN;
  return REGION.test(region) ? present(region) : UNKNOWN;
}
