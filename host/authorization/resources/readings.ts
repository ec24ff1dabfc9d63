/** What a parameter's text says of the name in an ARN. Pure functions on text; none looks at a request. */
import type { Reading } from "./resource-row.ts";

/** `/hostedzone/Z1`, `https://…/queue`, `arn:…/name` → what follows the last slash. */
export const lastSegment: Reading = (text) => text.slice(text.lastIndexOf("/") + 1) || undefined;

/** `/a/b` → `a/b`: ARNs of parameters hold no leading slash (semantics 6.2, ssm). */
export const withoutLeadingSlash: Reading = (text) => text.replace(/^\/+/, "") || undefined;

/** Only texts of this form. */
export function onlyIf(form: RegExp): Reading {
  return (text) => (form.test(text) ? text : undefined);
}

/** Anything but texts of this form. */
export function unless(form: RegExp): Reading {
  return (text) => (form.test(text) ? undefined : text);
}

/** `name:3` → `name`. */
export const beforeColon: Reading = (text) => text.split(":")[0] || undefined;

/** `name:3` → `3`. */
export const afterColon: Reading = (text) => (text.includes(":") ? text.slice(text.indexOf(":") + 1) : undefined);

/** `https://host/path` → `host/path`. */
export const withoutScheme: Reading = (text) => text.replace(/^https?:\/\//, "") || undefined;

export const accountNumber: Reading = onlyIf(/^\d{12}$/);

export const lowerCase: Reading = (text) => text.toLowerCase();
