import { env } from "@/lib/core/env";
import { listServerFollows } from "@/lib/federation/administration/follows";
import { listPolicies } from "@/lib/federation/administration/policies";
import { countServers, listServers, SERVERS_PER_PAGE } from "@/lib/federation/administration/servers";
import { listUnread } from "@/lib/federation/administration/unread";
import { getServerActor } from "@/lib/federation/server-actor";
import { readInstance } from "@/lib/instance/settings";
import { pageFrom } from "./page-number";
import type { Staff } from "./staff";

/** What administrators see of the exchange with other servers. */
export async function readFederation(staff: Staff, asked: string | string[] | undefined) {
  const { page, pageCount } = pageFrom(asked, { total: await countServers(staff), size: SERVERS_PER_PAGE });
  const [servers, follows, policies, unread, settings, { handle, uri }] = await Promise.all([
    listServers(staff, page),
    listServerFollows(staff),
    listPolicies(staff),
    listUnread(staff),
    readInstance(staff.db),
    getServerActor(staff),
  ]);
  const own = { address: `@${handle}@${new URL(env().ORIGIN).host}`, uri };
  return { own, servers, follows, policies, unread, settings, page, pageCount, zone: staff.zone };
}
