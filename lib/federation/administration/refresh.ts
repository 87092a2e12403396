import { and, eq, gt, isNull, ne, sql } from "drizzle-orm";
import { actors } from "@/db/schema/actors";
import { events } from "@/db/schema/events";
import { remoteActors } from "@/db/schema/remote-actors";
import { remoteEvents } from "@/db/schema/remote-events";
import { type Context, inTransaction } from "@/lib/core/context";
import { authorize, conflict, notFound } from "@/lib/core/errors";
import { canAdminister } from "@/lib/instance/policy";
import { enqueueAll } from "@/lib/jobs/enqueue";
import { findUriByHandle } from "../fetch/webfinger";
import { findByAddress } from "../find";
import { importActor } from "../import/actor";
import { isUnreachable } from "../import/unreachable";
import { isOurs } from "../uris";

/**
 * Asks a server again, soon, for everybody who is known there and for what they announce that is to come. Answers how many
 * are asked for. Repeating it adds nothing to what waits. For administrators.
 */
export function refreshServer(ctx: Context, domain: string): Promise<{ people: number; events: number }> {
  return inTransaction(ctx, async (tx) => {
    authorize(canAdminister(tx.actor));
    const [people, coming] = [await listPeople(tx, domain), await listComing(tx, domain)];
    await enqueueAll(tx, {
      ...{ task: "refresh-actor", maxAttempts: 3, priority: 10 },
      jobs: people.map(({ id }) => ({ payload: { actorId: id }, key: `refresh-actor:${id}` })),
    });
    await enqueueAll(tx, {
      ...{ task: "refresh-event", maxAttempts: 3, priority: 10 },
      jobs: coming.map(({ id }) => ({ payload: { eventId: id }, key: `refresh-event:${id}` })),
    });
    return { people: people.length, events: coming.length };
  });
}

/**
 * Asks at once for somebody ("grace@far.example") or for what stands at an address, and answers what it is called. For
 * administrators. Refuses with `actor_not_found`, `server_silent` and like `importActor`.
 */
export async function refreshAddress(ctx: Context, address: string): Promise<string> {
  authorize(canAdminister(ctx.actor));
  if (/^https?:\/\//i.test(address)) return titleAt(ctx, address);
  const uri = await findUriByHandle(ctx, address.replace(/^@/, ""));
  if (!uri || isOurs(uri)) throw notFound("actor_not_found");
  const { name, handle } = await importActor(ctx, uri, { fresh: true }).catch((error: unknown) => {
    throw isUnreachable(error) ? conflict("server_silent") : error;
  });
  return name || handle;
}

async function titleAt(ctx: Context, address: string): Promise<string> {
  const found = await findByAddress(ctx, address);
  if (!found) throw notFound("actor_not_found");
  return found.kind === "actor" ? found.actor.name || found.actor.handle : found.event.title;
}

function listPeople({ db }: Context, domain: string) {
  return db
    .select({ id: actors.id })
    .from(actors)
    .innerJoin(remoteActors, eq(remoteActors.actorId, actors.id))
    .where(and(eq(actors.domain, domain), isNull(actors.deletedAt)));
}

function listComing({ db, now }: Context, domain: string) {
  const end = sql`coalesce(${events.endsAt}, ${events.startsAt})`;
  return db
    .select({ id: events.id })
    .from(events)
    .innerJoin(remoteEvents, eq(remoteEvents.eventId, events.id))
    .where(
      and(
        eq(events.domain, domain),
        gt(end, now.toISOString()),
        isNull(events.deletedAt),
        ne(events.status, "cancelled"),
      ),
    );
}
