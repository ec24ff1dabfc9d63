/** What a service with a reading of its own is asked: one resource type of one action. Types only. */
import type { ServiceCatalogue } from "../../catalogue/service-catalogue.ts";
import type { CallRequest } from "../../request/call-request.ts";
import type { Alternatives } from "../evidence.ts";
import type { Place } from "../fill-template.ts";

export interface SpecialInput {
  readonly catalogue: ServiceCatalogue;
  readonly request: CallRequest;
  readonly place: Place;
  /** Action without prefix, in lower case. */
  readonly name: string;
  readonly type: string;
}

/** Undefined: nothing special here, the rows decide. */
export type SpecialReading = (input: SpecialInput) => readonly Alternatives[] | undefined;
