/**
 * IAM-OPS: Bool compares `true` and `false`. Reading 6: without regard to case; what another value of the request is equal to
 * AWS does not say; whether a variable counts IAM-OPS and IAM-VAR say differently: so whatever is neither word is contested.
 */
import { foldAscii } from "./ascii.ts";
import { contested, type Finding } from "./truth.ts";

export function equalsBool(wanted: string, given: string): Finding {
  const words = [foldAscii(wanted), foldAscii(given)];
  if (words.some((word) => word !== "true" && word !== "false"))
    return contested(`is ${given} the boolean ${words[0]}`);
  return words[0] === words[1];
}
