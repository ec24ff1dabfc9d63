/**
 * From `tlsDetails`, and the cipher that S3 names in `additionalEventData`, to `aws:SecureTransport` and `s3:TlsVersion`
 * (semantics 4.2, 4.3). Their absence proves nothing: CloudTrail omits them for calls that a service or the console made.
 */
import { type KeyState, present, presentOrAbsent, UNKNOWN } from "../domain/key-state.ts";
import type { WantedPath } from "../domain/parameter-selection.ts";
import { eventSourcesOf } from "./event-source-prefixes.ts";
import { asObject, parseJson, textMember } from "./record-json.ts";

const CIPHER = "CipherSuite";

export const TLS_PATHS: readonly WantedPath[] = ["s3", "s3express"].flatMap((prefix) =>
  eventSourcesOf(prefix).map((source): WantedPath => ({ source, part: "additionalEventData", path: CIPHER })),
);

/** Does a value of the `additionalEventData` column name a cipher? `-` stands for none in S3's logs. */
export function namesCipher(additionalEventData: string): boolean {
  if (!additionalEventData.includes(CIPHER)) return false;
  const cipher = textMember(asObject(parseJson(additionalEventData)) ?? {}, CIPHER);
  return cipher !== undefined && cipher !== "-";
}

/** Takes a value of the `tls` column, the object as logged or the empty string; `hasCipher`: as namesCipher says. */
export function tlsFacts(tlsDetailsJson: string, hasCipher = false): ReadonlyMap<string, KeyState> {
  const details = asObject(parseJson(tlsDetailsJson));
  const version = details && textMember(details, "tlsVersion");
  const secure = hasCipher || (version !== undefined && /^(?:TLS|SSL)/i.test(version));
  const number = version === undefined ? undefined : /^TLSv(1(?:\.\d)?)$/.exec(version)?.[1];
  // the first version goes without its zero; calls of other services do not have S3's key
  const ofS3 = number === undefined ? UNKNOWN : presentOrAbsent(number === "1" ? "1.0" : number);
  return new Map([
    ["aws:securetransport", secure ? present("true") : UNKNOWN],
    ["s3:tlsversion", ofS3],
    ["s3express:tlsversion", ofS3],
  ]);
}
