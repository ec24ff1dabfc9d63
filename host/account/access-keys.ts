/**
 * Who may call: the access keys in the secrets `ACCESS_KEYS`, `ACCESS_KEYS_2` … (a secret holds 5 KB), each a JSON list.
 * Says who a key is; what its role may do is the API's table.
 */
import { type Fault, failure, type Result, success } from "../domain/fault.ts";
import type { Bindings } from "./bindings.ts";

export const ROLES = ["reader", "operator", "ingest", "admin"] as const;
export type Role = (typeof ROLES)[number];

export interface AccessKey {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  /**
   * 12 digits. `000000000000` is the key that `npm start` makes: it stands for the management account of whatever
   * organization is stored, which the job finds out.
   */
  readonly accountId: string;
  /** `o-…`; absent for an account without an organization. */
  readonly organizationId?: string;
  readonly role: Role;
}

/** Whose activity and snapshots a key sees: its organization, or its account when it has none. */
export function tenantOf({ organizationId, accountId }: AccessKey): string {
  return organizationId ?? accountId;
}

const SECRET_NAME = /^ACCESS_KEYS(_\d+)?$/;

/** All keys by id. Faults (`access-keys`) name secret and entry, never a key's secret. */
export function readAccessKeys(bindings: Bindings): Result<ReadonlyMap<string, AccessKey>> {
  const keys = new Map<string, AccessKey>();
  const holders = new Map<string, AccessKey>();
  const faults: Fault[] = [];
  for (const name of Object.keys(bindings).filter((binding) => SECRET_NAME.test(binding))) {
    for (const [index, entry] of readList(bindings[name]).entries()) {
      const key = readEntry(entry);
      if (key === undefined) faults.push(describe(name, `entry ${index} is not an access key`));
      else if (keys.has(key.accessKeyId)) faults.push(describe(name, `\`${key.accessKeyId}\` is listed twice`));
      else if (
        [key.role, holders.get(key.secretAccessKey)?.role].includes("ingest") &&
        holders.has(key.secretAccessKey)
      ) {
        // The secret of an ingest key is a bearer token, which senders show: it must say whose events come, and open nothing else.
        faults.push(
          describe(
            name,
            `\`${key.accessKeyId}\` has the secret of another ingest key, or is an ingest key with that of another key`,
          ),
        );
      } else {
        keys.set(key.accessKeyId, key);
        if (!holders.has(key.secretAccessKey) || key.role === "ingest") holders.set(key.secretAccessKey, key);
      }
    }
  }
  return faults.length === 0 ? success(keys) : failure(...faults);
}

/** What is not a JSON list counts as a list of one entry that is no key, so that it is reported. */
function readList(text: unknown): readonly unknown[] {
  try {
    const list: unknown = JSON.parse(String(text));
    return Array.isArray(list) ? list : [undefined];
  } catch {
    return [undefined];
  }
}

function readEntry(entry: unknown): AccessKey | undefined {
  if (typeof entry !== "object" || entry === null) return undefined;
  const { accessKeyId, secretAccessKey, accountId, organizationId, role } = entry as Record<string, unknown>;
  if (typeof accessKeyId !== "string" || !/^\w{3,128}$/.test(accessKeyId)) return undefined;
  if (typeof secretAccessKey !== "string" || secretAccessKey === "") return undefined;
  if (typeof accountId !== "string" || !/^\d{12}$/.test(accountId)) return undefined;
  if (!ROLES.includes(role as Role)) return undefined;
  // It is sent as it is, in a header.
  if (role === "ingest" && !/^[\x21-\x7e]+$/.test(secretAccessKey)) return undefined;
  const key = { accessKeyId, secretAccessKey, accountId, role: role as Role };
  if (organizationId === undefined || organizationId === null) return key;
  if (typeof organizationId !== "string" || !/^o-[a-z0-9]{10,32}$/.test(organizationId)) return undefined;
  return { ...key, organizationId };
}

function describe(name: string, what: string): Fault {
  const form = "{accessKeyId, secretAccessKey, accountId, organizationId?, role}";
  return { code: "access-keys", message: `secret \`${name}\`: ${what}; it must be a JSON list of ${form}` };
}
