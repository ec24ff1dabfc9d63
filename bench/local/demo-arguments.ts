/** The arguments of `npm run demo`. Reads no file; says of a wrong argument what to do instead. */
import { parseArgs } from "node:util";
import { type Fault, failure, type Result, success } from "../../host/domain/fault.ts";
import type { AttachmentMode } from "../../host/domain/job.ts";

export const DEMO_USAGE = `usage: npm run demo
       npm run demo -- --logs <folder> --policy <file> --target <account, OU or root id>
                       [--organization <file>] [--attach add|replace]
                       [--mapping <file>] [--context <file>]`;

/** The user's own files instead of the generated ones. Paths as given. */
export interface OwnFiles {
  readonly logs: string;
  readonly policies: readonly string[];
  readonly target: string;
  readonly organization?: string;
  readonly mapping?: string;
  readonly context?: string;
  readonly attachmentMode?: AttachmentMode;
}

const ACCOUNT_ID = /^\d{12}$/;
const TARGET_ID = /^(\d{12}|r-[0-9a-z]{4,32}|ou-[0-9a-z]{4,32}-[a-z0-9]{8,32})$/;
const MODES: Readonly<Record<string, AttachmentMode>> = { add: "ADD", replace: "REPLACE" };
const OPTIONS = {
  logs: { type: "string" },
  policy: { type: "string", multiple: true },
  target: { type: "string" },
  organization: { type: "string" },
  attach: { type: "string" },
  mapping: { type: "string" },
  context: { type: "string" },
} as const;

/** `undefined` for the demo on generated files. Faults: `bad-argument`. */
export function readDemoArguments(argv: readonly string[]): Result<OwnFiles | undefined> {
  let values: ReturnType<typeof parse>;
  try {
    values = parse(argv);
  } catch (error) {
    return wrong((error as Error).message);
  }
  const { logs, policy, target, organization, attach, mapping, context } = values;
  if (Object.keys(values).length === 0) return success(undefined);
  const missing = [
    logs === undefined && "--logs",
    policy === undefined && "--policy",
    target === undefined && "--target",
  ];
  const names = missing.filter((name) => name !== false);
  if (logs === undefined || policy === undefined || target === undefined) {
    return wrong(`${names.join(" and ")} missing: your own files need --logs, --policy and --target`);
  }
  if (!TARGET_ID.test(target)) {
    return wrong(`--target \`${target}\` is not the id of an account (12 digits), an OU (ou-…) or a root (r-…)`);
  }
  if (organization === undefined && !ACCOUNT_ID.test(target)) {
    return wrong(
      `--target \`${target}\` needs --organization: without one only the id of an account can be the target`,
    );
  }
  const attachmentMode = attach === undefined ? undefined : MODES[attach];
  if (attach !== undefined && attachmentMode === undefined)
    return wrong(`--attach \`${attach}\` is neither add nor replace`);
  return success({
    logs,
    policies: policy,
    target,
    ...(organization === undefined ? {} : { organization }),
    ...(mapping === undefined ? {} : { mapping }),
    ...(context === undefined ? {} : { context }),
    ...(attachmentMode === undefined ? {} : { attachmentMode }),
  });
}

function parse(argv: readonly string[]) {
  return parseArgs({ args: [...argv], options: OPTIONS, allowPositionals: false }).values;
}

function wrong(message: string): { readonly ok: false; readonly faults: readonly Fault[] } {
  return failure({ code: "bad-argument", message });
}
