/**
 * `npm run coverage -- <folder of log files> [--policies <folder>] [--mapping <file>] [--context <file>]`: how much of what the
 * records hold is understood, and with policies how many verdicts stay undetermined, and why.
 */
import { describeFault } from "../../host/domain/fault.ts";
import { COVERAGE_USAGE, readCoverageArguments } from "./coverage-arguments.ts";
import { describePolicies } from "./describe-policies.ts";
import { describeRecords } from "./describe-records.ts";
import { judgeAllPolicies } from "./judge-all-policies.ts";
import { loadActivity } from "./load-activity.ts";
import { surveyRecords } from "./survey-records.ts";

const read = await readCoverageArguments(process.argv.slice(2));
if (!read.ok) {
  for (const fault of read.faults) process.stderr.write(`${describeFault(fault)}\n`);
  process.stderr.write(`${COVERAGE_USAGE}\n`);
  process.exit(2);
}
const { logs, policies, mapping, context } = read.value;
const activity = await loadActivity(logs);
for (const line of describeRecords(surveyRecords(activity, mapping))) process.stdout.write(`${line}\n`);
if (policies !== undefined) {
  const judged = judgeAllPolicies(activity, policies, { mapping, context });
  process.stdout.write("\n");
  for (const line of describePolicies(judged)) process.stdout.write(`${line}\n`);
}
