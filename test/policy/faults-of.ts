/** A policy to be bent by each test, and its faults in short. */
import type { Fault } from "../../host/domain/fault.ts";
import { parsePolicyDocument } from "../../host/policy/parse-policy-document.ts";

export const STATEMENT = { Effect: "Deny", Action: "s3:GetObject", Resource: "*" };

export function policyOf(statement: unknown, rest: object = { Version: "2012-10-17" }): string {
  return JSON.stringify({ ...rest, Statement: statement });
}

/** `code line:column pointer` of every fault of a policy, in order. */
export function faultsOf(text: string): readonly string[] {
  const parsed = parsePolicyDocument(text);
  return parsed.ok ? [] : placesOf(parsed.faults);
}

export function placesOf(faults: readonly Fault[]): readonly string[] {
  return faults.map(({ code, where }) => {
    const place = where?.line === undefined ? [] : [`${where.line}:${where.column}`];
    return [code, ...place, ...(where?.pointer ? [where.pointer] : [])].join(" ");
  });
}

export function codesOf(text: string): readonly string[] {
  const parsed = parsePolicyDocument(text);
  return parsed.ok ? [] : parsed.faults.map(({ code }) => code);
}
