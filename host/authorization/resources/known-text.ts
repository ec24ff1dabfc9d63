/**
 * Whether a logged text is the value itself. Texts that CloudTrail, or whoever published the log, put in its place say that there
 * was a value, and not which.
 */

/** `HIDDEN_DUE_TO_SECURITY_REASONS`, `HIDDEN_FOR_SECURITY_REASONS` [E], `<sensitiveDataRemoved>` [E], runs of stars. */
const MASK = /HIDDEN_(?:DUE_TO|FOR)_SECURITY_REASONS|<sensitiveDataRemoved>|\*{3}/;

export function isKnownText(text: string): boolean {
  return !MASK.test(text);
}
