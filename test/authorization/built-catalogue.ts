/** The built service catalogue, read once for the tests of this folder (`npm run build:catalogue` makes it). */
import { readFileSync } from "node:fs";
import type { ServiceCatalogueData } from "../../host/authorization/catalogue/catalogue-data.ts";
import { createServiceCatalogue } from "../../host/authorization/catalogue/service-catalogue.ts";

export const CATALOGUE_FILE = new URL("../../build/service-catalogue.json", import.meta.url);
export const catalogueData = JSON.parse(readFileSync(CATALOGUE_FILE, "utf8")) as ServiceCatalogueData;
export const catalogue = createServiceCatalogue(catalogueData);
