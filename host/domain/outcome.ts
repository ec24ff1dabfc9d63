/** What became of an event. Every event has exactly one (design R3), and every one is counted. */
export const OUTCOMES = [
  "judged",
  "alreadyDenied",
  "outOfScope",
  "notAnAuthorization",
  "duplicate",
  "unreadable",
] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** Why an event that was not judged was not. `failed` marks judged events whose call failed for another reason (R1). */
export type OutcomeReason =
  | "accessDenied"
  | "managementAccount"
  | "serviceLinkedRole"
  | "awsService"
  | "anonymous"
  | "outsideTarget"
  | "outsideOrganization"
  | "outsideWindow"
  | "signIn"
  | "serviceEvent"
  | "insight"
  | "networkActivity"
  | "consoleAction"
  | "cannotBeDenied"
  | "userMapping"
  | "copy";
