import { and, eq, inArray, lt } from "drizzle-orm";
import { participations } from "@/db/schema/participations";
import { type Context, inTransaction } from "@/lib/core/context";
import { notFound } from "@/lib/core/errors";
import { lockEvenDeleted } from "@/lib/events/lock";
import { isOver } from "@/lib/events/rules";
import { leaveEvent } from "../leave";
import { forgetAnswers } from "../questions/answers";
import { holderOf } from "./holder";
import { CONFIRM_HOURS } from "./link";

/** How many are deleted at a time. */
const BATCH = 1000;

/**
 * Whoever holds the link wants nothing to be known of them any more: their place is free at once, and address, name,
 * words and answers are gone. Of what is over, a row is left that only says that somebody was there. The link ends. Refuses with `answer_link_over`, also people of other
 * servers: theirs is no address.
 */
export function forgetByLink(ctx: Context, token: string): Promise<void> {
  return inTransaction(ctx, async (tx) => {
    const holder = await holderOf(tx, token);
    const { id, eventId, email } = holder.participation;
    // What is known of people of other servers, they are asked for there.
    if (email === null) throw notFound("answer_link_over");
    const event = await lockEvenDeleted(tx.db, eventId);
    if (!event.deletedAt && !isOver(event, tx.now)) await leaveEvent(holder.ctx, eventId);
    await forgetAnswers(tx, id);
    await tx.db
      .update(participations)
      .set({ ...nothing, forgottenAt: tx.now })
      .where(eq(participations.id, id));
  });
}

/** The columns of somebody of whom nothing is known any more. */
export const nothing = { email: null, name: "", locale: null, zone: null, message: "", reason: "" };

/** What was not confirmed in time goes, some at a time: the next hour takes the rest. */
export async function sweepUnconfirmedAnswers({ db, now }: Context): Promise<void> {
  const before = new Date(now.getTime() - CONFIRM_HOURS * 3_600_000);
  const outdated = and(eq(participations.status, "unconfirmed"), lt(participations.createdAt, before));
  const some = db.select({ id: participations.id }).from(participations).where(outdated).limit(BATCH);
  await db.delete(participations).where(and(outdated, inArray(participations.id, some)));
}
