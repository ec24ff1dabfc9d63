/**
 * What a signed request says of its signature, taken apart: in the header `Authorization: AWS4-HMAC-SHA256 Credential=…,
 * SignedHeaders=…, Signature=…`, or in query parameters of the same names (a presigned URL). Verifies nothing.
 */

export interface Authorization {
  readonly accessKeyId: string;
  /** `YYYYMMDD`. */
  readonly date: string;
  readonly region: string;
  readonly service: string;
  /** Lower case, as listed. */
  readonly signedHeaders: readonly string[];
  /** 64 hex digits. */
  readonly signature: string;
  /** Of a presigned request; a header says nothing of them. */
  readonly presigned?: {
    /** `YYYYMMDDTHHMMSSZ`, as given. */
    readonly time: string;
    /** Seconds after `time` until which the URL is meant to be good. */
    readonly expires: number | undefined;
  };
}

const ALGORITHM = "AWS4-HMAC-SHA256";
const CREDENTIAL = /^([^/\s]+)\/(\d{8})\/([^/\s]+)\/([^/\s]+)\/aws4_request$/;
/** Seconds: seven days, the most a presigned URL may ask for. */
const EXPIRES_MAX = 604_800;

type Query = readonly (readonly [name: string, value: string])[];

const PARTS: readonly string[] = ["Credential", "SignedHeaders", "Signature"];

/** Undefined when it has another form. */
export function parseAuthorization(header: string): Authorization | undefined {
  if (!header.startsWith(`${ALGORITHM} `)) return undefined;
  const parts = new Map<string, string>();
  for (const part of header.slice(ALGORITHM.length).split(",")) {
    const [name = "", ...value] = part.trim().split("=");
    // Of two signatures, as of two headers that were joined, nobody could say which one counts.
    if (parts.has(name) || !PARTS.includes(name)) return undefined;
    parts.set(name, value.join("="));
  }
  return assemble(parts.get("Credential"), parts.get("SignedHeaders"), parts.get("Signature"));
}

/** Is there anything of a signature in the query? */
export function isPresigned(query: Query): boolean {
  return query.some(([name]) => /^x-amz-(?:algorithm|credential|signature)$/i.test(name));
}

/** Undefined when a parameter is missing, is there twice, or has another form. */
export function parsePresigned(query: Query): Authorization | undefined {
  const parameters = new Map<string, string>();
  for (const [name, value] of query) {
    const known = name.toLowerCase();
    if (!known.startsWith("x-amz-")) continue;
    if (parameters.has(known)) return undefined;
    parameters.set(known, value);
  }
  const get = (name: string) => parameters.get(`x-amz-${name}`);
  if (get("algorithm") !== ALGORITHM) return undefined;
  const expires = get("expires");
  if (expires !== undefined && (!/^\d{1,6}$/.test(expires) || Number(expires) < 1 || Number(expires) > EXPIRES_MAX)) {
    return undefined;
  }
  const presigned = { time: get("date") ?? "", expires: expires === undefined ? undefined : Number(expires) };
  const authorization = assemble(get("credential"), get("signedheaders"), get("signature"));
  return authorization === undefined ? undefined : { ...authorization, presigned };
}

function assemble(credential = "", signedHeaders = "", signature = ""): Authorization | undefined {
  const match = CREDENTIAL.exec(credential);
  if (match === null || !/^[0-9a-f]{64}$/.test(signature) || signedHeaders === "") return undefined;
  const [, accessKeyId = "", date = "", region = "", service = ""] = match;
  return { accessKeyId, date, region, service, signedHeaders: signedHeaders.split(";"), signature };
}
