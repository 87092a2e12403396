import { sql } from "drizzle-orm";
import { actors } from "@/db/schema/actors";
import { follows } from "@/db/schema/follows";
import type { Context } from "@/lib/core/context";
import { authorize } from "@/lib/core/errors";
import { allowedSql } from "@/lib/instance/cut-off";
import { canAdminister } from "@/lib/instance/policy";

/** `followed`: by how many here; `following`: how many there follow somebody here, or this server. */
export type CutServer = { domain: string; followed: number; following: number };

const AT_MOST = 200;

/**
 * The servers with which somebody here has to do and that were not allowed: they are cut off where only listed ones
 * exchange. Those with most to do first. For administrators.
 */
export async function listCutByListing({
  db,
  actor,
}: Context): Promise<{ servers: CutServer[]; total: number }> {
  authorize(canAdminister(actor));
  const rows = await db.execute<CutServer & { total: number }>(sql`
    select domain, followed, following, count(*) over ()::int as total from (
      select domain, sum(followed)::int as followed, sum(following)::int as following from (
        select far.domain, 1 as followed, 0 as following from ${follows}
          join ${actors} as far on far.id = ${follows.followedId} where far.domain is not null
        union all
        select far.domain, 0, 1 from ${follows}
          join ${actors} as far on far.id = ${follows.followerId} where far.domain is not null) as one
      group by domain) as each
    where not ${allowedSql(sql`each.domain`)}
    order by followed + following desc, domain limit ${AT_MOST}`);
  const servers = rows.map(({ domain, followed, following }) => ({ domain, followed, following }));
  return { servers, total: rows[0]?.total ?? 0 };
}
