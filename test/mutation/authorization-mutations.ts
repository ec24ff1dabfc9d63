/** From an event to its authorizations: what is asked besides, which resource, and what is known of a key. */
import { type Mutation, mutationsOf } from "./mutation.ts";

const A = "host/authorization";

export const AUTHORIZATION_MUTATIONS: readonly Mutation[] = [
  ...mutationsOf(`${A}/actions/actions-of.ts`, [
    ["date-stays-in-the-name", 'request.name.replace(DATE_SUFFIX, "")', "request.name"],
    ["further-actions-forgotten", "    besideOf(catalogue, request, prefix, name),\n", ""],
    ["passed-roles-forgotten", "    ...roles.certain.map((list) => list.map(asImplied)),\n", ""],
    ["tag-actions-forgotten", "known === undefined ? [] : [tagActions(", "known !== undefined ? [] : [tagActions("],
    ["users-rows-go-last", "if (ofUser !== undefined) return ofUser;", ""],
    ["shared-source-is-the-first", "found.length > 1 && isTold(request, prefix)", "false"],
  ]),
  ...mutationsOf(`${A}/actions/passed-roles.ts`, [
    ["roles-of-new-operations-forgotten", "rowsOf(prefix, name).length === 0 ?", "false ?"],
    ["hidden-role-has-a-name", "if (!isKnownText(text)) return anyRole(request);", ""],
    ["roles-elsewhere-forgotten", "(isElsewhere && profiles.length === 0)", "false"],
  ]),
  ...mutationsOf(`${A}/actions/beside-actions.ts`, [
    ["unread-parameters-prove-absence", 'return call.areKnown ? "no" : "perhaps";', 'return "no";'],
    ["a-value-of-any-form", "values.some((value) => row.of?.test(String(value)))", "values.length > 0"],
  ]),
  ...mutationsOf(`${A}/request/call-request.ts`, [
    ["null-always-means-none", "!hasFailed && READS.test(name)", "true"],
    ["omitted-part-is-whole", "if (object === undefined || object.omitted === true)", "if (object === undefined)"],
  ]),
  ...mutationsOf(`${A}/resources/resources-of.ts`, [
    ["denials-tell-alone", "[NO_RESOURCE, told]", "[told]"],
    ["index-and-table-both", 'service !== "dynamodb" ||', "true ||"],
  ]),
  ...mutationsOf(`${A}/resources/spellings.ts`, [
    ["failed-call-of-ec2-is-exact", 'service === "ec2" && request.hasFailed ?', "false ?"],
    ["capitals-are-exact", "KEEPS_LOWER_CASE.has(service)", "false"],
    ["log-group-is-exact", 'service === "logs"', "false"],
    ["qualifier-stays", 'service === "states"', "false"],
  ]),
  ...mutationsOf(`${A}/resources/created-types.ts`, [
    ["made-thing-is-any-thing", 'new Map([[placeholder, "*"]])', "new Map()"],
    ["new-interface-forgotten", "|| isNewInterface(name, type, request)", ""],
  ]),
  ...mutationsOf(`${A}/resources/type-evidence.ts`, [
    ["shared-thing-is-the-callers", "{ ...place, account: undefined } : place", "place : place"],
    ["other-region-of-a-copy", "textAt(request.parameters, COPIED_FROM) ?? place.region", "place.region"],
  ]),
  ...mutationsOf(`${A}/keys/request-key-state.ts`, [
    ["key-of-another-type", 'if (presence === "otherTypes") return ABSENT;', ""],
    [
      "unlisted-key-is-unknown",
      "return value.values === undefined ? ABSENT :",
      "return value.values === undefined ? UNKNOWN :",
    ],
    ["own-key-forgotten", "if (own !== undefined) return own;", ""],
  ]),
  ...mutationsOf(`${A}/keys/requested-region.ts`, [
    ["profile-of-every-region-is-here", 'return present("unspecified")', "return present(region)"],
    ["profile-of-some-regions-is-here", 'if (regionOfModel === "*") return PRESENT_UNKNOWN;', ""],
  ]),
  ...mutationsOf(`${A}/keys/tag-state.ts`, [
    ["overlooked-tags-are-absent", "isOverlooked ? { ...tags, mayHaveMore: true } : tags", "tags"],
    [
      "some-existing-thing-is-new",
      String.raw`resource.kind === "arn" && /:[a-z-]+\/\*$/.test(resource.arn)`,
      String.raw`/:[a-z-]+\/\*$/.test(resourceText(resource))`,
    ],
    ["tags-of-another-type", "tags: all.tags.filter(isOf)", "tags: all.tags"],
  ]),
  ...mutationsOf(`${A}/keys/row-state.ts`, [
    ["key-of-both-resources", "=== false) return UNKNOWN;", "=== undefined) return UNKNOWN;"],
    ["unread-part-proves-absence", "return isKnown ? row.missing : UNKNOWN;", "return row.missing;"],
  ]),
  ...mutationsOf(`${A}/keys/resource-owner.ts`, [
    ["owner-is-the-caller", 'isOwn && inArn === "" ? request.account', "true ? request.account"],
    [
      "key-is-always-there",
      "return mayLack ? presentOrAbsent(account) : present(account);",
      "return present(account);",
    ],
  ]),
  ...mutationsOf(`${A}/error-facts.ts`, [
    ["dependency-is-a-denial", "!dependencyDenied && isDenial", "isDenial"],
    ["wrong-password-is-a-denial", "&& !(isOwn && NO_DENIAL_OF_COGNITO.test(errorCode))", ""],
    ["dry-run-has-failed", "&& !DRY_RUN.test(errorCode)", ""],
  ]),
  ...mutationsOf(`${A}/invocation-facts.ts`, [
    ["unnamed-service-is-none", "uninvoked(isFromService || ", "uninvoked("],
    ["role-is-a-person", "invoked(invokedBy, PERSONS.has(type))", "invoked(invokedBy, true)"],
  ]),
  ...mutationsOf(`${A}/keys/other-organization.ts`, [
    ["partner-is-no-organization", "ids.push(part.literal);", "ids.concat(part.literal);"],
    ["any-variable-is-ours", 'variable.key !== "aws:principalorgid"', "false"],
    ["foreign-paths-are-ours", `part.literal.startsWith(\`\${own}/\`)`, "true"],
  ]),
  ...mutationsOf(`${A}/actions/bearer-actions.ts`, [["every-call-has-an-api-key", "!isBearer ||", ""]]),
  ...mutationsOf(`${A}/request/authorizations-of.ts`, [["further-thing-is-the-own", " || draft.ofAnother", ""]]),
  ...mutationsOf("host/evaluation/judging/evaluate-partition.ts", [
    ["snapshot-of-the-day-is-later", "plan.capturedAt >= endOfDay(partition)", "true"],
  ]),
  ...mutationsOf("host/evaluation/judging/find-duplicates.ts", [
    ["masked-ids-name-calls", "...valuesAt(chunk, IRREGULAR_AGREE, row)", ""],
    ["masked-shared-ids-name-calls", "...valuesAt(chunk, REQUEST, row)", ""],
  ]),
  ...mutationsOf("host/evaluation/judging/sessions.ts", [
    ["contested-session-counts", "for (const accessKeyId of contested) sessions.delete(accessKeyId);", ""],
  ]),
];
