import { eq } from "drizzle-orm";
import { sentActivities } from "@/db/schema/activities";
import type { Context } from "@/lib/core/context";
import { env } from "@/lib/core/env";
import { eventPath } from "@/lib/core/paths";
import { eventTag } from "@/lib/journal/tags";
import { companionNote, companionUri } from "../objects/event-notes";
import { documentIn } from "../read";
import { activityUri } from "../uris";
import { findGone } from "./gone";
import { loadEventBySlug } from "./load-event";
import { type Served, served } from "./served";
import { tagsOfEvent } from "./tags";

/**
 * A Note about an event: the one that stands for it (`nonce` null), or one that told of a change, as long as what was
 * sent is kept.
 */
export async function findServedNote(
  ctx: Context,
  slug: string,
  nonce: string | null,
): Promise<Served | null> {
  const told = await loadEventBySlug(ctx.db, slug);
  if (!told) return findGoneNote(ctx, slug);
  if (nonce === null) return served(companionNote(told), tagsOfEvent(told));
  const note = await findSent(ctx, `${companionUri(told.event.uri)}/${nonce}`);
  return note && served(note, [eventTag(told.event.id)]);
}

async function findSent({ db }: Context, id: string) {
  const [sent] = await db
    .select({ body: sentActivities.body })
    .from(sentActivities)
    .where(eq(sentActivities.uri, activityUri(id, "create")))
    .limit(1);
  return sent ? documentIn(JSON.parse(sent.body).object) : null;
}

async function findGoneNote({ db }: Context, slug: string): Promise<Served | null> {
  const uri = env().ORIGIN + eventPath(slug);
  const gone = await findGone(db, uri, "Note");
  return gone?.kind === "gone" ? { ...gone, document: { ...gone.document, id: companionUri(uri) } } : null;
}
