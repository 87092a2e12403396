import { randomUUID } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import type { Event } from "@/db/schema/events";
import { type Participation, participations } from "@/db/schema/participations";
import type { Context } from "@/lib/core/context";
import { env } from "@/lib/core/env";
import { randomSlug } from "@/lib/core/text/random-slug";
import { type Participant, requireParticipant } from "./own";
import type { Standing } from "./standing";

type Columns = Standing & Partial<Omit<Participation, "id" | "eventId" | "actorId" | "email" | "seats">>;

/**
 * Writes where the acting participant stands now: in the row of their former answer, or in a new one. What a host
 * said about the former answer is forgotten.
 */
export async function writeStanding(
  tx: Context,
  event: Pick<Event, "id">,
  { present, ...columns }: Columns & { present: Participation | undefined },
): Promise<Participation> {
  const state = { reason: "", statusBefore: null, ...columns };
  const [written] = present
    ? await tx.db.update(participations).set(state).where(eq(participations.id, present.id)).returning()
    : await tx.db
        .insert(participations)
        .values({
          uri: newUri(),
          ...state,
          ...participantColumns(requireParticipant(tx.actor)),
          eventId: event.id,
        })
        .returning();
  return written!;
}

/** Only identities answer an event out of nothing: by e-mail, a row is there before its link. */
function participantColumns(actor: Participant) {
  if (actor.kind !== "identity") throw new Error("a participation by e-mail is registered first");
  return { actorId: actor.actorId };
}

/** A new id of a participation, for other servers. */
export function newUri(): string {
  return `${env().ORIGIN}/join/${randomSlug(20)}`;
}

/** A row as it is to be written whole. */
export type Row = Omit<typeof participations.$inferInsert, "id"> & { id: string };

/** The row of a former answer without what a host said about it, or a new one. */
export function newRow(
  eventId: string,
  { actor, present }: { actor: Participant; present: Participation | undefined },
): Row {
  const nothingSaid = { reason: "", statusBefore: null, rankBefore: null };
  if (present) {
    const { seats: _generated, ...columns } = present;
    return { ...columns, ...nothingSaid };
  }
  return {
    ...nothingSaid,
    ...participantColumns(actor),
    id: randomUUID(),
    eventId,
    uri: newUri(),
    status: "left",
  };
}

/** Writes rows in one statement, new ones and others; the event's row is locked. */
export function writeRows(tx: Context, rows: Row[]): Promise<Participation[]> {
  return tx.db
    .insert(participations)
    .values(rows)
    .onConflictDoUpdate({
      target: participations.id,
      set: {
        status: sql`excluded.status`,
        message: sql`excluded.message`,
        adults: sql`excluded.adults`,
        children: sql`excluded.children`,
        isHidden: sql`excluded.is_hidden`,
        waitRank: sql`excluded.wait_rank`,
        offerEndsAt: sql`excluded.offer_ends_at`,
        reason: sql`excluded.reason`,
        statusBefore: sql`excluded.status_before`,
        rankBefore: sql`excluded.rank_before`,
        decidedAt: sql`excluded.decided_at`,
        createdAt: sql`excluded.created_at`,
        uri: sql`excluded.uri`,
        said: sql`excluded.said`,
        saidAt: sql`excluded.said_at`,
      },
    })
    .returning();
}
