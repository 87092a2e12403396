import { env } from "./env";
import { scopeOf } from "./net/private-address";

const WIPE_EVERY_MS = 48 * 3_600_000;

/** Where the addresses of the ready-made accounts are: nobody has one there (RFC 6761). */
export const READY_MADE_DOMAIN = "demo.invalid";

/** Whether this server is for trying only: everything is wiped from time to time, and nothing leaves the machine. */
export function isDemo(): boolean {
  return env().DEMO === "1";
}

/** When everything is wiped next. By the clock alone, so that kept pages and the worker agree. */
export function nextWipe(now: Date): Date {
  return new Date((Math.floor(now.getTime() / WIPE_EVERY_MS) + 1) * WIPE_EVERY_MS);
}

/** When everything should have been wiped last. */
export function lastWipe(now: Date): Date {
  return new Date(nextWipe(now).getTime() - WIPE_EVERY_MS);
}

/** Whether a demonstration must leave this host alone, with or without a port: it is not of this machine. */
export function isOutOfReach(host: string): boolean {
  if (!isDemo()) return false;
  const name = host.replace(/:\d+$/, "").replace(/^\[|\]$/g, "");
  return name !== "localhost" && !name.endsWith(".localhost") && scopeOf(name) !== "loopback";
}
