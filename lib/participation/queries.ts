import { and, asc, count, eq, isNull } from "drizzle-orm";
import type { Database } from "@/db/client";
import { actors } from "@/db/schema/actors";
import { media } from "@/db/schema/media";
import { type Participation, participations } from "@/db/schema/participations";
import { notFound } from "@/lib/core/errors";
import { avatarColumns, type Face, faceColumns } from "@/lib/identities/queries";

type Status = Participation["status"];

export async function getParticipation(db: Database, id: string): Promise<Participation> {
  const [participation] = await db.select().from(participations).where(eq(participations.id, id));
  if (!participation) throw notFound("participation_not_found");
  return participation;
}

export type Participant = { id: string; message: string; createdAt: Date; face: Face };

export const PARTICIPANTS_PER_PAGE = 50;

/** Those with this status, in the order in which they asked. For whoever decides. `page` counts from 1. */
export async function listParticipants(
  db: Database,
  { eventId, status, page }: { eventId: string; status: Status; page: number },
): Promise<Participant[]> {
  const { id, message, createdAt } = participations;
  const rows = await db
    .select({ id, message, createdAt, face: faceColumns, avatar: avatarColumns })
    .from(participations)
    .innerJoin(actors, eq(actors.id, participations.actorId))
    .leftJoin(media, eq(media.id, actors.avatarId))
    .where(
      and(eq(participations.eventId, eventId), eq(participations.status, status), isNull(actors.deletedAt)),
    )
    .orderBy(asc(participations.createdAt), asc(participations.id))
    .limit(PARTICIPANTS_PER_PAGE)
    .offset((page - 1) * PARTICIPANTS_PER_PAGE);
  return rows.map(({ face, avatar, ...row }) => ({ ...row, face: { ...face, avatar } }));
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
