/**
 * The form of our tables from requests to condition keys. Types only, and the words to write rows with; reads no request.
 */

import type { KeyState } from "../../domain/key-state.ts";
import { ABSENT, presentOrAbsent, UNKNOWN } from "../../domain/key-state.ts";
import type { RecordPart } from "../../domain/parameter-selection.ts";
import type { Authorization } from "../request/authorization.ts";
import type { CallRequest } from "../request/call-request.ts";

/** From what a parameter holds to what the key holds; undefined when the key holds something that does not follow. */
export type KeyReading = (text: string) => string | undefined;

export interface KeyPlace {
  /** As in `valuesAt`. */
  readonly path: string;
  readonly part: RecordPart;
}

export interface KeyRow {
  /** Condition key in lower case; `*` stands for a name of the user's. */
  readonly key: string;
  /** The first place that has a value counts; of a list that is gathered, all do. */
  readonly places: readonly KeyPlace[];
  /** The state where the request has no such parameter. */
  readonly missing: KeyState;
  readonly isList: boolean;
  /** A value that only the answer shows is the key's for sure; else the request may have had none. */
  readonly isAlways: boolean;
  readonly reading: KeyReading | undefined;
  /** Names of the actions for which the row holds, in lower case; undefined for all that have the key. */
  readonly actions: RegExp | undefined;
  /** Form of the resources of whose authorizations the row speaks; undefined for all that have the key. */
  readonly resources: RegExp | undefined;
  /** In place of the values at the places; `name` is what `*` stands for. */
  readonly state: ((request: CallRequest, authorization: Authorization, name: string) => KeyState) | undefined;
}

export interface ServiceKeyRows {
  /** IAM prefix. */
  readonly prefix: string;
  /** Where its rows come from. */
  readonly source: string;
  readonly rows: readonly KeyRow[];
}

/** `absent`: AWS has no value for the key then; `unknown`: a default that we do not know; else the default, which the key may have. */
type Missing = "absent" | "unknown" | { readonly orDefault: string };

interface RowOptions {
  readonly missing?: Missing;
  readonly isList?: true;
  readonly isAlways?: true;
  readonly reading?: KeyReading;
  readonly actions?: RegExp;
  readonly resources?: RegExp;
  readonly state?: KeyRow["state"];
}

const PARTS: Readonly<Record<string, RecordPart>> = {
  response: "responseElements",
  extra: "additionalEventData",
};

/** Starts rows of one service: `keyOf("ec2")("InstanceType", "instanceType")`. `places` are parted by spaces; `response:` and `extra:` name other parts. */
export function keyOf(prefix: string): (name: string, places: string, options?: RowOptions) => KeyRow {
  return (name, places, options = {}) => ({
    key: `${prefix}:${name}`.toLowerCase(),
    places: places.split(" ").flatMap((place) => {
      if (place === "") return [];
      const [, head = "", path = place] = /^(response|extra):(.*)$/.exec(place) ?? [];
      return [{ path, part: PARTS[head] ?? "requestParameters" }];
    }),
    missing: missingState(options.missing ?? "unknown"),
    isList: options.isList ?? false,
    isAlways: options.isAlways ?? false,
    reading: options.reading,
    actions: options.actions,
    resources: options.resources,
    state: options.state,
  });
}

function missingState(missing: Missing): KeyState {
  if (missing === "absent") return ABSENT;
  return missing === "unknown" ? UNKNOWN : presentOrAbsent(missing.orDefault);
}
