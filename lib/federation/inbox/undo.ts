import { and, desc, eq } from "drizzle-orm";
import { receivedActivities } from "@/db/schema/activities";
import type { ActorRow } from "@/db/schema/actors";
import type { Context } from "@/lib/core/context";
import type { Document } from "../activity";
import { documentIn, entryOf, idIn, typesOf } from "../read";
import { handled, type Listener, refused, unknown } from "./listener";
import { findAsked } from "./undo-answers";
import { undoListeners } from "./undo-listeners";

/** What left no trace here when it came leaves none when it is taken back. */
const traceless = ["Like", "Dislike", "EmojiReact", "Block", "Add"];

/** Somebody takes back what they did themselves: what, is written out, or was sent before under this id. */
export const onUndo: Listener = async (ctx, activity, sender) => {
  const undone = documentIn(activity.object) ?? (await findSaid(ctx, idIn(activity.object), sender));
  if (!undone) return unknown("undone_not_known");
  const actor = idIn(undone.actor);
  if (actor && actor !== sender.uri) return refused("not_theirs");
  const types = typesOf(undone);
  if (types.some((type) => traceless.includes(type))) return handled;
  const listener = types.map((type) => entryOf(undoListeners, type)).find(Boolean);
  return listener ? listener(ctx, { ...activity, object: undone }, sender) : unknown("undone_type");
};

async function findSaid({ db }: Context, uri: string | null, sender: ActorRow): Promise<Document | null> {
  if (!uri) return null;
  const [said] = await db
    .select({ body: receivedActivities.body })
    .from(receivedActivities)
    .where(and(eq(receivedActivities.activityUri, uri), eq(receivedActivities.actorUri, sender.uri)))
    .orderBy(desc(receivedActivities.receivedAt))
    .limit(1);
  return said?.body ?? findAsked({ db }, uri, sender);
}
