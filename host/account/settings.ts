/**
 * The Worker's settings: variables of wrangler.toml, each a whole number with a default and a range. A setting that cannot
 * be read is a mistake of whoever runs the service, and closes what needs it rather than being guessed at.
 */
import type { Bindings } from "./bindings.ts";

interface Setting {
  readonly default: number;
  readonly most: number;
}

const SETTINGS = {
  /** Characters of one policy document (semantics 7): what the API states, or up to what AWS takes now. */
  POLICY_DOCUMENT_MAX_CHARACTERS: { default: 5_120, most: 10_240 },
  /** Jobs of one account that have not ended. */
  RUNNING_JOBS_MAX: { default: 50, most: 10_000 },
  /** Events stored for one tenant. */
  STORED_EVENTS_MAX: { default: 1_000_000_000, most: Number.MAX_SAFE_INTEGER },
  /** Events in the window of one job, before copies are taken out. */
  JOB_EVENTS_MAX: { default: 1_000_000_000, most: Number.MAX_SAFE_INTEGER },
} as const satisfies Record<string, Setting>;

export type SettingName = keyof typeof SETTINGS;

/** Names variable, value and range, and nothing that is secret. */
export class SettingError extends Error {}

/** The setting's value, at least 1. Throws SettingError when the variable is there and is no such number. */
export function readSetting(bindings: Bindings, name: SettingName): number {
  const text = bindings[name];
  const { default: unset, most } = SETTINGS[name];
  if (text === undefined) return unset;
  const value = Number(text);
  if (Number.isSafeInteger(value) && value >= 1 && value <= most) return value;
  throw new SettingError(`the variable ${name} must be a whole number from 1 to ${most}, not \`${text}\``);
}

/** Reads them all. Throws SettingError as `readSetting` does. */
export function checkSettings(bindings: Bindings): void {
  for (const name of Object.keys(SETTINGS)) readSetting(bindings, name as SettingName);
}
