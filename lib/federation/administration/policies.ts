import { asc } from "drizzle-orm";
import { type DomainPolicy, domainPolicies } from "@/db/schema/servers";
import type { Context } from "@/lib/core/context";
import { authorize } from "@/lib/core/errors";
import { canAdminister } from "@/lib/instance/policy";

/** All that was decided about other servers, with what administrators noted for themselves. For administrators. */
export function listPolicies(ctx: Context): Promise<DomainPolicy[]> {
  authorize(canAdminister(ctx.actor));
  return ctx.db.select().from(domainPolicies).orderBy(asc(domainPolicies.domain));
}
