import type { Database } from "@/db/client";
import { env } from "@/lib/core/env";
import type { BlockList } from "./input";
import { listBlocked, listBlockedDomains } from "./queries";

/**
 * One of an identity's own lists, line by line, as Mastodon exports and imports it; for its own eyes. Those of this server
 * are named with it. Muted servers and words have no such form.
 */
export async function listOwn(db: Database, actorId: string, list: BlockList): Promise<string[][]> {
  if (list === "blocked_domains") {
    const servers = await listBlockedDomains(db, actorId);
    return servers.filter(({ kind }) => kind === "block").map(({ domain }) => [domain]);
  }
  const { host } = new URL(env().ORIGIN);
  const wanted = list === "blocked_accounts" ? "block" : "mute";
  const addresses = (await listBlocked(db, actorId))
    .filter(({ kind }) => kind === wanted)
    .map(({ handle, domain }) => `${handle}@${domain ?? host}`);
  if (wanted === "block") return addresses.map((address) => [address]);
  return [["Account address", "Hide notifications"], ...addresses.map((address) => [address, "true"])];
}
