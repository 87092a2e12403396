import { eq } from "drizzle-orm";
import type { Event } from "@/db/schema/events";
import { type Participation, participations } from "@/db/schema/participations";
import type { Context } from "@/lib/core/context";
import { env } from "@/lib/core/env";
import { randomSlug } from "@/lib/core/text/random-slug";
import { requireParticipant } from "./own";
import type { Standing } from "./standing";

type Columns = Standing &
  Partial<Omit<Participation, "id" | "eventId" | "actorId" | "email" | "uri" | "seats">>;

/**
 * Writes where the acting participant stands now: in the row of their former answer, or in a new one. What a host
 * said about the former answer is forgotten.
 */
export async function writeStanding(
  tx: Context,
  event: Pick<Event, "id">,
  { present, ...columns }: Columns & { present: Participation | undefined },
): Promise<Participation> {
  const state = { reason: "", statusBefore: null, ...columns };
  const [written] = present
    ? await tx.db.update(participations).set(state).where(eq(participations.id, present.id)).returning()
    : await tx.db
        .insert(participations)
        .values({ ...state, ...participantColumns(tx), eventId: event.id, uri: newUri() })
        .returning();
  return written!;
}

/** Only identities answer an event out of nothing: by e-mail, a row is there before its link. */
function participantColumns(tx: Context) {
  const actor = requireParticipant(tx.actor);
  if (actor.kind !== "identity") throw new Error("a participation by e-mail is registered first");
  return { actorId: actor.actorId };
}

/** A new id of a participation, for other servers. */
export function newUri(): string {
  return `${env().ORIGIN}/join/${randomSlug(20)}`;
}
