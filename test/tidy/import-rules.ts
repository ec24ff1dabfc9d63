/** Who may import whom (design part 4). The tables are the rule; the function only looks them up. */
import { posix } from "node:path";
import { readImports } from "./read-imports.ts";

/** Each room and those directly below it. A room may import itself and everything below it, at any depth. */
const BELOW: Readonly<Record<string, readonly string[]>> = {
  "host/domain": [],
  "host/wasm": ["host/domain"],
  "host/policy": ["host/wasm"],
  "host/authorization": ["host/wasm"],
  // Beside the design's chain: a snapshot holds together only if its attached policies can be read, and whether a
  // proposal replaces or adds depends on what it says (R8).
  "host/organization": ["host/policy"],
  "host/evaluation": ["host/policy", "host/organization", "host/authorization"],
  "host/library": ["host/evaluation"],
  "host/cli": ["host/library"],
  "host/page": ["host/library"],
  "host/account": ["host/evaluation"],
  "host/activity": ["host/account"],
  "host/jobs": ["host/activity"],
  "host/generation": ["host/activity"],
  "host/api": ["host/jobs", "host/generation"],
  "host/worker.ts": ["host/api"],
  "assembly/wire": [],
  "assembly/matching": ["assembly/wire"],
  "assembly/decision": ["assembly/matching"],
  "assembly/json": ["assembly/wire"],
  "assembly/events": ["assembly/json"],
  "assembly/index.ts": ["assembly/decision", "assembly/events"],
  test: ["bench", "host/cli", "host/page", "host/worker.ts"],
  bench: ["test", "host/cli", "host/page", "host/worker.ts"],
};

/** Packages that only some rooms of host may import; tests and benches may import any. */
const RESERVED: readonly { readonly packages: RegExp; readonly rooms: readonly string[] }[] = [
  {
    packages: /^(?:@cloudflare\/|cloudflare:)/,
    rooms: ["host/account", "host/activity", "host/jobs", "host/generation", "host/api", "host/worker.ts"],
  },
  { packages: /^hono(?:\/|$)/, rooms: ["host/api"] },
  { packages: /^@assemblyscript\/loader(?:\/|$)/, rooms: ["host/wasm"] },
];

/** Rooms that import no package at all. */
const WITHOUT_PACKAGES = /^(?:assembly\/|host\/domain$)/;

/** Files outside the trees that host may import: what the build makes, and the version of the package. */
const OUTSIDE = /^(?:build\/|package\.json$)/;

/** The room of a path: `host/policy`, `host/worker.ts`, `test`; undefined outside the trees. */
function roomOf(path: string): string | undefined {
  const [tree = "", room] = path.split("/");
  if (tree === "test" || tree === "bench") return tree;
  return (tree === "host" || tree === "assembly") && room !== undefined ? `${tree}/${room}` : undefined;
}

function mayImport(from: string, to: string, seen = new Set<string>()): boolean {
  if (from === to) return true;
  seen.add(from);
  return (BELOW[from] ?? []).some((room) => !seen.has(room) && mayImport(room, to, seen));
}

/** Takes a TypeScript file by path and text; gives what its imports break, in words. */
export function findImportFaults(path: string, text: string): readonly string[] {
  const room = roomOf(path);
  if (room === undefined) return [];
  if (BELOW[room] === undefined) return [`${path}: there is no room ${room}`];
  const { modules, hasComputed } = readImports(text);
  const faults = modules.flatMap((module) => explain(path, room, module) ?? []);
  if (hasComputed && room.startsWith("host/")) faults.push("an import() must name its module");
  return faults.map((fault) => `${path}: ${fault}`);
}

function explain(path: string, room: string, module: string): string | undefined {
  if (!module.startsWith(".")) return explainPackage(room, module);
  // asc reads `.ts` in imports, but not in the re-exports its entry is made of.
  if (posix.extname(module) === "" && path !== "assembly/index.ts")
    return `${module} is imported without its file extension`;
  const target = posix.join(posix.dirname(path), module);
  const targetRoom = roomOf(target);
  if (targetRoom !== undefined && mayImport(room, targetRoom)) return undefined;
  const isFree = room === "test" || room === "bench" || (room.startsWith("host/") && room !== "host/domain");
  if (targetRoom === undefined && isFree && OUTSIDE.test(target)) return undefined;
  return `${room} may not import ${targetRoom ?? target}`;
}

function explainPackage(room: string, module: string): string | undefined {
  if (WITHOUT_PACKAGES.test(room)) return `${room} imports no package, and here ${module}`;
  if (!room.startsWith("host/")) return undefined;
  const reserved = RESERVED.find(({ packages }) => packages.test(module));
  const isAllowed = reserved === undefined || reserved.rooms.includes(room);
  return isAllowed ? undefined : `${room} may not import ${module}; only ${reserved.rooms.join(", ")} may`;
}
