import { count, eq } from "drizzle-orm";
import type { Database } from "@/db/client";
import { type Participation, participations } from "@/db/schema/participations";
import { notFound } from "@/lib/core/errors";

type Status = Participation["status"];

export async function getParticipation(db: Database, id: string): Promise<Participation> {
  const [participation] = await db.select().from(participations).where(eq(participations.id, id));
  if (!participation) throw notFound("participation_not_found");
  return participation;
}

/** How many stand where. Statuses that nobody has are left out. */
export async function countByStatus(db: Database, eventId: string): Promise<Partial<Record<Status, number>>> {
  const rows = await db
    .select({ status: participations.status, total: count() })
    .from(participations)
    .where(eq(participations.eventId, eventId))
    .groupBy(participations.status);
  return Object.fromEntries(rows.map((row) => [row.status, row.total]));
}
