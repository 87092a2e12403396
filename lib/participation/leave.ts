import { type Context, inTransaction } from "@/lib/core/context";
import { lockEvent } from "@/lib/events/lock";
import { record } from "@/lib/journal/record";
import { findOwn } from "./own";
import { forgetAnswers } from "./questions/answers";
import { plainStanding } from "./standing";
import { promoteWaiting } from "./waitlist/promote";
import { writeStanding } from "./write";

/**
 * The participant takes their answer back, or does not come after all; what they wrote and answered is forgotten and
 * their place is free for the next in line. Leaving twice, or what one never joined, is harmless. Whoever was refused stays
 * refused. Refuses with `sign_in_first`.
 */
export function leaveEvent(ctx: Context, eventId: string): Promise<void> {
  return inTransaction(ctx, async (tx) => {
    const own = await findOwnLocked(tx, eventId);
    if (!own.present || ["left", "rejected"].includes(own.present.status)) return;

    await writeStanding(tx, own.event, { present: own.present, message: "", ...plainStanding("left") });
    await forgetAnswers(tx, own.present.id);
    await record(tx, { kind: "participation.left", eventId, participationId: own.present.id });
    await promoteWaiting(tx, own.event);
  });
}

async function findOwnLocked(tx: Context, eventId: string) {
  const event = await lockEvent(tx.db, eventId);
  return { event, present: await findOwn(tx, eventId) };
}
