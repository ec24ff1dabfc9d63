/**
 * `node test/clients/answer-table.ts`: what each preview operation answers in each case, asked of an instance that this
 * starts and ends, as a Markdown table. Ends with 1 when an answer is not the expected one.
 */
import { askOperations } from "./ask-operations.ts";
import { startInstance } from "./instance.ts";
import { findUnexpected, printAnswers } from "./print-answers.ts";

async function main(): Promise<number> {
  const { endpoint, tenants, stop } = await startInstance(["answers"]);
  const limited = await startInstance(["answers"], { rateLimit: 2 });
  try {
    const throttled = { endpoint: limited.endpoint, tenant: limited.tenants.answers };
    const operations = await askOperations(endpoint, tenants.answers, throttled);
    console.log(printAnswers(operations).join("\n"));
    const unexpected = findUnexpected(operations);
    for (const line of unexpected) console.error(line);
    return unexpected.length === 0 ? 0 : 1;
  } finally {
    await limited.stop();
    await stop();
  }
}

process.exit(await main());
