import { isIPv6, SocketAddress } from "node:net";

/**
 * What stands for a sender when tries are counted: an IPv4 address, or the /64 of an IPv6 address, since every home is
 * given one at least (RFC 6177) and could use a new address for each try. What is no address stays as it is.
 */
export function networkOf(address: string): string {
  const [plain = ""] = address.trim().split("%");
  if (!isIPv6(plain)) return plain;
  const short = new SocketAddress({ address: plain, family: "ipv6" }).address;
  const mapped = /^::ffff:([\d.]+)$/.exec(short)?.[1];
  return mapped ?? `${groupsOf(short).slice(0, 4).join(":")}::/64`;
}

/** All eight groups of an address as Node shortens it. */
function groupsOf(short: string): string[] {
  const [head = [], tail = []] = short.split("::").map((part) => part.split(":").filter(Boolean));
  return [...head, ...Array<string>(8 - head.length - tail.length).fill("0"), ...tail];
}
