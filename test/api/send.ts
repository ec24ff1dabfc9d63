/** One request to a fake service, and its answer taken apart. */
import type { FakeService } from "./fake-rooms.ts";
import { type RequestToSign, signRequest } from "./sign-request.ts";

interface Answer {
  readonly status: number;
  /** `x-amzn-errortype`; null when nothing is wrong. */
  readonly error: string | null;
  readonly headers: Headers;
  /** Of answers that are a JSON object. */
  readonly body: Readonly<Record<string, unknown>>;
}

/** Signed by ADMIN, unless `toSign` has another key. */
export async function send(service: FakeService, toSign: RequestToSign): Promise<Answer> {
  return sendAsItIs(service, await signRequest(toSign));
}

export async function sendAsItIs(service: FakeService, request: Request): Promise<Answer> {
  const response = await service.fetch(request);
  const { status, headers } = response;
  const text = await response.text();
  return { status, error: headers.get("x-amzn-errortype"), headers, body: text === "" ? {} : JSON.parse(text) };
}
