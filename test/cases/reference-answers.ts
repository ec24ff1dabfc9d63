/**
 * What the reference says to a case. It decides requests of which everything is known: so it is asked for everything that the keys of a
 * case can be, or, where they can be anything, for samples. Samples cannot prove a verdict but refute it, and show that there is none.
 */
import { type Decision, decide } from "../reference/decide.ts";
import { impactOf } from "../reference/impact.ts";
import type { Request } from "../reference/matches-statement.ts";
import { readHierarchy } from "../reference/read-hierarchy.ts";
import type { Expected } from "./expected.ts";
import type { Case } from "./read-cases.ts";
import { resourceSamplesOf, samplesOf } from "./samples-of.ts";

/** Can something of the case be anything, so that only samples of it can be asked for? */
export function isOpen({ resource, keys }: Case): boolean {
  return resource === undefined || [...keys.values()].some(({ mayBeAnything }) => mayBeAnything);
}

/** As much as the case expects and the reference knows of: impact and decision. */
export function referenceAnswers(each: Case): Expected {
  const requests = requestsOf(each);
  const [current, proposed] = [readHierarchy(each.current), readHierarchy(each.proposed)];
  const impact = impactOf(current, proposed, requests);
  if (each.expected.decision === undefined) return { impact };
  const [decision = "undetermined", ...others] = new Set(requests.map((request) => decide(proposed, request)));
  return { impact, decision: others.length === 0 ? decision : "undetermined" };
}

/** The samples for which the reference surely contradicts what the case expects. */
export function refutationsOf(each: Case): readonly Request[] {
  const [current, proposed] = [readHierarchy(each.current), readHierarchy(each.proposed)];
  return requestsOf(each).filter((request) => {
    const [now, then] = [decide(current, request), decide(proposed, request)];
    if (now === "undetermined" || then === "undetermined") return false;
    return contradicts(each.expected, now, then);
  });
}

function contradicts({ impact, decision }: Expected, now: Decision, then: Decision): boolean {
  if (decision !== undefined && decision !== "undetermined" && decision !== then) return true;
  if (now !== "allowed") return impact === "newlyAllowed" && then !== "allowed";
  if (impact === "unchanged") return then !== "allowed";
  return impact === "newlyDenied" ? then === "allowed" : true;
}

/** Every combination of what resource and keys can be. */
function requestsOf(each: Case): readonly Request[] {
  const resources = each.resource === undefined ? resourceSamplesOf(each) : [each.resource];
  let contexts: Record<string, readonly string[]>[] = [{}];
  for (const [key, { mayBeAbsent, values, mayBeAnything }] of each.keys) {
    const choices = [
      ...(mayBeAbsent ? [undefined] : []),
      ...(values === undefined ? [] : [values]),
      ...(mayBeAnything ? samplesOf(each, key) : []),
    ];
    contexts = contexts.flatMap((context) =>
      choices.map((value) => (value === undefined ? context : { ...context, [key]: value })),
    );
  }
  return resources.flatMap((resource) => contexts.map((context) => ({ action: each.action, resource, context })));
}
