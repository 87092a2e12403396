import { and, eq, inArray, isNull } from "drizzle-orm";
import type { Database } from "@/db/client";
import { type EventInvitation, eventInvitations } from "@/db/schema/event-invitations";
import type { Context } from "@/lib/core/context";
import type { Participant } from "../own";

const { eventId, actorId, answeredAt, uri } = eventInvitations;

/** Which of these were asked to come, whether they answered or not: a host has let them in already. */
export async function listInvitedOf(
  { db }: Pick<Context, "db">,
  event: string,
  actors: Participant[],
): Promise<Set<string>> {
  const ids = actors.flatMap((actor) => (actor.kind === "identity" ? actor.actorId : []));
  if (ids.length === 0) return new Set();
  const rows = await db
    .select({ actorId })
    .from(eventInvitations)
    .where(and(eq(eventId, event), inArray(actorId, ids)));
  return new Set(rows.map((row) => row.actorId));
}

/** They said yes, maybe or no: nobody waits for their answer any more. */
export async function markAnswered(tx: Context, event: string, actorIds: string[]): Promise<void> {
  if (actorIds.length === 0) return;
  await tx.db
    .update(eventInvitations)
    .set({ answeredAt: tx.now })
    .where(and(eq(eventId, event), inArray(actorId, actorIds), isNull(answeredAt)));
}

/** The invitation with this id that the acting identity got; null if there is none. Answers of other servers quote it. */
export async function findInvitationByUri(ctx: Context, id: string): Promise<EventInvitation | null> {
  if (ctx.actor.kind !== "identity") return null;
  const [found] = await ctx.db
    .select()
    .from(eventInvitations)
    .where(and(eq(uri, id), eq(actorId, ctx.actor.actorId)));
  return found ?? null;
}

/** Where one identity was asked to come to an event; null if nobody did. */
export async function findInvitation(
  db: Database,
  { eventId: event, actorId: invitee }: { eventId: string; actorId: string },
): Promise<EventInvitation | null> {
  const [found] = await db
    .select()
    .from(eventInvitations)
    .where(and(eq(eventId, event), eq(actorId, invitee)));
  return found ?? null;
}
