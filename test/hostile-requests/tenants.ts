/**
 * Who is there: a victim whose state must stay as it is, a neighbour account in the victim's tenant, another tenant, and
 * scratch tenants for content that may be taken in part. Keys and markers are invented and the same in every run.
 */
import { createRandom, LETTERS_AND_DIGITS } from "../../bench/corpus/random.ts";
import type { AccessKey, Role } from "../../host/account/access-keys.ts";

export const VICTIM_ACCOUNT = "111111111111";
export const NEIGHBOUR_ACCOUNT = "222222222222";
/** Whose calls the victim's logs hold. */
export const MEMBER_ACCOUNT = "333333333333";
export const OTHER_ACCOUNT = "444444444444";

/** In every marker, and in nothing else that this pass sends. */
export const MARKER = "Zx7Marker";

/**
 * Words that the stored content of a tenant holds, and content that is sent and must not be kept. Letters and digits
 * alone, so that a Sid can be one.
 */
export const MARKERS = {
  victim: `${MARKER}Victim`,
  other: `${MARKER}Other`,
  scratch: `${MARKER}Scratch`,
  sent: `${MARKER}Sent`,
} as const;

/** Tenants whose stored content somebody else could see. */
export type Owner = "victim" | "other";

const VICTIM_TENANT = "o-victimtenant";

export const KEYS = {
  admin: createKey("admin", VICTIM_ACCOUNT, "admin", VICTIM_TENANT),
  reader: createKey("reader", VICTIM_ACCOUNT, "reader", VICTIM_TENANT),
  operator: createKey("operator", VICTIM_ACCOUNT, "operator", VICTIM_TENANT),
  ingest: createKey("ingest", VICTIM_ACCOUNT, "ingest", VICTIM_TENANT),
  neighbour: createKey("neighbour", NEIGHBOUR_ACCOUNT, "operator", VICTIM_TENANT),
  other: createKey("other", OTHER_ACCOUNT, "admin", "o-othertenant"),
  /** Log files and jobs. */
  scratch: createKey("scratch", "555555555555", "admin", "o-scratchtenant"),
  /** Snapshots, mappings and contexts: apart, since jobs would run with them. */
  scratchFiles: createKey("scratchFiles", "666666666666", "admin", "o-scratchfiles"),
} as const satisfies Readonly<Record<string, AccessKey>>;
export type KeyName = keyof typeof KEYS;

function createKey(name: string, accountId: string, role: Role, organizationId: string): AccessKey {
  const random = createRandom(`hostile-requests/${name}`);
  const secretAccessKey = random.text(40, LETTERS_AND_DIGITS);
  return { accessKeyId: `AKIA${name.toUpperCase()}EXAMPLE`, secretAccessKey, accountId, organizationId, role };
}

/** Whose stored content the key may see. */
export function ownerOf(name: KeyName): Owner | undefined {
  if (name === "other") return "other";
  return name.startsWith("scratch") ? undefined : "victim";
}
