import { and, eq } from "drizzle-orm";
import { type Participation, participations } from "@/db/schema/participations";
import type { Actor, Context } from "@/lib/core/context";
import { AppError } from "@/lib/core/errors";

/** Who can take part: an identity, or whoever holds the link of a participation by e-mail. */
export type Participant = Extract<Actor, { kind: "identity" | "mail" }>;

export function isParticipant(actor: Actor): actor is Participant {
  return actor.kind === "identity" || actor.kind === "mail";
}

/** Refuses with `sign_in_first` whoever cannot take part. */
export function requireParticipant(actor: Actor): Participant {
  if (isParticipant(actor)) return actor;
  throw new AppError("unauthenticated", "sign_in_first");
}

/** The acting participant's own answer to the event, if they gave one. */
export async function findOwn(tx: Context, eventId: string): Promise<Participation | undefined> {
  const actor = requireParticipant(tx.actor);
  const isTheirs =
    actor.kind === "identity"
      ? eq(participations.actorId, actor.actorId)
      : eq(participations.id, actor.participationId);
  const [own] = await tx.db
    .select()
    .from(participations)
    .where(and(eq(participations.eventId, eventId), isTheirs));
  return own;
}
