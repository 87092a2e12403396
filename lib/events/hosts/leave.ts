import { type Context, inTransaction } from "@/lib/core/context";
import { AppError, conflict } from "@/lib/core/errors";
import { record } from "@/lib/journal/record";
import { lockEvent } from "../lock";
import { canOwnEvent } from "../policy";
import { deleteHosting, findHosting, keepHostIds } from "./hosting";

/**
 * A host stops hosting. Harmless for whoever does not host. Refuses with `hand_over_first` for the organiser: somebody
 * has to look after the event.
 */
export function leaveHosting(ctx: Context, eventId: string): Promise<void> {
  return inTransaction(ctx, async (tx) => {
    if (tx.actor.kind !== "identity") throw new AppError("unauthenticated", "sign_in_first");
    const event = await lockEvent(tx.db, eventId);
    if (canOwnEvent(tx.actor, event)) throw conflict("hand_over_first");
    const hosting = await findHosting(tx, eventId, tx.actor.actorId);
    if (hosting?.status !== "accepted") return;

    await deleteHosting(tx, hosting);
    await keepHostIds(tx, eventId);
    await record(tx, { kind: "event.host_left", eventId, actorId: hosting.actorId });
  });
}
