import { and, asc, eq, isNotNull, isNull, type SQL, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { actors } from "@/db/schema/actors";
import { media } from "@/db/schema/media";
import { participations } from "@/db/schema/participations";
import { notOf, type Unwelcome } from "@/lib/identities/blocks/unwelcome";
import { avatarColumns, type Face, faceColumns } from "@/lib/identities/queries";

/** How many faces an event's own page shows. */
const FACES = 12;

export const NAMES_PER_PAGE = 60;

const { actorId, eventId, isHidden, seats, status } = participations;

/**
 * Some of those who come and let it be seen. The same at every look, and in an order that tells nothing: in the one in
 * which people sign up, identities of one account would stand side by side. Ask `canSeeParticipants` first.
 */
export function listFacesOf(db: Database, event: string, reader?: Unwelcome): Promise<Face[]> {
  return listShown(db, event, { order: [asc(participations.id)], size: FACES, reader });
}

/** All of them, by name. `page` counts from 1. Ask `canSeeParticipants` first. */
export function listNamesOf(
  db: Database,
  event: string,
  { page, reader }: { page: number; reader?: Unwelcome },
): Promise<Face[]> {
  const order = [sql`lower(${actors.name})`, asc(actors.id)];
  return listShown(db, event, { order, size: NAMES_PER_PAGE, page, reader });
}

async function listShown(
  db: Database,
  event: string,
  { order, size, page = 1, reader }: { order: SQL[]; size: number; page?: number; reader?: Unwelcome },
): Promise<Face[]> {
  const rows = await db
    .select({ face: faceColumns, avatar: avatarColumns })
    .from(participations)
    .innerJoin(actors, eq(actors.id, actorId))
    .leftJoin(media, eq(media.id, actors.avatarId))
    .where(
      and(
        eq(eventId, event),
        eq(status, sql`'approved'`),
        isNotNull(actorId),
        sql`not ${isHidden}`,
        isNull(actors.deletedAt),
        // They still count: numbers name nobody.
        reader && notOf(reader, { actorId, domain: actors.domain }),
      ),
    )
    .orderBy(...order)
    .limit(size)
    .offset((page - 1) * size);
  return rows.map(({ face, avatar }) => ({ ...face, avatar }));
}

/** People who come: those who are named, and how many more for which reason. Whoever comes by e-mail is never named. */
export type Coming = { named: number; hidden: number; byMail: number; guests: number };

export async function countComing(db: Database, event: string): Promise<Coming> {
  const people = (which: SQL) => sql<number>`(count(*) filter (where ${which}))::int`;
  const [row] = await db
    .select({
      named: people(sql`${actorId} is not null and not ${isHidden} and ${isNull(actors.deletedAt)}`),
      hidden: people(sql`${actorId} is not null and (${isHidden} or ${isNotNull(actors.deletedAt)})`),
      byMail: people(isNull(actorId)),
      guests: sql<number>`coalesce(sum(${seats} - 1), 0)::int`,
    })
    .from(participations)
    .leftJoin(actors, eq(actors.id, actorId))
    .where(and(eq(eventId, event), eq(status, "approved")));
  return row!;
}
