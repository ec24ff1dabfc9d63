#!/usr/bin/env node
/** The command line: arguments in, exit code out. Exit 0: done; 1: something is denied; 2: bad input, said on standard error. */
import { readFileSync } from "node:fs";
import { Command, CommanderError } from "commander";
import { runDecide } from "./decide-command.ts";
import { BAD_INPUT } from "./exit-codes.ts";
import { closeOnBrokenPipe } from "./standard-streams.ts";
import { runValidate } from "./validate-command.ts";

const { version } = JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8")) as {
  version: string;
};

const program = new Command("scp-preview")
  .description("Which AWS calls would a service control policy deny?")
  .version(version)
  .exitOverride();

program
  .command("decide")
  .description("decide single requests: one JSON case a line in, one JSON answer a line out, in the same order")
  .argument("<cases>", "file of cases {id?, hierarchy, request}, one a line; `-` for standard input")
  .action(async (cases: string) => {
    process.exitCode = await runDecide(cases);
  });

program
  .command("validate")
  .description("check policies: faults and warnings, each with line and column")
  .argument("<policy...>", "policy files; `-` for standard input")
  .option("--format <format>", "text or json", "text")
  .action(async (files: readonly string[], { format }: { readonly format: string }) => {
    process.exitCode = await runValidate(files, format);
  });

closeOnBrokenPipe(process.stdout);
try {
  await program.parseAsync();
} catch (error) {
  if (!(error instanceof CommanderError)) throw error;
  // Help and version end this way too, with exit code 0.
  process.exitCode = error.exitCode === 0 ? 0 : BAD_INPUT;
}
