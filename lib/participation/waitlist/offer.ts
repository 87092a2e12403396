import { eq } from "drizzle-orm";
import { type Participation, participations } from "@/db/schema/participations";
import { type Context, inTransaction } from "@/lib/core/context";
import { conflict } from "@/lib/core/errors";
import { lockEvent } from "@/lib/events/lock";
import { record } from "@/lib/journal/record";
import { findOwn } from "../own";
import { joinRefusal } from "../rules";
import { factOfStanding, plainStanding } from "../standing";
import { newUri, writeStanding } from "../write";
import { promoteWaiting } from "./promote";

/**
 * Whoever was offered a place takes it, or asks the event's server for it where that is another; declining is leaving or answering otherwise. Repeating it is harmless. Refuses
 * with `offer_over` when its time was up, or when there is none, and as `joinRefusal` does.
 */
export function acceptOffer(ctx: Context, eventId: string): Promise<Participation> {
  return inTransaction(ctx, async (tx) => {
    const event = await lockEvent(tx.db, eventId);
    const own = await findOwn(tx, eventId);
    if (own?.status === "approved") return own;
    if (own?.status !== "offered" || own.offerEndsAt! <= tx.now) throw conflict("offer_over");
    const refusal = joinRefusal(event, tx.now);
    if (refusal) throw conflict(refusal);

    // Its own server gives the place: it is asked anew, by an id that it has not heard yet.
    const standing = event.domain === null ? plainStanding("approved", tx.now) : plainStanding("pending");
    const asked = event.domain === null ? {} : { uri: newUri(), createdAt: tx.now };
    const participation = await writeStanding(tx, event, { present: own, ...standing, ...asked });
    await record(tx, { kind: factOfStanding(standing.status), eventId, participationId: own.id });
    return participation;
  });
}

/**
 * The job `end-offer`: whoever did not answer in time gives the place to the next, and is out of the line. Harmless
 * when they answered, and when it runs early.
 */
export function endOffer(ctx: Context, participationId: string): Promise<void> {
  return inTransaction(ctx, async (tx) => {
    const [found] = await tx.db
      .select({ eventId: participations.eventId })
      .from(participations)
      .where(eq(participations.id, participationId));
    if (!found) return;
    const event = await lockEvent(tx.db, found.eventId);
    const [offered] = await tx.db.select().from(participations).where(eq(participations.id, participationId));
    if (offered?.status !== "offered" || offered.offerEndsAt! > tx.now) return;

    await tx.db
      .update(participations)
      .set(plainStanding("left"))
      .where(eq(participations.id, participationId));
    await record(tx, { kind: "participation.offer_lapsed", eventId: event.id, participationId });
    await promoteWaiting(tx, event);
  });
}
