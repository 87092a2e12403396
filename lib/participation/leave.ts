import { and, eq } from "drizzle-orm";
import { participations } from "@/db/schema/participations";
import { type Context, inTransaction } from "@/lib/core/context";
import { AppError } from "@/lib/core/errors";
import { lockEvent } from "@/lib/events/lock";
import { record } from "@/lib/journal/record";

/**
 * The acting identity does not come after all, or takes its request back; what it wrote is forgotten and its
 * place is free. Leaving twice, or what one never joined, is harmless. Whoever was refused stays refused.
 */
export function leaveEvent(ctx: Context, eventId: string): Promise<void> {
  return inTransaction(ctx, async (tx) => {
    if (tx.actor.kind !== "identity") throw new AppError("unauthenticated", "sign_in_first");
    await lockEvent(tx.db, eventId);
    const [own] = await tx.db
      .select()
      .from(participations)
      .where(and(eq(participations.eventId, eventId), eq(participations.actorId, tx.actor.actorId)));
    if (!own || own.status === "left" || own.status === "rejected") return;

    await tx.db
      .update(participations)
      .set({ status: "left", message: "" })
      .where(eq(participations.id, own.id));
    await record(tx, { kind: "participation.left", eventId, participationId: own.id });
  });
}
