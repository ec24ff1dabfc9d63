/** Texts that a template left open: `<my-org-id>`, as the authors of AWS's own examples write it. */

/** Does the text hold one? */
export function holdsPlaceholder(text: string): boolean {
  return /<[a-z][\w .-]*>/i.test(text);
}

export const PLACEHOLDER_HELP = "it holds a placeholder in `<…>`; fill it in";
