/** The query of a URL, parameter by parameter, as it was signed: `+` is a plus sign, and the order is kept. */

/** From `?` on, or empty. Undefined when an escape is not UTF-8. */
export function parseQuery(search: string): readonly (readonly [name: string, value: string])[] | undefined {
  try {
    return search
      .replace(/^\?/, "")
      .split("&")
      .filter((part) => part !== "")
      .map((part) => {
        const [name = "", ...value] = part.split("=");
        return [decodeURIComponent(name), decodeURIComponent(value.join("="))] as const;
      });
  } catch {
    return undefined;
  }
}
