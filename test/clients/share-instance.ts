/** Starts the instances that all test files of this folder share; each file has a tenant of its own in them. */
import type { TestProject } from "vitest/node";
import { type Instance, startInstance } from "./instance.ts";

const TENANT_NAMES = ["cli", "cliAddedModel", "cliRefusals", "sdk2", "sdk3", "answers"] as const;

const LIMITED_NAMES = ["answers", "cli", "sdk3"] as const;

declare module "vitest" {
  interface ProvidedContext {
    readonly instance: Instance<(typeof TENANT_NAMES)[number]>;
    /** Takes two requests of a key in ten seconds. */
    readonly limited: Instance<(typeof LIMITED_NAMES)[number]>;
  }
}

export default async function shareInstance(project: TestProject): Promise<() => Promise<void>> {
  const { stop, endpoint, folder, tenants } = await startInstance(TENANT_NAMES);
  project.provide("instance", { endpoint, folder, tenants });
  const limited = await startInstance(LIMITED_NAMES, { rateLimit: 2 });
  project.provide("limited", { endpoint: limited.endpoint, folder: limited.folder, tenants: limited.tenants });
  return async () => {
    await limited.stop();
    await stop();
  };
}
