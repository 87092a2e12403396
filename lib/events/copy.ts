import type { Context } from "@/lib/core/context";
import { canManageEvent } from "./policy";
import { getEvent } from "./queries";

/**
 * The picture of an event that is announced again, which both show from now on. None if the actor does not manage that
 * event: hosts may go on as another of their identities, and then choose a picture anew.
 */
export async function copiedPicture(tx: Context, copyOf: string | undefined): Promise<string | null> {
  const event = copyOf && (await getEvent(tx.db, copyOf).catch(() => null));
  return event && !event.deletedAt && canManageEvent(tx.actor, event) ? event.pictureId : null;
}
