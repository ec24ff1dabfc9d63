/**
 * What a job object keeps in its SQLite: one row of JSON for everything written seldom, one row a task. See STORAGE.md.
 */
import type { PinnedCatalogue, SuppliedPointers } from "../account/tenant-types.ts";
import type { JobParameters } from "../domain/job.ts";
import type { JobState, Work } from "./job-state.ts";

export interface JobSubmission {
  readonly jobId: string;
  readonly tenantId: string;
  readonly accountId: string;
  readonly accessKeyId: string;
  readonly parameters: JobParameters;
  readonly submittedAt: string;
}

/** What the job pinned when it was planned (R10). */
export interface JobPlan {
  readonly engineVersion: string;
  readonly snapshotKey: string;
  /** What the user supplied beside the logs. */
  readonly supplied: SuppliedPointers;
  readonly catalogueGeneration: number;
  /** Records of the pinned files that could not be read: they have no time, so they lie in no partition. */
  readonly unreadable: PinnedCatalogue["unreadable"];
  readonly unreadableSamples: PinnedCatalogue["unreadableSamples"];
  /** Files that nobody knows the rest of: what they lack may be what the policy hits (R11). */
  readonly damagedFiles: PinnedCatalogue["damagedFiles"];
}

export interface TaskRow {
  readonly partition: string;
  readonly chunkKeys: readonly string[];
  readonly result?: TaskOutcome;
}

export interface TaskOutcome {
  /** R2 key of the result, named by its content. */
  readonly resultKey: string;
  readonly events: number;
  readonly newlyDenied: number;
  readonly undetermined: number;
}

export interface JobTables {
  load(): { readonly submission: JobSubmission; readonly state: JobState; readonly plan?: JobPlan } | undefined;
  saveSubmission(submission: JobSubmission, state: JobState): void;
  savePlan(plan: JobPlan, tasks: readonly TaskRow[]): void;
  /** Writes what differs between the two states. */
  saveState(before: JobState, after: JobState): void;
  task(index: number): TaskRow | undefined;
  tasks(): readonly TaskRow[];
  saveOutcome(index: number, outcome: TaskOutcome): void;
}

/** Chunk keys in one row, which holds 2 MB: a key has up to 200 bytes. */
const KEYS_OF_ROW_MAX = 5_000;

const SCHEMA = `
  CREATE TABLE IF NOT EXISTS job (id INTEGER PRIMARY KEY CHECK (id = 1), submission TEXT NOT NULL, state TEXT NOT NULL, plan TEXT);
  CREATE TABLE IF NOT EXISTS task_more (task INTEGER NOT NULL, part INTEGER NOT NULL, chunk_keys TEXT NOT NULL, PRIMARY KEY (task, part));
  CREATE TABLE IF NOT EXISTS task (id INTEGER PRIMARY KEY, partition TEXT NOT NULL, chunk_keys TEXT NOT NULL, work TEXT NOT NULL, result TEXT);
`;

export function createJobTables(sql: SqlStorage): JobTables {
  function readTask(row: Record<string, SqlStorageValue>): TaskRow {
    const result = row.result === null ? {} : { result: JSON.parse(String(row.result)) as TaskOutcome };
    const more = sql.exec("SELECT chunk_keys FROM task_more WHERE task = ? ORDER BY part", row.id ?? null).toArray();
    const chunkKeys = [row, ...more].flatMap(({ chunk_keys }) => JSON.parse(String(chunk_keys)) as string[]);
    return { partition: String(row.partition), chunkKeys, ...result };
  }

  return {
    load() {
      // Not once for all: a late message may reach an object that has just deleted everything it had.
      sql.exec(SCHEMA);
      const [row] = sql.exec("SELECT submission, state, plan FROM job").toArray();
      if (row === undefined) return undefined;
      const works = sql.exec("SELECT work FROM task ORDER BY id").toArray();
      const state = JSON.parse(String(row.state)) as Omit<JobState, "tasks">;
      return {
        submission: JSON.parse(String(row.submission)) as JobSubmission,
        state: { ...state, tasks: works.map(({ work }) => JSON.parse(String(work)) as Work) },
        ...(row.plan === null ? {} : { plan: JSON.parse(String(row.plan)) as JobPlan }),
      };
    },
    saveSubmission(submission, state) {
      sql.exec(
        "INSERT INTO job (id, submission, state) VALUES (1, ?, ?)",
        JSON.stringify(submission),
        withoutTasks(state),
      );
    },
    savePlan(plan, tasks) {
      sql.exec("UPDATE job SET plan = ? WHERE id = 1", JSON.stringify(plan));
      const none: Work = { state: "waiting", attempts: 0, due: 0 };
      for (const [index, { partition, chunkKeys }] of tasks.entries()) {
        const columns = [index, partition, JSON.stringify(chunkKeys.slice(0, KEYS_OF_ROW_MAX)), JSON.stringify(none)];
        sql.exec("INSERT INTO task (id, partition, chunk_keys, work) VALUES (?, ?, ?, ?)", ...columns);
        for (let start = KEYS_OF_ROW_MAX; start < chunkKeys.length; start += KEYS_OF_ROW_MAX) {
          const part = JSON.stringify(chunkKeys.slice(start, start + KEYS_OF_ROW_MAX));
          sql.exec("INSERT INTO task_more (task, part, chunk_keys) VALUES (?, ?, ?)", index, start, part);
        }
      }
    },
    saveState(before, after) {
      if (before === after) return;
      sql.exec("UPDATE job SET state = ? WHERE id = 1", withoutTasks(after));
      for (const [index, work] of after.tasks.entries()) {
        if (work !== before.tasks[index])
          sql.exec("UPDATE task SET work = ? WHERE id = ?", JSON.stringify(work), index);
      }
    },
    task(index) {
      const [row] = sql.exec("SELECT id, partition, chunk_keys, result FROM task WHERE id = ?", index).toArray();
      return row === undefined ? undefined : readTask(row);
    },
    tasks: () => sql.exec("SELECT id, partition, chunk_keys, result FROM task ORDER BY id").toArray().map(readTask),
    saveOutcome(index, outcome) {
      sql.exec("UPDATE task SET result = ? WHERE id = ?", JSON.stringify(outcome), index);
    },
  };
}

/** The tasks have rows of their own: a job of thousands must not rewrite them all for each. */
function withoutTasks({ tasks: _, ...rest }: JobState): string {
  return JSON.stringify(rest);
}
