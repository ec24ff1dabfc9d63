/** What the library throws for bad input: every fault at once, each with a code, words and a place. */
import { describeFault, type Fault } from "../domain/fault.ts";

export class InputError extends Error {
  override readonly name = "InputError";
  readonly faults: readonly Fault[];

  /** `message` has one line for each fault. */
  constructor(faults: readonly Fault[]) {
    super(faults.map(describeFault).join("\n"));
    this.faults = faults;
  }
}
