/**
 * One resource under several names. Where AWS does not say by which of them it asks, each stays possible in place of the others.
 */
import type { Resource } from "../request/authorization.ts";
import type { CallRequest } from "../request/call-request.ts";
import { type Alternatives, distinct } from "./evidence.ts";

/** Services that keep names in lower case, however the request spells them [C API references]; which spelling is decided is not said. */
const KEEPS_LOWER_CASE: ReadonlySet<string> = new Set(["elasticache", "rds", "redshift"]);
/** `arn:partition:service:region:account`. */
const HEAD_PARTS = 5;
/** A group by its ARN, with and without what follows [I, public denial messages]. */
const LOG_GROUP = /^(arn:[^:]*:logs:[^:]*:[^:]*:log-group:[^:*]+)(?::\*)?$/;

const MACHINE = /^(arn:[^:]*:states:[^:]*:[^:]*:stateMachine:[^:]+):[^:]+$/;

export function inEverySpelling(service: string, request: CallRequest, alternatives: Alternatives): Alternatives {
  if (KEEPS_LOWER_CASE.has(service)) return distinct([...alternatives, ...alternatives.map(inLowerCase)]);
  if (service === "logs") return distinct(alternatives.flatMap(withAndWithoutStreams));
  if (service === "states") return distinct(alternatives.map(withoutQualifier));
  return service === "ec2" && request.hasFailed ? orAnyOfType(alternatives) : alternatives;
}

function inLowerCase(resource: Resource): Resource {
  if (resource.kind !== "arn") return resource;
  const head = resource.arn.split(":").slice(0, HEAD_PARTS).join(":");
  return { kind: "arn", arn: head + resource.arn.slice(head.length).toLowerCase() };
}

/** A version or alias is decided as its machine [C Step Functions developer guide, authorization of versions and aliases]. */
function withoutQualifier(resource: Resource): Resource {
  const machine = resource.kind === "arn" ? MACHINE.exec(resource.arn)?.[1] : undefined;
  return machine === undefined ? resource : { kind: "arn", arn: machine };
}

function withAndWithoutStreams(resource: Resource): readonly Resource[] {
  const group = resource.kind === "arn" ? LOG_GROUP.exec(resource.arn)?.[1] : undefined;
  if (group === undefined) return [resource];
  return [
    { kind: "arn", arn: group },
    { kind: "pattern", parts: [{ literal: `${group}:` }, { wildcard: "*" }] },
  ];
}

/** EC2 asks for `type/*` in place of something that does not exist [E: messages of denials]; of a failed call it may not have. */
function orAnyOfType(alternatives: Alternatives): Alternatives {
  const [only, ...others] = alternatives;
  if (only?.kind !== "arn" || others.length > 0) return alternatives;
  const arn = only.arn.replace(/\/[^/]*$/, "/*");
  return arn === only.arn ? alternatives : [only, { kind: "arn", arn }];
}
