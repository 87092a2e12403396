import { and, eq, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { participationAnswers, participations } from "@/db/schema/participations";
import { prepared } from "@/lib/core/prepared";

/** One's own answer to an event with all that was said with it; `position` counts from 1, null: not in line. */
export type OwnReply = Awaited<ReturnType<typeof listOwnParticipations>>[number];

/** Where each of these identities stands with the event, and since when: for the account that owns them. */
export function listOwnParticipations(db: Database, eventId: string, actorIds: string[]) {
  return ownParticipations(db).execute({ eventId, actorIds: `{${actorIds.join()}}` });
}

/** The same of somebody without an account: for whoever holds their link. */
export async function findReplyByMail(db: Database, participationId: string): Promise<OwnReply | undefined> {
  const [found] = await db
    .select(ownReplyColumns)
    .from(participations)
    .where(eq(participations.id, participationId));
  return found;
}

// Named whole: in a query of one table drizzle leaves the name of the table out.
const position = sql<number | null>`(select nullif(count(*), 0)::int from ${participations} ahead
  where ahead.event_id = participations.event_id and ahead.wait_rank <= participations.wait_rank)`;

const answers = sql<Record<string, string[]>>`coalesce((select json_object_agg(given.question_id, given.value)
  from ${participationAnswers} given where given.participation_id = participations.id), '{}'::json)`;

const ownReplyColumns = {
  actorId: participations.actorId,
  status: participations.status,
  message: participations.message,
  adults: participations.adults,
  children: participations.children,
  isHidden: participations.isHidden,
  reason: participations.reason,
  offerEndsAt: participations.offerEndsAt,
  createdAt: participations.createdAt,
  decidedAt: participations.decidedAt,
  position,
  answers,
};

const ownParticipations = prepared((db) =>
  db
    .select(ownReplyColumns)
    .from(participations)
    .where(
      and(
        eq(participations.eventId, sql.placeholder("eventId")),
        sql`${participations.actorId} = any(${sql.placeholder("actorIds")}::text::uuid[])`,
      ),
    )
    .prepare("own_participations"),
);
