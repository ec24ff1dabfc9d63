/** Outcomes counted by group or kind, and as a table. */
import type { Outcome } from "./send.ts";

interface Row {
  count: number;
  /** Status, `closed` or `left` → how many. */
  readonly outcomes: Map<string, number>;
  /** ms */
  slowest: number;
}

export class Tally {
  readonly #rows = new Map<string, Row>();

  add(name: string, outcome: Outcome): void {
    const row = this.#rows.get(name) ?? { count: 0, outcomes: new Map(), slowest: 0 };
    const what =
      outcome.kind === "answered" ? String(outcome.answer.status) : outcome.kind === "late" ? "left" : "closed";
    row.count += 1;
    row.outcomes.set(what, (row.outcomes.get(what) ?? 0) + 1);
    // How long we waited before we left says nothing of the service.
    if (outcome.kind !== "late") row.slowest = Math.max(row.slowest, outcome.milliseconds);
    this.#rows.set(name, row);
  }

  lines(): readonly string[] {
    const width = Math.max(...[...this.#rows.keys()].map((name) => name.length));
    return [...this.#rows].map(([name, { count, outcomes, slowest }]) => {
      const statuses = [...outcomes]
        .sort(([left], [right]) => (left < right ? -1 : 1))
        .map(([what, times]) => `${what} × ${times}`);
      return `${name.padEnd(width)}  ${String(count).padStart(6)}  slowest ${String(Math.round(slowest)).padStart(6)} ms  ${statuses.join(", ")}`;
    });
  }
}
