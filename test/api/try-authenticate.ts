/** Authentication of one request with ADMIN's key, at a fixed time. */
import type { BodyLimits } from "../../host/api/input/read-body.ts";
import { authenticate } from "../../host/api/signature/authenticate.ts";
import { ADMIN, type RequestToSign, signRequest } from "./sign-request.ts";

/** 2026-11-23T22:24:47Z, when the tests' requests are signed. */
export const NOW = Date.UTC(2026, 10, 23, 22, 24, 47);
const KEYS = new Map([[ADMIN.accessKeyId, ADMIN]]);

export function signNow(toSign: RequestToSign): Promise<Request> {
  return signRequest({ date: new Date(NOW), ...toSign });
}

export function tryAuthenticate(request: Request, now = NOW, body: BodyLimits = { heldMax: 1_000_000 }) {
  return authenticate(request, { keys: KEYS, body, now });
}

/** `accepted`, or code and message of the refusal. */
export async function verdictOf(request: Request, now = NOW, body?: BodyLimits): Promise<string> {
  const outcome = await tryAuthenticate(request, now, body);
  return outcome.ok ? "accepted" : `${outcome.exception.code}: ${outcome.exception.message}`;
}
