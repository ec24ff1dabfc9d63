/** A local instance in a temporary folder, with keys of invented tenants. Nothing of it is left when it stops. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createLocalKey } from "../../bench/local/local-key.ts";
import { startRuntime } from "../../bench/local/runtime.ts";
import type { AccessKey } from "../../host/account/access-keys.ts";
import { describeFault } from "../../host/domain/fault.ts";
import { MANAGEMENT, SHOP } from "../organization/snapshot-of.ts";
import { writeLimitedConfig } from "./limited-config.ts";

/** The keys of one tenant. */
export interface Tenant {
  readonly organizationId: string;
  /** Of the management account, so that its jobs may run. */
  readonly admin: AccessKey;
  /** Of the same account. */
  readonly reader: AccessKey;
  /** Another account of the organization; role admin too. */
  readonly neighbour: AccessKey;
}

export interface Instance<Name extends string = string> {
  /** `http://127.0.0.1:port`. */
  readonly endpoint: string;
  /** For files of the tests; goes with the instance. */
  readonly folder: string;
  readonly tenants: Readonly<Record<Name, Tenant>>;
}

export interface RunningInstance<Name extends string> extends Instance<Name> {
  stop(): Promise<void>;
}

export interface InstanceOptions {
  /** The Worker's, besides those of `wrangler.toml`. */
  readonly variables?: Readonly<Record<string, string>>;
  /** Requests of one access key in 10 seconds; those of `wrangler.toml` when absent. */
  readonly rateLimit?: number;
}

/** Rejects when the instance does not start. */
export async function startInstance<Name extends string>(
  names: readonly Name[],
  { variables = {}, rateLimit }: InstanceOptions = {},
): Promise<RunningInstance<Name>> {
  const folder = await mkdtemp(join(tmpdir(), "scp-preview-clients-"));
  const tenants = Object.fromEntries(names.map((name, index) => [name, createTenant(index)])) as Record<Name, Tenant>;
  const all = Object.values<Tenant>(tenants);
  const others = all.flatMap(({ reader, neighbour }) => [reader, neighbour]);
  const started = await startRuntime({
    stateFolder: join(folder, "instance"),
    keys: all.map(({ admin }) => ({ ...admin, role: "admin" })),
    variables: { ...variables, ACCESS_KEYS_2: JSON.stringify(others) },
    ...(rateLimit === undefined ? {} : { configFile: await writeLimitedConfig(folder, rateLimit) }),
  });
  if (!started.ok) {
    await rm(folder, { recursive: true, force: true });
    throw new Error(started.faults.map(describeFault).join("; "));
  }
  const { endpoint, stop } = started.value;
  return {
    endpoint,
    folder,
    tenants,
    stop: async () => {
      await stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function createTenant(index: number): Tenant {
  const organizationId = `o-clients${String(index).padStart(4, "0")}`;
  return {
    organizationId,
    admin: createLocalKey(MANAGEMENT, organizationId),
    reader: { ...createLocalKey(MANAGEMENT, organizationId), role: "reader" },
    neighbour: createLocalKey(SHOP, organizationId),
  };
}
