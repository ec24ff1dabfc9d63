/** A subscription's ARN is its topic's, with an id behind it (semantics 6.2, row sns). */
import { textsAt } from "../../request/call-request.ts";
import type { SpecialReading } from "./special-input.ts";

export const topicOfSns: SpecialReading = ({ request, type }) => {
  if (type !== "topic") return undefined;
  const found = textsAt(request.parameters, "subscriptionArn").flatMap(
    (text) => /^(arn:[^:]*:sns:[^:]*:[^:]*:[^:]+):[^:]+$/.exec(text)?.[1] ?? [],
  );
  return found.length === 0 ? undefined : found.map((arn) => [{ kind: "arn", arn }]);
};
