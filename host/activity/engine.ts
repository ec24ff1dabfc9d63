/** The core and the service catalogue of this isolate. */
import catalogueData from "../../build/service-catalogue.json";
import { createServiceCatalogue, type ServiceCatalogue } from "../authorization/catalogue/service-catalogue.ts";
import { type CorePool, createCorePool } from "../wasm/core-pool.ts";
import coreModule from "../wasm/module-workerd.ts";

let catalogue: ServiceCatalogue | undefined;
let pool: CorePool | undefined;

/** Made at the first use, not at start-up: an isolate has one second for that. */
export function serviceCatalogue(): ServiceCatalogue {
  catalogue ??= createServiceCatalogue(catalogueData);
  return catalogue;
}

export function corePool(): CorePool {
  pool ??= createCorePool(coreModule);
  return pool;
}
