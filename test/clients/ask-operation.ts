/** Asks one operation each question of the answer table, and compares each answer with the expected one. */
import type { OperationName } from "../../host/api/model/service-model.ts";
import { askUntilThrottled, type LimitedInstance } from "./ask-until-throttled.ts";
import type { Tenant } from "./instance.ts";
import type { InvalidRequest } from "./invalid-members.ts";
import {
  type RawAnswer,
  type RawRequest,
  sendBytes,
  signBytes,
  withBadSignature,
  withoutSignature,
} from "./signed-request.ts";

/** In the order of the table's columns. */
export const CASES = ["valid", "othersJob", "reader", "noAuth", "badSignature", "replay", "throttled"] as const;
export type Case = (typeof CASES)[number];

export interface Asked {
  /** `200`, or status and errortype. */
  readonly answer: string;
  readonly isExpected: boolean;
  /** What an answer of 200 meant, in two or three words. */
  readonly effect?: string;
  /** To be shown when it was not expected. */
  readonly body: unknown;
}

export interface AskedOperation {
  readonly name: OperationName;
  /** Without the cases that the operation does not have. */
  readonly cases: Readonly<Partial<Record<Case, Asked>>>;
  readonly invalid: readonly (InvalidRequest & { readonly asked: Asked })[];
}

export const OK = "200";
export const INVALID = "400 ValidationException";
const NOT_FOUND = "404 ResourceNotFoundException";
const DENIED = "403 AccessDeniedException";
const NOT_SIGNED = "403 MissingAuthenticationTokenException";
const TOO_MANY = "429 ThrottlingException";
const BADLY_SIGNED = "403 InvalidSignatureException";

/** What an operation is asked, in a tenant that is ready for its valid request. */
export interface Question {
  readonly name: OperationName;
  readonly valid: RawRequest;
  readonly invalid: readonly InvalidRequest[];
  /** About a job of another account. */
  readonly othersJob?: RawRequest;
  /** May a reader ask it? */
  readonly isRead: boolean;
  readonly replay: {
    readonly expected: string;
    readonly effect?: string;
    /** Happens after the valid request, before its copy. */
    readonly before?: () => Promise<unknown>;
    /** Was nothing done that only the valid request may do? `first` and `again` are the two answers. */
    readonly holds: (first: RawAnswer, again: RawAnswer) => boolean | Promise<boolean>;
  };
}

/** What must change nothing is asked first, then the valid request is sent, then the same bytes once more. */
export async function askOperation(
  endpoint: string,
  { admin, reader }: Tenant,
  limited: LimitedInstance,
  { name, valid, invalid, othersJob, isRead, replay }: Question,
): Promise<AskedOperation> {
  const send = async (request: RawRequest, key = admin) => sendBytes(await signBytes(endpoint, key, request));
  const bytes = await signBytes(endpoint, admin, valid);
  const noAuth = judge(await sendBytes(withoutSignature(bytes)), NOT_SIGNED);
  const badSignature = judge(await sendBytes(withBadSignature(bytes)), BADLY_SIGNED);
  const readers = judge(await send(valid, reader), isRead ? OK : DENIED);
  const throttled = judge(await askUntilThrottled(limited, valid), TOO_MANY);
  const others = othersJob === undefined ? {} : { othersJob: judge(await send(othersJob), NOT_FOUND) };
  const askedInvalid: (InvalidRequest & { readonly asked: Asked })[] = [];
  for (const one of invalid) {
    const answer = await send(one.request);
    askedInvalid.push({ ...one, asked: judge(answer, INVALID, namesMember(answer, one.member)) });
  }
  const first = await sendBytes(bytes);
  await replay.before?.();
  const again = await sendBytes(bytes);
  const replayed = judge(again, replay.expected, await replay.holds(first, again));
  const { effect } = replay;
  return {
    name,
    invalid: askedInvalid,
    cases: {
      valid: judge(first, OK),
      ...others,
      reader: readers,
      noAuth,
      badSignature,
      throttled,
      replay: effect === undefined ? replayed : { ...replayed, effect },
    },
  };
}

function judge(answer: RawAnswer, expected: string, holds = true): Asked {
  const text = answer.errorType === undefined ? String(answer.status) : `${answer.status} ${answer.errorType}`;
  return { answer: text, isExpected: text === expected && holds, body: answer.body };
}

function namesMember({ body }: RawAnswer, member: string | undefined): boolean {
  if (member === undefined) return body.reason === "cannotParse";
  const fields = body.fieldList as readonly { readonly name: string }[] | undefined;
  return body.reason === "fieldValidationFailed" && fields?.[0]?.name === member;
}
