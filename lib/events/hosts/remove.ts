import { type Context, inTransaction } from "@/lib/core/context";
import { authorize, conflict } from "@/lib/core/errors";
import { record } from "@/lib/journal/record";
import { lockEvent } from "../lock";
import { canOwnEvent } from "../policy";
import { deleteHosting, findHosting, keepHostIds } from "./hosting";

/**
 * The organiser takes hosting away from somebody, or an invitation back. Repeating it is harmless. A refusal stays, so that
 * nobody is asked again and again. Refuses with `hand_over_first` where they mean themselves.
 */
export function removeHost(ctx: Context, input: { eventId: string; actorId: string }): Promise<void> {
  return inTransaction(ctx, async (tx) => {
    const event = await lockEvent(tx.db, input.eventId);
    authorize(canOwnEvent(tx.actor, event));
    if (input.actorId === event.organizerId) throw conflict("hand_over_first");
    const hosting = await findHosting(tx, event.id, input.actorId);
    if (!hosting || hosting.status === "declined") return;

    await deleteHosting(tx, hosting);
    await keepHostIds(tx, event.id);
    const hasHosted = hosting.status === "accepted";
    await record(tx, {
      kind: "event.host_removed",
      eventId: event.id,
      actorId: hosting.actorId,
      hasHosted,
    });
  });
}
