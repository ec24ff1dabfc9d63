/** How many policies AWS lets be attached to one root, organizational unit or account (semantics 2, since 2026-05-15). */
import type { Fault } from "../../domain/fault.ts";
import { quote } from "../quote.ts";

const ATTACHED_MAX = 10;

/** Takes how many are attached to a target directly. Code: `too-many-attachments`. */
export function warnAboutAttachments(count: number, target: string): Fault | undefined {
  if (count <= ATTACHED_MAX) return undefined;
  const message = `${quote(target)} has ${count} service control policies attached, and AWS takes ${ATTACHED_MAX}; merge some, or attach them to different levels`;
  return { code: "too-many-attachments", message };
}
