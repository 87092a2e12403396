import { and, eq, isNotNull, isNull } from "drizzle-orm";
import { actors } from "@/db/schema/actors";
import { remoteActors } from "@/db/schema/remote-actors";
import type { Context } from "@/lib/core/context";
import { actorDocument } from "../objects/actor";
import type { ToldActor } from "../objects/told";
import { tombstone } from "../objects/tombstone";
import { getServerActor } from "../server-actor";
import { SERVER_HANDLE } from "../uris";
import { isKnownToPeers, ofActor } from "./faces";
import { loadActorByHandle } from "./load-actor";
import { type Served, served } from "./served";
import { tagsOfActor } from "./tags";

/** The document of an actor: "relay" or, with its @, a handle; that of another server is led to. */
export async function findServedActor(ctx: Context, name: string): Promise<Served | null> {
  const actor = await loadNamed(ctx, name);
  if (actor) return served(actorDocument(actor), tagsOfActor(actor));
  const [handle = "", domain] = name.slice(1).split("@");
  return domain ? findElsewhere(ctx, handle, domain) : findGoneActor(ctx, handle);
}

/** An actor of this server that others may know of, by its name in addresses. */
export async function loadNamed(ctx: Context, name: string): Promise<ToldActor | null> {
  if (!name.startsWith("@")) {
    return (await loadActorByHandle(ctx, SERVER_HANDLE)) ?? loadMade(ctx);
  }
  return name.slice(1) === SERVER_HANDLE ? null : loadActorByHandle(ctx, name.slice(1));
}

async function loadMade(ctx: Context): Promise<ToldActor | null> {
  await getServerActor(ctx);
  return loadActorByHandle(ctx, SERVER_HANDLE);
}

/** Of those whom nobody knew, nobody learns that they were here; who is out of sight for a time may come back. */
async function findGoneActor({ db }: Context, handle: string): Promise<Served | null> {
  const [found] = await db
    .select({ uri: actors.uri, deletedAt: actors.deletedAt, isKnown: isKnownToPeers })
    .from(actors)
    .leftJoin(remoteActors, ofActor)
    .where(
      and(
        eq(actors.handle, handle),
        isNull(actors.domain),
        isNotNull(actors.deletedAt),
        isNull(actors.suspendedAt),
      ),
    );
  if (!found?.isKnown) return null;
  return { kind: "gone", document: tombstone(found.uri, "Person", found.deletedAt ?? undefined) };
}

async function findElsewhere({ db }: Context, handle: string, domain: string): Promise<Served | null> {
  const [found] = await db
    .select({ uri: actors.uri })
    .from(actors)
    .where(and(eq(actors.handle, handle), eq(actors.domain, domain), isNull(actors.deletedAt)));
  return found ? { kind: "elsewhere", uri: found.uri } : null;
}
