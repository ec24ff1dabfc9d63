/** Addresses and ranges of IpAddress and NotIpAddress: IPv4 and IPv6, alone or with the bits of a range (semantics 3.3). */

const IPV4_BITS = 32;
const IPV6_BITS = 128;
/** Of an IPv6 address, 16 bits each; an IPv4 address at its end counts as two. */
const GROUPS = 8;

/** Without leading zeros: with them a number is octal to some and decimal to others. */
const NUMBER = /^(?:0|[1-9]\d{0,2})$/;

/** Why a text is no address range, in words that go on after "is no address range: "; undefined when it is one. */
export function explainIpRange(text: string): string | undefined {
  const slash = text.indexOf("/");
  const address = slash < 0 ? text : text.slice(0, slash);
  const isIpv6 = address.includes(":");
  const wrong = isIpv6 ? explainIpv6(address) : explainIpv4(address);
  if (wrong !== undefined || slash < 0) return wrong;
  const [bits, most] = [text.slice(slash + 1), isIpv6 ? IPV6_BITS : IPV4_BITS];
  if (NUMBER.test(bits) && Number(bits) <= most) return undefined;
  return `behind the slash stands the number of fixed bits, 0 to ${most}`;
}

function explainIpv4(address: string): string | undefined {
  const numbers = address.split(".");
  if (numbers.length === 4 && numbers.every((number) => NUMBER.test(number) && Number(number) <= 255)) return undefined;
  if (/[*?]/.test(address)) return "wildcards are not allowed; write a range such as `203.0.113.0/24`";
  if (numbers.length === 4 && numbers.every((number) => /^\d{1,3}$/.test(number)))
    return "the four numbers go from 0 to 255, without zeros in front";
  return "write an address or a range, for instance `203.0.113.0/24` or `2001:db8::/32`";
}

function explainIpv6(address: string): string | undefined {
  const halves = address.split("::");
  const groups = halves.map((half, index) => countGroups(half, index === halves.length - 1));
  const [first, second] = groups;
  if (groups.length > 2) return "`::` may stand once, for the zeros left out";
  if (first === undefined || groups.includes(undefined))
    return "an IPv6 address has groups of one to four hexadecimal digits between colons";
  if (second === undefined)
    return first === GROUPS ? undefined : `an IPv6 address has ${GROUPS} groups; \`::\` stands for zeros left out`;
  return first + second < GROUPS
    ? undefined
    : `an IPv6 address has ${GROUPS} groups, and \`::\` stands for at least one`;
}

/** Of the text before or behind `::`; undefined when it is none. Only the end of an address can be an IPv4 address. */
function countGroups(half: string, isEnd: boolean): number | undefined {
  if (half === "") return 0;
  const groups = half.split(":");
  const last = groups.at(-1) ?? "";
  const hasIpv4 = isEnd && last.includes(".") && explainIpv4(last) === undefined;
  const hexadecimal = hasIpv4 ? groups.slice(0, -1) : groups;
  if (!hexadecimal.every((group) => /^[0-9A-Fa-f]{1,4}$/.test(group))) return undefined;
  return hexadecimal.length + (hasIpv4 ? 2 : 0);
}
