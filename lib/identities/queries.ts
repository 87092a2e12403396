import { and, asc, eq, getTableColumns, isNull, notExists, or } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Database } from "@/db/client";
import { accountIdentities } from "@/db/schema/account-identities";
import { accounts } from "@/db/schema/accounts";
import { type ActorField, type ActorRow, actorFields, actors } from "@/db/schema/actors";
import { type Media, media } from "@/db/schema/media";
import { notFound } from "@/lib/core/errors";

/** An identity as pages show it. */
export type Face = Pick<ActorRow, "id" | "handle" | "domain" | "name" | "visibility"> & {
  avatar: Media | null;
};

/** What to select for a face, beside `avatarColumns` from `media` joined by `actors.avatarId`. */
export const faceColumns = {
  id: actors.id,
  handle: actors.handle,
  domain: actors.domain,
  name: actors.name,
  visibility: actors.visibility,
};
export const avatarColumns = getTableColumns(media);

export async function getIdentity(db: Database, id: string): Promise<ActorRow> {
  const [identity] = await db
    .select()
    .from(actors)
    .where(and(eq(actors.id, id), isNull(actors.deletedAt)));
  if (!identity) throw notFound("identity_not_found");
  return identity;
}

export type Profile = ActorRow & { avatar: Media | null; banner: Media | null; fields: ActorField[] };

const banners = alias(media, "banners");

/**
 * The page of an identity of this server, whoever may see it: ask `canSeeProfile`. There is none before the address
 * was confirmed and, where a moderator decides, they were let in: until then nobody has seen the handle.
 */
export async function findProfile(db: Database, handle: string): Promise<Profile | null> {
  const [found] = await db
    .select({ actor: actors, avatar: media, banner: getTableColumns(banners) })
    .from(actors)
    .leftJoin(media, eq(media.id, actors.avatarId))
    .leftJoin(banners, eq(banners.id, actors.bannerId))
    .where(
      and(
        eq(actors.handle, handle),
        isNull(actors.domain),
        isNull(actors.deletedAt),
        notExists(waitingOwner(db)),
      ),
    );
  if (!found) return null;
  const { actor, avatar, banner } = found;
  return { ...actor, avatar, banner, fields: await listFields(db, actor.id) };
}

/** Identities of an account that was deleted have no owner any more, yet each stays until its own time comes (0009). */
export function waitingOwner(db: Database) {
  const { confirmedAt, approvedAt } = accounts;
  return db
    .select({ id: accounts.id })
    .from(accounts)
    .innerJoin(accountIdentities, eq(accountIdentities.accountId, accounts.id))
    .where(and(eq(accountIdentities.actorId, actors.id), or(isNull(confirmedAt), isNull(approvedAt))));
}

/** The lines that an identity says of itself, in its order. */
export function listFields(db: Database, actorId: string): Promise<ActorField[]> {
  return db
    .select()
    .from(actorFields)
    .where(eq(actorFields.actorId, actorId))
    .orderBy(asc(actorFields.position));
}
