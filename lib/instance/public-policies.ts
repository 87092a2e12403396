import { asc, eq, ne } from "drizzle-orm";
import type { Database } from "@/db/client";
import { type DomainPolicy, domainPolicies } from "@/db/schema/servers";
import { readInstance } from "./settings";

/** A decision by which less is exchanged. */
export type PublicPolicy = Pick<DomainPolicy, "domain" | "reason"> & {
  severity: Exclude<DomainPolicy["severity"], "allow">;
};

/** What this server tells of those with which it exchanges less, or of those with which alone it exchanges. */
export type PublicList = {
  policies: PublicPolicy[];
  /** The only ones; null: all others exchange. */
  allowed: string[] | null;
};

/** What was decided about other servers, without what administrators noted for themselves, by domain. */
export async function listPublicPolicies(db: Database): Promise<PublicPolicy[]> {
  const { domain, severity, reason } = domainPolicies;
  const rows = await db
    .select({ domain, severity, reason })
    .from(domainPolicies)
    .where(ne(severity, "allow"))
    .orderBy(asc(domain));
  return rows as PublicPolicy[];
}

/** The servers that were allowed, by name. */
export async function listAllowed(db: Database): Promise<string[]> {
  const { domain, severity } = domainPolicies;
  const rows = await db
    .select({ domain })
    .from(domainPolicies)
    .where(eq(severity, "allow"))
    .orderBy(asc(domain));
  return rows.map((row) => row.domain);
}

/** The same for a page that visitors, or only members, read; null where administrators show it to nobody of them. */
export async function readPublicList(db: Database, reader: "visitor" | "member"): Promise<PublicList | null> {
  const { federationMode, serverListFor } = await readInstance(db);
  const isShown = serverListFor === "everybody" || (serverListFor === "members" && reader === "member");
  if (!isShown) return null;
  const allowed = federationMode === "listed" ? await listAllowed(db) : null;
  return { policies: await listPublicPolicies(db), allowed };
}
