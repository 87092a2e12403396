import type { Proof } from "@/lib/accounts/proof";
import { type Context, inTransaction } from "@/lib/core/context";
import { authorize } from "@/lib/core/errors";
import { cancelEvent } from "@/lib/events/cancel";
import { handOver } from "@/lib/events/hosts/hand-over";
import { lockEvent } from "@/lib/events/lock";
import { canOwnEvent } from "@/lib/events/policy";
import { deleteIdentity } from "@/lib/identities/delete";

/** What becomes of one event that others host too: one of them takes it over, or, null, it is cancelled. */
export type Ending = { eventId: string; heirId: string | null };

/**
 * Ends one identity of the account as `deleteIdentity` does, and settles what it announced with others in the same
 * transaction. What is not named goes to its first host, by the job; what it only hosts is not its to end. Refuses also
 * with `host_not_found` when somebody stopped hosting meanwhile: then nothing has happened, and they choose again.
 */
export function endIdentityAndEvents(
  ctx: Context,
  { endings, ...input }: { actorId: string; proof: Proof; endings: Ending[] },
): Promise<void> {
  return inTransaction(ctx, async (tx) => {
    await deleteIdentity(tx, input);
    const { actorId } = input;
    const leaving: Context = { ...tx, actor: { kind: "identity", actorId } };
    for (const ending of inOneOrder(endings)) await settle(leaving, ending);
  });
}

async function settle(tx: Context, { eventId, heirId }: Ending): Promise<void> {
  authorize(canOwnEvent(tx.actor, await lockEvent(tx.db, eventId)));
  if (heirId) await handOver(tx, { eventId, actorId: heirId });
  else await cancelEvent(tx, eventId);
}

/** Two who lock several events wait for each other instead of for ever. */
function inOneOrder(endings: Ending[]): Ending[] {
  return endings.toSorted((a, b) => a.eventId.localeCompare(b.eventId));
}
