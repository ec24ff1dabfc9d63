/** What is written down about a route that AWS's API does not have. */
import type { Role } from "../../../account/access-keys.ts";
import { type JsonSchema, schemaReference } from "./json-schema.ts";

/** Exceptions besides those that every signed request can meet. */
export type OwnException =
  | "ConflictException"
  | "RequestEntityTooLargeException"
  | "ResourceNotFoundException"
  | "ServiceQuotaExceededException";

export interface RouteParameter {
  readonly name: string;
  readonly in: "path" | "query" | "header";
  readonly description: string;
  readonly schema: JsonSchema;
}

/** By media type; `true` is anything, bytes too. */
export type Content = Readonly<Record<string, JsonSchema | true>>;

export interface ExtensionRoute {
  /** As role tables and messages call it. */
  readonly name: string;
  readonly method: "GET" | "PUT" | "POST" | "DELETE";
  readonly path: string;
  readonly tag: string;
  readonly summary: string;
  /** Plain sentences, as in documentation/. */
  readonly text: string;
  readonly access: readonly Role[] | "public";
  /** An ingest token as a bearer token is enough. */
  readonly takesToken?: true;
  readonly parameters?: readonly RouteParameter[];
  readonly body?: { readonly text: string; readonly content: Content };
  readonly answer: { readonly text: string; readonly content: Content };
  readonly errors?: readonly OwnException[];
  /** A form of body that refusals have too, when the sender wants it. */
  readonly refusal?: JsonSchema;
}

export function json(shape: string): Content {
  return { "application/json": schemaReference(shape) };
}

export function inQuery(name: string, schema: JsonSchema, description: string): RouteParameter {
  return { name, in: "query", description, schema };
}
