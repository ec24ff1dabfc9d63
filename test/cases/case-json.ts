/** A case as it stands in a file (grammar: README.md). */
import type { Impact } from "../../host/domain/impact.ts";
import type { Decision } from "../../host/wasm/decision.ts";
import type { Deciding } from "./expected.ts";

export interface CaseJson {
  readonly id: string;
  readonly rule: string;
  readonly source: string | readonly string[];
  readonly title: string;
  /** Of `deny` and `allow`; null: without Version. */
  readonly version?: string | null;
  readonly current?: readonly (readonly PolicyJson[])[];
  readonly proposed?: readonly (readonly PolicyJson[])[];
  readonly deny?: StatementJson;
  readonly allow?: StatementJson;
  readonly action?: string;
  readonly resource?: string | { readonly unknown: true };
  readonly keys?: Readonly<Record<string, KeyJson>>;
  readonly decision?: Decision;
  readonly impact?: Impact;
  readonly decidedBy?: Deciding;
  readonly unknown?: readonly string[];
  readonly reference?: string;
}

/** A policy: AWS's own by its name, one statement by its effect, or the whole document. */
export type PolicyJson =
  | "FullAWSAccess"
  | { readonly deny: StatementJson }
  | { readonly allow: StatementJson }
  | { readonly Version?: string; readonly Statement: unknown };

/** A statement without Effect; Action and Resource are `*` where nothing is said of them. */
export type StatementJson = Readonly<Record<string, unknown>>;

export type KeyJson =
  | string
  | null
  | readonly string[]
  | { readonly maybe: string | readonly string[] }
  | { readonly unknown: true | "present" };

export const MEMBERS: ReadonlySet<string> = new Set([
  "id",
  "rule",
  "source",
  "title",
  "version",
  "current",
  "proposed",
  "deny",
  "allow",
  "action",
  "resource",
  "keys",
  "decision",
  "impact",
  "decidedBy",
  "unknown",
  "reference",
] satisfies (keyof CaseJson)[]);
