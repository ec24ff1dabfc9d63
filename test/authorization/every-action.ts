/** The names of all actions of the built service catalogue, read from its text by itself (catalogue-data.ts tells how it is written). */
import { catalogueData } from "./built-catalogue.ts";

/** As `prefix:Name`; of one service, or of all. */
export function everyAction(only?: string): readonly string[] {
  return Object.entries(catalogueData.services)
    .filter(([prefix]) => only === undefined || prefix === only)
    .flatMap(([prefix, text]) => {
      const lines = text.split("\n");
      const start = lines.indexOf("") + 1;
      return lines.slice(start, lines.indexOf("", start)).map((line) => `${prefix}:${line.split("\t")[0] ?? ""}`);
    });
}
