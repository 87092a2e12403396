import { and, eq, isNotNull, isNull } from "drizzle-orm";
import { sentActivities, toldInboxes } from "@/db/schema/activities";
import { actorKeys } from "@/db/schema/actor-keys";
import { type ActorRow, actors } from "@/db/schema/actors";
import type { Context } from "@/lib/core/context";
import { enqueue } from "@/lib/jobs/enqueue";
import type { FactOf, Recorded } from "@/lib/journal/facts";
import { PUBLIC } from "../activity";
import { actorDocument } from "../objects/actor";
import { loadActorForPeers } from "../serve/load-actor";
import { activityUri, collectionUri } from "../uris";
import { forgetDelivered } from "./forget-said";
import { nonceOf } from "./nonce";
import { sendActivity } from "./send";

/** Tells whoever ever heard of one of ours how it looks now. */
export async function updateIdentityElsewhere(
  tx: Context,
  { actorId, factId }: Recorded<FactOf<"identity.updated">>,
): Promise<void> {
  await updateActorElsewhere(tx, actorId, nonceOf(factId));
}

/** Says how an actor of ours looks, and with which key it signs, to whoever ever heard of it. */
export async function updateActorElsewhere(tx: Context, actorId: string, nonce: string): Promise<void> {
  // Nobody heard of it, so nobody needs to, and no key is made for it.
  if ((await tx.db.$count(toldInboxes, eq(toldInboxes.actorId, actorId))) === 0) return;
  const told = await loadActorForPeers(tx, actorId);
  if (!told) return;
  const activity = {
    id: activityUri(told.uri, "update", nonce),
    type: "Update",
    actor: told.uri,
    to: [PUBLIC],
    cc: [collectionUri(told.uri, "followers")],
    object: actorDocument(told),
  };
  await sendActivity(tx, { actorId, activity, to: { hearersOf: actorId } });
}

/** Its last word comes after all others: what they say is read by then, unless something is wrong. */
const LAST_WORD_AFTER_MS = 10_000;

/** Says that one of ours is gone, to whoever ever heard of it and to nobody else. Then nothing about it is needed. */
export async function sayGone(
  tx: Context,
  { actorId, at, factId }: Recorded<FactOf<"identity.erased">>,
): Promise<void> {
  const due = new Date(at.getTime() + LAST_WORD_AFTER_MS);
  const again = { task: "tell" as const, payload: { reader: "sayGone", factId }, key: `say-gone:${actorId}` };
  if (due > tx.now) return enqueue(tx, { ...again, runAt: due });
  const [gone] = await tx.db
    .select()
    .from(actors)
    .where(and(eq(actors.id, actorId), isGone));
  if (!gone) return;
  await forgetDelivered(tx, actorId);
  await sendActivity(tx, { actorId, activity: deleteActivity(gone), to: { hearersOf: actorId } });
  await tx.db.delete(toldInboxes).where(eq(toldInboxes.actorId, actorId));
  await forgetKeys(tx, actorId);
}

/** Forgets what those who are gone said, and with which keys, as soon as it has arrived. */
export async function sweepGone(ctx: Context): Promise<void> {
  const rows = await ctx.db
    .selectDistinct({ actorId: actors.id })
    .from(actors)
    .innerJoin(actorKeys, eq(actorKeys.actorId, actors.id))
    .where(isGone);
  for (const { actorId } of rows) await forgetKeys(ctx, actorId);
}

const isGone = and(isNull(actors.domain), isNotNull(actors.deletedAt), eq(actors.name, ""));

/** As long as something waits to go out, it must be signed. */
async function forgetKeys(ctx: Pick<Context, "db">, actorId: string): Promise<void> {
  await forgetDelivered(ctx, actorId);
  const waiting = await ctx.db.$count(sentActivities, eq(sentActivities.actorId, actorId));
  if (waiting === 0) await ctx.db.delete(actorKeys).where(eq(actorKeys.actorId, actorId));
}

function deleteActivity({ uri }: ActorRow) {
  return { id: activityUri(uri, "delete"), type: "Delete", actor: uri, to: [PUBLIC], object: uri };
}
