/** The signature a request should have, by a kept library (`@smithy/signature-v4`), over exactly the headers it is given. */
import { Sha256 } from "@aws-crypto/sha256-js";
import { HttpRequest } from "@smithy/protocol-http";
import {
  ALGORITHM_IDENTIFIER,
  createScope,
  getCanonicalHeaders,
  getSigningKey,
  SignatureV4Base,
} from "@smithy/signature-v4";
import type { AccessKey } from "../../account/access-keys.ts";

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
  /** `YYYYMMDDTHHMMSSZ`. */
  readonly time: string;
}

/** 64 hex digits. The path is encoded twice, as all services but S3 want it. */
export function signAgain(facts: SignedFacts): Promise<string> {
  return new Signer(facts).signature();
}

/** The library's own signer adds headers of its choice and takes others away; its steps do not. */
class Signer extends SignatureV4Base {
  readonly #facts: SignedFacts;

  constructor(facts: SignedFacts) {
    super({ credentials: facts.key, region: facts.region, service: facts.service, sha256: Sha256 });
    this.#facts = facts;
  }

  async signature(): Promise<string> {
    const { method, path, query, headers, bodySha256, key, region, service, time } = this.#facts;
    const request = new HttpRequest({ method, path, query: groupByName(query), headers: { ...headers } });
    const canonicalHeaders = getCanonicalHeaders(request, undefined, new Set(Object.keys(headers)));
    const canonicalRequest = this.createCanonicalRequest(request, canonicalHeaders, bodySha256);
    const day = time.slice(0, "YYYYMMDD".length);
    const scope = createScope(day, region, service);
    const text = await this.createStringToSign(time, scope, canonicalRequest, ALGORITHM_IDENTIFIER);
    const hash = new Sha256(await getSigningKey(Sha256, key, day, region, service));
    hash.update(text);
    return Array.from(await hash.digest(), (byte) => byte.toString(16).padStart(2, "0")).join("");
  }
}

function groupByName(query: SignedFacts["query"]): Record<string, string[]> {
  const groups = Map.groupBy(query, ([name]) => name);
  return Object.fromEntries([...groups].map(([name, pairs]) => [name, pairs.map(([, value]) => value)]));
}

/** Looks at every character, however early they differ. Both are hex digits of the same length. */
export function equalInConstantTime(left: string, right: string): boolean {
  let difference = left.length ^ right.length;
  for (let index = 0; index < left.length; index += 1) difference |= left.charCodeAt(index) ^ right.charCodeAt(index);
  return difference === 0;
}
