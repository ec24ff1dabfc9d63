/** Tells IP addresses from the other things that `sourceIPAddress` holds: service names, `AWS Internal`, masked text. */

/** Four decimal numbers up to 255, without leading zeros. */
export function isIpv4(text: string): boolean {
  const parts = text.split(".");
  return parts.length === 4 && parts.every((part) => /^(?:0|[1-9]\d{0,2})$/.test(part) && Number(part) <= 255);
}

/** Plain hexadecimal IPv6; not with an IPv4 address inside, which the condition key would hold in another form. */
export function isIpv6(text: string): boolean {
  if (!/^[0-9a-fA-F:]{2,39}$/.test(text)) return false;
  const halves = text.split("::");
  if (halves.length > 2) return false;
  const groups = halves.flatMap((half) => (half === "" ? [] : half.split(":")));
  const complete = halves.length === 2 ? groups.length < 8 : groups.length === 8;
  return complete && groups.every((group) => /^[0-9a-fA-F]{1,4}$/.test(group));
}

/** Ranges that do not exist on the internet: RFC 1918, shared (RFC 6598), loopback, link-local, unique local IPv6. */
export function isPrivateIp(text: string): boolean {
  if (!isIpv4(text)) return /^(?:f[cd]|fe[89ab])/i.test(text) || text === "::1" || text === "::";
  const [first = 0, second = 0] = text.split(".").map(Number);
  if (first === 10 || first === 127 || first === 0) return true;
  if (first === 172) return second >= 16 && second <= 31;
  if (first === 192) return second === 168;
  if (first === 169) return second === 254;
  return first === 100 && second >= 64 && second <= 127;
}
