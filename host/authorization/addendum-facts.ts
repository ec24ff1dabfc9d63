/** From `addendum` to which record a later one corrects (CloudTrail user guide, record contents [C]). Delayed records correct nothing. */
import { asObject, parseJson, textMember } from "./record-json.ts";

/** Takes a value of the `addendum` column; gives the `eventID` of the record that this one takes the place of, in lower case. */
export function correctedEventId(addendum: string): string | undefined {
  if (addendum === "") return undefined;
  const note = asObject(parseJson(addendum));
  if (note === undefined || textMember(note, "reason") !== "UPDATED_DATA") return undefined;
  return textMember(note, "originalEventID")?.toLowerCase();
}
