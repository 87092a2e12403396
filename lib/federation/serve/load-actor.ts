import { and, eq, getTableColumns, isNull, notExists, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Database } from "@/db/client";
import { actorKeys } from "@/db/schema/actor-keys";
import { type ActorField, type ActorRow, actorFields, actors } from "@/db/schema/actors";
import { media } from "@/db/schema/media";
import type { Context } from "@/lib/core/context";
import { prepared } from "@/lib/core/prepared";
import { inLanguage } from "@/lib/core/text/in-language";
import { escapeXml } from "@/lib/core/text/xml";
import { waitingOwner } from "@/lib/identities/queries";
import { readInstance } from "@/lib/instance/settings";
import { signingKeyOf } from "../keys";
import type { ToldActor } from "../objects/told";
import { isKnownToPeers } from "./faces";

type Asking = Pick<Context, "db" | "now">;

/** An actor of this server with what its document says, whether or not others may know of it; null if it is gone. */
export async function loadActorForPeers(ctx: Asking, actorId: string): Promise<ToldActor | null> {
  const [found] = await byId(ctx.db).execute({ actorId });
  return found ? toldActor(ctx, found) : null;
}

/**
 * The same by its handle, if other servers may know of it. Its key is made when somebody asks for the first time: of those
 * whom nobody may see, none is made.
 */
export async function loadActorByHandle(ctx: Asking, handle: string): Promise<ToldActor | null> {
  const [found] = await byHandle(ctx.db).execute({ handle });
  return found?.isKnown ? toldActor(ctx, found) : null;
}

const banners = alias(media, "banners");

const fields = sql<Pick<ActorField, "name" | "value">[]>`coalesce((select json_agg(json_build_object(
    'name', ${actorFields.name}, 'value', ${actorFields.value}) order by ${actorFields.position})
  from ${actorFields} where ${actorFields.actorId} = ${actors.id}), '[]'::json)`;

const byId = prepared((db) =>
  select(db, eq(actors.id, sql.placeholder("actorId"))).prepare("federation_actor_by_id"),
);

const byHandle = prepared((db) =>
  select(db, eq(actors.handle, sql.placeholder("handle"))).prepare("federation_actor_by_handle"),
);

function select(db: Database, which: SQL) {
  return db
    .select({
      actor: getTableColumns(actors),
      avatar: getTableColumns(media),
      banner: getTableColumns(banners),
      key: { uri: actorKeys.uri, publicPem: actorKeys.publicPem },
      fields,
      isKnown: isKnownToPeers,
    })
    .from(actors)
    .leftJoin(media, eq(media.id, actors.avatarId))
    .leftJoin(banners, eq(banners.id, actors.bannerId))
    .leftJoin(actorKeys, signsFor)
    .where(and(which, isNull(actors.domain), isNull(actors.deletedAt), notExists(waitingOwner(db))));
}

const signsFor = and(
  eq(actorKeys.actorId, actors.id),
  isNull(actorKeys.retiredAt),
  sql`${actorKeys.privateSealed} is not null`,
);

async function toldActor(
  ctx: Asking,
  { actor, avatar, banner, fields, key }: Awaited<ReturnType<typeof select>>[number],
): Promise<ToldActor> {
  const { uri, publicPem } = key ?? (await signingKeyOf(ctx, actor));
  const own = actor.kind === "application" ? await ownWords(ctx.db) : {};
  return { ...actor, ...own, avatar, banner, fields, key: { uri, publicPem } };
}

/** What the server says of itself is decided elsewhere; without that it is called by its address. */
async function ownWords(db: Database): Promise<Partial<Pick<ActorRow, "name" | "summaryHtml">>> {
  const { name, shortDescription, language } = await readInstance(db);
  const about = inLanguage(shortDescription, language);
  return { ...(name && { name }), ...(about && { summaryHtml: `<p>${escapeXml(about.text)}</p>` }) };
}
