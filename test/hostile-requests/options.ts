/** The arguments of `npm run test:hostile`. */
import { parseArgs } from "node:util";
import { failure, type Result, success } from "../../host/domain/fault.ts";

export interface Options {
  readonly requests: number;
  readonly seed: number;
  /** Send this one alone, and show what comes back. */
  readonly only: number | undefined;
  /** Show a line for every kind of request. */
  readonly kinds: boolean;
}

/** Faults: `bad-argument`. */
export function readOptions(argv: readonly string[]): Result<Options> {
  try {
    const { values } = parseArgs({
      args: [...argv],
      options: {
        requests: { type: "string", default: "10000" },
        seed: { type: "string", default: "1" },
        only: { type: "string" },
        kinds: { type: "boolean", default: false },
      },
    });
    const numbers = [values.requests, values.seed, values.only ?? "0"].map(Number);
    const [requests = 0, seed = 0, only = 0] = numbers;
    if (numbers.every((number) => Number.isSafeInteger(number) && number >= 0)) {
      return success({ requests, seed, only: values.only === undefined ? undefined : only, kinds: values.kinds });
    }
    return failure({ code: "bad-argument", message: "--requests, --seed and --only take whole numbers" });
  } catch (error) {
    return failure({ code: "bad-argument", message: (error as Error).message });
  }
}
