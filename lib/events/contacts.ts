import { and, asc, eq, inArray, isNull, or } from "drizzle-orm";
import type { Database } from "@/db/client";
import { actors } from "@/db/schema/actors";
import { eventContacts } from "@/db/schema/event-hosts";
import { media } from "@/db/schema/media";
import type { Context } from "@/lib/core/context";
import { invalidField } from "@/lib/core/errors";
import { avatarColumns, type Face, faceColumns } from "@/lib/identities/queries";

/** Who can be asked about an event, in the order in which the organiser named them. */
export async function listContacts(db: Database, eventId: string): Promise<Face[]> {
  const rows = await db
    .select({ face: faceColumns, avatar: avatarColumns })
    .from(eventContacts)
    .innerJoin(actors, eq(actors.id, eventContacts.actorId))
    .leftJoin(media, eq(media.id, actors.avatarId))
    .where(and(eq(eventContacts.eventId, eventId), isNull(actors.deletedAt)))
    .orderBy(asc(eventContacts.createdAt), asc(actors.handle));
  return rows.map(({ face, avatar }) => ({ ...face, avatar }));
}

/**
 * Replaces those who can be asked; answers whether anything changed. Whoever writes may name themselves, those whose
 * page everybody may open, and those who are named already: typing handles tells no more than that. Refuses with
 * `contact_unknown` at `contacts`.
 */
export async function writeContacts(tx: Context, eventId: string, handles: string[]): Promise<boolean> {
  const present = await listContacts(tx.db, eventId);
  if (present.map(({ handle }) => handle).join() === handles.join()) return false;
  const found = await findNameable(tx, handles, present);
  const named = handles.map((handle) => found.get(handle));
  if (named.includes(undefined)) throw invalidField("contacts", "contact_unknown");

  await tx.db.delete(eventContacts).where(eq(eventContacts.eventId, eventId));
  // A millisecond apart, since their order is that of their times.
  const rows = named.map((actorId, position) => ({
    eventId,
    actorId: actorId!,
    createdAt: new Date(tx.now.getTime() + position),
  }));
  if (rows.length > 0) await tx.db.insert(eventContacts).values(rows);
  return true;
}

async function findNameable(
  { db, actor }: Context,
  handles: string[],
  present: Face[],
): Promise<Map<string, string>> {
  if (handles.length === 0) return new Map();
  const own = actor.kind === "identity" ? [actor.actorId] : [];
  const allowed = [...own, ...present.map(({ id }) => id)];
  const rows = await db
    .select({ id: actors.id, handle: actors.handle })
    .from(actors)
    .where(
      and(
        inArray(actors.handle, handles),
        eq(actors.kind, "person"),
        isNull(actors.domain),
        isNull(actors.deletedAt),
        or(eq(actors.visibility, "public"), inArray(actors.id, allowed)),
      ),
    );
  return new Map(rows.map(({ id, handle }) => [handle, id]));
}
