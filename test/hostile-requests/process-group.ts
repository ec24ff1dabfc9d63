/** What a group of processes uses, from `/proc`: Linux only. */
import { readdirSync, readFileSync } from "node:fs";

const PAGE_BYTES = 4096;
/** As `/proc/net/tcp` writes it. */
const LISTENING = "0A";
const TIME_WAIT = "06";

export interface GroupUse {
  /** Resident bytes of all processes together; what they share counts for each. */
  readonly memory: number;
  /** Open files and sockets. */
  readonly descriptors: number;
}

export function useOfGroup(group: number): GroupUse {
  let [memory, descriptors] = [0, 0];
  for (const id of readdirSync("/proc").filter((name) => /^\d+$/.test(name))) {
    try {
      // Behind the name, which may hold anything: state, parent, group.
      const [, , ownGroup] = readFileSync(`/proc/${id}/stat`, "utf8").split(") ").at(-1)?.split(" ") ?? [];
      if (Number(ownGroup) !== group) continue;
      memory += Number(readFileSync(`/proc/${id}/statm`, "utf8").split(" ")[1]) * PAGE_BYTES;
      descriptors += readdirSync(`/proc/${id}/fd`).length;
    } catch {
      // It ended while it was looked at.
    }
  }
  return { memory, descriptors };
}

/** Connections to `port` on this machine that are not over on the server's side. */
export function openConnections(port: number): number {
  const end = `:${port.toString(16).toUpperCase().padStart(4, "0")}`;
  const lines = readFileSync("/proc/net/tcp", "utf8").trim().split("\n").slice(1);
  return lines.filter((line) => {
    const [, local = "", , state] = line.trim().split(/\s+/);
    return local.endsWith(end) && state !== LISTENING && state !== TIME_WAIT;
  }).length;
}
