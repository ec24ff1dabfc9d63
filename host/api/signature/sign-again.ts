/** The signature a request should have, by a kept library (`@smithy/signature-v4`), over exactly the headers it is given. */
import { Sha256 } from "@aws-crypto/sha256-js";
import { HttpRequest } from "@smithy/protocol-http";
import { SignatureV4 } from "@smithy/signature-v4";
import type { AccessKey } from "../../account/access-keys.ts";
import { parseAuthorization } from "./parse-authorization.ts";

export interface SignedFacts {
  readonly method: string;
  /** As in the URL, escapes and all. */
  readonly path: string;
  /** Decoded. */
  readonly query: readonly (readonly [name: string, value: string])[];
  /** Those that were signed and no others, names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** Lower-case hex. */
  readonly bodySha256: string;
  readonly key: AccessKey;
  readonly region: string;
  readonly service: string;
  readonly date: Date;
}

/** 64 hex digits. The path is encoded twice, as all services but S3 want it. */
export async function signAgain(facts: SignedFacts): Promise<string> {
  const { accessKeyId, secretAccessKey } = facts.key;
  const { region, service } = facts;
  const credentials = { accessKeyId, secretAccessKey };
  const signer = new SignatureV4({ credentials, region, service, sha256: Sha256 });
  const { method, path, query } = facts;
  // The signer takes the body's hash from this header, and adds it and the date: both are struck out unless signed.
  const headers = { "x-amz-content-sha256": facts.bodySha256, ...facts.headers };
  const names = new Set(Object.keys(facts.headers));
  const added = new Set(["x-amz-date", "x-amz-content-sha256"].filter((name) => !names.has(name)));
  const signed = await signer.sign(new HttpRequest({ method, path, query: groupByName(query), headers }), {
    signingDate: facts.date,
    signableHeaders: names,
    unsignableHeaders: added,
  });
  const again = parseAuthorization(signed.headers.authorization ?? "");
  if (again === undefined) throw new Error("the signer gave no signature");
  return again.signature;
}

function groupByName(query: SignedFacts["query"]): Record<string, string[]> {
  const groups = Map.groupBy(query, ([name]) => name);
  return Object.fromEntries([...groups].map(([name, pairs]) => [name, pairs.map(([, value]) => value)]));
}

/** Looks at every character, however early they differ. Both are 64 hex digits. */
export function equalInConstantTime(left: string, right: string): boolean {
  let difference = left.length ^ right.length;
  for (let index = 0; index < left.length; index += 1) difference |= left.charCodeAt(index) ^ right.charCodeAt(index);
  return difference === 0;
}
