/** The header `Authorization: AWS4-HMAC-SHA256 Credential=…, SignedHeaders=…, Signature=…`, taken apart. Verifies nothing. */

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
}

const ALGORITHM = "AWS4-HMAC-SHA256";
const CREDENTIAL = /^([^/\s]+)\/(\d{8})\/([^/\s]+)\/([^/\s]+)\/aws4_request$/;

/** Undefined when it has another form. */
export function parseAuthorization(header: string): Authorization | undefined {
  if (!header.startsWith(`${ALGORITHM} `)) return undefined;
  const parts = new Map<string, string>();
  for (const part of header.slice(ALGORITHM.length).split(",")) {
    const [name, ...value] = part.trim().split("=");
    if (name !== undefined) parts.set(name, value.join("="));
  }
  const credential = CREDENTIAL.exec(parts.get("Credential") ?? "");
  const signature = parts.get("Signature") ?? "";
  const signedHeaders = parts.get("SignedHeaders") ?? "";
  if (credential === null || !/^[0-9a-f]{64}$/.test(signature) || signedHeaders === "") return undefined;
  const [, accessKeyId = "", date = "", region = "", service = ""] = credential;
  return { accessKeyId, date, region, service, signedHeaders: signedHeaders.split(";"), signature };
}
