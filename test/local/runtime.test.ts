import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createLocalKey } from "../../bench/local/local-key.ts";
import { freePort, startRuntime } from "../../bench/local/runtime.ts";

/** A Worker of the test's own: healthy, and showing the keys it was given. */
const WORKER = `export default {
  fetch: (request, env) => new Response(new URL(request.url).pathname === "/health" ? "ok" : env.ACCESS_KEYS),
};`;
const CONFIG = `name = "runtime-test"\nmain = "worker.js"\ncompatibility_date = "2026-10-01"\n`;
const keys = [createLocalKey("000000000000")];

let folder: string;
let configFile: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "scp-preview-runtime-"));
  configFile = join(folder, "wrangler.toml");
  writeFileSync(configFile, CONFIG);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Processes of this machine whose process group is `group`; Linux only. */
function processesOf(group: number): readonly string[] {
  const ids = readdirSync("/proc").filter((name) => /^\d+$/.test(name) && existsSync(`/proc/${name}/stat`));
  return ids.filter((id) => {
    try {
      return Number(readFileSync(`/proc/${id}/stat`, "utf8").split(") ")[1]?.split(" ")[2]) === group;
    } catch {
      return false;
    }
  });
}

describe("startRuntime()", () => {
  it.skipIf(process.platform !== "linux")(
    "serves with the given keys, and leaves no process when it stops",
    async () => {
      writeFileSync(join(folder, "worker.js"), WORKER);
      const started = await startRuntime({ stateFolder: join(folder, "state"), keys, configFile });
      if (!started.ok) throw new Error(started.faults[0]?.message);
      const { endpoint, pid, stop, ended } = started.value;
      try {
        expect(await (await fetch(`${endpoint}/keys`)).json()).toEqual(keys);
        expect(processesOf(pid).length).toBeGreaterThan(1);
      } finally {
        await stop();
      }
      await ended;
      expect(processesOf(pid)).toEqual([]);
      await expect(fetch(`${endpoint}/health`)).rejects.toThrow();
    },
  );

  it("shows the end of the log when the Worker cannot start", async () => {
    const started = await startRuntime({ stateFolder: join(folder, "state"), keys, configFile });
    expect(started).toMatchObject({ ok: false, faults: [{ code: "start-failed" }] });
    expect(started.ok ? "" : started.faults[0]?.message).toContain("worker.js");
  });

  it("says that the port is taken before it starts anything", async () => {
    const port = await freePort();
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
    const started = await startRuntime({ stateFolder: join(folder, "state"), keys, configFile, port });
    await new Promise((resolve) => server.close(resolve));
    expect(started).toMatchObject({ ok: false, faults: [{ code: "port-taken" }] });
    expect(existsSync(join(folder, "state"))).toBe(false);
  });
});
