import { and, asc, eq, inArray, isNull, ne, or, sql } from "drizzle-orm";
import { eventInvitations } from "@/db/schema/event-invitations";
import { events } from "@/db/schema/events";
import { participationAnswers, participations } from "@/db/schema/participations";
import { type Context, inTransaction } from "@/lib/core/context";
import { end } from "@/lib/events/cards";
import { readInstance } from "@/lib/instance/settings";
import { nothing } from "./by-mail/forget";
import { DAY } from "./retention";

/** How many events in one run: the next hour takes the rest. */
const AT_MOST = 200;

/**
 * Forgets who took part by e-mail, who was asked to come, and what anybody wrote and answered, in events that were over as many days ago as
 * their hosts chose, or as administrators let them at most. The rows are left to be counted. What was moved to a later time since is due again after it.
 */
export async function forgetOver(ctx: Context): Promise<void> {
  const { keepAnswersDays } = await readInstance(ctx.db);
  for (const { id } of await findDue(ctx, keepAnswersDays))
    await inTransaction(ctx, (tx) => forgetOf(tx, id));
}

/** As the index `events_to_forget` has it. */
const latest = sql`coalesce(${events.endsAt}, ${events.startsAt})`;
const isDueAgain = sql`${events.participantsForgottenAt} < ${latest}`;

function findDue({ db, now }: Context, most: number): Promise<{ id: string }[]> {
  const yesterday = new Date(now.getTime() - DAY).toISOString();
  const isOutdated = sql`${end} + least(${events.retentionDays}, ${most}::int) * interval '24 hours' <= ${now.toISOString()}::timestamptz`;
  return db
    .select({ id: events.id })
    .from(events)
    .where(
      and(
        sql`${latest} < ${yesterday}::timestamptz`,
        or(isNull(events.participantsForgottenAt), isDueAgain),
        isOutdated,
      ),
    )
    .orderBy(asc(latest))
    .limit(AT_MOST);
}

async function forgetOf(tx: Context, eventId: string): Promise<void> {
  const ofEvent = eq(participations.eventId, eventId);
  const ids = tx.db.select({ id: participations.id }).from(participations).where(ofEvent);
  await tx.db.delete(participationAnswers).where(inArray(participationAnswers.participationId, ids));
  await tx.db
    .update(participations)
    .set({ ...nothing, forgottenAt: tx.now })
    .where(and(ofEvent, hasSomething));
  await tx.db.delete(eventInvitations).where(eq(eventInvitations.eventId, eventId));
  await tx.db.update(events).set({ participantsForgottenAt: tx.now }).where(eq(events.id, eventId));
}

const hasSomething = or(
  sql`${participations.email} is not null`,
  ne(participations.message, ""),
  ne(participations.reason, ""),
);
