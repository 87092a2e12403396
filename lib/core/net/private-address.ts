import { BlockList, isIP } from "node:net";

/** Whom an IP address leads to. "never": link-local (where clouds keep secrets), multicast, reserved, no address at all. */
export type Scope = "public" | "loopback" | "private" | "never";

// The special-purpose registries of IANA (RFC 6890 and what was added since).
const loopback4 = subnets("ipv4", ["127.0.0.0/8"]);
const private4 = subnets("ipv4", ["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16"]);
const never4 = subnets("ipv4", [
  "0.0.0.0/8",
  "100.64.0.0/10",
  "169.254.0.0/16",
  "192.0.0.0/24",
  "192.0.2.0/24",
  "192.88.99.0/24",
  "198.18.0.0/15",
  "198.51.100.0/24",
  "203.0.113.0/24",
  "224.0.0.0/3",
]);
const private6 = subnets("ipv6", ["fc00::/7"]);
/** All that was ever given out is in here, without what has another purpose. */
const global6 = subnets("ipv6", ["2000::/3"]);
const never6 = subnets("ipv6", ["2001::/23", "2001:db8::/32", "3fff::/20"]);

/** Tells an address of the internet from all others. Null-like input, names and zone ids (`fe80::1%eth0`) are "never". */
export function scopeOf(address: string): Scope {
  const family = isIP(address);
  if (family === 4) return scopeOfIpv4(address);
  return family === 6 && !address.includes("%") ? scopeOfIpv6(address) : "never";
}

function scopeOfIpv4(address: string): Scope {
  if (loopback4.check(address)) return "loopback";
  if (private4.check(address)) return "private";
  return never4.check(address) ? "never" : "public";
}

function scopeOfIpv6(address: string): Scope {
  const groups = groupsOf(address);
  const [mapped, carried] = [mappedIn(groups), carriedIn(groups)];
  if (mapped) return scopeOfIpv4(mapped);
  // A gateway would hand it on to the IPv4 address inside.
  if (carried) return scopeOfIpv4(carried) === "public" ? "public" : "never";
  if (groups.join() === "0,0,0,0,0,0,0,1") return "loopback";
  if (private6.check(address, "ipv6")) return "private";
  return global6.check(address, "ipv6") && !never6.check(address, "ipv6") ? "public" : "never";
}

/** `::ffff:a.b.c.d` is IPv4 in another spelling (RFC 4291, 2.5.5.2). */
function mappedIn(groups: number[]): string | null {
  return startsWith(groups, [0, 0, 0, 0, 0, 0xffff]) ? ipv4Of(groups.slice(6)) : null;
}

/** NAT64 (RFC 6052) and 6to4 (RFC 3056). */
function carriedIn(groups: number[]): string | null {
  if (startsWith(groups, [0x64, 0xff9b, 0, 0, 0, 0])) return ipv4Of(groups.slice(6));
  return startsWith(groups, [0x2002]) ? ipv4Of(groups.slice(1, 3)) : null;
}

function startsWith(groups: number[], prefix: number[]): boolean {
  return prefix.every((group, index) => groups[index] === group);
}

function ipv4Of([high = 0, low = 0]: number[]): string {
  return [high >> 8, high & 255, low >> 8, low & 255].join(".");
}

/** The eight groups; the URL parser has turned a dotted ending into two of them. */
function groupsOf(address: string): number[] {
  const { hostname } = new URL(`http://[${address}]`);
  const [head = "", tail] = hostname.slice(1, -1).split("::");
  const [before, after] = [head, tail ?? ""].map((part) =>
    part === "" ? [] : part.split(":").map((group) => Number.parseInt(group, 16)),
  ) as [number[], number[]];
  return [...before, ...new Array<number>(8 - before.length - after.length).fill(0), ...after];
}

function subnets(family: "ipv4" | "ipv6", ranges: string[]): BlockList {
  const list = new BlockList();
  for (const range of ranges) {
    const [net = "", prefix] = range.split("/");
    list.addSubnet(net, Number(prefix), family);
  }
  return list;
}
