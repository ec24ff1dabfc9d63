/** What an event's operation asked AWS for, before resources and context keys are known. Shapes only. */
import type { KeyState } from "../../domain/key-state.ts";
import type { NotAnAuthorization } from "../not-authorizations.ts";
import type { Provenance, Resource } from "../request/authorization.ts";

export interface ActionDraft {
  /** AWS's own casing; `prefix:*` and `*` only for what is not mapped. */
  readonly action: string;
  readonly provenance: Provenance;
  /** When given: exactly these, each decided on its own. Else they follow from the action and the request. */
  readonly resources?: readonly Resource[];
  /** Condition keys, in lower case, that this authorization has in a way of its own. */
  readonly keys?: ReadonlyMap<string, KeyState>;
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
