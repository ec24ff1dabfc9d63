/** The cases of test/cases, bundled: workerd has no files. */
import { type Case, readCases } from "../../cases/read-cases.ts";

declare global {
  /** As the bundler of the tests has it. */
  interface ImportMeta {
    glob(
      pattern: string,
      options: { readonly eager: true; readonly import: "default"; readonly query?: "?raw" },
    ): Record<string, unknown>;
  }
}

export function readBundledCases(): readonly Case[] {
  const modules = import.meta.glob("../../cases/*.json", { eager: true, import: "default" });
  const files = Object.entries(modules).map(([path, entries]) => [path.split("/").at(-1), entries]);
  if (files.length === 0) throw new Error("no cases");
  return readCases(Object.fromEntries(files));
}
