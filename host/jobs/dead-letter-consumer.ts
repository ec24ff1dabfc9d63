/** The dead-letter queue: a message that could not be delivered fails its work for good, so that no job hangs. */
import type { Bindings } from "../account/bindings.ts";
import { log } from "../account/telemetry.ts";
import { readJobMessage } from "./job-messages.ts";
import { jobStub } from "./job-stub.ts";

export async function consumeDeadLetters(batch: MessageBatch<unknown>, bindings: Bindings): Promise<void> {
  for (const message of batch.messages) {
    const work = readJobMessage(message.body);
    if (work === undefined) log("error", "foreign-message", { messageId: message.id });
    else {
      const name = work.kind === "report" ? "report" : work.task;
      const error = {
        code: "SERVICE_ERROR",
        message: `the message for ${work.kind} ${name} of the job could not be delivered; start the job again`,
      } as const;
      await jobStub(bindings, work.jobId).failWork(name, error, true);
    }
    message.ack();
  }
}
