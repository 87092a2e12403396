import { type SQL, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { accounts } from "@/db/schema/accounts";
import { actors } from "@/db/schema/actors";
import { events } from "@/db/schema/events";
import { participations } from "@/db/schema/participations";
import type { Metric, Sample } from "./exposition";

/** How many there are of whom and what. Numbers of all alone: none tells of somebody, or what belongs together. */
export async function peopleMetrics(db: Database): Promise<Metric[]> {
  const origin = (domain: SQL | typeof actors.domain | typeof events.domain) =>
    sql`case when ${domain} is null then 'here' else 'elsewhere' end`;
  const [confirmed, identities, published, answers] = [
    await grouped(db, "state", {
      label: sql`case when ${accounts.confirmedAt} is null then 'unconfirmed' else 'confirmed' end`,
      from: sql`${accounts}`,
    }),
    await grouped(db, "origin", {
      label: origin(actors.domain),
      from: sql`${actors} where ${actors.kind} = 'person' and ${actors.deletedAt} is null`,
    }),
    await grouped(db, "origin", {
      label: origin(events.domain),
      from: sql`${events} where ${events.publishedAt} is not null and ${events.deletedAt} is null`,
    }),
    await grouped(db, "status", { label: sql`${participations.status}::text`, from: sql`${participations}` }),
  ];
  return [
    { name: "carillon_accounts", help: "Accounts.", type: "gauge", samples: confirmed },
    {
      name: "carillon_identities",
      help: "Persons, of this server and known.",
      type: "gauge",
      samples: identities,
    },
    { name: "carillon_events", help: "Published events, past ones too.", type: "gauge", samples: published },
    { name: "carillon_participations", help: "Answers to events.", type: "gauge", samples: answers },
  ];
}

async function grouped(
  db: Database,
  name: string,
  { label, from }: { label: SQL; from: SQL },
): Promise<Sample[]> {
  const rows = await db.execute<{ label: string; count: number }>(
    sql`select ${label} as label, count(*)::int from ${from} group by 1 order by 1`,
  );
  return rows.map((row) => ({ labels: { [name]: row.label }, value: row.count }));
}
