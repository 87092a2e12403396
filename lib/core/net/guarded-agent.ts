import { type LookupAddress, lookup as systemLookup } from "node:dns";
import { isIP, type LookupFunction } from "node:net";
import { Agent, buildConnector } from "undici";
import { isDemo, isOutOfReach } from "@/lib/core/demo";
import { env } from "@/lib/core/env";
import { scopeOf } from "./private-address";

/** What a fetch may reach. Tests put their own in its place. */
export type Network = { lookup: LookupFunction; mayReach: (address: string) => boolean };

type Bounds = { connectMs: number; keepOpenMs?: number };

/** The code of the error for an address that nothing of ours may be sent to. */
export const ADDRESS_REFUSED = "ADDRESS_REFUSED";

/**
 * The internet; with ALLOW_PRIVATE_NETWORK also this machine and private networks, but never link-local addresses. Of a
 * demonstration nothing leaves the machine: not even the name of another is asked for.
 */
export const internet: Network = {
  lookup: (hostname, options, callback) =>
    isOutOfReach(hostname)
      ? callback(refused(hostname), [])
      : (systemLookup as LookupFunction)(hostname, options, callback),
  mayReach(address) {
    const scope = scopeOf(address);
    if (isDemo()) return scope === "loopback";
    return scope === "public" || (env().ALLOW_PRIVATE_NETWORK === "on" && scope !== "never");
  },
};

/**
 * Connections to addresses that were checked: a name is looked up once, and what was checked is what is connected to,
 * so that a name server that changes its mind in between wins nothing. One answer among several that is not
 * allowed spoils them all. Serves one fetch, unless connections are to stay open: then what was checked stays connected.
 */
export function guardedAgent({ lookup, mayReach }: Network, { connectMs, keepOpenMs }: Bounds): Agent {
  const connector = buildConnector({ timeout: connectMs, lookup: guardedLookup({ lookup, mayReach }) });
  return new Agent({
    connections: keepOpenMs ? 2 : 1,
    pipelining: keepOpenMs ? 1 : 0,
    ...(keepOpenMs && { keepAliveTimeout: keepOpenMs, keepAliveMaxTimeout: keepOpenMs }),
    connect(options, callback) {
      // Node looks up no literal address.
      const host = options.hostname.replace(/^\[|\]$/g, "");
      if (isIP(host) !== 0 && !mayReach(host)) return callback(refused(host), null);
      connector(options, (...[error, socket]) => {
        if (error) return callback(error, null);
        if (mayReach(socket.remoteAddress ?? "")) return callback(null, socket);
        socket.destroy();
        callback(refused(host), null);
      });
    },
  });
}

function guardedLookup({ lookup, mayReach }: Network): LookupFunction {
  return (hostname, options, callback) =>
    lookup(hostname, { ...options, all: true }, (error, answer) => {
      if (error) return callback(error, []);
      const addresses = answer as LookupAddress[];
      const [first] = addresses;
      if (!first || !addresses.every(({ address }) => mayReach(address)))
        return callback(refused(hostname), []);
      if (options.all) callback(null, addresses);
      else callback(null, first.address, first.family);
    });
}

function refused(host: string): NodeJS.ErrnoException {
  return Object.assign(new Error(`${host} is no address of the internet`), { code: ADDRESS_REFUSED });
}
