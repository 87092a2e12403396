import { eq } from "drizzle-orm";
import { actors } from "@/db/schema/actors";
import { remoteActors } from "@/db/schema/remote-actors";
import type { Context } from "@/lib/core/context";
import { AppError } from "@/lib/core/errors";
import { isOver } from "@/lib/events/rules";
import { enqueue } from "@/lib/jobs/enqueue";
import type { FactOf, Recorded } from "@/lib/journal/facts";
import type { Document } from "../activity";
import { fetchCollection } from "../fetch/collection";
import { fetchDocument } from "../fetch/document";
import { documentIn, idIn, typesOf } from "../read";
import { domainOf, isOurs, isSameOrigin } from "../uris";
import { findEventByUri, importEvent } from "./event";
import { readTimes } from "./read-times";
import { isUnreachable } from "./unreachable";
import { hasBroughtEnough, wantsEventsOf } from "./wanted";

const MOST = 50;
/** Longer than anybody's calendar takes but one that is slow on purpose: others wait for the same queue. */
const LONGEST_MS = 120_000;

/** Hears that somebody elsewhere lets one of ours follow them: what they announced before is asked for. */
export async function backfillFollowed(
  tx: Context,
  { doerId, origin }: Recorded<FactOf<"identity.follow_accepted">>,
): Promise<void> {
  if (origin === "remote" && doerId) await enqueueBackfill(tx, doerId);
}

/** One after the other, so that nobody's calendar keeps others waiting. */
function enqueueBackfill(tx: Context, actorId: string): Promise<void> {
  return enqueue(tx, {
    task: "backfill",
    payload: { actorId },
    key: `backfill:${actorId}`,
    queue: "backfill",
    maxAttempts: 5,
  });
}

/**
 * The job `backfill`: takes in what an actor of another server announced and is still to come, from its collection of
 * upcoming events, or else from the newest of its outbox. Only while somebody here follows it.
 */
export async function backfill(ctx: Context, actorId: string): Promise<void> {
  const [known] = await ctx.db
    .select({ uri: actors.uri, upcoming: remoteActors.upcomingEvents, outbox: remoteActors.outbox })
    .from(remoteActors)
    .innerJoin(actors, eq(actors.id, remoteActors.actorId))
    .where(eq(remoteActors.actorId, actorId));
  const collection = known?.upcoming ?? known?.outbox;
  if (!known || !collection || !(await wantsEventsOf(ctx, [known.uri]))) return;
  const until = Date.now() + LONGEST_MS;
  try {
    for (const one of await fetchCollection(ctx, collection, { most: MOST }))
      if (Date.now() < until) await take(ctx, one, collection);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
  }
}

/** An event, its id, or the activity that made it or handed it on. One that cannot be had keeps no other from it. */
async function take(ctx: Context, one: unknown, collection: string): Promise<void> {
  const told = documentIn(one);
  const isActivity = told && typesOf(told).some((type) => ["Create", "Update", "Announce"].includes(type));
  const meant = isActivity ? told.object : one;
  const uri = idIn(meant);
  if (!uri || isOurs(uri) || (await findEventByUri(ctx, uri))) return;
  try {
    const document = await documentOf(ctx, { uri, inline: documentIn(meant), collection });
    const isWanted = typesOf(document).includes("Event") && !isPast(document, ctx.now);
    if (isWanted && !(await hasBroughtEnough(ctx, domainOf(uri)))) await importEvent(ctx, document);
  } catch (error) {
    if (!(error instanceof AppError) && !isUnreachable(error)) throw error;
  }
}

type Meant = { uri: string; inline: Document | null; collection: string };

/** What a server lists of its own is believed; what it lists of others is asked for there. */
async function documentOf(ctx: Context, { uri, inline, collection }: Meant): Promise<Document> {
  const isWhole = inline && "startTime" in inline && isSameOrigin(uri, collection);
  if (isWhole) return inline;
  const isOther = inline && !typesOf(inline).includes("Event");
  return isOther ? inline : fetchDocument(ctx, uri);
}

function isPast(document: Document, now: Date): boolean {
  const times = readTimes(document);
  return times !== null && isOver(times, now);
}
