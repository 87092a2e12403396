import { asc, eq } from "drizzle-orm";
import { type DomainPolicy, domainPolicies } from "@/db/schema/servers";
import type { Context } from "@/lib/core/context";
import { authorize } from "@/lib/core/errors";
import { canAdminister } from "@/lib/instance/policy";

export const POLICIES_PER_PAGE = 50;

/** What was decided about other servers, by name, with what administrators noted for themselves. For administrators. */
export function listPolicies(ctx: Context, page = 1): Promise<DomainPolicy[]> {
  authorize(canAdminister(ctx.actor));
  return ctx.db
    .select()
    .from(domainPolicies)
    .orderBy(asc(domainPolicies.domain))
    .limit(POLICIES_PER_PAGE)
    .offset((page - 1) * POLICIES_PER_PAGE);
}

export function countPolicies({ db }: Pick<Context, "db">): Promise<number> {
  return db.$count(domainPolicies);
}

/** What was decided about this very name. For administrators. */
export async function findPolicy({ db, actor }: Context, domain: string): Promise<DomainPolicy | null> {
  authorize(canAdminister(actor));
  const [policy] = await db.select().from(domainPolicies).where(eq(domainPolicies.domain, domain));
  return policy ?? null;
}
