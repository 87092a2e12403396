import { eq } from "drizzle-orm";
import type { Event } from "@/db/schema/events";
import { type Participation, participations } from "@/db/schema/participations";
import { type Context, inTransaction } from "@/lib/core/context";
import { authorize, conflict } from "@/lib/core/errors";
import { lockEvent } from "@/lib/events/lock";
import { record } from "@/lib/journal/record";
import { canDecideParticipation } from "./policy";
import { getParticipation } from "./queries";
import { factOfStanding, plainStanding, type Standing } from "./standing";
import { endOffersLater } from "./waitlist/promote";
import { offerEnd } from "./waitlist/rules";

/** Where the server of an event says that somebody of ours stands, beside in or refused. */
export type ToldStanding = "pending" | "waitlisted" | "offered";

/**
 * A host elsewhere, or the host's server, tells where one of ours stands: in its line, or that a place is held until
 * then. Only that server knows the turn. Whoever left meanwhile is passed over; repeating it is harmless. Refuses with
 * `event_not_elsewhere`.
 */
export function standAsTold(
  ctx: Context,
  { participationId, standing, endsAt }: { participationId: string; standing: ToldStanding; endsAt?: Date },
): Promise<void> {
  return inTransaction(ctx, async (tx) => {
    const { event, present } = await lockElsewhere(tx, participationId);
    const isOut = ["left", "maybe", "declined", "unconfirmed"].includes(present.status);
    if (isOut || present.status === standing) return;
    const columns = columnsOf(event, { standing, endsAt, now: tx.now });
    await tx.db
      .update(participations)
      .set({ ...columns, reason: "", statusBefore: null })
      .where(eq(participations.id, participationId));
    if (columns.offerEndsAt) await endOffersLater(tx, [participationId], columns.offerEndsAt);
    // They know that they asked.
    if (standing === "pending") return;
    await record(tx, { kind: factOfStanding(standing), eventId: event.id, participationId });
  });
}

/** The time for an offered place was up, says the server that offered it. Harmless when it is known, or they answered. */
export function lapseAsTold(ctx: Context, participationId: string): Promise<void> {
  return endAsTold(ctx, { participationId, from: ["offered"], kind: "participation.offer_lapsed" });
}

/**
 * The server of an event takes no answers at all: nobody there knows who comes. What they asked is over, by another's
 * decision (`isUnheard`), and may be asked again. Harmless for whoever left.
 */
export function goUnheard(ctx: Context, participationId: string): Promise<void> {
  const kind = "participation.unheard" as const;
  return endAsTold(ctx, { participationId, from: ["pending"], kind, decidedAt: ctx.now });
}

/** Somebody of ours gave their place up on a page of the event's server: here it is known as their own answer. */
export function giveUpAsTold(
  ctx: Context,
  { participationId, status }: { participationId: string; status: "left" | "maybe" | "declined" },
): Promise<void> {
  const from = ["pending", "approved", "waitlisted", "offered"] as const;
  return endAsTold(ctx, { participationId, from: [...from], kind: factOfStanding(status), status });
}

type Ending = {
  participationId: string;
  from: Participation["status"][];
  kind: ReturnType<typeof factOfStanding> | "participation.offer_lapsed" | "participation.unheard";
  status?: "left" | "maybe" | "declined";
  decidedAt?: Date;
};

function endAsTold(
  ctx: Context,
  { participationId, from, kind, status = "left", decidedAt }: Ending,
): Promise<void> {
  return inTransaction(ctx, async (tx) => {
    const { event, present } = await lockElsewhere(tx, participationId);
    if (!from.includes(present.status)) return;
    await tx.db
      .update(participations)
      .set(plainStanding(status, decidedAt))
      .where(eq(participations.id, participationId));
    await record(tx, { kind, eventId: event.id, participationId });
  });
}

async function lockElsewhere(
  tx: Context,
  participationId: string,
): Promise<{ event: Event; present: Participation }> {
  const { eventId } = await getParticipation(tx.db, participationId);
  const event = await lockEvent(tx.db, eventId);
  authorize(canDecideParticipation(tx.actor, event));
  if (event.domain === null) throw conflict("event_not_elsewhere");
  return { event, present: await getParticipation(tx.db, participationId) };
}

type Told = { standing: ToldStanding; endsAt?: Date; now: Date };

function columnsOf(event: Event, { standing, endsAt, now }: Told): Standing {
  if (standing === "pending") return plainStanding("pending");
  if (standing === "waitlisted") return { ...plainStanding("left"), status: "waitlisted", waitRank: 1 };
  const longest = offerEnd({ ...event, offerHours: LONGEST_OFFER_HOURS }, now);
  const offerEndsAt = endsAt && endsAt < longest ? endsAt : longest;
  return { ...plainStanding("left"), status: "offered", offerEndsAt, decidedAt: now };
}

/** As hosts here may choose it. */
const LONGEST_OFFER_HOURS = 336;
