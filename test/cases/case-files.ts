/** The cases of this folder, from its files. */
import { readdirSync, readFileSync } from "node:fs";
import { type Case, readCases } from "./read-cases.ts";

const FOLDER = new URL("./", import.meta.url);

export function readCaseFiles(): readonly Case[] {
  const files = readdirSync(FOLDER).filter((name) => name.endsWith(".json"));
  return readCases(
    Object.fromEntries(files.map((file) => [file, JSON.parse(readFileSync(new URL(file, FOLDER), "utf8"))])),
  );
}
