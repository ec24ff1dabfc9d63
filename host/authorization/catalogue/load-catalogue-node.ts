/** Reads the built service catalogue from disk, for Node. A Worker imports the JSON file itself. */
import { readFile } from "node:fs/promises";
import type { ServiceCatalogueData } from "./catalogue-data.ts";
import { createServiceCatalogue, type ServiceCatalogue } from "./service-catalogue.ts";

/** Takes where `service-catalogue.json` lies (a `file:` URL); rejects with Node's own error when it cannot be read. */
export async function loadCatalogue(location: URL): Promise<ServiceCatalogue> {
  return createServiceCatalogue(JSON.parse(await readFile(location, "utf8")) as ServiceCatalogueData);
}
