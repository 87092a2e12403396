import { eq, or } from "drizzle-orm";
import { actors } from "@/db/schema/actors";
import { events } from "@/db/schema/events";
import type { Context } from "@/lib/core/context";
import type { FactOf, Recorded } from "@/lib/journal/facts";
import { sayHowItIs } from "./events";
import { updateActorElsewhere } from "./identities";
import { nonceOf } from "./nonce";

/** A picture can be seen from now on: what shows it was told about without it. */
export async function showElsewhere(
  tx: Context,
  { mediaId, factId }: Recorded<FactOf<"media.ready">>,
): Promise<void> {
  const shown = await tx.db.select({ id: events.id }).from(events).where(eq(events.pictureId, mediaId));
  for (const { id } of shown) await sayHowItIs(tx, id, { nonce: nonceOf(factId) });
  const faces = await tx.db
    .select({ id: actors.id })
    .from(actors)
    .where(or(eq(actors.avatarId, mediaId), eq(actors.bannerId, mediaId)));
  for (const { id } of faces) await updateActorElsewhere(tx, id, nonceOf(factId));
}
