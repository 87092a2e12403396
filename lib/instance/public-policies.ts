import { asc } from "drizzle-orm";
import type { Database } from "@/db/client";
import { type DomainPolicy, domainPolicies } from "@/db/schema/servers";

export type PublicPolicy = Pick<DomainPolicy, "domain" | "severity" | "reason">;

/** What was decided about other servers, as everybody may read it: without what administrators noted for themselves. */
export function listPublicPolicies(db: Database): Promise<PublicPolicy[]> {
  const { domain, severity, reason } = domainPolicies;
  return db.select({ domain, severity, reason }).from(domainPolicies).orderBy(asc(domain));
}
