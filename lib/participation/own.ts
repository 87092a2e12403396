import { and, eq, inArray, or } from "drizzle-orm";
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
  const [own] = await findOwnOf(tx, eventId, [requireParticipant(tx.actor)]);
  return own;
}

/** The answers that these participants gave to the event. */
export function findOwnOf(tx: Context, eventId: string, actors: Participant[]): Promise<Participation[]> {
  const identities = actors.flatMap((actor) => (actor.kind === "identity" ? actor.actorId : []));
  const mails = actors.flatMap((actor) => (actor.kind === "mail" ? actor.participationId : []));
  const isTheirs = or(
    identities.length > 0 ? inArray(participations.actorId, identities) : undefined,
    mails.length > 0 ? inArray(participations.id, mails) : undefined,
  );
  return tx.db
    .select()
    .from(participations)
    .where(and(eq(participations.eventId, eventId), isTheirs));
}
