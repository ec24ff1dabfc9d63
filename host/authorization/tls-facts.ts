/**
 * From `tlsDetails` to `aws:SecureTransport` (semantics 4.2). Its absence proves nothing: CloudTrail omits it for calls that a
 * service or the console made.
 */
import { type KeyState, present, UNKNOWN } from "../domain/key-state.ts";
import { asObject, parseJson, textMember } from "./record-json.ts";

/** Takes a value of the `tls` column: the object as logged, or the empty string. */
export function tlsFacts(tlsDetailsJson: string): ReadonlyMap<string, KeyState> {
  const details = asObject(parseJson(tlsDetailsJson));
  const version = details && textMember(details, "tlsVersion");
  const secure = version !== undefined && /^(?:TLS|SSL)/i.test(version);
  return new Map([["aws:securetransport", secure ? present("true") : UNKNOWN]]);
}
