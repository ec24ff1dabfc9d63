/** What an event's operation asked AWS for, before resources and context keys are known. Shapes only. */
import type { NotAnAuthorization } from "../not-authorizations.ts";
import type { Provenance } from "../request/authorization.ts";
import type { RowAction } from "./request-row.ts";

export interface ActionDraft extends RowAction {
  readonly provenance: Provenance;
}

export interface OperationActions {
  /** Each was asked for sure; of several in one list AWS asked for one, and which is not known. */
  readonly certain: readonly (readonly ActionDraft[])[];
  /** May have been asked besides. */
  readonly possible: readonly ActionDraft[];
  /** Present when no policy decides this operation, whatever the other members say. */
  readonly outcome: NotAnAuthorization | undefined;
  readonly isMapped: boolean;
}
