import { and, eq, getTableColumns, inArray, isNull } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Database } from "@/db/client";
import { actors } from "@/db/schema/actors";
import { media } from "@/db/schema/media";
import { type RemoteActor, remoteActors } from "@/db/schema/remote-actors";
import { env } from "@/lib/core/env";
import { findProfile, listFields, type Profile } from "./queries";

/** `remote`: what is known beside its face of somebody of another server; null: of this one. */
export type AnyProfile = Profile & { remote: RemoteActor | null };

const banners = alias(media, "banners");

/** The page of "name", or of "name@server" as far as this server knows them. Who may see it: ask `canSeeProfile`. */
export async function findProfileAnywhere(db: Database, address: string): Promise<AnyProfile | null> {
  const [handle = "", domain] = address.split("@");
  if (domain !== undefined && domain.toLowerCase() !== new URL(env().ORIGIN).host)
    return findRemoteProfile(db, handle, domain.toLowerCase());
  const profile = await findProfile(db, handle.toLowerCase());
  return profile && { ...profile, remote: null };
}

/** Others may tell names in capitals apart; as it is written comes first. */
async function findRemoteProfile(db: Database, handle: string, domain: string): Promise<AnyProfile | null> {
  const rows = await db
    .select({ actor: actors, avatar: media, banner: getTableColumns(banners), remote: remoteActors })
    .from(actors)
    .innerJoin(remoteActors, eq(remoteActors.actorId, actors.id))
    .leftJoin(media, eq(media.id, actors.avatarId))
    .leftJoin(banners, eq(banners.id, actors.bannerId))
    .where(
      and(
        inArray(actors.handle, [handle, handle.toLowerCase()]),
        eq(actors.domain, domain),
        isNull(actors.deletedAt),
      ),
    );
  const found = rows.find(({ actor }) => actor.handle === handle) ?? rows[0];
  if (!found) return null;
  const { actor, ...shown } = found;
  return { ...actor, ...shown, fields: await listFields(db, actor.id) };
}
