import type { IncomingMessage } from "node:http";
import { BlockList } from "node:net";

/** Where a reverse proxy may stand: this machine and private networks (RFC 1918, 4193, and link-local addresses). */
const near = new BlockList();
near.addSubnet("127.0.0.0", 8);
near.addSubnet("10.0.0.0", 8);
near.addSubnet("172.16.0.0", 12);
near.addSubnet("192.168.0.0", 16);
near.addSubnet("169.254.0.0", 16);
near.addAddress("::1", "ipv6");
near.addSubnet("fc00::", 7, "ipv6");
near.addSubnet("fe80::", 10, "ipv6");

type Request = Pick<IncomingMessage, "headers"> & { socket: { remoteAddress?: string } };

/**
 * Lets only a proxy nearby say for whom it asks. Whoever reaches us directly is counted by the address they come from:
 * otherwise every guess at a password could claim another one (rate-limit.ts reads the last address of the header).
 */
export function setClientAddress({ headers, socket }: Request): void {
  const address = plain(socket.remoteAddress);
  if (!isNearby(address) || headers["x-forwarded-for"] === undefined) headers["x-forwarded-for"] = address;
}

/** Whether what asks us directly may be a reverse proxy of ours, and is believed. */
export function isNearby(remoteAddress: string | undefined): boolean {
  const address = plain(remoteAddress);
  return near.check(address, address.includes(":") ? "ipv6" : "ipv4");
}

/** Without the prefix that IPv4 addresses have on a socket for both. */
function plain(address = ""): string {
  return address.replace(/^::ffff:(?=\d+\.)/, "");
}
