import { eq } from "drizzle-orm";
import { actors } from "@/db/schema/actors";
import type { Context } from "@/lib/core/context";
import type { Document } from "../activity";
import { enqueueRefresh, importActor, keepActor } from "../import/actor";
import { audienceFor, objectOf } from "../import/believed";
import { reviseComment } from "../import/comment";
import { isActor, readActor } from "../import/read-actor";
import { takeObject } from "../import/take";
import { idIn, typesOf } from "../read";
import { handled, ignored, type Listener, type Outcome } from "./listener";

/** Somebody looks different, or what they announced or said does. What was not known yet is taken as new. */
export const onUpdate: Listener = async (ctx, activity, sender) => {
  const id = idIn(activity.object);
  if (id === sender.uri) return takeFace(ctx, activity.object, sender.uri);
  const document = await objectOf(ctx, activity, sender);
  if (isActor(document)) return refreshKnown(ctx, idIn(document.id));
  const audience = audienceFor(document, activity, sender);
  if (typesOf(document).includes("Note") && (await reviseComment(ctx, document, audience))) return handled;
  return takeObject(ctx, document, { by: sender, audience });
};

/** Their own words count, where they are whole; else they are asked. */
async function takeFace(ctx: Context, object: unknown, uri: string): Promise<Outcome> {
  const read = readActor(object as Document);
  if (read?.key) await keepActor(ctx, object as Document);
  else await importActor(ctx, uri, { fresh: true });
  return handled;
}

/** Somebody else says that it changed, such as whoever looks after a group: it is asked itself. */
async function refreshKnown(ctx: Context, uri: string | null): Promise<Outcome> {
  const [known] = uri ? await ctx.db.select({ id: actors.id }).from(actors).where(eq(actors.uri, uri)) : [];
  if (!known) return ignored("not_known");
  await enqueueRefresh(ctx, known.id);
  return handled;
}
