/** The arguments of `npm run coverage`, and the small files they name. Says of a wrong one what to do instead. */
import { readdir, readFile, stat } from "node:fs/promises";
import { join, relative } from "node:path";
import { parseArgs } from "node:util";
import { parseUserMapping, type UserMapping } from "../../host/authorization/actions/user-mapping.ts";
import { parseSuppliedContext, type SuppliedContext } from "../../host/authorization/keys/supplied-context.ts";
import { failure, type Result, success } from "../../host/domain/fault.ts";
import { findLogFiles, type LogFile } from "../local/log-files.ts";

export const COVERAGE_USAGE =
  "usage: npm run coverage -- <folder of log files> [--policies <folder or file>] [--mapping <file>] [--context <file>]";

export interface PolicyFile {
  /** Path below the folder. */
  readonly name: string;
  readonly text: string;
}

export interface CoverageArguments {
  readonly logs: readonly LogFile[];
  readonly policies: readonly PolicyFile[] | undefined;
  readonly mapping: UserMapping | undefined;
  readonly context: SuppliedContext | undefined;
}

const OPTIONS = {
  policies: { type: "string" },
  mapping: { type: "string" },
  context: { type: "string" },
} as const;

/** Faults: `bad-argument`, `bad-file`, those of the files. */
export async function readCoverageArguments(argv: readonly string[]): Promise<Result<CoverageArguments>> {
  let parsed: ReturnType<typeof parse>;
  try {
    parsed = parse(argv);
  } catch (error) {
    return failure({ code: "bad-argument", message: (error as Error).message });
  }
  const [folder, ...more] = parsed.positionals;
  if (folder === undefined || more.length > 0)
    return failure({ code: "bad-argument", message: "name one folder of log files" });
  const logs = await findLogFiles(folder);
  if (!logs.ok) return logs;
  const { values } = parsed;
  const policies = values.policies === undefined ? success(undefined) : await readPolicies(values.policies);
  if (!policies.ok) return policies;
  const mapping = await readOptional(values.mapping, parseUserMapping);
  if (!mapping.ok) return mapping;
  const context = await readOptional(values.context, parseSuppliedContext);
  if (!context.ok) return context;
  return success({ logs: logs.value, policies: policies.value, mapping: mapping.value, context: context.value });
}

function parse(argv: readonly string[]) {
  return parseArgs({ args: [...argv], options: OPTIONS, allowPositionals: true });
}

async function readOptional<T>(
  path: string | undefined,
  parseText: (text: string) => Result<T>,
): Promise<Result<T | undefined>> {
  if (path === undefined) return success(undefined);
  const text = await readText(path);
  if (!text.ok) return text;
  const parsed = parseText(text.value);
  if (parsed.ok) return parsed;
  return failure(...parsed.faults.map((fault) => ({ ...fault, where: { ...fault.where, file: path } })));
}

/** All `.json` files below a folder, or the one file. */
async function readPolicies(path: string): Promise<Result<readonly PolicyFile[]>> {
  const info = await stat(path).catch(() => undefined);
  if (info === undefined)
    return failure({ code: "bad-file", message: `\`${path}\` is neither a file nor a folder that can be read` });
  const paths = info.isFile()
    ? [path]
    : (await readdir(path, { recursive: true, withFileTypes: true }))
        .filter((entry) => entry.isFile() && entry.name.endsWith(".json"))
        .map((entry) => join(entry.parentPath, entry.name))
        .sort();
  const files: PolicyFile[] = [];
  for (const each of paths) {
    const text = await readText(each);
    if (!text.ok) return text;
    files.push({ name: info.isFile() ? each : relative(path, each), text: text.value });
  }
  return success(files);
}

async function readText(path: string): Promise<Result<string>> {
  try {
    return success(await readFile(path, "utf8"));
  } catch (error) {
    return failure({
      code: "bad-file",
      message: `\`${path}\` cannot be read (${(error as NodeJS.ErrnoException).code})`,
    });
  }
}
