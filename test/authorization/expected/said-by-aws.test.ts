import { describe, expect, test } from "vitest";
import { matchesWildcards } from "../../../host/authorization/catalogue/matches-wildcards.ts";
import { resourceText } from "../../../host/authorization/request/authorization.ts";
import { hasShared } from "../../shared-data.ts";
import { derive } from "../compare-authorizations.ts";
import { type RealRecord, realRecords } from "./find-record.ts";
import { type SaidByAws, saidByAws } from "./said-by-aws.ts";

/** Where the record cannot tell what AWS says, or says otherwise. */
const KNOWN: Readonly<Record<string, string>> = {
  "lambda UpdateEventSourceMapping20150331": "the reference lists a type, the message names `*`",
  "ec2 CreateRoute": "a route table that does not exist, named as `*/*`",
};

describe.skipIf(!hasShared)("what AWS's own denials name (../shared/data/cloudtrail)", () => {
  test("is among what is derived for the same record", () => {
    const said = realRecords.all().flatMap((record) => {
      const words = saidByAws(record);
      return words === undefined ? [] : [{ record, words }];
    });
    expect(said.length).toBeGreaterThan(250);
    const missing = said.filter(({ record, words }) => !isDerived(record, words)).map(({ record }) => nameOf(record));
    expect(new Set(missing)).toEqual(new Set(Object.keys(KNOWN)));
  });
});

function isDerived(record: RealRecord, { action, resource }: SaidByAws): boolean {
  const { certain, possible } = derive(record).authorizations;
  const same = [...certain.flat(), ...possible].filter(
    (each) => each.action.toLowerCase() === action.toLowerCase() || each.action.endsWith("*"),
  );
  if (resource === undefined) return same.length > 0;
  return same.some((each) => {
    const text = resourceText(each.resource);
    return text === "" || matchesWildcards(withoutPlace(text), withoutPlace(resource));
  });
}

/** Publishers masked regions and accounts, in the message otherwise than in the rest of the record. */
function withoutPlace(arn: string): string {
  return arn
    .split(":")
    .map((part, index) => (index === 3 || index === 4 ? "" : part))
    .join(":");
}

function nameOf({ eventSource, eventName }: RealRecord): string {
  return `${String(eventSource).split(".")[0]} ${String(eventName)}`;
}
