/** What is published to no topic goes to a telephone; a subscription's ARN is its topic's, with an id behind it (semantics 6.2, row sns). */
import { UNKNOWN_RESOURCE } from "../../request/authorization.ts";
import { textsAt } from "../../request/call-request.ts";
import type { SpecialReading } from "./special-input.ts";

export const topicOfSns: SpecialReading = ({ request, name, type }) => {
  if (type !== "topic") return undefined;
  // a text message goes to a number, which is the resource then [E denials]; logs hide it
  const targets = ["topicArn", "targetArn"].flatMap((path) => textsAt(request.parameters, path));
  if (name === "publish" && targets.length === 0) return [[UNKNOWN_RESOURCE]];
  const found = textsAt(request.parameters, "subscriptionArn").flatMap(
    (text) => /^(arn:[^:]*:sns:[^:]*:[^:]*:[^:]+):[^:]+$/.exec(text)?.[1] ?? [],
  );
  return found.length === 0 ? undefined : found.map((arn) => [{ kind: "arn", arn }]);
};
