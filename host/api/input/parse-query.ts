/** The query of a URL, parameter by parameter, as it was signed: `+` is a plus sign, and the order is kept. */

/** From `?` on, or empty. Undefined when an escape is not UTF-8, and for a name that signing libraries lose the value of. */
export function parseQuery(search: string): readonly (readonly [name: string, value: string])[] | undefined {
  try {
    const query = search
      .replace(/^\?/, "")
      .split("&")
      .filter((part) => part !== "")
      .map((part) => {
        const [name = "", ...value] = part.split("=");
        return [decodeURIComponent(name), decodeURIComponent(value.join("="))] as const;
      });
    return query.some(([name]) => name === "__proto__") ? undefined : query;
  } catch {
    return undefined;
  }
}
