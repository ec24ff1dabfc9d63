/**
 * The log files below a folder: their names, and what has to be known of all of them before a preview can be asked for.
 * Looks at the text only; what a record means is for the service to say.
 */
import { readdir, readFile } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import { promisify } from "node:util";
import { gunzip } from "node:zlib";
import { failure, type Result, success } from "../../host/domain/fault.ts";

export interface LogFile {
  /** Path below the folder with `/`: the S3 object key. */
  readonly key: string;
  readonly path: string;
}

/** What all files together mention. */
export interface LogSurvey {
  /** Milliseconds since 1970; undefined when no file names a time. */
  readonly earliest: number | undefined;
  readonly latest: number | undefined;
  /** Every 12-digit number in quotes: account ids, and perhaps more. */
  readonly accountIds: ReadonlySet<string>;
}

const LOG_NAME = /\.json(\.gz)?$/;
const GZIP_MAGIC = [0x1f, 0x8b];
const EVENT_TIME = /"eventTime"\s*:\s*"([^"]{1,40})"/g;
const ACCOUNT_ID = /"(\d{12})"/g;
const inflate = promisify(gunzip);

/** All `.json` and `.json.gz` files below `folder`, by key. Faults: `no-folder`, `no-logs`. */
export async function findLogFiles(folder: string): Promise<Result<readonly LogFile[]>> {
  let entries: Awaited<ReturnType<typeof list>>;
  try {
    entries = await list(folder);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return failure({ code: "no-folder", message: `\`${folder}\` is not a folder that can be read (${code})` });
  }
  const files = entries
    .filter((entry) => entry.isFile() && LOG_NAME.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => ({ path, key: relative(folder, path).split(sep).join("/") }))
    .sort((left, right) => (left.key < right.key ? -1 : 1));
  if (files.length > 0) return success(files);
  return failure({ code: "no-logs", message: `\`${folder}\` holds no .json or .json.gz file` });
}

function list(folder: string) {
  return readdir(folder, { recursive: true, withFileTypes: true });
}

/** Reads every file once. A file that cannot be unpacked tells nothing here, and is the service's to report. */
export async function surveyLogs(files: readonly LogFile[]): Promise<LogSurvey> {
  let earliest: number | undefined;
  let latest: number | undefined;
  const accountIds = new Set<string>();
  for (const { path } of files) {
    const text = await readText(path);
    for (const [, time = ""] of text.matchAll(EVENT_TIME)) {
      const at = Date.parse(time);
      if (Number.isNaN(at)) continue;
      earliest = Math.min(earliest ?? at, at);
      latest = Math.max(latest ?? at, at);
    }
    for (const [, id = ""] of text.matchAll(ACCOUNT_ID)) accountIds.add(id);
  }
  return { earliest, latest, accountIds };
}

async function readText(path: string): Promise<string> {
  const bytes = await readFile(path);
  const isPacked = GZIP_MAGIC.every((byte, index) => bytes[index] === byte);
  if (!isPacked) return bytes.toString("utf8");
  return inflate(bytes).then(
    (text) => text.toString("utf8"),
    () => "",
  );
}
