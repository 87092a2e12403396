import { eq, type SQL, sql } from "drizzle-orm";
import { type ActorRow, actors } from "@/db/schema/actors";
import { events } from "@/db/schema/events";
import { remoteActors } from "@/db/schema/remote-actors";
import type { ToldFace } from "../objects/told";
import { collectionUri } from "../uris";

/** A face as a query reads it: `followers` of actors of other servers alone. */
type Read = Pick<ActorRow, "id" | "uri" | "handle" | "domain" | "visibility"> & { followers: string | null };

/** What to select of an actor, beside `remoteActors` joined by `ofActor`. */
export const toldColumns = {
  id: actors.id,
  uri: actors.uri,
  handle: actors.handle,
  domain: actors.domain,
  visibility: actors.visibility,
  followers: remoteActors.followers,
};

export const ofActor = eq(remoteActors.actorId, actors.id);

/** The faces of several actors that are not gone, as a part of a query: `from` gives rows `a` of actors. */
export function facesIn(from: SQL, { where, order }: { where: SQL; order: SQL }): SQL<Read[]> {
  return sql<Read[]>`coalesce((select json_agg(json_build_object('id', a.id, 'uri', a.uri, 'handle', a.handle,
      'domain', a.domain, 'visibility', a.visibility, 'followers', ra.followers) order by ${order})
    from ${from} left join ${remoteActors} ra on ra.actor_id = a.id
    where a.deleted_at is null and ${where}), '[]'::json)`;
}

/** Collections of followers of this server have their address by rule. */
export function toldFace({ followers, ...face }: Read): ToldFace {
  return { ...face, followers: face.domain === null ? collectionUri(face.uri, "followers") : followers };
}

/**
 * Whether other servers may know of an actor of ours (a part of a query): everybody may, or it has acted there, or it has
 * announced something and so stands beside it.
 */
export const isKnownToPeers = sql<boolean>`(${actors.visibility} = 'public'
  or exists (select from actor_keys where actor_keys.actor_id = ${actors.id} and actor_keys.private_sealed is not null)
  or exists (select from ${events} announced where announced.published_at is not null and announced.deleted_at is null
    and (announced.organizer_id = ${actors.id} or announced.host_ids @> array[${actors.id}])))`;
