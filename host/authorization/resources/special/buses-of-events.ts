/** Events are put onto several buses at once; an entry that names none goes to the default one [C EventBridge API reference, PutEvents]. */
import { asObject } from "../../record-json.ts";
import { valuesAt } from "../../request/call-request.ts";
import { distinct } from "../evidence.ts";
import { fillTemplate } from "../fill-template.ts";
import { isArn, textsIn } from "../texts-of.ts";
import type { SpecialReading } from "./special-input.ts";

/** The source, which every entry has, tells that an entry is there. */
export const EVENTS_PATHS = ["entries.eventBusName", "entries.source"];

export const busesOfEvents: SpecialReading = ({ catalogue, request, place, name, type }) => {
  if (name !== "putevents" || type !== "event-bus") return undefined;
  const entries = valuesAt(request.parameters, "entries")
    .map(asObject)
    .filter((entry) => entry !== undefined);
  if (entries.length === 0) return undefined;
  const [template = ""] = catalogue.templatesOf("events", type);
  return distinct(
    entries.map(({ eventBusName = "default" }) => {
      const [bus] = textsIn(eventBusName);
      if (bus !== undefined && isArn(bus)) return [{ kind: "arn", arn: bus } as const];
      return [fillTemplate(template, place, new Map([["eventbusname", bus]]))];
    }),
  );
};
