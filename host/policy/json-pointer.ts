/** A path through a JSON document → JSON pointer (RFC 6901), of bounded length. */

/** UTF-16 units of one name. Real names are far shorter; a hostile one must not make every fault as long as the text. */
const SEGMENT_LENGTH_MAX = 200;

/** Gives the pointer; a longer name than any real one is cut and ends in `…`. */
export function pointerOf(path: readonly (string | number)[]): string {
  return path.map((segment) => `/${cut(String(segment)).replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");
}

function cut(name: string): string {
  return name.length > SEGMENT_LENGTH_MAX ? `${name.slice(0, SEGMENT_LENGTH_MAX)}…` : name;
}
