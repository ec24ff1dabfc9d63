/**
 * A value from outside, made fit to stand in a message: in backticks, cut to a readable length, control characters escaped.
 */

/** UTF-16 units of a value that a message repeats; an ARN still fits. */
const QUOTED_LENGTH_MAX = 120;

/** Nearly every value: quoting happens for each that is read, also where no message comes of it. */
const PLAIN = new RegExp(`^[ -~]{0,${QUOTED_LENGTH_MAX}}$`);

export function quote(value: string): string {
  if (PLAIN.test(value)) return `\`${value}\``;
  const cut = value.length > QUOTED_LENGTH_MAX ? `${value.slice(0, QUOTED_LENGTH_MAX)}…` : value;
  // Bidirectional controls are escaped too: they would reorder the message around them.
  const shown = cut.replace(/[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/gu, (character) => {
    return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
  });
  return `\`${shown}\``;
}
