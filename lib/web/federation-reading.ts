import { env } from "@/lib/core/env";
import { listServerFollows } from "@/lib/federation/administration/follows";
import { countPolicies, listPolicies, POLICIES_PER_PAGE } from "@/lib/federation/administration/policies";
import { countServers, listServers, SERVERS_PER_PAGE } from "@/lib/federation/administration/servers";
import { listUnread } from "@/lib/federation/administration/unread";
import { getServerActor } from "@/lib/federation/server-actor";
import { readInstance } from "@/lib/instance/settings";
import { pageFrom } from "./page-number";
import type { Staff } from "./staff";

type Asked = { page?: string | string[] | undefined; policies?: string | string[] | undefined };

/** What administrators see of the exchange with other servers. */
export async function readFederation(staff: Staff, asked: Asked) {
  const [serverCount, policyCount] = await Promise.all([countServers(staff), countPolicies(staff)]);
  const pages = {
    servers: pageFrom(asked.page, { total: serverCount, size: SERVERS_PER_PAGE }),
    policies: pageFrom(asked.policies, { total: policyCount, size: POLICIES_PER_PAGE }),
  };
  const [servers, follows, policies, unread, settings, { handle, uri }] = await Promise.all([
    listServers(staff, pages.servers.page),
    listServerFollows(staff),
    listPolicies(staff, pages.policies.page),
    listUnread(staff),
    readInstance(staff.db),
    getServerActor(staff),
  ]);
  const own = { address: `@${handle}@${new URL(env().ORIGIN).host}`, uri };
  return { own, servers, follows, policies, unread, settings, pages, zone: staff.zone };
}
