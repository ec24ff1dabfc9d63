/**
 * Instances of the core, one user at a time each. Nobody waits for another's: a request that dies while it holds an
 * instance must not hold up the rest, so a new instance is made when none is free and the dead one is collected.
 */
import { type Core, instantiateCore } from "./core.ts";

/** Kept for the next user; more are dropped. Each holds its linear memory, and an isolate has 128 MB for everything. */
const KEPT_INSTANCES = 1;

export interface CorePool {
  /** Runs `use` with an instance that nobody else has meanwhile. */
  with<T>(use: (core: Core) => Promise<T> | T): Promise<T>;
}

export function createCorePool(module: WebAssembly.Module): CorePool {
  const free: Core[] = [];
  return {
    async with(use) {
      const core = free.pop() ?? instantiateCore(module);
      const place = core.mark();
      try {
        return await use(core);
      } finally {
        core.release(place);
        if (free.length < KEPT_INSTANCES) free.push(core);
      }
    },
  };
}
