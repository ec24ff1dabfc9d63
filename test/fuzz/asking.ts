/** What the fuzzer asks of a product, whichever it is: a core's, or the stand-in of a test. */
import type { Impact } from "../../host/domain/impact.ts";
import type { KeyState } from "../../host/domain/key-state.ts";
import type { Documents } from "./fuzz-case.ts";

export interface Question {
  readonly action: string;
  /** Undefined: unknown. */
  readonly resource: string | undefined;
  /** Of a key in lower case. */
  readonly stateOf: (key: string) => KeyState;
  /** Keys that the policies ask for. */
  readonly keys: ReadonlySet<string>;
}

export interface Answer {
  readonly decision: "allowed" | "explicitDeny" | "implicitDeny" | "undetermined";
  /** Statements by level and policy, in that order; `statement` is the position in its policy. */
  readonly matchedStatements: readonly {
    readonly level: string;
    readonly policy: string;
    readonly statement: number;
    readonly sid?: string;
    readonly effect: "Allow" | "Deny";
  }[];
  readonly unknownContextKeys: readonly string[];
}

export interface Product {
  decide(levels: Documents, questions: readonly Question[]): readonly Answer[];
  judge(current: Documents, proposed: Documents, questions: readonly Question[]): readonly Impact[];
}

/** Levels are called `l-0` …, policies `p-0` … on each. */
export const levelName = (level: number) => `l-${level}`;
export const policyName = (policy: number) => `p-${policy}`;
