/** Whether a name matches a pattern with `*` (any run, also none) and `?` (one character). For names of the catalogue: short, ASCII. */

const STAR = 0x2a;
const ANY = 0x3f;

/** Both in the same case. A star that matched too little takes one more, only the last one: no pattern makes it slow. */
export function matchesWildcards(pattern: string, name: string): boolean {
  let p = 0;
  let n = 0;
  let starAt = -1;
  let resume = 0;
  while (n < name.length) {
    const symbol = pattern.charCodeAt(p);
    if (symbol === STAR) {
      starAt = p++;
      resume = n;
    } else if (symbol === name.charCodeAt(n) || symbol === ANY) {
      p++;
      n++;
    } else if (starAt >= 0) {
      p = starAt + 1;
      n = ++resume;
    } else return false;
  }
  while (pattern.charCodeAt(p) === STAR) p++;
  return p === pattern.length;
}
