/** Does the whole text match the pattern of `*` and `?`? By the definition, slowly: try every length for every star. */
export function matchesWildcard(pattern: string, text: string): boolean {
  const [symbol, ...rest] = [...pattern];
  const characters = [...text];
  if (symbol === undefined) return text === "";
  if (symbol === "*") {
    for (let taken = 0; taken <= characters.length; taken++) {
      if (matchesWildcard(rest.join(""), characters.slice(taken).join(""))) return true;
    }
    return false;
  }
  if (characters.length === 0) return false;
  return (symbol === "?" || symbol === characters[0]) && matchesWildcard(rest.join(""), characters.slice(1).join(""));
}
