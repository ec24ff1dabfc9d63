/**
 * What the description of the API is written in: plain sentences, `code` in backticks, an empty line between paragraphs.
 * OpenAPI takes that as it is (it is Markdown); botocore wants HTML.
 */
import type { Role } from "../../../account/access-keys.ts";

/** Of a shape: what it is; then its members if it is a structure, or its values if it is an enum. */
export type ShapeText = readonly [text: string, parts?: Readonly<Record<string, string>>];

/** A text with a paragraph for each value of the enum. */
export function withValues([text, values = {}]: ShapeText): string {
  return [text, ...Object.entries(values).map(([value, meaning]) => `\`${value}\`: ${meaning}`)].join("\n\n");
}

/** An operation's text with a last paragraph on who may call it. */
export function withRoles(text: string, roles: readonly Role[]): string {
  return `${text}\n\nOpen to access keys of role ${roles.map((role) => `\`${role}\``).join(" or ")}.`;
}

/** `<p>` and `<code>` alone. */
export function toHtml(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll(/`([^`]*)`/g, "<code>$1</code>")
    .split("\n\n")
    .map((paragraph) => `<p>${paragraph}</p>`)
    .join("");
}
