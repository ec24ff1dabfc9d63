/** Steps and their progress on a terminal (one line that changes) or in a log (a line for each quarter). */
import type { PreviewListener } from "./run-preview.ts";

interface Output {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}

const LINE_WIDTH = 99;
const QUARTERS = 4;

/** A listener that writes to `output`; `end` closes the last line. */
export function createTerminalListener(output: Output): PreviewListener & { end(): void } {
  let current = "";
  let quarter = 0;
  let isOpen = false;
  const close = () => {
    if (isOpen) output.write("\n");
    isOpen = false;
  };
  return {
    step(text) {
      close();
      current = text;
      quarter = 0;
      output.write(`${text} …`);
      isOpen = true;
    },
    progress(text, share) {
      const line = `${current}: ${text}`.slice(0, LINE_WIDTH);
      if (output.isTTY) {
        output.write(`\r${line.padEnd(LINE_WIDTH)}`);
        return;
      }
      const reached = Math.floor(share * QUARTERS);
      if (reached <= quarter) return;
      quarter = reached;
      output.write(`\n${line}`);
    },
    end: close,
  };
}
