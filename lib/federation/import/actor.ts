import { and, eq, isNotNull, ne } from "drizzle-orm";
import { type ActorRow, actors } from "@/db/schema/actors";
import { type RemoteActor, remoteActors } from "@/db/schema/remote-actors";
import type { Context } from "@/lib/core/context";
import { AppError, conflict, notFound } from "@/lib/core/errors";
import { enqueue } from "@/lib/jobs/enqueue";
import type { Document } from "../activity";
import { fetchDocument } from "../fetch/document";
import { findUriByHandle } from "../fetch/webfinger";
import { idIn } from "../read";
import { isOurs, isSameOrigin } from "../uris";
import { type ReadActor, readActor } from "./read-actor";
import { storeActor } from "./store-actor";

/** What is older is asked for again, as Mobilizon does. */
export const STALE_HOURS = 48;

/**
 * The actor of another server with this id, asked for there if it is not known yet, or at once when `fresh`. What is
 * known but old is answered with, and asked for again by a job. Refuses with `actor_not_found`, `actor_gone`,
 * `actor_moved` (to another server) and `actor_not_readable`; a server that is down is thrown, to be tried again.
 */
export async function importActor(
  ctx: Context,
  uri: string,
  { fresh = false }: { fresh?: boolean } = {},
): Promise<ActorRow> {
  if (isOurs(uri)) throw notFound("actor_not_found");
  const known = await findKnown(ctx, uri);
  if (known && !fresh) {
    if (known.actor.deletedAt) throw notFound("actor_gone");
    if (isStale(ctx, known.remote)) await enqueueRefresh(ctx, known.actor.id);
    return known.actor;
  }
  return keepActor(ctx, await fetchActor(ctx, uri));
}

/** Writes down an actor's document, which came from its own server. Refuses with `actor_not_readable`. */
export async function keepActor(ctx: Context, document: Document): Promise<ActorRow> {
  const read = readActor(document);
  if (!read) throw conflict("actor_not_readable");
  return storeActor(ctx, read, { keepsName: await isNameOfAnother(ctx, read) });
}

/** Asks for it again soon, once however often that is wished. */
export function enqueueRefresh(ctx: Context, actorId: string): Promise<void> {
  return enqueue(ctx, {
    task: "refresh-actor",
    payload: { actorId },
    key: `refresh-actor:${actorId}`,
    maxAttempts: 5,
  });
}

async function fetchActor(ctx: Context, uri: string): Promise<Document> {
  try {
    const document = await fetchDocument(ctx, uri);
    // A redirect moves nobody: what stands there speaks for itself, not for whoever led to it.
    if (!isSameOrigin(idIn(document.id) ?? uri, uri)) throw conflict("actor_moved");
    return document;
  } catch (error) {
    if (error instanceof AppError && error.reason === "document_gone") throw notFound("actor_gone");
    throw error;
  }
}

async function findKnown({ db }: Context, uri: string) {
  const [known] = await db
    .select({ actor: actors, remote: remoteActors })
    .from(actors)
    .leftJoin(remoteActors, eq(remoteActors.actorId, actors.id))
    .where(and(eq(actors.uri, uri), isNotNull(actors.domain)));
  return known;
}

function isStale({ now }: Context, remote: RemoteActor | null): boolean {
  return !remote || now.getTime() - remote.refreshedAt.getTime() > STALE_HOURS * 3_600_000;
}

/** Whether another actor that is known by this name still has it: its server is asked whose it is. */
async function isNameOfAnother(ctx: Context, { face }: ReadActor): Promise<boolean> {
  const [other] = await ctx.db
    .select({ uri: actors.uri })
    .from(actors)
    .where(and(eq(actors.handle, face.handle), eq(actors.domain, face.domain!), ne(actors.uri, face.uri)));
  if (!other) return false;
  const owner = await findUriByHandle(ctx, `${face.handle}@${face.domain}`).catch(() => null);
  return owner === other.uri;
}
