import { type SQL, sql } from "drizzle-orm";
import { instanceSettings } from "@/db/schema/instance";
import { domainPolicies } from "@/db/schema/servers";

/** The same as `isCutOff`, within a statement that finds servers itself. */
export function cutOffSql(domain: SQL): SQL<boolean> {
  const { data } = instanceSettings;
  const isListedOnly = sql`exists (select from ${instanceSettings} where ${data} ->> 'federationMode' = 'listed')`;
  return sql<boolean>`(${isDecided(domain, "suspend")} or (${isListedOnly} and not ${isDecided(domain, "allow")}))`;
}

/** Whether it was allowed, or its name is below one that was. */
export function allowedSql(domain: SQL): SQL {
  return isDecided(domain, "allow");
}

/** About itself or a name above its own; ports are no part of names. */
function isDecided(domain: SQL, severity: "suspend" | "allow"): SQL {
  const host = sql`regexp_replace(${domain}, ':[0-9]+$', '')`;
  return sql`exists (select from ${domainPolicies} where ${domainPolicies.severity} = ${severity}
    and (${domainPolicies.domain} in (${domain}, ${host}) or ${host} like '%.' || ${domainPolicies.domain}))`;
}
