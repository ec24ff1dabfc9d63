/** The refusals: each modelled exception as an answer of its status, with the headers that carry its name and its pause. */
import { SHAPE_TEXTS } from "../documentation/document-shapes.ts";
import { shapeOf } from "../service-model.ts";
import { type JsonSchema, objectSchema, schemaReference, textSchema } from "./json-schema.ts";

/** Not in the service model, as with all AWS services: what has to do with the signature, and a body that is too long. */
const SIGNATURE_EXCEPTIONS = [
  "IncompleteSignatureException",
  "InvalidSignatureException",
  "MissingAuthenticationTokenException",
  "UnrecognizedClientException",
];
const TOO_LARGE = "RequestEntityTooLargeException";
const TOO_LARGE_STATUS = 413;

/** Those that every signed request can meet. */
export const SIGNED_EXCEPTIONS = [
  "ValidationException",
  "AccessDeniedException",
  "ThrottlingException",
  "InternalServerException",
];

export const REQUEST_ID_HEADER = {
  "x-amzn-requestid": { description: "The id of the request, for the log of the service.", schema: { type: "string" } },
};

/** What stands under `responses` of a component section, by the exception's name. */
export function exceptionAnswers(names: Iterable<string>): Readonly<Record<string, object>> {
  return Object.fromEntries([...names].map((name) => [name, exceptionAnswer(name, schemaReference(name))]));
}

/** Under `responses` of an operation: by status. `refusal` is another form of body that the caller may want. */
export function answersOf(names: readonly string[], refusal?: JsonSchema): Readonly<Record<string, object>> {
  return Object.fromEntries(
    names.map((name) => {
      const reference = { $ref: `#/components/responses/${name}` };
      const answer =
        refusal === undefined ? reference : exceptionAnswer(name, { anyOf: [schemaReference(name), refusal] });
      return [String(statusOf(name)), answer] as const;
    }),
  );
}

/** The body of an exception that no shape describes. */
export const UNMODELLED_SCHEMAS: Readonly<Record<string, JsonSchema>> = {
  [TOO_LARGE]: objectSchema("The body is longer than is read here.", { message: textSchema("How long it may be.") }),
};

function statusOf(name: string): number {
  if (name === TOO_LARGE) return TOO_LARGE_STATUS;
  const shape = shapeOf(name);
  if (shape.type !== "structure" || shape.error === undefined) throw new Error(`${name} is no exception`);
  return shape.error.httpStatusCode;
}

function exceptionAnswer(name: string, schema: JsonSchema): object {
  const isAboutAccess = name === "AccessDeniedException";
  const names = isAboutAccess ? [name, ...SIGNATURE_EXCEPTIONS] : [name];
  const about = SHAPE_TEXTS[name]?.[0] ?? "The body is longer than is read here.";
  const description = isAboutAccess ? `${about} Or the signature is missing or wrong.` : about;
  return {
    description,
    headers: {
      "x-amzn-errortype": { description: "The name of the exception.", schema: { type: "string", enum: names } },
      ...REQUEST_ID_HEADER,
      ...retryHeader(name),
    },
    content: { "application/json": { schema } },
  };
}

function retryHeader(name: string): object {
  if (name === TOO_LARGE) return {};
  const shape = shapeOf(name);
  const headers = shape.type === "structure" ? Object.entries(shape.members) : [];
  return Object.fromEntries(
    headers
      .filter(([, { location }]) => location === "header")
      .map(([member, { locationName = member }]) => {
        const description = SHAPE_TEXTS[name]?.[1]?.[member];
        return [locationName, { description, schema: { type: "integer", minimum: 0 } }] as const;
      }),
  );
}
