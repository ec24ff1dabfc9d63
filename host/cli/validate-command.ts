/** `scp-preview validate`: what is wrong with policies, and what their authors surely did not mean. */
import { loadCatalogue } from "../authorization/catalogue/load-catalogue-node.ts";
import { describeFault, type Fault } from "../domain/fault.ts";
import { validatePolicy } from "../policy/validate-policy.ts";
import { BAD_INPUT, DONE } from "./exit-codes.ts";
import { describeReadError, readInput, writeLine } from "./standard-streams.ts";

const CATALOGUE = new URL("../../build/service-catalogue.json", import.meta.url);

interface Validated {
  readonly file: string;
  readonly faults: readonly Fault[];
  readonly warnings: readonly Fault[];
}

/** Exit code: BAD_INPUT when a file has a fault or cannot be read; warnings alone change nothing. */
export async function runValidate(files: readonly string[], format: string): Promise<number> {
  if (format !== "text" && format !== "json") {
    console.error(`there is no format \`${format}\`; write text or json`);
    return BAD_INPUT;
  }
  const names = await loadCatalogue(CATALOGUE);
  let exitCode = DONE;
  for (const file of files) {
    let text: string;
    try {
      text = await readInput(file);
    } catch (error) {
      console.error(describeReadError(file, error));
      exitCode = BAD_INPUT;
      continue;
    }
    const { faults, warnings } = validatePolicy(text, names);
    const validated = { file, faults: faults.map(inFile(file)), warnings: warnings.map(inFile(file)) };
    if (faults.length > 0) exitCode = BAD_INPUT;
    if (format === "json") await writeLine(process.stdout, JSON.stringify(validated));
    else for (const line of describe(validated)) await writeLine(process.stdout, line);
  }
  return exitCode;
}

function inFile(file: string): (fault: Fault) => Fault {
  return (fault) => ({ ...fault, where: { file, ...fault.where } });
}

/** `file:line:column: error: …`, as editors and CI read it; a last line says what became of the file. */
function describe({ file, faults, warnings }: Validated): readonly string[] {
  const lines = [
    ...faults.map((fault) => describeAs("error", fault)),
    ...warnings.map((warning) => describeAs("warning", warning)),
  ];
  const count = (list: readonly Fault[], word: string) => `${list.length} ${word}${list.length === 1 ? "" : "s"}`;
  if (faults.length > 0)
    return [...lines, `${file}: not valid, ${count(faults, "error")}, ${count(warnings, "warning")}`];
  return [...lines, `${file}: valid${warnings.length === 0 ? "" : `, ${count(warnings, "warning")}`}`];
}

function describeAs(kind: "error" | "warning", fault: Fault): string {
  return describeFault({ ...fault, message: `${kind}: ${fault.message}` });
}
