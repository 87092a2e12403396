import { eq } from "drizzle-orm";
import type { Event } from "@/db/schema/events";
import { type Participation, participations } from "@/db/schema/participations";
import { type Context, inTransaction } from "@/lib/core/context";
import { lockEvent } from "@/lib/events/lock";
import { record } from "@/lib/journal/record";
import { findOwn } from "./own";
import { forgetAnswers } from "./questions/answers";
import { isNews, type Said, saidColumns } from "./said";
import { plainStanding } from "./standing";
import { promoteWaiting } from "./waitlist/promote";
import { writeStanding } from "./write";

/**
 * The participant takes their answer back, or does not come after all; what they wrote and answered is forgotten and
 * their place is free for the next in line. Leaving twice, or what one never joined, is harmless. Whoever was refused stays
 * refused. What other servers say late counts as of when it was said, also before what it takes back. Refuses with
 * `sign_in_first`.
 */
export function leaveEvent(ctx: Context, eventId: string, { said }: { said?: Said } = {}): Promise<void> {
  return inTransaction(ctx, async (tx) => {
    const { event, present } = await findOwnLocked(tx, eventId);
    if (!isNews(present, said)) return;
    if (!present || ["left", "rejected"].includes(present.status)) {
      if (said) await remember(tx, event, { present, said });
      return;
    }
    const left = { message: "", ...plainStanding("left"), ...saidColumns(said) };
    await writeStanding(tx, event, { present, ...left });
    await forgetAnswers(tx, present.id);
    const elsewhere = event.domain === null ? {} : { uri: present.uri };
    await record(tx, { kind: "participation.left", eventId, participationId: present.id, ...elsewhere });
    await promoteWaiting(tx, event);
  });
}

async function findOwnLocked(tx: Context, eventId: string) {
  const event = await lockEvent(tx.db, eventId);
  return { event, present: await findOwn(tx, eventId) };
}

/** They stand where they stood; what was said before this does not count when it comes. */
async function remember(
  tx: Context,
  event: Event,
  { present, said }: { present: Participation | undefined; said: Said },
): Promise<void> {
  if (!present)
    return void (await writeStanding(tx, event, { present, ...plainStanding("left"), ...saidColumns(said) }));
  await tx.db.update(participations).set(saidColumns(said)).where(eq(participations.id, present.id));
}
