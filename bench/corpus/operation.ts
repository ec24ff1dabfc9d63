/**
 * What the generator knows of an API call: how CloudTrail logs it, who makes it, and which IAM actions AWS asks for.
 */
import type { Principal, PrincipalKind } from "./principals.ts";
import { createRandom, type Random } from "./random.ts";

export type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json };

/** Where and by whom one call is made. */
export interface Scene {
  readonly random: Random;
  readonly accountId: string;
  /** Name of the account, which names its resources. */
  readonly workload: string;
  readonly region: string;
  /** Milliseconds since 1970. */
  readonly time: number;
  readonly principal: Principal;
}

/** The members of a record that only the call itself can tell. */
export interface Details {
  readonly request: Json;
  readonly response?: Json;
  readonly resources?: readonly Json[];
  readonly additional?: Json;
  /** The account that owns the resource, when that is not the caller's; it gets a copy of the record. */
  readonly owner?: string;
  /** Actions asked for beside those of the operation. */
  readonly alsoActions?: readonly string[];
}

export interface Operation {
  /** Host part of eventSource. */
  readonly service: string;
  readonly name: string;
  /** IAM actions that AWS decides for the call. */
  readonly actions: readonly string[];
  readonly weight: number;
  readonly callers: readonly PrincipalKind[];
  readonly readOnly: boolean;
  readonly details: (scene: Scene) => Details;
  /** A data event: logged only where the trail selects it. */
  readonly data?: true;
  /** The service is worldwide: logged in us-east-1 only. */
  readonly worldwide?: true;
  /** No policy can deny it. */
  readonly cannotBeDenied?: true;
  /** Ways it fails that are not a matter of access: code and message. */
  readonly failures?: readonly (readonly [code: string, message: string])[];
}

export const PEOPLE: readonly PrincipalKind[] = ["person", "root"];
export const WORKLOADS: readonly PrincipalKind[] = ["function", "instance"];
export const BUILDERS: readonly PrincipalKind[] = ["role", "person"];
export const READERS: readonly PrincipalKind[] = [
  "role",
  "person",
  "user",
  "serviceLinkedRole",
  "root",
  "federatedUser",
];

/** An id such as `vpc-0f3a…`, one of `of` that the account has in the region, so that values repeat as they do in real logs. */
export function idAmong(scene: Scene, prefix: string, of: number): string {
  const seed = `${scene.accountId}/${scene.region}/${prefix}/${scene.random.below(of)}`;
  return `${prefix}-0${createRandom(seed).hex(16)}`;
}

/** `arn:aws:service:region:account:rest` of the caller's account. */
export function localArn(scene: Scene, service: string, rest: string): string {
  return `arn:aws:${service}:${scene.region}:${scene.accountId}:${rest}`;
}
