/** From `eventType` and `eventCategory` to whether a record is an API call at all (semantics 1.4, 4.5). Types nobody knows are judged. */
import { type NotAnAuthorization, notAnAuthorization } from "./not-authorizations.ts";

export interface KindFacts {
  /** Present when records of this kind are no calls that a policy decides. */
  readonly outcome: NotAnAuthorization | undefined;
  /** The outcome holds only for operations that map to no action: a console action with an IAM action is judged (semantics 1.4). */
  readonly unlessMapped: boolean;
}

const JUDGED: KindFacts = { outcome: undefined, unlessMapped: false };

/** Takes a value of the `kind` column: type and category with one space between them, either may be empty. */
export function kindFacts(kind: string): KindFacts {
  const [type = "", category = ""] = kind.toLowerCase().split(" ");
  // AWS's examples write AwsVpceEvent, its reference AwsVpceEvents
  if (category === "networkactivity" || /^awsvpceevents?$/.test(type)) return always("networkActivity");
  if (category === "insight" || type === "awscloudtrailinsight") return always("insight");
  if (type === "awsserviceevent") return always("serviceEvent");
  if (type === "awsconsolesignin") return always("signIn");
  if (type === "awsconsoleaction") return { outcome: notAnAuthorization("consoleAction"), unlessMapped: true };
  return JUDGED;
}

function always(reason: NotAnAuthorization["reason"]): KindFacts {
  return { outcome: notAnAuthorization(reason), unlessMapped: false };
}
