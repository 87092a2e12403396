import { and, eq, getTableColumns, isNull } from "drizzle-orm";
import type { Database } from "@/db/client";
import { type ActorRow, actors } from "@/db/schema/actors";
import { type Media, media } from "@/db/schema/media";
import { notFound } from "@/lib/core/errors";

/** An identity as pages show it. */
export type Face = Pick<ActorRow, "id" | "handle" | "domain" | "name"> & { avatar: Media | null };

/** What to select for a face, beside `avatarColumns` from `media` joined by `actors.avatarId`. */
export const faceColumns = { id: actors.id, handle: actors.handle, domain: actors.domain, name: actors.name };
export const avatarColumns = getTableColumns(media);

export async function getIdentity(db: Database, id: string): Promise<ActorRow> {
  const [identity] = await db
    .select()
    .from(actors)
    .where(and(eq(actors.id, id), isNull(actors.deletedAt)));
  if (!identity) throw notFound("identity_not_found");
  return identity;
}

export type Profile = ActorRow & { avatar: Media | null };

/** The public page of an identity of this server. */
export async function findProfile(db: Database, handle: string): Promise<Profile | null> {
  const [found] = await db
    .select({ actor: actors, avatar: media })
    .from(actors)
    .leftJoin(media, eq(media.id, actors.avatarId))
    .where(and(eq(actors.handle, handle), isNull(actors.domain), isNull(actors.deletedAt)));
  return found ? { ...found.actor, avatar: found.avatar } : null;
}
