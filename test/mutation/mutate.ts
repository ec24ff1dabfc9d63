/**
 * `node test/mutation/mutate.ts [--only <name>]… [--list]`: breaks each operator and rule on purpose, one at a time, and asks the tests.
 * Ends with 1 when a mutation survives, or when the tests fail without any.
 */
import { parseArgs } from "node:util";
import type { Mutation } from "./mutation.ts";
import { MUTATIONS } from "./mutations.ts";
import { checkMutation, createWorkingCopy, type WorkingCopy } from "./working-copy.ts";

interface Suite {
  readonly name: string;
  readonly paths: readonly string[];
}

/** In the order in which they are asked. The rule cases alone should notice every broken operator. */
const SUITES: readonly Suite[] = [
  { name: "cases", paths: ["test/cases/cases.test.ts"] },
  { name: "authorization", paths: ["test/authorization"] },
  { name: "matching", paths: ["test/matching"] },
  { name: "policy-compile", paths: ["test/policy-compile"] },
  { name: "fuzz", paths: ["test/fuzz"] },
  { name: "evaluation", paths: ["test/decision", "test/evaluation", "test/organization"] },
];

interface KnownSuite extends Suite {
  /** Tests that fail without any mutation: they kill none. */
  readonly known: ReadonlySet<string>;
}

/** Each with a build and a test run of its own; the machine has two cores. */
const COPIES = 2;

const NAME_WIDTH = 40;

const { values: options } = parseArgs({
  options: { only: { type: "string", multiple: true }, list: { type: "boolean" } },
});
const mutations = MUTATIONS.filter(({ name }) => options.only?.some((part) => name.includes(part)) !== false);
if (mutations.length === 0) throw new Error(`no mutation is called ${options.only?.join(" or ")}; --list names them`);
for (const mutation of mutations) await checkMutation(mutation);

if (options.list === true) {
  for (const { name, file } of mutations) console.log(`${name.padEnd(NAME_WIDTH)} ${file}`);
} else {
  process.exitCode = (await runAll()) ? 0 : 1;
}

async function runAll(): Promise<boolean> {
  const copies = await Promise.all(Array.from({ length: COPIES }, createWorkingCopy));
  try {
    const suites = await knownSuites(copies);
    const waiting = [...mutations];
    const counts = { killed: 0, survived: 0, broken: 0 };
    await Promise.all(
      copies.map(async (copy) => {
        for (let mutation = waiting.shift(); mutation !== undefined; mutation = waiting.shift()) {
          const { end, words } = await endOf(copy, mutation, suites);
          counts[end]++;
          console.log(`${mutation.name.padEnd(NAME_WIDTH)} ${words}`);
        }
      }),
    );
    const { killed, survived, broken } = counts;
    console.log(`${killed} killed, ${survived} survived${broken === 0 ? "" : `, ${broken} can not be run`}`);
    return survived + broken === 0 && suites.every(({ known }) => known.size === 0);
  } finally {
    await Promise.all(copies.map((copy) => copy.remove()));
  }
}

async function knownSuites([copy]: readonly WorkingCopy[]): Promise<readonly KnownSuite[]> {
  const suites: KnownSuite[] = [];
  for (const suite of SUITES) {
    const known = new Set(await copy?.allFailures(suite.paths));
    for (const name of known) console.log(`fails without any mutation: ${suite.name}: ${name}`);
    suites.push({ ...suite, known });
  }
  return suites;
}

interface End {
  readonly end: "killed" | "survived" | "broken";
  readonly words: string;
}

async function endOf(copy: WorkingCopy, mutation: Mutation, suites: readonly KnownSuite[]): Promise<End> {
  try {
    return await copy.mutated(mutation, async (): Promise<End> => {
      for (const { name, paths, known } of suites) {
        const [first] = await copy.failures(paths, known);
        if (first !== undefined) return { end: "killed", words: `killed by ${name}: ${first}` };
      }
      return { end: "survived", words: "SURVIVED" };
    });
  } catch (error) {
    return { end: "broken", words: `CAN NOT BE RUN: ${error}` };
  }
}
