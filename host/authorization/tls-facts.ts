/**
 * From `tlsDetails` to `aws:SecureTransport` and `s3:TlsVersion` (semantics 4.2, 4.3). Its absence proves nothing: CloudTrail omits it for calls that a
 * service or the console made.
 */
import { type KeyState, present, presentOrAbsent, UNKNOWN } from "../domain/key-state.ts";
import { asObject, parseJson, textMember } from "./record-json.ts";

/** Takes a value of the `tls` column: the object as logged, or the empty string. */
export function tlsFacts(tlsDetailsJson: string): ReadonlyMap<string, KeyState> {
  const details = asObject(parseJson(tlsDetailsJson));
  const version = details && textMember(details, "tlsVersion");
  const secure = version !== undefined && /^(?:TLS|SSL)/i.test(version);
  const number = version === undefined ? undefined : /^TLSv(1\.\d)$/.exec(version)?.[1];
  // calls of other services do not have S3's key
  const ofS3 = number === undefined ? UNKNOWN : presentOrAbsent(number);
  return new Map([
    ["aws:securetransport", secure ? present("true") : UNKNOWN],
    ["s3:tlsversion", ofS3],
    ["s3express:tlsversion", ofS3],
  ]);
}
