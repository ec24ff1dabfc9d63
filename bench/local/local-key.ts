/** The access key of a local instance: made at random, kept in a file that only its owner can read. */
import { randomBytes } from "node:crypto";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { failure, type Result, success } from "../../host/domain/fault.ts";

/** One entry of `ACCESS_KEYS` (design part 6). */
export interface LocalKey {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  /** 12 digits. */
  readonly accountId: string;
  readonly organizationId?: string;
  readonly role: "admin";
}

const ID_ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
const ID_RANDOM_LENGTH = 16;
const SECRET_BYTES = 30;

/** A fresh key with role admin. The secret carries 240 random bits. */
export function createLocalKey(accountId: string, organizationId?: string): LocalKey {
  const id = [...randomBytes(ID_RANDOM_LENGTH)].map((byte) => ID_ALPHABET[byte % ID_ALPHABET.length]).join("");
  return {
    accessKeyId: `AKIA${id}`,
    secretAccessKey: randomBytes(SECRET_BYTES).toString("base64url"),
    accountId,
    ...(organizationId === undefined ? {} : { organizationId }),
    role: "admin",
  };
}

/**
 * The key in `file`, or a fresh one for `accountId` that is stored there with mode 0600. A stored key of another account
 * is a fault (`key-account`): its activity would be out of sight.
 */
export async function readOrCreateLocalKey(file: string, accountId: string | undefined): Promise<Result<LocalKey>> {
  const text = await readFile(file, "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return undefined;
    throw error;
  });
  if (text === undefined) {
    const key = createLocalKey(accountId ?? DEFAULT_ACCOUNT);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, `${JSON.stringify(key, null, 2)}\n`, { mode: 0o600 });
    return success(key);
  }
  const key = parseKey(text);
  if (key === undefined) {
    return failure({
      code: "key-file",
      message: "the stored access key cannot be read; remove the file to get a new one",
      where: { file },
    });
  }
  if (accountId !== undefined && key.accountId !== accountId) {
    const message = `the stored access key is for account \`${key.accountId}\`, not \`${accountId}\`; leave out --account, or remove the file to get a new key`;
    return failure({ code: "key-account", message, where: { file } });
  }
  return success(key);
}

/** Of a key whose maker named no account. */
const DEFAULT_ACCOUNT = "000000000000";

function parseKey(text: string): LocalKey | undefined {
  try {
    const key = JSON.parse(text) as Partial<LocalKey> | null;
    const isWhole = typeof key?.accessKeyId === "string" && typeof key.secretAccessKey === "string";
    return isWhole && typeof key.accountId === "string" ? (key as LocalKey) : undefined;
  } catch {
    return undefined;
  }
}
