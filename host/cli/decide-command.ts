/** `scp-preview decide`: a stream of cases in, a stream of answers out, in order, in constant memory. */
import { createInterface } from "node:readline";
import type { Fault } from "../domain/fault.ts";
import type { Evaluator } from "../library/create-evaluator.ts";
import type { DecideInput } from "../library/decide-input.ts";
import { InputError } from "../library/input-error.ts";
import { createEvaluator } from "../library/node.ts";
import { BAD_INPUT, DONE } from "./exit-codes.ts";
import { describeReadError, openInput, writeLine } from "./standard-streams.ts";

/** Exit code: BAD_INPUT when a case could not be decided; its line then says why, and the others are answered all the same. */
export async function runDecide(path: string): Promise<number> {
  const evaluator = await createEvaluator();
  let exitCode = DONE;
  try {
    for await (const line of createInterface({ input: openInput(path), crlfDelay: Number.POSITIVE_INFINITY })) {
      if (line.trim() === "") continue;
      const answer = answerCase(evaluator, line);
      if ("error" in answer) exitCode = BAD_INPUT;
      await writeLine(process.stdout, JSON.stringify(answer));
    }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === undefined) throw error;
    console.error(describeReadError(path, error));
    return BAD_INPUT;
  }
  return exitCode;
}

/** The `id` of the case goes with its answer, whatever it is. */
function answerCase(evaluator: Evaluator, line: string): object {
  let input: unknown;
  try {
    input = JSON.parse(line.replace(/^\ufeff/, ""));
  } catch (error) {
    return { error: `the line is no JSON: ${error instanceof Error ? error.message : error}` };
  }
  const id = typeof input === "object" && input !== null && "id" in input ? { id: input.id } : {};
  try {
    return { ...id, ...evaluator.decide(input as DecideInput) };
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    const faults: readonly Fault[] = error.faults;
    return { ...id, error: error.message, faults };
  }
}
